import TerminalUI

/// A piece of text in one style.
struct Span: Hashable, Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }
}

extension [Span] {
  /// The columns they take side by side.
  var columns: Int { reduce(0) { $0 + TextWidth.columns(of: $1.text) } }

  /// Draws them side by side, and returns the column after them.
  @discardableResult
  func draw(at column: Int, _ row: Int, upTo end: Int, on canvas: inout Canvas) -> Int {
    reduce(column) { canvas.draw($1.text, at: $0, row, $1.style, upTo: end) }
  }

  /// With one more that ends at a width, where there is room for it.
  func ending(with span: Span, in width: Int) -> [Span] {
    let blank = width - columns - [span].columns
    return blank < 1 || span.text.isEmpty
      ? self : self + [Span(String(repeating: " ", count: blank), .text), span]
  }
}

/// Paragraphs of text in several styles, laid out in lines of a width.
struct StyledLines {
  let width: Int
  private(set) var lines: [[Span]] = []

  /// Adds a text on lines of its own.
  mutating func add(_ text: String, _ style: Style, maxLines: Int? = nil) {
    lines += TextWidth.wrap(text, width: width, maxLines: maxLines).map { [Span($0, style)] }
  }

  /// Adds a text that begins on the line of what stands before it.
  mutating func add(runningOn head: [Span], _ text: String, _ style: Style) {
    let indent = head.columns
    let first = TextWidth.wrap(text, width: max(1, width - indent)).first ?? ""
    guard width > indent + 8 else {
      add(line: head)
      return add(text, style)
    }
    add(line: head + [Span(first, style)])
    add(String(text.dropFirst(first.count).drop { $0 == " " }), style)
  }

  /// Adds a line as it is; what is wider is cut when drawn.
  mutating func add(line: [Span]) { lines.append(line) }

  /// Adds facts one after the other, separated by points: a line breaks between two facts, and
  /// inside one only when it is longer than a line.
  mutating func add(facts: [[Span]]) {
    // Three columns wide.
    let separator = Span(" · ", .faint)
    var (line, used): ([Span], Int) = ([], 0)
    for fact in facts {
      let columns = fact.columns
      let before = line.isEmpty ? 0 : 3
      if used + before + columns <= width {
        if before > 0 { line.append(separator) }
        line += fact
        used += before + columns
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = (fact, columns)
      guard columns > width, let style = fact.last?.style else { continue }
      let text = fact.map(\.text).joined()
      let wrapped = TextWidth.wrap(text, width: width).map { [Span($0, style)] }
      lines += wrapped.dropLast()
      line = wrapped.last ?? []
      used = line.columns
    }
    if !line.isEmpty { lines.append(line) }
  }

  /// Draws the lines there is room for; … ends the last when there are more.
  func draw(in area: Rect, on canvas: inout Canvas) {
    for (index, line) in lines.prefix(area.height).enumerated() {
      let row = area.row + index
      var column = area.column
      for span in line {
        column = canvas.draw(span.text, at: column, row, span.style, upTo: area.endColumn)
      }
      if index == area.height - 1, lines.count > area.height {
        canvas.draw("…", at: min(column + 1, area.endColumn - 1), row, .faint)
      }
    }
  }
}
