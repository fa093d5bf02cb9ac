import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct ViewAreaTests {
  private static let areas = [
    Rect(column: 7, row: 3, width: 58, height: 10), Rect(column: 7, row: 3, width: 60, height: 13),
    Rect(column: 7, row: 3, width: 77, height: 38), Rect(column: 7, row: 3, width: 77, height: 60),
    Rect(column: 7, row: 3, width: 40, height: 9), Rect(column: 7, row: 3, width: 138, height: 36),
  ]

  /// Everything outside the area stays as it was: no screen writes over its neighbour.
  @Test(arguments: Screen.all, areas)
  func `a screen draws inside its area only`(screen: Screen, area: Rect) throws {
    for demarche in try [example()] + EdgeFile.allCases.map(\.demarche) {
      var state = state(demarche, Size(240, 67), screen: screen)
      _ = state.update(.referentiels([try shippedReferentiel()]))
      state.press(.down, .right)
      var canvas = Canvas(Size(area.endColumn + 7, area.endRow + 3))
      let mark = Glyph("#")
      canvas.fill(canvas.area, mark)
      screen.ecran.draw(state, in: area, on: &canvas)
      for row in 0..<canvas.size.height {
        for column in 0..<canvas.size.width
        where !area.contains(Position(column: column, row: row)) {
          if canvas[column, row].glyph != mark {
            Issue.record("\(screen) writes at \(column), \(row), outside \(area)")
            return
          }
        }
      }
    }
  }
}
