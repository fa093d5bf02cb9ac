import CNcurses
import TerminalUI

/// Draws canvases into ncurses' screen, only where they differ from the one before.
///
/// ncurses compares too, but it has to be given the cells first: comparing before costs a fifth of
/// that.
struct Painter {
  private var last: Canvas?
  /// The cells of one row on their way, kept so that drawing allocates nothing.
  private var line: [cn_cell] = []

  /// By look, what tells one blank from another on the screen: its background; nil where a blank
  /// shows more than that, a line under it or its own ink.
  private var grounds: [BlankGround?] = []

  private struct BlankGround: Hashable {
    let color: UInt8?
  }

  /// Learns what each role looks like; the next canvas is drawn whole.
  mutating func use(_ appearance: (Style) -> Appearance) {
    grounds = Array(repeating: nil, count: Style.lookCount)
    for style in Style.all {
      let shown = appearance(style)
      guard !shown.underline, !shown.reverse else { continue }
      grounds[Int(style.look)] = BlankGround(color: shown.background)
    }
    forget()
  }

  /// Forgets the last canvas, so that the next is drawn whole.
  mutating func forget() { last = nil }

  /// Draws a canvas; returns how many rows had to be drawn.
  mutating func draw(_ canvas: Canvas) -> Int {
    let old = last?.size == canvas.size ? last : nil
    if old == nil { cn_erase() }
    last = canvas
    var drawn = 0
    for row in 0..<canvas.size.height {
      let changes = old.map { canvas.changes(in: row, since: $0) } ?? 0..<canvas.size.width
      guard let changes else { continue }
      draw(canvas, at: row, changes)
      drawn += 1
    }
    return drawn
  }

  private mutating func draw(_ canvas: Canvas, at row: Int, _ columns: Range<Int>) {
    let start = row * canvas.size.width
    line.removeAll(keepingCapacity: true)
    var before: UInt16?
    for cell in canvas.cells[start + columns.lowerBound..<start + columns.upperBound] {
      var look = cell.style.look
      // Nobody sees the ink of a blank: it takes that of what stands before it, since each change
      // of ink costs 25 bytes.
      if let before, cell.glyph == .space, let ground = grounds[Int(look)],
        ground == grounds[Int(before)]
      {
        look = before
      }
      line.append(cn_cell(glyph: cell.glyph.bits, look: look))
      before = look
    }
    cn_draw(Int32(row), Int32(columns.lowerBound), line, Int32(line.count))
  }
}
