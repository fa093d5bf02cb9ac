import TerminalUI

/// What an item of a list says: texts side by side, each in as many lines as it needs.
///
/// How many rows it needs and what is drawn come from the same value, so that no list cuts a text
/// that has room. Columns count from the start of the line.
struct ListLine: Hashable, Sendable {
  private struct Part: Hashable, Sendable {
    let text: String
    let start: Int
    let end: Int
    let style: Style
  }

  private var parts: [Part] = []

  init() {}

  /// One text over the whole line.
  init(_ text: String, width: Int, _ style: Style) { add(text, from: 0, upTo: width, style) }

  /// Adds a text between two columns.
  mutating func add(_ text: String, from start: Int, upTo end: Int, _ style: Style = .text) {
    guard !text.isEmpty, start < end else { return }
    parts.append(Part(text: text, start: start, end: end, style: style))
  }

  /// Adds a short text that ends before a column, and returns the column that it starts at.
  @discardableResult
  mutating func add(_ text: String, before end: Int, _ style: Style) -> Int {
    let start = max(0, end - TextWidth.columns(of: text))
    add(text, from: start, upTo: end, style)
    return start
  }

  /// The rows that it needs, one at least; one more than `most` for any longer.
  func rows(upTo most: Int) -> Int {
    parts.reduce(1) {
      max($0, TextWidth.lineCount(of: $1.text, width: $1.end - $1.start, upTo: most))
    }
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    for part in parts {
      canvas.drawLines(
        part.text, from: area.column + part.start, upTo: area.column + part.end, in: area,
        part.style)
    }
  }
}

extension ListView {
  /// The rows of items in an area, each laid out in so many columns.
  func rows(of count: Int, in area: Rect, line: (Int, Int) -> ListLine) -> ListRows {
    rows(of: count, in: area, lines: { line($0, area.width).rows(upTo: area.height) })
  }

  /// Draws the items that are seen, then shows which is selected: rows that are free go to texts that
  /// one row does not hold.
  ///
  /// `line` gets the number of an item and the columns that it has; `drawMore` draws on its rows what
  /// is no text.
  func draw(
    on canvas: inout Canvas, in area: Rect, of count: Int, line: (Int, Int) -> ListLine,
    drawMore: (inout Canvas, Rect, Int) -> Void = { _, _, _ in }
  ) {
    let lines = { line($0, area.width).rows(upTo: area.height) }
    draw(on: &canvas, in: area, of: count, lines: lines) { canvas, rows, item in
      line(item, rows.width).draw(in: rows, on: &canvas)
      drawMore(&canvas, rows, item)
    }
  }
}

extension Canvas {
  /// Draws a card as high as a list needs with its texts whole and so many other rows, as far as the
  /// area allows, and returns the area of its content.
  mutating func drawCard(
    title: String, width: Int, of count: Int, others: Int, in area: Rect,
    line: (Int, Int) -> ListLine
  ) -> Rect {
    let width = max(1, min(width, area.width - 4))
    let most = max(1, area.height - 2 - others)
    let rows = ListRows.wanted(by: max(1, count), upTo: most) {
      $0 < count ? line($0, width).rows(upTo: most) : 1
    }
    return drawCard(title: title, content: Size(width, rows + others), in: area)
  }
}
