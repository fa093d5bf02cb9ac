import TerminalUI

extension Canvas {
  /// Draws lines one below the other as far as there is room, and takes their rows from the top.
  mutating func draw(_ lines: [String], _ style: Style, fromTopOf rest: inout Rect) {
    for line in lines.prefix(rest.height) {
      let row = rest.takeTop(1)
      draw(line, at: row.column, row.row, style, upTo: row.endColumn)
    }
  }
}
