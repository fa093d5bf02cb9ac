import DPES
import JSONTree
import TerminalUI
import Testing

@testable import Application

private let size = Size(80, 24)

/// The example on the tableau, on an indicator of it, in the period of 18 months, which is current.
private func opened(on position: Int = 0) throws -> State {
  var state = state(try example(), size, screen: .tableau)
  for _ in 0..<position { state.press(.down) }
  return state
}

extension State {
  /// The réalisé of the first indicator, `CDD devenus CDI`.
  fileprivate func realise(_ mois: Int) -> Realise? {
    document?.demarche.schema.paliers.first?.indicateurs.first?.realises[mois]
  }

  fileprivate var message: String {
    let lines = view.description.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.suffix(2).first.map(String.init) ?? ""
  }

  fileprivate var changes: Int { document?.revision ?? 0 }
}

@Suite struct TableauTests {
  @Test(arguments: [
    ("a", Realise.Statut.atteint, "✔ atteint"), ("P", .partiel, "◐ partiel"),
    ("x", .nonAtteint, "✘ non atteint"), ("v", .verifie, "◆ vérifié"),
    ("w", .nonVerifie, "? non vérifié"),
  ])
  func `one key sets the réalisé of the selected cell, today, and says so`(
    key: Character, statut: Realise.Statut, words: String
  ) throws {
    var state = try opened()
    state.environment.person = "icjmkhs2s46"
    let effects = state.press(.character(key))
    var expected = Realise()
    expected.statut = statut
    expected.date = exampleDay
    expected.auteur = "icjmkhs2s46"
    #expect(state.realise(18) == expected)
    // What it makes of the axis' level may follow.
    #expect(state.words.contains("« CDD devenus CDI », 18 mois : \(words)."))
    guard case .save(let saved, _, revision: 1, _) = effects.first else {
      Issue.record("No save was asked for")
      return
    }
    #expect(saved == state.document?.demarche)
    #expect(saved.historique.last?.quoi == "realise")
    #expect(saved.historique.last?.objet == "c5osg36e7yc/18")
    #expect(saved.historique.last?.apres == .texte(statut.rawValue))
  }

  @Test func `what else the cell holds stays, and undo brings the status back`() throws {
    var state = try opened()
    state.press(.left)
    let before = try #require(state.realise(12))
    state.press(.character("x"))
    var expected = before
    expected.statut = .nonAtteint
    expected.date = exampleDay
    expected.auteur = nil
    #expect(state.realise(12) == expected)
    state.press(.character("u"))
    #expect(state.realise(12) == before)
    state.press(.control("r"))
    #expect(state.realise(12) == expected)
  }

  @Test func `the same key twice changes nothing the second time`() throws {
    var state = try opened()
    state.press(.character("a"))
    #expect(state.press(.character("a")).isEmpty)
    #expect(state.changes == 1)
    #expect(state.message.contains("déjà ✔ atteint aujourd’hui"))
  }

  @Test func `a period to come takes a réalisé, with a notice`() throws {
    var state = try opened()
    state.press(.right, .character("v"))
    #expect(state.realise(24)?.statut == .verifie)
    #expect(state.message.contains("◆ vérifié, avant sa période."))
  }

  @Test func `a long title leaves room for what happened to its cell`() throws {
    var state = try opened(on: 4)
    _ = state.update(.event(.resize(Size(60, 16))))
    state.press(.right, .right, .character("w"))
    #expect(
      state.words.contains(
        "« Personn… », 30 mois : ? non vérifié, avant sa période. u annule"))
  }

  @Test func `a cell without objective takes a réalisé`() throws {
    var state = try opened(on: 3)
    state.press(.left, .delete)
    #expect(state.message.contains("case vidée"))
    state.press(.character("a"))
    #expect(state.message.contains("12 mois\u{A0}: ✔ atteint."))
  }

  @Test(arguments: [Key.delete, .control("d")])
  func `a cell is emptied, once, and comes back whole`(key: Key) throws {
    var state = try opened()
    state.press(.left)
    let before = try #require(state.realise(12))
    state.press(key)
    #expect(state.realise(12) == nil)
    #expect(state.press(key).isEmpty)
    #expect(state.message == " Cette case est déjà vide.")
    state.press(.character("u"))
    #expect(state.realise(12) == before)
  }

  @Test func `non concerné asks why, and keeps the answer until the status changes`() throws {
    var state = try opened()
    state.press(.character("c"))
    #expect(state.view.description.contains("Pourquoi «\u{A0}non concerné\u{A0}», à 18\u{A0}mois"))
    state.press(.enter)
    #expect(state.changes == 0)
    state.type("Poste gelé")
    state.press(.enter)
    #expect(state.realise(18)?.statut == .nonConcerne)
    #expect(state.realise(18)?.motif == "Poste gelé")
    #expect(state.view.description.contains("motif\u{A0}: Poste gelé"))
    state.press(.character("v"))
    #expect(state.realise(18)?.motif == nil)
  }

  @Test func `a palier without indicator is selected, and has nothing to enter`() throws {
    var state = try opened()
    state.press(.end, .up, .up, .up, .up, .up, .character("a"))
    #expect(state.changes == 0)
    #expect(state.message == " Ce palier n’a pas d’indicateur à renseigner.")
  }

  @Test func `a file that can't be written says so instead of changing`() throws {
    let environment = State.Environment(
      today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 7))
    let reason = "Le fichier vient d’une version plus récente."
    var state = State(
      environment, size: size, screen: .tableau,
      document: Document(try example(), path: "/tmp/essai.dpes.json", readOnlyReason: reason))
    #expect(state.press(.character("a")).isEmpty)
    #expect(state.message == " \(reason) Échap continue.")
  }
}

