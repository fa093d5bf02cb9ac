/// A grid of styled cells: what a view draws, and a terminal or a test shows.
///
/// A plain value: the same state drawn twice gives equal canvases. Everything drawn is clipped to
/// the canvas, so no view can write outside it.
package struct Canvas: Hashable, Sendable {
  package let size: Size
  /// What lines, rings and scroll marks are drawn with.
  package let symbols: SymbolSet
  /// Row by row, `size.width` of them each.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands, or nil when it is hidden.
  package var cursor: Position?
  /// Where the text of what is selected begins, nil where nothing is: the terminal's cursor stands
  /// there while no field has it, since screen readers and braille displays follow it.
  package var selection: Position?
  /// The lists drawn that nothing covers, for who looks whether one cuts a text that has room.
  package internal(set) var lists: [ListRows] = []

  package init(_ size: Size, symbols: SymbolSet = .unicode) {
    self.size = size
    self.symbols = symbols
    cells = Array(repeating: Cell(), count: max(0, size.width) * max(0, size.height))
  }

  /// The area of the whole canvas.
  package var area: Rect { Rect(size) }

  /// The cell at a position; outside the canvas a blank is read, and a write is dropped.
  ///
  /// A glyph written here is one column wide; ``put(_:width:at:_:_:)`` looks after wide ones.
  package subscript(column: Int, row: Int) -> Cell {
    get { contains(column, row) ? cells[place(column, row)] : Cell() }
    set {
      guard contains(column, row) else { return }
      cells[place(column, row)] = newValue
    }
  }

  /// The places in ``cells`` of a row, which is on the canvas.
  package func places(of row: Int) -> Range<Int> { place(0, row)..<place(0, row + 1) }

  private func place(_ column: Int, _ row: Int) -> Int { row * size.width + column }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.width && row < size.height
  }
}

extension Canvas {
  /// Fills an area with one glyph, one column wide.
  package mutating func fill(_ area: Rect, _ glyph: Glyph = .space, _ style: Style = .text) {
    let area = area.intersection(self.area)
    guard !area.isEmpty else { return }
    let cell = Cell(glyph, style)
    if let selection, area.contains(selection) { self.selection = nil }
    if lists.contains(where: { !$0.area.intersection(area).isEmpty }) {
      lists.removeAll { !$0.area.intersection(area).isEmpty }
    }
    for row in area.row..<area.endRow {
      blankCutGlyphs(from: area.column, to: area.endColumn, row)
      for place in place(area.column, row)..<place(area.endColumn, row) { cells[place] = cell }
    }
  }

  /// Lays an area on another ground, keeping what is written there, with more emphasis if any.
  package mutating func lay(
    _ area: Rect, on ground: Style.Ground, _ emphasis: Style.Emphasis = []
  ) {
    let area = area.intersection(self.area)
    for row in area.row..<area.endRow {
      for place in place(area.column, row)..<place(area.endColumn, row) {
        cells[place].style = cells[place].style.on(ground).with(emphasis)
      }
    }
  }

  /// Draws one line of text from a position, sanitised, and returns the column after it.
  ///
  /// Text that reaches `end` (a column, the canvas' edge when nil) is cut there, with … in its
  /// last column.
  @discardableResult
  package mutating func draw(
    _ text: String, at column: Int, _ row: Int, _ style: Style = .text, upTo end: Int? = nil
  ) -> Int {
    let end = min(end ?? size.width, size.width)
    if let next = drawPlain(text, at: column, row, style, upTo: end) { return next }
    var next = column
    for glyph in TextWidth.glyphs(of: text, fitting: end - column) {
      put(glyph.glyph, width: glyph.width, at: next, row, style)
      next += glyph.width
    }
    return next
  }

  /// The same for a text of plain scalars, straight from its bytes; nil, and what was begun is to be
  /// drawn over, where it has another before its cut, or does not begin on the canvas.
  private mutating func drawPlain(
    _ text: String, at column: Int, _ row: Int, _ style: Style, upTo end: Int
  ) -> Int? {
    guard contains(column, row), column < end else { return nil }
    let (first, last) = (place(column, row), place(end, row))
    var next = first
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      guard let scalar = TextWidth.plainScalar(in: bytes, at: &index) else { return nil }
      guard next < last else {
        cells[last - 1] = Cell(Glyph("…"), style)
        break
      }
      if next == first { blankCutGlyphs(from: column, to: column + 1, row) }
      cells[next] = Cell(Glyph(scalar), style)
      next += 1
    }
    // Outside the canvas the last column has no neighbour.
    let after = column + next - first
    if next > first, after < size.width { blankCutGlyphs(from: 0, to: after, row) }
    return after
  }

  /// Writes one glyph, 1 or 2 columns wide; half a wide one at the canvas' edge becomes a blank.
  package mutating func put(
    _ glyph: Glyph, width: Int = 1, at column: Int, _ row: Int, _ style: Style = .text
  ) {
    guard row >= 0, row < size.height, column < size.width, column + width > 0 else { return }
    let isWhole = column >= 0 && column + width <= size.width
    blankCutGlyphs(from: max(column, 0), to: min(column + width, size.width), row)
    self[column, row] = Cell(isWhole ? glyph : .space, style)
    if width == 2 { self[column + 1, row] = Cell(isWhole ? .continuation : .space, style) }
  }

  /// Blanks the other half of the wide glyphs that writing these columns would cut in two.
  private mutating func blankCutGlyphs(from start: Int, to end: Int, _ row: Int) {
    if start > 0, cells[place(start, row)].glyph == .continuation {
      cells[place(start - 1, row)].glyph = .space
    }
    if end < size.width, cells[place(end, row)].glyph == .continuation {
      cells[place(end, row)].glyph = .space
    }
  }
}
