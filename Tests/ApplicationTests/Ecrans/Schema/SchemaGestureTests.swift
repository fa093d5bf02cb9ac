import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct SchemaGestureTests {
  /// Two, none, one and three paliers on U, P, D and T.
  private func small(_ size: Size = Size(100, 30), readOnly: String? = nil) throws -> State {
    let demarche = try demarche(
      paliers: paliers(.utilite, [6, 12]) + paliers(.democratie, [9])
        + paliers(.territoire, [nil, 1, 600]))
    return State(
      State.Environment(
        today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 7)),
      size: size, screen: .schema,
      document: Document(demarche, path: "/tmp/essai.dpes.json", readOnlyReason: readOnly))
  }

  /// The axis and the rank selected: `U2`, or `P` on an axis without palier.
  private func place(_ state: State) -> String {
    "\(state.schema.axe.lettre)"
      + (state.schema.selected(in: state.derived).map { "\($0.rang)" } ?? "")
  }

  @Test(
    arguments: [
      ([], "U1"), ([.up], "U2"), ([.up, .up], "U2"), ([.down], "P"), ([.up, .down], "U1"),
      ([.down, .down], "D1"), ([.down, .down, .down], "T3"),
      ([.down, .down, .down, .down, .down, .down], "T1"),
      ([.down, .down, .down, .up], "D1"), ([.down, .up], "U1"), ([.down, .down, .up, .up], "U1"),
      ([.right], "P"), ([.right, .right, .right], "T1"), ([.left], "T1"),
      ([.right, .right, .right, .right], "U1"), ([.left, .up, .right], "U2"),
      ([.left, .end], "T3"), ([.left, .end, .home], "T1"), ([.left, .pageUp], "T3"),
      ([.left, .end, .pageDown], "T1"), ([.end, .right, .right], "D1"),
    ] as [([Key], String)])
  func `keys move the selection up and down the steps, and between axes`(
    keys: [Key], expected: String
  ) throws {
    var state = try small()
    for key in keys { state.press(key) }
    #expect(place(state) == expected)
  }

  @Test func `the schéma opens on the first axis that has a palier`() throws {
    let state = state(
      try demarche(paliers: paliers(.territoire, [6])), Size(80, 24), screen: .schema)
    #expect(place(state) == "T1")
  }

  @Test(
    arguments: designedSizes.map { ($0, 5) } + [
      (Size(40, 12), 5), (Size(50, 40), 5), (Size(130, 14), 5), (Size(40, 12), 20),
      (Size(60, 16), 20), (Size(120, 36), 20), (Size(160, 45), 20),
    ])
  func `walking down meets every palier of every axis, always in sight`(size: Size, count: Int)
    throws
  {
    let demarche = try demarche(
      paliers: Axe.allCases.flatMap { axe in
        paliers(axe, (1...count).map { $0 * 36 / count }) { "Titre-\(axe.lettre)\($0)." }
      })
    var state = state(demarche, size, screen: .schema, today: Day(number: 0))
    state.press(.end)
    for axe in Axe.allCases {
      for rang in (1...count).reversed() {
        #expect(place(state) == "\(axe.lettre)\(rang)")
        let title = "Titre-\(axe.lettre)\(rang)."
        let tellings = [
          "·\(rang) \(title)", "\(title) ┌·\(rang)", "\(title) ├·\(rang)", "· \(rang) \(title)",
        ]
        #expect(tellings.contains { state.view.description.contains($0) }, "\(title)")
        state.press(.down)
      }
    }
    #expect(place(state) == "T1")
  }

  @Test(
    arguments: [
      (
        [.character(">")], 7,
        "Échéance de «\u{A0}Palier de 1\u{A0}»\u{A0}: 7\u{A0}mois, juillet 2026."
      ),
      (
        [.character("<")], 5, "Échéance de «\u{A0}Palier de 1\u{A0}»\u{A0}: 5\u{A0}mois, mai 2026."
      ),
      ([.shiftRight, .shiftRight], 8, nil), ([.shiftLeft, .shiftRight, .shiftLeft], 5, nil),
    ] as [([Key], Int, String?)])
  func `the deadline moves by a month`(keys: [Key], mois: Int, notice: String?) throws {
    var state = try small()
    let effects = keys.flatMap { state.press($0) }
    #expect(state.demarche?.schema.paliers.first?.echeanceMois == mois)
    #expect(effects.count == keys.count)
    if let notice {
      #expect(state.notice == State.Notice(kind: .done, text: notice))
      #expect(state.view.description.contains(notice))
    }
  }

  @Test func `undo brings the deadline back, and the schéma as it was`() throws {
    var state = try small()
    let before = state.view
    state.press(.character(">"), .character(">"))
    #expect(state.view != before)
    state.press(.character("u"), .character("u"))
    #expect(state.demarche?.schema.paliers.first?.echeanceMois == 6)
    state.press(.home)
    // Beside what the undo said, in the row above the keys.
    let lines = { (canvas: Canvas) in
      canvas.description.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        .dropLast(2)
    }
    #expect(lines(state.view) == lines(before))
    state.press(.control("r"))
    #expect(state.demarche?.schema.paliers.first?.echeanceMois == 7)
  }

  @Test(
    arguments: [
      ([.right], ">", "Aucun palier n’est sélectionné\u{A0}: n en ajoute un."),
      ([.left, .up], "<", "L’échéance est déjà au premier mois."),
      ([.left, .end], ">", "L’échéance ne va pas au-delà de 600\u{A0}mois."),
    ] as [([Key], Character, String)])
  func `a deadline that can't move says why`(keys: [Key], key: Character, reason: String) throws {
    var state = try small()
    for key in keys { state.press(key) }
    let before = state.demarche
    #expect(state.press(.character(key)).isEmpty)
    #expect(state.notice == State.Notice(kind: .refused, text: reason))
    #expect(state.demarche == before)
  }

  @Test func `a palier without a deadline gets one`() throws {
    var state = try small()
    state.press(.left, .character(">"))
    #expect(state.schema.selected(in: state.derived)?.palier.echeanceMois == 6)
  }

  @Test func `a file that can't be written refuses, and says why`() throws {
    var state = try small(readOnly: "Ce fichier vient d’une version plus récente.")
    #expect(state.press(.character(">")).isEmpty)
    #expect(state.notice?.text == "Ce fichier vient d’une version plus récente. Échap continue.")
  }

  @Test(arguments: designedSizes + [Size(40, 12)])
  func `a click selects what it shows, palier by palier`(size: Size) throws {
    var state = state(try example(), size, screen: .schema)
    let pane = try #require(state.panes.first { $0.screen == .schema })
    func layout() throws -> SchemaLayout {
      try SchemaLayout(
        #require(state.derived.avancement), selection: state.schema, in: pane.area)
    }
    for axe in try layout().lanes.map(\.axe) {
      // What is selected has rows for its title: the layout follows each click.
      for position in 0..<9 {
        guard let lane = try layout().lanes.first(where: { $0.axe == axe }),
          lane.shown.contains(position)
        else { continue }
        let rows = lane.rows(of: position)
        _ = state.update(
          .event(.mouse(.init(.press, at: Position(column: rows.column + 3, row: rows.row)))))
        #expect(place(state) == "\(lane.axe.lettre)\(position + 1)")
      }
    }
    #expect(state.screen == .schema)
  }

  @Test func `a click on a folded axis selects its palier, or unfolds it`() throws {
    var state = state(try example(), Size(80, 25), screen: .schema)
    let pane = try #require(state.panes.first { $0.screen == .schema })
    let avancement = try #require(state.derived.avancement)
    let layout = SchemaLayout(avancement, selection: state.schema, in: pane.area)
    let lane = try #require(layout.lanes.last)
    let timeline = try #require(layout.timeline)
    let mark = try #require(FoldedMarks(avancement[.territoire], on: timeline).marks.last)
    #expect(lane.axe == .territoire && lane.shown.isEmpty)
    _ = state.update(
      .event(
        .mouse(
          .init(.press, at: Position(column: mark.columns.lowerBound, row: lane.marks.row)))))
    #expect(place(state) == "T4")
    let heading = try #require(layout.lanes.first).heading
    _ = state.update(
      .event(.mouse(.init(.press, at: Position(column: heading.column, row: heading.row)))))
    #expect(state.schema.axe == .utilite)
  }

  @Test func `the wheel moves the selection up and down`() throws {
    var state = try small()
    let here = Position(column: 30, row: 10)
    _ = state.update(.event(.mouse(.init(.wheelUp, at: here))))
    #expect(place(state) == "U2")
    _ = state.update(.event(.mouse(.init(.wheelDown, at: here))))
    _ = state.update(.event(.mouse(.init(.wheelDown, at: here))))
    #expect(place(state) == "P")
  }

  @Test func `with panes, the palier brings its observation and its indicator along`() throws {
    var state = state(try example(), Size(240, 67), screen: .schema)
    // Another beside it, the other, the three.
    state.press(.function(2), .function(2), .function(2), .right, .up)
    let palier = try #require(state.schema.selected(in: state.derived))
    #expect(place(state) == "P2")
    #expect(state.tableau.selectedID == palier.indicateurs.first?.indicateur.id)
    let shown = try #require(state.derived.answered[palier.palier.id]?.first)
    #expect(state.cercle.selectedID == shown.id)
  }

  @Test func `when another palier takes the place of the one selected, the screen holds`() throws {
    var state = try small()
    state.press(.end)
    _ = state.change { demarche, _ in
      demarche.schema.paliers.removeAll { $0.id == "U2" }
      return true
    }
    #expect(place(state) == "U1")
  }
}
