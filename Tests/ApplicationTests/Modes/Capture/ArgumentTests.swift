import Application
import DPES
import TerminalUI
import Testing

@Suite struct ArgumentTests {
  private func one(_ size: Size = Size(57, 30)) throws -> State {
    var demarche = try example()
    demarche.cercles = []
    var state = state(demarche, size)
    state.play("[n]Le tri dépend de qui est de service[Entrée][t][o][Échap]")
    return state
  }

  @Test func `an argument is by who speaks, whose collège needs no telling`() throws {
    var state = try one()
    state.play(
      "[F6]lb[F6][a][p]On trie mieux qu’avant[Entrée][c]Le soir, tout est mêlé[Entrée]")
    let said = state.observations[0].arguments
    #expect(said.map(\.sens) == [.pour, .contre])
    #expect(said.map(\.texte) == ["On trie mieux qu’avant", "Le soir, tout est mêlé"])
    let lb = state.document?.demarche.participants.first { $0.initiales == "LB" }?.id
    #expect(said.map(\.auteur) == [lb, lb] && said.map(\.college) == [nil, nil])
    #expect(state.words.contains("LB, salariés"))
  }

  @Test func `a turn for one entry is over with an argument`() throws {
    var state = try one()
    state.play("[F6]lb[Entrée][a][p]Un[Entrée][c]Deux")
    #expect(!state.words.contains("LB parle"))
    state.play("[Entrée][u]")
    let said = state.observations[0].arguments
    #expect(said.map { $0.auteur == nil } == [false, true])
    #expect(said.map(\.college) == [nil, .usagers])
  }

