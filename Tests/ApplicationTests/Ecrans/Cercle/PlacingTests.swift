import DPES
import TerminalUI
import Testing

@testable import Application

/// Observations moved with the mouse.
@Suite struct PlacingTests {
  /// Where a mark of the circle is on the screen.
  private func screenPosition(of id: String, in state: State) throws -> Position {
    let circle = try #require(CercleLayout.circle(for: state))
    let image = try #require(state.derived.image)
    let axe = try #require(image.cercle.observations.first { $0.id == id }?.axe)
    let index = try #require(image[axe].observations.firstIndex { $0.id == id })
    let mark = try #require(state.cercle.placement?.mark(of: index, on: axe))
    return Position(
      column: circle.column + mark.position.column, row: circle.row + mark.position.row)
  }

  private func drag(_ state: inout State, from: Position, to: Position) -> [Effect] {
    _ = state.update(.event(.mouse(.init(.press, at: from))))
    return state.update(.event(.mouse(.init(.release, at: to))))
  }

  private func observation(_ id: String, _ state: State) -> Observation? {
    state.document?.demarche.cercles.last?.observations.first { $0.id == id }
  }

  @Test(arguments: [Size(80, 24), Size(140, 40)])
  func `dragged across the circle an observation changes axis, and u brings it back`(
    size: Size
  ) throws {
    var state = state(try example(), size)
    let id = try #require(state.cercle.selectedID)
    let before = try #require(observation(id, state))
    let circle = try #require(CercleLayout.circle(for: state))
    let target = Position(column: circle.column + circle.width * 3 / 4, row: circle.endRow - 4)
    let effects = drag(&state, from: try screenPosition(of: id, in: state), to: target)
    #expect(effects.count == 1)
    let after = try #require(observation(id, state))
    #expect(after.axe == .territoire && after.statut == before.statut)
    #expect(after.place?.polar != nil)
    #expect(state.cercle.axe == .territoire && state.cercle.selectedID == id)
    #expect(try screenPosition(of: id, in: state) == target)
    state.press(.character("u"))
    #expect(observation(id, state) == before)
    #expect(try screenPosition(of: id, in: state) != target)
  }

  @Test func `dropped on the list of another axis it goes there, and finds its own place`() throws {
    var state = state(try example(), Size(140, 40))
    let id = try #require(state.cercle.selectedID)
    let pane = try #require(state.panes.first { $0.screen == .cercle })
    let layout = CercleEcran.layout(state, in: pane.area)
    let list = layout.list(of: .personne)
    _ = drag(
      &state, from: try screenPosition(of: id, in: state),
      to: Position(column: list.column + 3, row: list.row + 3))
    #expect(observation(id, state)?.axe == .personne)
    #expect(observation(id, state)?.place == nil)
  }

  @Test func `a line of the list dragged onto the circle puts what is « à placer »`() throws {
    var state = state(EdgeFile.unplaced.demarche, Size(80, 24))
    let first = try #require(state.derived.image?[nil].observations.first)
    state.cercle.select(first.id, in: state.derived)
    let pane = try #require(state.panes.first { $0.screen == .cercle })
    let layout = CercleEcran.layout(state, in: pane.area)
    let lines = AxisList.lines(in: layout.list(of: nil))
    let id = try #require(state.cercle.selectedID)
    let target = Position(column: layout.circle.column + 6, row: layout.circle.row + 7)
    _ = drag(&state, from: Position(column: lines.column + 4, row: lines.row), to: target)
    #expect(observation(id, state)?.axe == .utilite)
    #expect(try screenPosition(of: id, in: state) == target)
  }

  @Test func `a click, and a release outside, move nothing`() throws {
    var state = state(try example(), Size(80, 24))
    let id = try #require(state.cercle.selectedID)
    let here = try screenPosition(of: id, in: state)
    #expect(drag(&state, from: here, to: here).isEmpty)
    #expect(drag(&state, from: here, to: Position(column: 2, row: 2)).isEmpty)
    #expect(state.document?.revision == 0)
  }

