import Application
import DPES
import TerminalUI
import Testing

private func opened(_ size: Size = Size(80, 24), isASCII: Bool = false) throws -> State {
  state(try example(), size, screen: .tableau, isASCII: isASCII)
}

extension State {
  /// The texts of the lines of the grid.
  fileprivate var lines: [Substring] {
    view.description.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

@Suite struct TableauFilterTests {
  @Test(arguments: [
    "r": ["Comptes rendus", "Réunions du conseil", "Un temps de", "Étages équipés"],
    "p": ["Réunions du conseil"],
  ])
  func `a filter lists what is late, or lost`(key: String, titles: [String]) throws {
    var state = try opened()
    state.press(.character("f"))
    state.type(key)
    for title in titles { #expect(state.words.contains(title)) }
    #expect(!state.words.contains("CDD devenus CDI"))
    #expect(state.words.contains("\(titles.count) ligne"))
    // Échap shows everything again.
    state.press(.escape)
    #expect(state.words.contains("Tout le tableau"))
    #expect(state.document?.revision == 0)
  }

  @Test func `one person, by initials, what is typed staying when nobody has them`() throws {
    var state = try opened(Size(120, 36))
    state.press(.character("f"), .character("i"))
    state.type("ZZ")
    state.press(.enter)
    #expect(state.words.contains("ZZ : personne n’a ces initiales"))
    state.press(.backspace, .backspace)
    state.type("hv")
    state.press(.enter)
    #expect(state.words.contains("CDD devenus CDI"))
    #expect(!state.words.contains("Dossiers déposés"))
    // With what is late, both count.
    state.press(.character("f"), .character("r"))
    #expect(state.words.contains("Aucune ligne : en retard, HV."))
    // And nothing can be entered where nothing is listed.
    #expect(state.press(.character("a"), .enter).isEmpty)
    state.press(.escape, .escape)
    #expect(state.words.contains("Dossiers déposés"))
  }

  @Test func `z shows one axis, and again all four`() throws {
    var state = try opened(Size(120, 36))
    let whole = state.view
    state.press(.character("z"))
    #expect(!state.words.contains("Semaines de planning"))
    #expect(state.words.contains("Utilité et emplois"))
    state.press(.character("z"), .right)
    state.press(.left)
    // Beside what a key said.
    let rows = 0..<state.size.height - 2
    #expect(state.view.lines(rows) == whole.lines(rows))
  }

  /// What was just entered does not vanish from under the hand; asked again, the filter leaves it.
  @Test func `a réalisé leaves the rows as they are until the filter is chosen again`() throws {
    var state = try opened()
    state.press(.character("f"), .character("r"), .left, .character("a"))
    #expect(state.words.contains("Comptes rendus"))
    state.press(.character("f"), .character("r"))
    // Beside what a key said, and what is said of the selected one.
    let rows = state.words.prefix(
      upTo: try #require(state.words.firstRange(of: "attendus")).lowerBound)
    #expect(!rows.contains("Comptes rendus"))
    #expect(state.words.contains("3 lignes"))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(120, 36)])
  func `the question and what it lists`(size: Size) throws {
    var state = try opened(size)
    state.press(.character("f"))
    try expectContent(state, named: "tableau-filtrer-\(size.width)x\(size.height)")
    state.press(.character("r"))
    try expectContent(state, named: "tableau-retards-\(size.width)x\(size.height)")
  }

  @Test func `a jump to what a filter leaves out shows everything`() throws {
    var state = try opened()
    state.press(.character("f"), .character("p"), .character("6"), .end, .home)
    while !state.words.contains("cible") {
      state.press(.down)
      if state.words.contains("CDD devenus CDI · à vérifier") { break }
    }
    state.press(.right)
    #expect(state.screen == .tableau && state.words.contains("18 mois, 1er"))
  }
}

@Suite struct TableauFoldingTests {
  @Test func `Espace folds the palier, then the axis, then unfolds it; Entrée steps back`() throws {
    var state = try opened(Size(120, 36))
    let open = state.view
    state.press(.character(" "))
    #expect(state.lines.contains { $0.contains("1 ▸ Deux contrats consolidés") })
    #expect(!state.words.contains("CDD devenus CDI"))
    state.press(.character(" "))
    #expect(state.lines.contains { $0.contains("▸ Utilité et emplois") })
    state.press(.enter)
    #expect(state.lines.contains { $0.contains("1 ▸ Deux contrats consolidés") })
    state.press(.enter)
    #expect(state.view == open)
    state.press(.character(" "), .character(" "), .character(" "))
    #expect(state.view == open)
  }

  @Test func `g folds everything to its paliers, to its axes, and back`() throws {
    var state = try opened(Size(120, 48))
    let open = state.view
    state.press(.character("g"))
    let paliers = try example().schema.paliers.count
    #expect(state.lines.count { $0.contains("▸") } == paliers)
    state.press(.character("g"))
    #expect(state.lines.count { $0.contains("▸") } == 4)
    state.press(.character("g"))
    #expect(state.view == open)
  }

  @Test func `what is folded takes no réalisé, and says how to unfold`() throws {
    var state = try opened()
    state.press(.character("g"))
    #expect(state.press(.character("a")).isEmpty)
    #expect(state.words.contains("Ce palier est replié : Entrée le déplie."))
    #expect(state.document?.revision == 0)
  }

  @Test func `undo unfolds what it goes back to`() throws {
    var state = try opened()
    state.press(.character("a"), .character("g"), .character("g"), .end, .character("u"))
    #expect(state.words.contains("CDD devenus CDI"))
    #expect(state.words.contains("18 mois, 1er"))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(160, 45)])
  func `folded to paliers and to axes`(size: Size) throws {
    var state = try opened(size)
    state.press(.character("g"), .left)
    try expectContent(state, named: "tableau-replie-\(size.width)x\(size.height)")
    state.press(.character("g"))
    try expectContent(state, named: "tableau-axes-\(size.width)x\(size.height)")
  }

  @Test func `folded, in ASCII`() throws {
    var state = try opened(isASCII: true)
    state.press(.character("g"))
    try expectContent(state, named: "tableau-replie-ascii-80x24")
  }
}

@Suite struct TableauLeaverTests {
  @Test(arguments: [Size(60, 16), Size(80, 24)])
  func `somebody in charge who left is in brackets, and said to have left`(size: Size) throws {
    var demarche = try example()
    let place = try #require(demarche.lieu(deIndicateur: "c5osg36e7yc"))
    demarche.schema.paliers[place.palier].indicateurs[place.index].responsable = "g7qnf5ybjvs"
    let state = state(demarche, size, screen: .tableau)
    #expect(state.view.description.contains("(MA)"))
    #expect(state.words.contains("responsable : MA, parti"))
    try expectContent(state, named: "tableau-parti-\(size.width)x\(size.height)")
  }
}