  @Test func `where the collège is asked F6 says who, whose own answers`() throws {
    var state = try one()
    state.play("[a][p]Un[Entrée][F6]lb[Entrée]")
    #expect(state.words.contains("LB, salariés"))
    #expect(state.observations[0].arguments.map(\.college) == [nil])
    // Somebody new has none yet: the question stays.
    state.play("[c]Deux[Entrée][F6]zz[Entrée]")
    #expect(
      state.observations[0].arguments.count == 1 && state.words.contains("S salariés"),
      "\(state.words)")
    state.play("[u]")
    let zz = state.document?.demarche.participants.last
    #expect(zz?.initiales == "ZZ" && state.observations[0].arguments.last?.auteur == zz?.id)
    #expect(state.observations[0].arguments.last?.college == .usagers)
  }

  @Test func `while an argument is corrected F6 says who said it`() throws {
    var state = try one()
    state.play("[a][p]Un[Entrée][u][Entrée][F6]lb[Entrée]")
    #expect(state.words.contains("dit par LB"))
    let lb = state.document?.demarche.participants.first { $0.initiales == "LB" }?.id
    #expect(state.observations[0].arguments.map(\.auteur) == [lb])
    #expect(state.observations[0].arguments.map(\.college) == [nil])
  }

  @Test(
    arguments: [
      ("[u]", .usagers), ("[s]", .salaries), ("[B]", .administrateursBenevoles),
      ("[p]", .partenaires), ("[Entrée]", nil),
    ] as [(String, College?)])
  func `without a speaker one key says the collège, or none`(
    key: String, college: College?
  ) throws {
    var state = try one()
    state.play("[a][c]On ne sait pas où jeter[Entrée]")
    #expect(state.observations[0].arguments.isEmpty)
    #expect(state.words.contains("S salariés B bénévoles U usagers P partenaires"))
    state.play(key)
    #expect(state.observations[0].arguments.map(\.college) == [college])
    #expect(state.observations[0].arguments.map(\.auteur) == [nil])
  }

  @Test func `another key is refused, Retour goes back to the text, and nothing is lost`() throws {
    var state = try one()
    state.play("[a][c]Pas de bac[Entrée][x]")
    #expect(state.words.contains("Un collège est demandé"))
    // No letter is offered that would not be taken.
    #expect(state.words.contains("Entrée n’en dit aucun, ⌫ revient au texte"))
    #expect(!state.words.contains("s b u p"))
    // Who types on does not see the question: no letter after it answers.
    state.play("sub")
    #expect(state.observations[0].arguments.isEmpty && state.words.contains("Pas de bac"))
    state.play("[Retour] jaune[Échap]")
    #expect(state.observations[0].arguments.isEmpty)
    state.play("[c][Entrée][u]")
    #expect(state.observations[0].arguments.map(\.texte) == ["Pas de bac jaune"])
  }

  @Test func `an argument is corrected, deleted, and each comes back`() throws {
    var state = try one()
    state.play("[a][p]Un[Entrée][Entrée][p]Deux[Entrée][Entrée]")
    state.play("[haut][Entrée] bis[Entrée]")
    #expect(state.observations[0].arguments.map(\.texte) == ["Un bis", "Deux"])
    state.play("[Suppr]")
    #expect(state.observations[0].arguments.map(\.texte) == ["Deux"])
    #expect(state.words.contains("u annule"))
    state.play("[F9][F9]")
    #expect(state.observations[0].arguments.map(\.texte) == ["Un", "Deux"])
    state.play("[Échap][u][u]")
    #expect(state.observations[0].arguments.isEmpty)
  }

  @Test func `d marks the disagreement and keeps the minority's sentence, which may be empty`()
    throws
  {
    var state = try one()
    state.play("[d]Le tri marche bien[Entrée]")
    #expect(state.observations[0].desaccord)
    #expect(state.observations[0].minorite == "Le tri marche bien")
    #expect(state.words.contains("désaccord"))
    #expect(state.words.contains("minorité : « Le tri marche bien »"))
    state.play("[d][Ctrl-U][Entrée]")
    #expect(state.observations[0].desaccord && state.observations[0].minorite == nil)
    state.play("[a][Suppr]")
    #expect(!state.observations[0].desaccord)
    state.play("[F9][F9]")
    #expect(state.observations[0].minorite == "Le tri marche bien")
    state.play("[a][u]")
    #expect(state.observations[0].minorite == nil && !state.observations[0].desaccord)
  }

  @Test(arguments: [false, true])
  func `the mark of disagreement is a shape or a letter in the list`(isASCII: Bool) throws {
    var demarche = try example()
    demarche.cercles = [demarche.cercles[0]]
    var state = state(demarche, Size(80, 24), isASCII: isASCII)
    state.play("[droite][droite]")
    let line = try #require(
      state.view.description.split(separator: "\n").first { $0.contains("32 Au conseil") })
    #expect(line.hasSuffix(isASCII ? " D" : " ≠"))
  }

  @Test func `a frozen image shows its arguments and refuses every change with a reason`() throws {
    var demarche = try example()
    demarche.cercles.removeLast()
    var state = state(demarche, Size(80, 24))
    for keys in ["[m]", "[g]", "[c]", "[d]"] {
      state.play(keys)
      #expect(state.words.contains("est figée"), "\(keys)")
    }
    state.press(.escape)
    _ = state.select("eu7xvtqtinu")
    state.play("[a]")
    #expect(state.words.contains("La cadre prévient dès qu’elle sait"))
    for keys in ["[p]", "[c]", "[d]", "[Entrée]", "[Suppr]"] {
      state.play(keys)
      #expect(state.words.contains("est figée"), "\(keys)")
    }
    #expect(state.document?.demarche == demarche)
  }

  @Test func `an image frozen elsewhere while an argument is typed loses nothing`() throws {
    var state = try one()
    let base = try #require(state.document?.demarche)
    state.play("[a][c]Dit trop tard")
    _ = state.update(arrival(base) { $0.cercles[0].figee = true })
    state.play("[Entrée][Entrée]")
    #expect(state.words.contains("l’image a été figée"))
    state.play("[Échap][Échap]")
    #expect(state.observations[0].arguments.isEmpty)
    let effects = state.play("[Échap][q]")
    #expect(effects == [] && state.words.contains("brouillon"))
  }

  @Test func `two people who correct one argument are asked which words stay`() throws {
    var state = try one()
    state.play("[a][p]Un[Entrée][Entrée]")
    let base = try #require(state.document?.demarche)
    state.play("[Entrée] ici")
    _ = state.update(
      arrival(base) { $0.cercles[0].observations[0].arguments[0].texte = "Un ailleurs" })
    state.play("[Entrée][Échap]")
    #expect(state.words.contains("Un ailleurs") && state.words.contains("Un ici"))
  }

  @Test func `an undo that goes elsewhere leaves the card on its observation`() throws {
    var state = try one()
    state.play("[n]Une autre[Entrée][u][v][Échap][r][gauche]")
    let first = state.observations[0]
    #expect(state.words.contains("▲ 1 orange"))
    state.play("[a][F9][p]Dit ici[Entrée][Entrée]")
    #expect(state.observations[0].id == first.id && state.observations[1].statut == .vert)
    #expect(state.observations.map(\.arguments.count) == [1, 0])
    state.play("[F9][F9][F9][F9][p]")
    #expect(state.words.contains("n’est plus là"))
  }

  @Test func `an argument being typed when the window closes is noted, and not said by anybody`()
    throws
  {
    var state = try one()
    state.play("[a][p]Juste avant la panne")
    #expect(state.update(.event(.closed)) == [.quit])
    #expect(state.observations[0].arguments.isEmpty)
    #expect(state.draftsAtEnd.flatMap(\.texts) == ["Juste avant la panne"])
  }

  @Test(
    arguments: [
      (Size(40, 12), false), (Size(60, 16), false), (Size(80, 24), false), (Size(80, 24), true),
      (Size(140, 40), false),
    ])
  func `the arguments`(size: Size, isASCII: Bool) throws {
    var demarche = try example()
    demarche.cercles.removeLast()
    demarche.cercles[0].figee = false
    var state = state(demarche, size, isASCII: isASCII)
    _ = state.select("f6nzw3lxkjd")
    let name = "arguments-\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")"
    try expectContent(state, named: "\(name)-detail")
    state.play("[a][bas]")
    try expectContent(state, named: name)
    state.play("[c]Un nom de plus[Entrée]")
    try expectContent(state, named: "\(name)-college")
  }
}