@Suite struct TableauMovesTests {
  @Test func `the arrows stop at the four sides`() throws {
    var state = try opened()
    let start = state.view
    state.press(.up)
    #expect(state.view == start)
    state.press(.end)
    let last = state.view
    state.press(.down, .pageDown)
    #expect(state.view == last)
    for _ in 0..<9 { state.press(.right) }
    let right = state.view
    #expect(right.description.contains("36 c."))
    state.press(.right)
    #expect(state.view == right)
    for _ in 0..<9 { state.press(.left) }
    state.press(.home)
    #expect(state.words.contains("6 mois, 1er octobre 2025 → 31 mars 2026"))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(120, 36)])
  func `pages reach the last indicator, and come back to the first`(size: Size) throws {
    var state = state(try example(), size, screen: .tableau)
    expectPagesReachBothEnds(&state)
  }

  @Test(
    arguments: designedSizes.map { ($0, "18 mois, 1er") } + [(Size(40, 12), "18 mois · rien")])
  func `a click on the grid selects what is drawn there`(size: Size, period: String) throws {
    var state = state(try example(), size, screen: .tableau)
    state.press(.down, .down, .right, .up)
    let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains(" Un calendrier") })
    let start = try #require(lines[row].firstRange(of: " Un calendrier")?.lowerBound)
    let cell = try #require(lines[row][start...].firstRange(of: "·")?.lowerBound)
    let column = lines[row].distance(from: lines[row].startIndex, to: cell)
    let click = Event.Mouse(.press, at: Position(column: column, row: row))
    _ = state.update(.event(.mouse(click)))
    #expect(state.words.contains("Un calendrier des financeurs est"))
    #expect(state.words.contains(period))
  }

  @Test func `the wheel moves, and a heading's click selects its period`() throws {
    var state = try opened()
    let wheel = Event.Mouse(.wheelDown, at: Position(column: 20, row: 10))
    _ = state.update(.event(.mouse(wheel)))
    #expect(state.tableau.selected?.palier?.rang == 2)
    _ = state.update(.event(.mouse(Event.Mouse(.press, at: Position(column: 40, row: 3)))))
    #expect(state.words.contains("6 mois, 1er octobre 2025"))
  }

  @Test func `the selection stays on its indicator when the démarche changes under it`() throws {
    var state = try opened(on: 4)
    #expect(state.view.description.contains("Personnes capables de mener l’atelier du mardi"))
    state.press(.character("a"), .character("u"))
    #expect(state.view.description.contains("Personnes capables de mener l’atelier du mardi"))
  }

  @Test(
    arguments: [
      ("2025-01-01", "6 mois, 1er"), ("2025-10-01", "6 mois, 1er"),
      ("2026-11-21", "18 mois, 1er"), ("2031-01-01", "36 mois, 1er"),
    ])
  func `it opens on the period of the day, or on the nearest`(day: String, period: String) throws {
    let day = try #require(Day(iso: day))
    let state = state(try example(), size, screen: .tableau, today: day)
    #expect(state.words.contains(" \(period)"))
  }

  @Test func `it opens on the first indicator that is expected`() throws {
    var demarche = try example()
    demarche.schema.paliers[0].echeanceMois = 36
    let state = state(demarche, size, screen: .tableau)
    #expect(state.view.description.contains("Dossiers déposés avant la date limite"))
  }

  @Test func `on two panes the chain follows the indicator`() throws {
    var state = state(try example(), Size(160, 45), screen: .tableau)
    state.press(.function(2), .down, .down, .down)
    #expect(state.view.description.contains("▲ 3 orange"))
  }
}
