import DPES
import TerminalUI

extension Move {
  /// Goes on by cells of the circle, over the cross that parts the axes, never out of the rim.
  ///
  /// A cell is twice as high as wide: a step to the side is two columns.
  mutating func step(_ columns: Int, _ rows: Int, from start: Position?, of size: Size) {
    var next = cell ?? start ?? Position(column: size.width / 2, row: size.height / 2)
    for _ in 0..<3 {
      next = Position(column: next.column + 2 * columns, row: next.row + rows)
      if CircleCell(next, of: size) == nil {
        // On the cross: from the centre a step goes into a sector, elsewhere across the line.
        if next.column == size.width / 2, rows != 0 { next.column += 1 }
        if next.row == size.height / 2, columns != 0 { next.row -= 1 }
      }
      if let place = CircleCell(next, of: size) {
        cell = next
        axe = place.axe
        return
      }
    }
  }

  /// The mark where it would stand.
  func drawMark(_ state: State, in circle: Rect, on canvas: inout Canvas) {
    guard let cell, Rect(circle.size).contains(cell),
      let observation = state.cercle.selected(in: state.derived)
    else { return }
    let mark = state.marks.mark(observation.statut)
    canvas.draw(
      mark.sign, at: circle.column + cell.column, circle.row + cell.row,
      Style(mark.ink, .reverse))
  }
}
