import Application
import DPES
import TerminalUI
import Testing

private func opened(_ size: Size = Size(80, 24)) throws -> State {
  state(try example(), size, screen: .aFaire)
}

private func toDo(_ demarche: Demarche) throws -> [AFaire.Ligne] {
  AFaire(demarche, Avancement(demarche.schema, le: exampleDay)).lignes
}

@Suite struct AFaireGestureTests {
  @Test func `Entrée goes to the cell of each line, and to its promise`() throws {
    let lignes = try toDo(example())
    #expect(lignes.count > 10)
    for (index, ligne) in lignes.enumerated() {
      var state = try opened()
      for _ in 0..<index { state.press(.down) }
      let start = ligne.texte.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(
        30)
      #expect(state.words.contains(start), "\(index)")
      state.press(.enter)
      switch ligne.objet {
      case .indicateur(_, let mois):
        #expect(state.screen == .tableau)
        #expect(state.words.contains(" \(mois) mois, "), "\(index)")
      case .palier: #expect(state.screen == .schema)
      case .promesse: #expect(state.screen == .etat)
      case .rapport, .renouvellement: #expect(state.screen == .aFaire)
      }
      #expect(state.words.contains(start), "\(index)")
    }
  }

  @Test func `what was recorded is late no more, and the selection stays where it was`() throws {
    var state = try opened()
    state.press(.down, .down)
    state.press(.enter, .character("a"), .character("6"))
    let lines = try toDo(#require(state.document?.demarche))
    #expect(lines.count { $0.rubrique == .enRetard } == 2)
    #expect(state.words.contains(lines[2].texte.prefix(30)))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(120, 36)])
  func `pages reach the last line, and come back to the first`(size: Size) throws {
    var state = try opened(size)
    expectPagesReachBothEnds(&state)
  }

  @Test func `a click selects the line under it, and the wheel moves`() throws {
    var state = try opened(Size(120, 36))
    let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.lastIndex { $0.contains("27/11/2026") })
    _ = state.update(.event(.mouse(Event.Mouse(.press, at: Position(column: 30, row: row)))))
    #expect(state.words.contains("attendu pour le 27 novembre 2026"))
    _ = state.update(.event(.mouse(Event.Mouse(.wheelUp, at: Position(column: 30, row: row)))))
    #expect(!state.words.contains("attendu pour le 27 novembre 2026"))
  }

  /// Under the name of whom this machine serves comes what is theirs, before the others'.
  @Test func `by person, the one that the machine serves comes first`() throws {
    var state = try opened()
    state.environment.person = "LB"
    state.press(.character("p"))
    let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[3].hasPrefix(" LB  "))
  }

  @Test func `somebody who left is said to have left`() throws {
    var demarche = try example()
    let place = try #require(demarche.lieu(deIndicateur: "c5osg36e7yc"))
    demarche.schema.paliers[place.palier].indicateurs[place.index].responsable = "g7qnf5ybjvs"
    demarche.schema.paliers[place.palier].indicateurs[place.index].realises[18] = nil
    var state = state(demarche, Size(100, 30), screen: .aFaire)
    state.press(.character("p"))
    #expect(state.view.description.contains(" MA, parti"))
  }
}

@Suite struct LandingTests {
  private func landed(
    _ demarche: Demarche, person: String?, screen: Screen? = nil, today: Day = exampleDay
  ) -> Screen {
    State(
      State.Environment(
        today: today, now: Instant(seconds: 0), ids: IDGenerator(seed: 7), person: person),
      size: Size(80, 24), screen: screen, document: Document(demarche, path: "/tmp/x.dpes.json")
    ).screen
  }

  @Test func `who is known lands on what is to be done, unless a screen was named`() throws {
    let demarche = try example()
    #expect(landed(demarche, person: "SC") == .aFaire)
    #expect(landed(demarche, person: nil) == .cercle)
    // Nobody of this démarche.
    #expect(landed(demarche, person: "ZZ") == .cercle)
    #expect(landed(demarche, person: "SC", screen: .cercle) == .cercle)
    #expect(landed(demarche, person: "SC", screen: .schema) == .schema)
  }

  @Test func `where nothing is due, the cercle`() throws {
    var demarche = try example()
    demarche.schema.paliers = []
    demarche.seances = []
    #expect(landed(demarche, person: "SC") == .cercle)
  }
}