  @Test func `in a frozen image nothing is moved, and it says why`() throws {
    var demarche = try example()
    demarche.cercles[demarche.cercles.count - 1].figee = true
    var state = state(demarche, Size(80, 24))
    let id = try #require(state.cercle.selectedID)
    let here = try screenPosition(of: id, in: state)
    #expect(drag(&state, from: here, to: Position(column: here.column + 2, row: here.row)).isEmpty)
    #expect(state.notice?.text.contains("figée") == true)
    #expect(state.document?.revision == 0)
  }

  @Test func `clicks on a cluster go through it`() throws {
    var state = state(EdgeFile.crowd.demarche, Size(80, 24))
    let mark = try #require(
      state.cercle.placement?.marks.first { $0.isCluster })
    let circle = try #require(CercleLayout.circle(for: state))
    let here = Position(
      column: circle.column + mark.position.column, row: circle.row + mark.position.row)
    state.press(.right)
    for member in mark.members + [mark.members[0]] {
      _ = state.update(.event(.mouse(.init(.press, at: here))))
      _ = state.update(.event(.mouse(.init(.release, at: here))))
      #expect(state.cercle.axe == mark.axe && state.cercle.index == member)
    }
  }

  @Test func `z gives the list the whole width, and the circle back`() throws {
    var state = state(try example(), Size(80, 24))
    let before = state.view
    state.press(.character("z"))
    try expectContent(state, named: "cercle-80x24-liste")
    state.press(.character("z"))
    #expect(state.view == before)
  }

  @Test(arguments: [Size(60, 16), Size(80, 24), Size(140, 40)])
  func `m and the arrows put a mark anywhere, across axes, in one step of undo`(
    size: Size
  ) throws {
    var state = state(try example(), size)
    let id = try #require(state.cercle.selectedID)
    let before = try #require(observation(id, state))
    state.press(.character("m"))
    let start = try screenPosition(of: id, in: state)
    for _ in 0..<40 { state.press(.down) }
    for _ in 0..<6 { state.press(.right) }
    #expect(state.document?.revision == 0)
    state.press(.enter)
    let after = try #require(observation(id, state))
    #expect(after.place?.polar != nil)
    #expect(after.axe == .territoire || after.axe == .democratie)
    // In a small window the circle is gone with the move.
    if size.width > 60 {
      let put = try screenPosition(of: id, in: state)
      #expect(put.row > start.row && put.column >= start.column)
    }
    #expect(state.document?.revision == 1)
    state.press(.character("u"))
    #expect(observation(id, state) == before)
  }

  @Test func `the arrows reach every sector from every other`() throws {
    let size = Size(39, 19)
    for (column, row) in [(9, 4), (29, 4), (9, 14), (29, 14)] {
      for (columns, rows) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
        var move = Move(id: "o", axe: nil)
        var met: Set<Axe> = []
        for _ in 0..<40 {
          move.step(columns, rows, from: Position(column: column, row: row), of: size)
          let cell = try #require(move.cell.flatMap { CircleCell($0, of: size) })
          #expect(cell.axe == move.axe)
          met.insert(cell.axe)
        }
        // Towards the other side there are two sectors on the way, towards the rim one.
        let isInward = columns != 0 ? (column < 19) == (columns > 0) : (row < 9) == (rows > 0)
        #expect(met.count == (isInward ? 2 : 1))
      }
    }
  }

  @Test func `a place given by hand is given back to the program`() throws {
    var state = state(try example(), Size(80, 24))
    let put = try #require(
      state.document?.demarche.cercles.last?.observations.first {
        $0.place != nil
      })
    _ = state.select(put.id)
    state.press(.character("m"), .backspace)
    #expect(observation(put.id, state)?.place == nil)
    #expect(observation(put.id, state)?.axe == put.axe)
  }
}
