import TerminalUI
import Testing

/// Draws on a canvas full of marks, and expects those outside an area to be there still.
func drawnOnMarks(
  _ area: Rect, _ draw: (inout Canvas) -> Void, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Canvas {
  let mark = Cell(Glyph("%"), Style(.line, on: .bar))
  var canvas = Canvas(Size(area.endColumn + 3, area.endRow + 3))
  canvas.fill(canvas.area, mark.glyph, mark.style)
  draw(&canvas)
  for row in 0..<canvas.size.height {
    for column in 0..<canvas.size.width where canvas[column, row] != mark {
      if !area.contains(Position(column: column, row: row)) {
        Issue.record("Drew outside at \(column), \(row)", sourceLocation: sourceLocation)
        return canvas
      }
    }
  }
  return canvas
}
