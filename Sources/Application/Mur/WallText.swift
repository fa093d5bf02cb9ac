import DPES
import TerminalUI

/// Texts of the wall in lines, cut between words where they must be cut.
enum WallText {
  /// A text in at most so many lines; the last one of a text too long ends with … after a word.
  ///
  /// - Complexity: O(what may be shown), however long the text is.
  static func lines(_ text: String, width: Int, maxLines: Int) -> [String] {
    guard width > 0, maxLines > 0 else { return [] }
    let whole = wrapped(text, width: width, maxLines: maxLines)
    guard whole.count > maxLines else { return whole }
    return whole.prefix(maxLines - 1) + [cut(whole[maxLines - 1], to: width)]
  }

  /// Whether a text takes more lines than so many.
  static func isCut(_ text: String, width: Int, maxLines: Int) -> Bool {
    wrapped(text, width: max(1, width), maxLines: maxLines).count > maxLines
  }

  /// One line more than may be shown, where there is.
  private static func wrapped(_ text: String, width: Int, maxLines: Int) -> [String] {
    let start = TextWidth.truncated(text, to: width * (min(max(maxLines, 1), 100) + 2))
    return TextWidth.wrap(start, width: width, maxLines: maxLines + 1)
  }

  /// A text on one line.
  static func line(_ text: String, width: Int) -> String {
    lines(text, width: width, maxLines: 1).first ?? ""
  }

  private static func cut(_ line: String, to width: Int) -> String {
    var words = line.split(separator: " ")
    // Each with the blank after it, and the sign at the end.
    var columns = words.reduce(1) { $0 + TextWidth.columns(of: String($1)) + 1 }
    while words.count > 1 {
      if columns <= width { return words.joined(separator: " ") + " …" }
      columns -= TextWidth.columns(of: String(words.removeLast())) + 1
    }
    return TextWidth.truncated(line + "…", to: width)
  }
}

/// A list of the wall whose texts share the rows: each gets one first, then what is left goes to
/// those that need more, the selected one first, then from the top.
///
/// Not ``ListRows``: it is walked from an item on, tells how many it leaves out, and may have a blank
/// row between two.
struct WallList {
  struct Item {
    /// What stands before the text, on its first row.
    var lead: [Span] = []
    let text: String
    var style = Style.text
  }

  private struct Row {
    let item: Item
    var lines: [String]
    /// Whether they are in letters.
    var isLarge = false

    /// The rows that it takes.
    var rows: Int { max(1, lines.count) * lineRows }
    /// Rows of a line.
    var lineRows: Int { isLarge ? Letters.rows : 1 }
  }

  private var rows: [Row] = []
  /// What tells of those that have no row; nil when all have one.
  private let more: String?
  private let indent: Int
  /// Blank rows between items: only where none is out of sight, so that nothing jumps when it is
  /// scrolled.
  private let gap: Int
  /// Rows that no text needs.
  private var free: Int
  /// What the texts are drawn in that are large.
  private var letters: Letters?

  /// Takes as many of `count` items as there are rows, from one on.
  ///
  /// `more` says how many are left, and
  /// `spread` asks for a blank row between them where each can have one. With `letters` the texts are
  /// drawn in them where all of them have room so; with `enlarging` else as many as have, from the first.
  init(
    count: Int, from first: Int = 0, selected: Int? = nil, indent: Int, in size: Size,
    spread: Bool = false, letters: Letters? = nil, enlarging: Bool = false,
    more: (Int) -> String = { "et \($0.counting("autre"))" }, item: (Int) -> Item
  ) {
    self.indent = indent
    let first = min(max(0, first), max(0, count))
    let left = count - first
    let hasMore = left > size.height && size.height > 1
    let shown = min(left, hasMore ? size.height - 1 : size.height)
    self.more = hasMore ? more(left - shown) : nil
    let width = max(1, size.width - indent)
    let items = (first..<first + max(0, shown)).map(item)
    if let letters, first == 0, !hasMore,
      let set = Self.lettered(items.map(\.text), in: Size(width, size.height), letters)
    {
      rows = zip(items, set).map { Row(item: $0, lines: $1, isLarge: true) }
      (self.letters, free, gap) = (letters, 0, 1)
      return
    }
    var free = size.height - items.count - (hasMore ? 1 : 0)
    var given = Array(repeating: 1, count: items.count)
    let selected = selected.map { $0 - first }.flatMap { items.indices.contains($0) ? $0 : nil }
    for index in [selected].compactMap(\.self) + items.indices where free > 0 && given[index] == 1 {
      let needed = TextWidth.wrap(items[index].text, width: width, maxLines: free + 1).count
      given[index] = max(1, needed)
      free -= given[index] - 1
    }
    rows = zip(items, given).map { item, given in
      Row(item: item, lines: WallText.lines(item.text, width: width, maxLines: given))
    }
    self.free = free
    gap = spread && (first == 0 || enlarging) && !hasMore && free >= items.count - 1 ? 1 : 0
    if enlarging, let letters { enlarge(letters, width: width) }
  }

