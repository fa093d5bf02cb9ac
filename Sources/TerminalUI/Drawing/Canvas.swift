/// A grid of styled cells: what a view draws, and a terminal or a test shows.
///
/// A plain value: the same state drawn twice gives equal canvases. Everything drawn is clipped to
/// the canvas, so no view can write outside it.
package struct Canvas: Hashable, Sendable {
  package let size: Size
  /// What lines, rings and scroll marks are drawn with.
  package let symbols: SymbolSet
  /// Row by row: those that nobody drew on are shared between copies, and cost nothing to compare.
  package private(set) var rows: [[Cell]]
  /// Where the terminal's cursor stands, or nil when it is hidden.
  package var cursor: Position?
  /// The lists drawn that nothing covers, for who looks whether one cuts a text that has room.
  package internal(set) var lists: [ListRows] = []

  package init(_ size: Size, symbols: SymbolSet = .unicode) {
    self.size = size
    self.symbols = symbols
    rows = Array(repeating: Array(repeating: Cell(), count: size.width), count: size.height)
  }

  /// The area of the whole canvas.
  package var area: Rect { Rect(size) }

  /// The cell at a position; outside the canvas a blank is read, and a write is dropped.
  ///
  /// A glyph written here is one column wide; ``put(_:width:at:_:_:)`` looks after wide ones.
  package subscript(column: Int, row: Int) -> Cell {
    get { contains(column, row) ? rows[row][column] : Cell() }
    set {
      guard contains(column, row) else { return }
      rows[row][column] = newValue
    }
  }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.width && row < size.height
  }
}

extension Canvas {
  /// Fills an area with one glyph, one column wide.
  package mutating func fill(_ area: Rect, _ glyph: Glyph = .space, _ style: Style = .text) {
    let area = area.intersection(self.area)
    guard !area.isEmpty else { return }
    if lists.contains(where: { !$0.area.intersection(area).isEmpty }) {
      lists.removeAll { !$0.area.intersection(area).isEmpty }
    }
    for row in area.row..<area.endRow {
      blankCutGlyphs(from: area.column, to: area.endColumn, row)
      change(row) { cells in
        for column in area.column..<area.endColumn { cells[column] = Cell(glyph, style) }
      }
    }
  }

  /// Lays an area on another ground, keeping what is written there, with more emphasis if any.
  package mutating func lay(
    _ area: Rect, on ground: Style.Ground, _ emphasis: Style.Emphasis = []
  ) {
    let area = area.intersection(self.area)
    for row in area.row..<area.endRow {
      change(row) { cells in
        for column in area.column..<area.endColumn {
          cells[column].style.ground = ground
          cells[column].style.emphasis.formUnion(emphasis)
        }
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
    var next = column
    for glyph in TextWidth.glyphs(of: text, fitting: end - column) {
      put(glyph.glyph, width: glyph.width, at: next, row, style)
      next += glyph.width
    }
    return next
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
    if start > 0, rows[row][start].glyph == .continuation {
      rows[row][start - 1].glyph = .space
    }
    if end < size.width, rows[row][end].glyph == .continuation {
      rows[row][end].glyph = .space
    }
  }

  /// Changes the cells of a row, which is made this canvas' own once.
  private mutating func change(_ row: Int, _ body: (inout [Cell]) -> Void) {
    body(&rows[row])
  }
}
