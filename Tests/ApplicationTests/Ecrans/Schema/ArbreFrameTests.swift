import DPES
import TerminalUI
import Testing

@testable import Application

/// The sizes that the cards and views over the schéma are looked at in.
private let looks: [(Size, Bool)] = [
  (Size(40, 12), false), (Size(60, 16), false), (Size(80, 24), false), (Size(80, 24), true),
  (Size(100, 30), false), (Size(120, 36), false), (Size(160, 45), false), (Size(240, 67), false),
]

private func name(_ prefix: String, _ size: Size, _ isASCII: Bool) -> String {
  "\(prefix)-\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")"
}

@Suite struct ArbreFrameTests {
  @Test(arguments: looks.suffix(4).map(\.0), [false, true])
  func `the arbre of the three profiles`(size: Size, isASCII: Bool) throws {
    var state = state(try example(), size, screen: .schema, isASCII: isASCII)
    state.press(.character("r"), .right)
    try expectContent(state, named: name("arbre", size, isASCII))
  }

  @Test func `the arbre of two dates`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    for key in "rddddd" { state.press(.character(key)) }
    try expectContent(state, named: "arbre-dates-100x30")
  }

  @Test func `where it has no room it is refused, and the staircase of an axis is offered`() throws
  {
    for size in [Size(40, 12), Size(99, 30), Size(100, 29)] {
      var state = state(try example(), size, screen: .schema)
      state.press(.character("r"))
      #expect(state.modes.isEmpty && state.notice?.kind == .refused)
      #expect(state.notice?.text.contains("z montre l’escalier d’un axe") == true)
    }
  }

  /// One palier, and more of them than there are rows.
  @Test(arguments: [("un", 1), ("deux-cents", 200)])
  func `levels out of the ordinary are drawn too`(name: String, count: Int) throws {
    let demarche = try demarche(paliers: paliers(.utilite, (0..<count).map { _ in 12 }))
    var state = state(demarche, Size(100, 30), screen: .schema)
    state.press(.character("r"))
    try expectContent(state, named: "arbre-\(name)-100x30")
  }

  @Test func `e goes palier by palier from the start to the target, E back`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    state.press(.character("r"))
    #expect(state.words.contains("intermédiaire, 18 mois"))
    let avancement = try #require(state.derived.avancement)
    let months = avancement.moisDesPaliers
    #expect(months == [0, 3, 4, 6, 9, 12, 14, 18, 20, 24, 27, 30, 36])
    // 14 months since the start: what is over is what was, what is to come is planned.
    for (mois, told) in zip(months, ["départ, 01/10/2025", "3 mois, 31/12/2025"]) {
      state.press(.character("e"))
      #expect(state.words.contains(told), "\(mois)")
    }
    for _ in months.dropFirst(2) { state.press(.character("e")) }
    #expect(state.words.contains("prévu à 36 mois, 30/09/2028"))
    state.press(.character("e"))
    #expect(state.words.contains("intermédiaire, 18 mois"))
    state.press(.character("E"))
    #expect(state.words.contains("prévu à 36 mois, 30/09/2028"))
    state.press(.escape)
    #expect(state.modes.isEmpty)
  }

  @Test func `on the wall e and E go palier by palier, and say which date it is`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    state.press(.character("s"), .character("e"))
    #expect(state.notice?.text.contains("Tab y mène") == true && state.schema.moisDeLArbre == nil)
    while state.wallPage?.name != ArbrePage.name { state.press(.tab) }
    #expect(state.words.contains("trois profils") && state.words.contains("e échéance"))
    state.press(.character("e"))
    #expect(state.words.contains("aujourd’hui, puis départ, 01/10/2025."))
    state.press(.character("E"), .character("E"))
    #expect(state.words.contains("aujourd’hui, puis prévu à 36 mois"))
    #expect(state.words.contains("B ·· prévu à 36 mois"))
    // The other window is told which.
    #expect(state.wall?.place.mois == 36)
    // Back on the screen it is the same, and goes on.
    state.press(.character("s"), .character("r"))
    #expect(state.words.contains("prévu à 36 mois, 30/09/2028"))
    state.press(.character("e"))
    #expect(state.words.contains("intermédiaire, 18 mois"))
  }

  @Test(arguments: ["r", "sr"])
  func `keys that change the schéma change nothing over its arbre`(keys: String) throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    state.play(keys)
    let revision = state.document?.revision
    for key in ["<", ">", "d", "D", "m", "n", "a"] where !(keys == "sr" && "dman".contains(key)) {
      state.press(.character(Character(key)))
      #expect(state.schema.moisDeLArbre == nil && state.document?.revision == revision, "\(key)")
    }
    state.press(.shiftLeft, .shiftRight)
    #expect(state.schema.moisDeLArbre == nil && state.document?.revision == revision)
  }

  @Test func `other screens, the palette and the help are heard over the arbre, and named`() throws
  {
    let opened = state(try example(), Size(100, 30), screen: .schema)
    for (keys, screen) in [("r5", Screen.tableau), ("r3", .cercle), ("r[Tab]", .tableau)] {
      var state = opened
      state.play(keys)
      #expect(state.screen == screen && state.modes.isEmpty, "\(keys)")
    }
    var state = opened
    state.play("r")
    #expect(state.words.contains("? aide"))
    state.play("n")
    #expect(
      state.notice?.text
        == "«\u{A0}Nouveau palier\u{A0}»\u{A0}: sur le schéma. r y revient, puis n.")
    state.play(":")
    #expect(state.words.contains("Toutes les actions"))
    state.play("[Échap]?")
    #expect(state.modes.last is Help)
  }

  @Test func `a window that follows draws the same date`() throws {
    var first = state(try example(), Size(100, 30), screen: .schema)
    first.press(.character("s"), .character("r"), .character("e"))
    var other = state(try example(), Size(100, 30), screen: .schema)
    _ = WallWindow.toggle(&other)
    _ = Wall.follow(&other, try #require(first.wall))
    #expect(other.words.contains("aujourd’hui, puis départ"))
  }

  @Test func `a month that is over says what was, one to come what is planned`() throws {
    let state = state(try example(), Size(100, 30), screen: .schema)
    let avancement = try #require(state.derived.avancement)
    let schema = try #require(state.demarche?.schema)
    #expect(avancement.niveaux(a: 0, dans: schema).niveaux == avancement[.depart].niveaux)
    let target = avancement.niveaux(a: avancement.dureeMois, dans: schema)
    #expect(target.estPrevu && target.niveaux == avancement[.cible].niveaux)
    let past = avancement.niveaux(a: 12, dans: schema)
    let fin = try #require(schema.periode(12).fin)
    #expect(!past.estPrevu)
    #expect(past.niveaux == Axe.allCases.map { schema.niveau(de: $0, le: fin) })
  }

  @Test func `without a month 0 what is planned is shown without dates`() throws {
    var demarche = try demarche(paliers: paliers(.utilite, [6, 12]))
    demarche.schema.debut = nil
    var state = state(demarche, Size(100, 30), screen: .schema)
    state.press(.character("r"), .character("e"), .character("e"))
    #expect(state.words.contains("prévu à 6 mois"))
  }

  @Test func `its selection moves as on the schéma, opens its card, and goes to the wall`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    state.press(.character("r"), .right, .up)
    #expect(state.schema.axe == .personne && state.schema.index == 1)
    state.press(.enter, .escape)
    #expect(state.modes.last is Arbre)
    state.press(.character("s"))
    #expect(state.isOnWall && state.wallPage?.name == "arbre" && state.modes.isEmpty)
    #expect(state.schema.index == 1)
  }
}

