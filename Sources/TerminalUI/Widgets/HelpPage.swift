/// Keys and what they do, by sections, in as many columns as it takes to see them at once.
///
/// Nothing is cut: long texts wrap, and what doesn't fit scrolls.
package struct HelpPage: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var keys: String
    package var text: String
    /// Why it does nothing now; nil when it does.
    package var reason: String?

    package init(_ keys: String, _ text: String, reason: String? = nil) {
      self.keys = keys
      self.text = text
      self.reason = reason
    }
  }

  package struct Section: Hashable, Sendable {
    package var title: String
    package var entries: [Entry]

    package init(_ title: String, _ entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  package var sections: [Section]

  package init(_ sections: [Section]) {
    self.sections = sections
  }

  /// The most that the page scrolls, in rows; 0 when all of it is seen.
  package func lastFirstRow(in area: Rect) -> Int {
    max(0, columns(in: area).rows - area.height)
  }

  /// Draws the page from its row `first`, or from the nearest that fills the area.
  package func draw(
    on canvas: inout Canvas, in area: Rect, first: Int = 0, ground: Style.Ground = .base
  ) {
    guard !area.isEmpty else { return }
    canvas.fill(area, .space, Style(.text, on: ground))
    let columns = columns(in: area)
    let first = min(max(0, first), max(0, columns.rows - area.height))
    for (index, lines) in columns.lines.enumerated() {
      let start = area.column + index * (columns.width + Self.gap)
      for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
        line.draw(
          on: &canvas, at: start, area.row + row, keysWidth: columns.keysWidth,
          upTo: min(start + columns.width, area.endColumn), ground)
      }
    }
    if columns.rows > area.height, area.width > Self.scrollbarWidth {
      canvas.drawScrollbar(
        Rect(column: area.endColumn - 1, row: area.row, width: 1, height: area.height),
        first: first, visible: area.height, total: columns.rows, on: ground)
    }
  }
}

extension HelpPage {
  private static let gap = 2
  private static let scrollbarWidth = 2
  /// The narrowest that a column is read with ease.
  private static let narrowest = 36

  private enum Line {
    case blank
    case title(String)
    case entry(keys: String, text: String, isPossible: Bool)

    func draw(
      on canvas: inout Canvas, at column: Int, _ row: Int, keysWidth: Int, upTo end: Int,
      _ ground: Style.Ground
    ) {
      switch self {
      case .blank: break
      case .title(let title):
        canvas.draw(title, at: column, row, Style(.accent, on: ground, .bold), upTo: end)
      case .entry(let keys, let text, let isPossible):
        canvas.draw(
          keys, at: column, row, Style(isPossible ? .text : .faint, on: ground, .bold),
          upTo: min(column + keysWidth, end))
        canvas.draw(
          text, at: column + keysWidth + 1, row, Style(isPossible ? .text : .faint, on: ground),
          upTo: end)
      }
    }
  }

  /// Lines in columns, each `width` columns wide.
  private struct Columns {
    var lines: [[Line]]
    var width: Int
    var keysWidth: Int
    var rows: Int { lines.map(\.count).max() ?? 0 }
  }

  /// As few columns as show all of the page; where none does, a single one, which reads in order
  /// as it scrolls.
  private func columns(in area: Rect) -> Columns {
    let room = max(1, area.width - Self.scrollbarWidth)
    let most = max(1, (room + Self.gap) / (Self.narrowest + Self.gap))
    let keys = sections.flatMap(\.entries).map { TextWidth.columns(of: $0.keys) }.max() ?? 0
    func telling(in count: Int) -> Columns {
      let width = max(1, (room + Self.gap) / count - Self.gap)
      let keysWidth = min(keys, max(1, width / 3))
      let lines = lines(width: width, keysWidth: keysWidth)
      let height = max(area.height, (lines.count + count - 1) / count)
      return Columns(
        lines: count == 1 ? [lines] : flow(lines, into: count, height: height), width: width,
        keysWidth: keysWidth)
    }
    return (1...most).lazy.map(telling).first { $0.rows <= area.height } ?? telling(in: 1)
  }

  private func lines(width: Int, keysWidth: Int) -> [Line] {
    var lines: [Line] = []
    for section in sections where !section.entries.isEmpty {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.title(section.title))
      for entry in section.entries {
        let text = entry.text + (entry.reason.map { " (\($0))" } ?? "")
        let wrapped = TextWidth.wrap(text, width: max(1, width - keysWidth - 1))
        let keys = TextWidth.wrap(entry.keys, width: keysWidth)
        for row in 0..<max(wrapped.count, keys.count) {
          lines.append(
            .entry(
              keys: row < keys.count ? keys[row] : "",
              text: row < wrapped.count ? wrapped[row] : "", isPossible: entry.reason == nil))
        }
      }
    }
    return lines
  }

  /// Cuts lines into columns, none ending with a title nor beginning with a blank; the last takes
  /// what is left.
  private func flow(_ lines: [Line], into count: Int, height: Int) -> [[Line]] {
    var columns: [[Line]] = []
    var rest = lines[...]
    while columns.count < count - 1, rest.count > height, height > 0 {
      var column = rest.prefix(height)
      if column.count > 1, case .title = column.last { column.removeLast() }
      rest = rest.dropFirst(column.count)
      if case .blank = rest.first { rest.removeFirst() }
      columns.append(Array(column))
    }
    return columns + [Array(rest)]
  }
}
