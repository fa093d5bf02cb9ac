import CNcurses
import TerminalUI

/// Draws canvases into ncurses' screen, only where they differ from the one before.
///
/// ncurses compares too, but it has to be given the cells first: comparing before costs a fifth of
/// that.
struct Painter {
  /// What ncurses has drawn, or nil when it has to draw everything.
  private(set) var last: Canvas?
  /// Where the last frame left a cursor that is hidden: where its last change ends, since moving it
  /// costs bytes.
  private(set) var end = Position(column: 0, row: 0)
  /// The look of the cell drawn last, whose ink the terminal still has; nil where a frame begins, in
  /// the terminal's own.
  private var before: UInt16?
  /// The cells of one row on their way, kept so that drawing allocates nothing.
  private var line: [cn_cell] = []

  /// By look, what tells one blank from another on the screen: its background, -1 for the terminal's
  /// own; another number of its own where a blank shows more than that, a line under it or its ink.
  private var grounds: [Int] = []

  /// Learns what each role looks like; the next canvas is drawn whole.
  mutating func use(_ appearance: (Style) -> Appearance) {
    grounds = (0..<Style.lookCount).map { 256 + $0 }
    for style in Style.all {
      let shown = appearance(style)
      guard !shown.underline, !shown.reverse else { continue }
      grounds[Int(style.look)] = shown.background.map(Int.init) ?? -1
    }
    forget()
  }

  /// Forgets the last canvas, so that the next is drawn whole.
  mutating func forget() { last = nil }

  /// Draws a canvas, and has ncurses write what changed.
  ///
  /// The cursor is left at `end` where the canvas has none; where the last change ends when nil.
  mutating func show(_ canvas: Canvas, endingAt end: Position? = nil) {
    let rows = draw(canvas)
    self.end = end ?? self.end
    let place = canvas.cursor ?? self.end
    cn_place_cursor(Int32(place.row), Int32(place.column), canvas.cursor != nil)
    cn_show(Int32(rows))
  }

  /// Draws a canvas; returns how many rows had to be drawn.
  private mutating func draw(_ canvas: Canvas) -> Int {
    let old = last?.size == canvas.size ? last : nil
    if old == nil { cn_erase() }
    last = canvas
    before = nil
    var drawn = 0
    for row in 0..<canvas.size.height {
      let changes = old.map { canvas.changes(in: row, since: $0) } ?? 0..<canvas.size.width
      guard let changes else { continue }
      draw(canvas.rows[row][changes.lowerBound..<end(of: changes, in: canvas.rows[row])], at: row)
      drawn += 1
    }
    return drawn
  }

  /// Where blanks end the change and the row, all of them are drawn: of one ink, they are cleared in
  /// three bytes.
  private func end(of changes: Range<Int>, in row: [Cell]) -> Int {
    guard row[changes.upperBound - 1].glyph == .space,
      row[changes.upperBound...].allSatisfy({ $0.glyph == .space })
    else { return changes.upperBound }
    return row.count
  }

  private mutating func draw(_ cells: ArraySlice<Cell>, at row: Int) {
    line.removeAll(keepingCapacity: true)
    // Where blanks begin a ground, until it is known what follows them.
    var opening: Int?
    for cell in cells {
      var look = cell.style.look
      // Nobody sees the ink of a blank: it takes that of what stands before it, or else after it,
      // since each change of ink costs 25 bytes.
      if cell.glyph == .space {
        if let before, grounds[Int(look)] == grounds[Int(before)] {
          look = before
        } else {
          opening = line.count
        }
      } else if let blanks = opening {
        if grounds[Int(look)] == grounds[Int(line[blanks].look)] {
          for index in blanks..<line.count { line[index].look = look }
        }
        opening = nil
      }
      line.append(cn_cell(glyph: cell.glyph.bits, look: look))
      before = look
    }
    cn_draw(Int32(row), Int32(cells.startIndex), line, Int32(line.count))
    let written = cells.lastIndex { $0.glyph != .space }
    end = Position(column: written.map { $0 + 1 } ?? cells.startIndex, row: row)
  }
}
