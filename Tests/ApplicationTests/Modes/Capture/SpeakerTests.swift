import Application
import DPES
import TerminalUI
import Testing

@Suite struct SpeakerTests {
  private func id(_ initiales: String, in state: State) -> String? {
    state.document?.demarche.participants.first { $0.initiales == initiales }?.id
  }

  @Test func `who speaks is the author until somebody else speaks`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("[F6]lb[Entrée][n]Un[Entrée][u][r]Deux[Entrée][Entrée][F6]pg[Entrée]")
    #expect(state.view.description.contains("PG parle"))
    state.play("Trois[Entrée][p][v]")
    let authors = state.observations.suffix(3).map(\.auteur)
    #expect(authors == [id("LB", in: state), id("LB", in: state), id("PG", in: state)])
    #expect(!authors.contains(nil))
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
    state.play("[n]Un[Entrée][Entrée][F6]lb[Entrée]Deux[Entrée][Entrée][F6]personne[Entrée]")
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
