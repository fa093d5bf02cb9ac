extension TextField {
  /// Draws the field in an area: one row scrolls sideways, several wrap and scroll up.
  ///
  /// With the focus, the canvas' cursor is set. What is scrolled out of one row shows as … .
  package func draw(
    on canvas: inout Canvas, in area: Rect, isFocused: Bool = true, placeholder: String = "",
    ground: Style.Ground = .field
  ) {
    guard !area.isEmpty else { return }
    canvas.fill(area, .space, Style(.text, on: ground))
    if isEmpty {
      canvas.draw(
        placeholder, at: area.column, area.row, Style(.faint, on: ground), upTo: area.endColumn)
    }
    let layout = TextFieldLayout(self, in: area.size)
    for row in 0..<min(area.height, layout.lines.count - layout.firstRow) {
      layout.draw(
        row: row, on: &canvas, in: area,
        Style(.text, on: ground, isProposed && isFocused ? .reverse : []))
    }
    if isFocused {
      canvas.cursor = Position(
        column: area.column + layout.cursor.column, row: area.row + layout.cursor.row)
    }
  }

  /// The rows that the whole text takes in a column of `width` columns, the cursor's included.
  package func rows(width: Int) -> Int {
    TextFieldLayout(self, in: Size(width, .max)).lines.count
  }

  /// Puts the cursor where the field, drawn in this area, was clicked.
  package mutating func moveCursor(to position: Position, in area: Rect) {
    let layout = TextFieldLayout(self, in: area.size)
    moveCursor(
      to: layout.index(column: position.column - area.column, row: position.row - area.row))
  }

  /// Moves the cursor up or down by rows of the wrapped text; returns false at the first or last.
  package mutating func moveVertically(by rows: Int, in size: Size) -> Bool {
    let layout = TextFieldLayout(self, in: size)
    let row = layout.cursor.row + rows
    guard layout.lines.indices.contains(row + layout.firstRow) else { return false }
    moveCursor(to: layout.index(column: layout.cursor.column, row: row))
    return true
  }
}

/// Where each character of a field stands in an area of a given size.
///
/// What is scrolled away is a function of the cursor alone, by half the area's length, so that the
/// text stands still between two scrolls without anything being remembered.
private struct TextFieldLayout {
  private let characters: [Character]
  private let widths: [Int]
  private let size: Size
  /// The characters of each line; the last column is left to the cursor.
  let lines: [Range<Int>]
  /// The first line and column shown.
  let firstRow: Int
  private let firstColumn: Int
  /// In the area: column and row from its corner.
  let cursor: Position

  init(_ field: TextField, in size: Size) {
    characters = field.characters
    widths = field.characters.map(TextWidth.columns)
    self.size = size
    lines =
      size.height > 1
      ? TextWidth.lineRanges(TextWidth.units(of: characters), width: max(1, size.width - 1))
      : [0..<characters.count]
    let row = lines.lastIndex { $0.lowerBound <= field.cursor } ?? 0
    let column = widths[lines[row].lowerBound..<field.cursor].reduce(0, +)
    if size.height > 1 {
      firstRow = Self.start(showing: row, of: lines.count, in: size.height, margin: 0)
      firstColumn = 0
    } else {
      firstRow = 0
      firstColumn = Self.start(
        showing: column, of: widths.reduce(1, +), in: size.width, margin: size.width > 3 ? 1 : 0)
    }
    cursor = Position(
      column: min(column - firstColumn, max(0, size.width - 1)), row: row - firstRow)
  }

  /// The first of the `length` places that are seen, so that `place` is among them.
  private static func start(
    showing place: Int, of total: Int, in length: Int, margin: Int
  ) -> Int {
    guard total > length, length > 0 else { return 0 }
    let last = length - 1 - margin
    guard place > last else { return 0 }
    let step = max(1, length / 2)
    return (place - last + step - 1) / step * step
  }

  /// Draws one row of the area; a wide character that would be cut in two is left out.
  func draw(row: Int, on canvas: inout Canvas, in area: Rect, _ style: Style) {
    let line = lines[firstRow + row]
    var column = -firstColumn
    for index in line {
      if column >= 0, column + widths[index] <= area.width {
        canvas.draw(
          String(characters[index]), at: area.column + column, area.row + row, style,
          upTo: area.endColumn)
      }
      column += widths[index]
      if column > area.width { break }
    }
    guard size.height == 1, size.width > 3 else { return }
    let faint = Style(.faint, on: style.ground)
    if firstColumn > 0 { canvas.put(Glyph("…"), at: area.column, area.row, faint) }
    if column > area.width {
      canvas.put(Glyph("…"), at: area.endColumn - 1, area.row, faint)
    }
  }

  /// The character at a place of the area, or the nearest; the end of the text beyond it.
  func index(column: Int, row: Int) -> Int {
    let row = min(max(0, row + firstRow), lines.count - 1)
    var left = column + firstColumn
    for index in lines[row] {
      left -= widths[index]
      if left < 0 { return index }
    }
    // On a line that is continued, the place after its last character begins the next line.
    let end = lines[row].upperBound
    return row == lines.count - 1 ? end : max(lines[row].lowerBound, end - 1)
  }
}