  /// Items in letters, from the first, in the rows that no text needs.
  private mutating func enlarge(_ letters: Letters, width: Int) {
    self.letters = letters
    for index in rows.indices {
      let row = rows[index]
      let room = row.rows + free - gap * (rows.count - 1)
      guard
        let lines = letters.lines(
          of: row.item.text, width: width, maxLines: room / Letters.rows)
      else { return }
      rows[index] = Row(item: row.item, lines: lines, isLarge: true)
      free -= rows[index].rows - row.rows
    }
  }

  /// Texts in lines of letters, a blank row between two texts; nil where not all of them fit.
  private static func lettered(
    _ texts: [String], in size: Size, _ letters: Letters
  ) -> [[String]]? {
    var left = size.height + 1
    var set: [[String]] = []
    for text in texts {
      let most = (left - 1) / Letters.rows
      guard let lines = letters.lines(of: text, width: size.width, maxLines: most) else {
        return nil
      }
      left -= lines.count * Letters.rows + 1
      set.append(lines)
    }
    return set.isEmpty || left < 0 ? nil : set
  }

  /// Whether all texts are in letters.
  var isLarge: Bool { !rows.isEmpty && rows.allSatisfy(\.isLarge) }
  /// Whether the first text is.
  var isFirstLarge: Bool { rows.first?.isLarge == true }

  /// The rows that it takes.
  var height: Int {
    rows.reduce(0) { $0 + $1.rows } + (more == nil ? 0 : 1)
      + gap * max(0, rows.count - 1)
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.tell(textsIn: area, free: free)
    var rest = area
    for entry in rows {
      let (item, lines, lineRows) = (entry.item, entry.lines, entry.lineRows)
      let block = rest.takeTop(entry.rows)
      guard !block.isEmpty else { return }
      var column = block.column
      let leadRow = block.row + (entry.isLarge ? 1 : 0)
      for span in item.lead {
        column = canvas.draw(span.text, at: column, leadRow, span.style, upTo: block.endColumn)
      }
      for (index, line) in lines.enumerated() {
        if entry.isLarge, let letters {
          canvas.draw(
            line, in: letters, at: block.column + indent, block.row + index * lineRows, item.style)
          continue
        }
        canvas.draw(
          line, at: block.column + indent, block.row + index, item.style, upTo: block.endColumn)
      }
      _ = rest.takeTop(gap)
    }
    guard let more, !rest.isEmpty else { return }
    canvas.draw(more, at: rest.column + indent, rest.row, .faint, upTo: rest.endColumn)
  }

  /// The first item from which a list shows all the others whole: how far it can be scrolled.
  static func lastFirst(count: Int, rows: Int, height: (Int) -> Int) -> Int {
    var left = rows
    var first = count
    while first > 0 {
      left -= height(first - 1)
      guard left >= 0 else { break }
      first -= 1
    }
    return min(first, max(0, count - 1))
  }
}

extension WallSentence {
  /// Sets a sentence above a list that wants so many rows, a blank one between where it has several: in letters with
  /// as much of the list as leaves them room, down to the least; else bold, above all of it.
  init(_ text: String, above wanted: Int, least: Int = 0, in size: Size, letters: Letters?) {
    func set(_ kept: Int) -> WallSentence {
      let room = size.height - kept - (kept > 1 ? 1 : 0)
      return WallSentence(text, in: Size(size.width, max(1, room)), letters: letters)
    }
    let tried = (min(least, wanted)...wanted).reversed().lazy.map(set)
    self = tried.first { if case .letters = $0.setting { true } else { false } } ?? set(wanted)
  }
}

extension Canvas {
  /// Draws facts on one row in the fullest telling that fits, two columns apart.
  mutating func drawFacts(
    _ tellings: [[Span]], in row: Rect, gap: Int = 3
  ) {
    let fitting = tellings.first { spans in
      spans.reduce(-gap) { $0 + TextWidth.columns(of: $1.text) + gap } <= row.width
    }
    guard let spans = fitting, !row.isEmpty else { return }
    var column = row.column - gap
    for span in spans {
      column = draw(span.text, at: column + gap, row.row, span.style, upTo: row.endColumn)
    }
  }

  /// Writes how to begin in the last rows of an area, and takes them from it.
  mutating func drawHint(_ text: String, in area: inout Rect) {
    let lines = WallText.lines(text, width: area.width, maxLines: min(2, area.height))
    let rows = area.takeBottom(lines.count)
    for (index, line) in lines.enumerated() {
      draw(line, at: rows.column, rows.row + index, .title, upTo: rows.endColumn)
    }
  }
}
