import TerminalUI

extension Canvas {
  /// Sentences in the middle of an area where there is nothing to show.
  mutating func drawNothing(_ sentences: [String], in area: Rect) {
    let lines = sentences.flatMap { TextWidth.wrap($0, width: max(1, min(60, area.width))) }
    let top = area.row + max(0, (area.height - lines.count) / 2)
    for (row, line) in lines.prefix(area.height).enumerated() {
      let width = TextWidth.columns(of: line)
      draw(line, at: area.column + (area.width - width) / 2, top + row, .faint)
    }
  }
}
