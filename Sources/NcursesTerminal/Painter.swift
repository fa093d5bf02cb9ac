import CNcurses
import TerminalUI

/// Draws canvases into ncurses' screen, only where they differ from the one before.
///
/// ncurses compares too, but it has to be given the cells first: comparing here costs a fifth of
/// that.
struct Painter {
  private var last: Canvas?
  /// The cells of one row on their way, kept so that drawing allocates nothing.
  private var line: [cn_cell] = []

  /// Forgets the last canvas, so that the next is drawn whole.
  mutating func forget() { last = nil }

  /// Draws a canvas; returns whether any cell had to be drawn.
  mutating func draw(_ canvas: Canvas) -> Bool {
    var isDirty = false
    if last?.size != canvas.size {
      last = nil
      cn_erase()
      isDirty = true
    }
    let width = canvas.size.width
    canvas.cells.withUnsafeBufferPointer { cells in
      for row in 0..<canvas.size.height {
        let start = row * width
        guard let changed = changes(in: start..<start + width, of: cells) else { continue }
        isDirty = true
        draw(cells[changed], at: row, changed.lowerBound - start)
      }
    }
    last = canvas
    return isDirty
  }

  /// From the first to the last cell of a row that differ, or nil.
  private func changes(
    in row: Range<Int>, of cells: UnsafeBufferPointer<Cell>
  ) -> Range<Int>? {
    guard let last else { return row.isEmpty ? nil : row }
    return last.cells.withUnsafeBufferPointer { old in
      guard var first = row.first(where: { cells[$0] != old[$0] }) else { return nil }
      var end = row.upperBound
      while cells[end - 1] == old[end - 1] { end -= 1 }
      // A wide glyph is drawn whole.
      if cells[first].glyph == .continuation, first > row.lowerBound { first -= 1 }
      if end < row.upperBound, cells[end].glyph == .continuation { end += 1 }
      return first..<end
    }
  }

  private mutating func draw(
    _ cells: Slice<UnsafeBufferPointer<Cell>>, at row: Int, _ column: Int
  ) {
    line.removeAll(keepingCapacity: true)
    for cell in cells {
      line.append(cn_cell(glyph: cell.glyph.bits, look: cell.style.look))
    }
    cn_draw(Int32(row), Int32(column), line, Int32(line.count))
  }
}
