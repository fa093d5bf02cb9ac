import TerminalUI

/// A sentence as large as an area allows: in letters, else bold with blank lines between, else bold.
struct WallSentence: Hashable, Sendable {
  enum Setting: Hashable, Sendable {
    /// Letters of `scale` times four rows, with so many blank rows between lines.
    case letters(scale: Int, gap: Int)
    /// Bold, every other row.
    case spaced
    /// Bold, every row.
    case single
  }

  let setting: Setting
  let lines: [String]
  /// Whether all of it is there.
  let isWhole: Bool

  /// The letters tried, the largest first: what is drawn large reads from the last row of the room.
  private static let settings: [(scale: Int, gap: Int)] = [(4, 2), (2, 1), (1, 1), (1, 0)]

  /// Sets a text in an area; only in the last setting is a text too long for it cut, with … .
  ///
  /// ASCII has no quarters of a cell: without `letters` it is bold. No letters are larger than `largest`. With
  /// `endsShown` it is the beginning of a text too long that is left out, as while it is typed.
  init(
    _ text: String, in size: Size, letters: Letters?, largest: Int = 4, endsShown: Bool = false
  ) {
    for (scale, gap) in Self.settings where scale <= largest {
      let rows = (size.height + gap) / (Letters.rows * scale + gap)
      if let lines = letters?.lines(of: text, width: size.width / scale, maxLines: rows) {
        self.lines = lines
        setting = .letters(scale: scale, gap: gap)
        isWhole = true
        return
      }
    }
    let whole = TextWidth.wrap(text, width: size.width, maxLines: size.height + 1)
    isWhole = whole.count <= size.height
    if whole.count * 2 - 1 <= size.height {
      (setting, lines) = (.spaced, whole)
    } else {
      setting = .single
      lines =
        endsShown
        ? Array(TextWidth.wrap(text, width: size.width).suffix(max(1, size.height)))
        : TextWidth.wrap(text, width: size.width, maxLines: size.height)
    }
  }

  /// Sets a text in bold on rows that follow each other, cut between words where it is too long.
  init(lines text: String, in size: Size) {
    setting = .single
    lines = WallText.lines(text, width: size.width, maxLines: size.height)
    isWhole = !WallText.isCut(text, width: size.width, maxLines: size.height)
  }

  /// The rows that it takes.
  var rows: Int {
    switch setting {
    case .letters(let scale, let gap):
      lines.count * Letters.rows * scale + max(0, lines.count - 1) * gap
    case .spaced: max(0, lines.count * 2 - 1)
    case .single: lines.count
    }
  }

  /// The rows of one line.
  var letterRows: Int {
    if case .letters(let scale, _) = setting { Letters.rows * scale } else { 1 }
  }

  /// Where the next character comes, from the top left, after so many of the text that was set; the
  /// end, where the beginning of the text is left out.
  func place(of count: Int, in text: String, letters: Letters?) -> Position {
    let whole = lines.reduce(0) { $0 + $1.count } + text.count { $0.isWhitespace }
    guard var line = lines.indices.first, whole >= text.count else {
      return position(after: lines.last ?? "", on: max(0, lines.count - 1), letters)
    }
    var before = ""
    for character in text.prefix(count) {
      // The blanks at which a line breaks are in none; those at the end of the last one are.
      if before.count >= lines[line].count, line < lines.count - 1 {
        if character.isWhitespace { continue }
        line += 1
        before = ""
      }
      before.append(character)
    }
    return position(after: before, on: line, letters)
  }

  private func position(after text: String, on line: Int, _ letters: Letters?) -> Position {
    switch setting {
    case .letters(let scale, let gap):
      let columns = text.reduce(0) { $0 + (letters?[$1]?.width ?? 0) + 1 }
      return Position(column: columns * scale, row: line * (Letters.rows * scale + gap))
    case .spaced: return Position(column: TextWidth.columns(of: text), row: line * 2)
    case .single: return Position(column: TextWidth.columns(of: text), row: line)
    }
  }

  /// Draws it in the middle of an area's height.
  func drawInMiddle(of area: Rect, letters: Letters?, _ style: Style, on canvas: inout Canvas) {
    var rest = area
    _ = rest.takeTop((area.height - rows) / 2)
    draw(in: rest, letters: letters, style, on: &canvas)
  }

  func draw(in area: Rect, letters: Letters?, _ style: Style, on canvas: inout Canvas) {
    for (index, line) in lines.enumerated() {
      switch setting {
      case .letters(let scale, let gap):
        guard let letters else { return }
        let row = area.row + index * (Letters.rows * scale + gap)
        canvas.draw(line, in: letters, at: area.column, row, scale: scale, style)
      case .spaced, .single:
        let row = area.row + index * (setting == .spaced ? 2 : 1)
        canvas.draw(line, at: area.column, row, style.with(.bold), upTo: area.endColumn)
      }
    }
  }
}