@Suite struct ZoomFrameTests {
  @Test(arguments: looks)
  func `the zoom on one axis`(size: Size, isASCII: Bool) throws {
    var state = state(try example(), size, screen: .schema, isASCII: isASCII)
    state.press(.right, .right, .up, .character("z"), .down)
    try expectContent(state, named: name("zoom", size, isASCII))
  }

  @Test func `an axis without a palier is said to be empty`() throws {
    var state = state(try demarche(paliers: []), Size(80, 24), screen: .schema)
    state.press(.character("z"), .down, .up, .enter, .delete)
    try expectContent(state, named: "zoom-vide-80x24")
  }

  /// Thirty paliers with two indicators each: every row is met once, always in sight.
  @Test(arguments: [Size(40, 12), Size(80, 24), Size(120, 36)])
  func `walking down the zoom meets every row, always in sight`(size: Size) throws {
    var all = paliers(.utilite, (1...30).map { $0 }) { "Palier-\($0)." }
    for index in all.indices {
      all[index].indicateurs = (1...2).map { number in
        var one = Indicateur()
        one.id = "i\(index + 1)-\(number)"
        one.intitule = "Suivi-\(index + 1)-\(number)."
        return one
      }
    }
    var state = state(try demarche(paliers: all), size, screen: .schema)
    state.press(.end, .character("z"))
    for rang in (1...30).reversed() {
      for title in ["Palier-\(rang).", "Suivi-\(rang)-1.", "Suivi-\(rang)-2."] {
        let rows = state.view.description.split(separator: "\n").count { $0.contains(title) }
        #expect(rows >= 1, "\(title)")
        state.press(.down)
      }
    }
    #expect(state.schema.row == .init(index: 0, part: .indicateur("i1-2")))
    for _ in 0..<100 { state.press(.pageUp) }
    #expect(state.schema.row == .init(index: 29, part: .palier))
  }

  @Test func `a click selects the row it shows`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    state.press(.character("z"))
    let pane = try #require(state.panes.first)
    let avancement = try #require(state.derived.avancement)
    for row in ZoomView(state, avancement, in: pane.area).rows {
      let zoom = ZoomView(state, avancement, in: pane.area)
      let index = try #require(zoom.rows.firstIndex(of: row))
      let area = try #require(zoom.list(zoom.rows).place(of: index))
      let last = Position(column: area.column, row: area.endRow - 1)
      _ = state.update(.event(.mouse(.init(.press, at: last))))
      #expect(state.schema.row == row)
    }
  }
}

@Suite struct SchemaCardFrameTests {
  @Test(arguments: looks.prefix(5))
  func `the cards, and a palier on its way`(size: Size, isASCII: Bool) throws {
    let start = state(try example(), size, screen: .schema, isASCII: isASCII)
    for (keys, what) in [
      ("[Entrée]", "fiche"), ("[i]", "fiche-indicateur"), ("[g]", "fiche-engagement"),
      ("[m][haut]", "deplacer"),
      ("[m][Début][Entrée]", "demander"), ("[o]", "observations"),
    ] {
      var state = start
      state.play(keys)
      try expectContent(state, named: name("schema-\(what)", size, isASCII))
    }
  }
}
