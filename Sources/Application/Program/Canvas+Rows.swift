import TerminalUI

extension Canvas {
  /// Draws one line of text in a row, from its beginning or a column on and up to its end, and
  /// returns the column after it.
  @discardableResult
  mutating func draw(
    _ text: String, at column: Int? = nil, in row: Rect, _ style: Style = .text
  ) -> Int {
    draw(text, at: column ?? row.column, row.row, style, upTo: row.endColumn)
  }

  /// Draws a short text that ends before a column.
  mutating func draw(_ text: String, before end: Int, _ row: Int, _ style: Style) {
    draw(text, at: end - TextWidth.columns(of: text), row, style)
  }

  /// Draws a line along a row of a card.
  mutating func drawRule(in row: Rect) {
    drawHorizontal(at: row.column, row.row, length: row.width, Style(.line, on: .card))
  }

  /// Draws a text in as many lines as an area has room for.
  mutating func drawLines(_ text: String, in area: Rect, _ style: Style) {
    let lines = TextWidth.wrap(
      TextWidth.start(of: text, width: area.width, lines: area.height), width: area.width,
      maxLines: area.height)
    for (index, line) in lines.enumerated() {
      draw(line, at: area.column, area.row + index, style, upTo: area.endColumn)
    }
  }

  /// Draws a text in an area of a list, from a column up to another, in as many lines as there are rows.
  mutating func drawLines(
    _ text: String, from start: Int, upTo end: Int, in area: Rect, _ style: Style = .text
  ) {
    drawLines(
      text, in: Rect(column: start, row: area.row, width: end - start, height: area.height), style)
  }

  /// Sentences in the middle of an area where there is nothing to show.
  mutating func drawNothing(_ sentences: [String], in area: Rect) {
    let lines = sentences.flatMap { TextWidth.wrap($0, width: max(1, min(60, area.width))) }
    let top = area.row + max(0, (area.height - lines.count) / 2)
    for (row, line) in lines.prefix(area.height).enumerated() {
      let width = TextWidth.columns(of: line)
      let start = area.column + (area.width - width) / 2
      draw(line, at: start, top + row, .faint)
      if row == 0 { selection = Position(column: start, row: top) }
    }
  }

  /// Draws a field of one line in a row of a card, after its prompt.
  mutating func drawPrompt(_ field: TextField, placeholder: String, in row: Rect) {
    put(.prompt, at: row.column, row.row, Style(.accent, on: .card, .bold))
    field.draw(
      on: &self, in: Rect(column: row.column + 2, row: row.row, width: row.width - 2, height: 1),
      placeholder: placeholder)
  }
}

extension TextWidth {
  /// As much of a text as so many lines may show, however long it is, and a little more.
  fileprivate static func start(of text: String, width: Int, lines: Int) -> String {
    truncated(text, to: max(0, width) * (min(max(lines, 1), 200) + 2))
  }
}
