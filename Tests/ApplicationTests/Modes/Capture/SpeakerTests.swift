import Application
import DPES
import TerminalUI
import Testing

@Suite struct SpeakerTests {
  private func id(_ initiales: String, in state: State) -> String? {
    state.document?.demarche.participants.first { $0.initiales == initiales }?.id
  }

  @Test func `the turn is for one entry, then it lapses and the next is proposed`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("[F6]lb[Entrée][n]Un")
    #expect(state.view.description.contains("LB parle"))
    state.play("[Entrée][u][r]")
    #expect(!state.view.description.contains("LB parle"))
    state.play("Deux[Entrée][Entrée][F6]pg[Entrée]Trois[Entrée][p][v]Quatre[Entrée][Entrée]")
    #expect(
      state.observations.suffix(4).map(\.auteur)
        == [id("LB", in: state), nil, id("PG", in: state), nil])
    #expect(id("LB", in: state) != nil && id("PG", in: state) != nil)
  }

  @Test(arguments: ["[F6]lb[F6]", "[F6]lb[Entrée][F6][F6]"])
  func `a second F6 keeps the turn until another one, and it is shown`(keys: String) throws {
    var state = state(try example(), Size(80, 24))
    state.play("[n]\(keys)Un[Entrée][u][r]Deux[Entrée][Entrée]")
    #expect(state.view.description.contains("LB garde la parole"))
    state.play("[F6]pg[Entrée]Trois[Entrée][Entrée]Quatre[Entrée][Entrée]")
    let (lb, pg) = (id("LB", in: state), id("PG", in: state))
    #expect(state.observations.suffix(4).map(\.auteur) == [lb, lb, pg, nil])
  }

  @Test func `a pasted list is one entry`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("[n][F6]lb[Entrée]")
    _ = state.update(.event(.paste("Un\nDeux")))
    state.play("[Entrée]Trois[Entrée][Entrée]")
    let lb = id("LB", in: state)
    #expect(state.observations.suffix(3).map(\.auteur) == [lb, lb, nil])
  }

  @Test
  func `the last entries tell who said each, or ·· while names are hidden, never on the wall`()
    throws
  {
    var state = state(try example(), Size(80, 24))
    state.play("[n][F6]zyx[Entrée]Dit par ZYX[Entrée][u][r]")
    func row(_ state: State) -> Substring? {
      state.view.description.split(separator: "\n").last { $0.contains("■ U  Dit par ZYX") }
    }
    #expect(row(state)?.hasSuffix("  ZYX") == true)
    state.press(.control("n"))
    #expect(row(state)?.hasSuffix("  ··") == true)
    state.press(.control("n"))
    state.press(.function(8))
    #expect(!state.view.description.replacing("Dit par ZYX", with: "").contains("ZYX"))
  }

  @Test func `↑ then F6 corrects who said an entry, as one step of undo`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("[n][F6]lb[Entrée]Un[Entrée][u][r]Deux[Entrée][p][v][haut][haut][F6]pg[Entrée]")
    let (lb, pg) = (id("LB", in: state), id("PG", in: state))
    #expect(state.observations.suffix(2).map(\.auteur) == [pg, nil])
    // Nobody was given the turn by it.
    state.play("[bas][bas]Trois[Entrée][Entrée]")
    #expect(state.observations.last?.auteur == nil)
    state.play("[F9][F9]")
    #expect(state.observations.suffix(2).map(\.auteur) == [lb, nil])
    state.play("[haut][haut][F6]personne[Entrée]")
    #expect(state.observations.suffix(2).map(\.auteur) == [nil, nil])
    let before = try #require(state.document?.demarche.participants)
    state.play("[haut][haut][F6]zz[Entrée]")
    #expect(state.observations.dropLast().last?.auteur == id("ZZ", in: state))
    state.play("[F9]")
    #expect(state.document?.demarche.participants == before)
  }

  @Test func `while a text is corrected F6 says who said it, and the text being typed stays`()
    throws
  {
    var state = state(try example(), Size(80, 24))
    state.play("[n]Un[Entrée][u][r][haut][Entrée] bis")
    #expect(state.view.description.contains("sans auteur, F6 le change"))
    state.play("[F6]lb[Entrée]")
    #expect(state.view.description.contains("dit par LB"))
    state.play("[Entrée]")
    #expect(state.observations.last?.texte == "Un bis")
    #expect(state.observations.last?.auteur == id("LB", in: state))
  }

  @Test func `who said an entry of a frozen image is not corrected`() throws {
    var demarche = try example()
    demarche.cercles.removeLast()
    var state = state(demarche, Size(80, 24))
    state.play("[n][haut][F6]")
    #expect(state.words.contains("est figée"))
    #expect(state.document?.demarche == demarche)
  }

  @Test func `in the middle of a text F6 keeps the text, and shows who speaks beside it`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("[n]Au milieu[F6]hv[Entrée] d’une phrase")
    #expect(state.view.description.contains("HV parle"))
    #expect(state.view.description.contains("› Au milieu d’une phrase"))
    state.play("[Échap]")
    #expect(!state.view.description.contains("HV parle"))
  }

  @Test func `new initials join the tour de table without collège, as a step of undo`() throws {
    let before = try example().participants
    var state = state(try example(), Size(80, 24))
    let effects = state.play("[n][F6]zm[Entrée]")
    #expect(effects.count == 1)
    var zm = Participant()
    zm.id = try #require(id("ZM", in: state))
    zm.initiales = "ZM"
    #expect(state.document?.demarche.participants == before + [zm])
    state.play("Dit par ZM[Entrée][t][v]")
    #expect(state.observations.last?.auteur == zm.id)
    // Undone, nobody speaks any more, and nothing is said by somebody who is not there.
    state.play("[F9][F9]Dit par personne[Entrée][t][v]")
    #expect(state.document?.demarche.participants == before)
    #expect(state.observations.last?.texte == "Dit par personne")
    #expect(state.observations.last?.auteur == nil)
  }

  @Test func `personne clears it, whoever this machine serves`() throws {
    var state = state(try example(), Size(80, 24))
    state.environment.person = "SC"
    state.play("[n]Un[Entrée][Entrée][F6]lb[F6]Deux[Entrée][Entrée][F6]personne[Entrée]")
    state.play("Trois[Entrée][Entrée]")
    #expect(
      state.observations.suffix(3).map(\.auteur) == [nil, id("LB", in: state), nil])
  }

  @Test(
    arguments: [
      ("sc", "SC"), ("h", "HV"), ("ville", "VF"), ("familles", "TN"), ("perso", nil),
      // As short as initials, though « partenaires » and « personne » have them inside.
      ("ar", "AR"), ("pe", "PE"),
    ] as [(String, String?)])
  func `Entrée takes the nearest: initials first`(typed: String, initials: String?) throws {
    var state = state(try example(), Size(80, 24))
    state.play("[F6]\(typed)[Entrée][n]Dit[Entrée][Entrée]")
    let author = state.observations.last?.auteur
    let who = state.document?.demarche.participants.first { $0.id == author }
    #expect(who?.initiales == initials)
  }

  @Test func `initials too long are refused, Échap changes nothing`() throws {
    var state = state(try example(), Size(80, 24))
    let before = state.document?.demarche
    state.play("[F6]unnomtroplong[Entrée]")
    #expect(state.view.description.contains("8 signes au plus"))
    state.play("[Échap]")
    #expect(state.document?.demarche == before)
  }

  @Test func `the same initials in another case are the same person`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("[F6]LB[Entrée][n]Un[Entrée][Entrée][F6]lB[Entrée]Deux[Entrée][Entrée]")
    #expect(state.document?.demarche.participants == (try example().participants))
    #expect(Set(state.observations.suffix(2).map(\.auteur)).count == 1)
  }

  @Test(arguments: [(Size(40, 12), false), (Size(80, 24), false), (Size(80, 24), true)])
  func `who speaks is chosen`(size: Size, isASCII: Bool) throws {
    var state = state(try example(), size, isASCII: isASCII)
    state.play("[n]Déjà dit[F6]")
    let name = "parole-\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")"
    try expectContent(state, named: name)
    state.play("zm")
    try expectContent(state, named: "\(name)-nouveau")
  }
}
