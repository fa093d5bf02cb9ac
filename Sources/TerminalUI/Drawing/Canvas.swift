/// A grid of styled cells: what a view draws, and a terminal or a test shows.
///
/// A plain value: the same state drawn twice gives equal canvases. Everything drawn is clipped to
/// the canvas, so no view can write outside it.
package struct Canvas: Hashable, Sendable {
  package let size: Size
  /// Row after row.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands, or nil when it is hidden.
  package var cursor: Position?

  package init(_ size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.width * size.height)
  }

  /// The area of the whole canvas.
  package var area: Rect { Rect(size) }

  /// The cell at a position; outside the canvas a blank is read, and a write is dropped.
  package subscript(column: Int, row: Int) -> Cell {
    get { contains(column, row) ? cells[row * size.width + column] : Cell() }
    set {
      guard contains(column, row) else { return }
      cells[row * size.width + column] = newValue
    }
  }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.width && row < size.height
  }
}

extension Canvas {
  /// Fills an area with one glyph.
  package mutating func fill(_ area: Rect, _ glyph: Glyph = .space, _ style: Style = .text) {
    let area = area.intersection(self.area)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        cells[row * size.width + column] = Cell(glyph, style)
      }
    }
  }

  /// Lays an area on another ground, keeping what is written there.
  package mutating func lay(_ area: Rect, on ground: Style.Ground) {
    let area = area.intersection(self.area)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        cells[row * size.width + column].style.ground = ground
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

  private mutating func put(_ glyph: Glyph, width: Int, at column: Int, _ row: Int, _ style: Style) {
    clearWideNeighbours(of: column, width: width, row: row)
    self[column, row] = Cell(glyph, style)
    if width == 2 { self[column + 1, row] = Cell(.continuation, style) }
  }

  /// Blanks the other half of any wide glyph that is about to be half covered.
  private mutating func clearWideNeighbours(of column: Int, width: Int, row: Int) {
    if self[column, row].glyph == .continuation {
      self[column - 1, row].glyph = .space
    }
    if column + width < size.width, self[column + width, row].glyph == .continuation {
      self[column + width, row].glyph = .space
    }
  }
}
