import CNcurses
import TerminalUI

/// Draws canvases into ncurses' screen, only where they differ from the one before.
///
/// ncurses compares too, but it has to be given the cells first: comparing before costs a fifth of
/// that.
struct Painter {
  /// What ncurses has drawn, or nil when it has to draw everything.
  private var last: Canvas?
  /// Where the last frame left a cursor that is hidden: where its last change ends, since moving it
  /// costs bytes.
  private var end = Position(column: 0, row: 0)
  /// The look of the cell drawn last, whose ink the terminal still has; nil where a frame begins, in
  /// the terminal's own.
  private var before: Int?
  /// The cells of one row on their way, kept so that drawing allocates nothing.
  private var line: [UInt64] = []

  /// By look, what tells one blank from another on the screen: its background, -1 for the terminal's
  /// own; another number of its own where a blank shows more than that, a line under it or its ink.
  private var grounds: [Int] = []

  /// Learns what each role looks like; the next canvas is drawn whole.
  mutating func use(_ appearance: (Style) -> Appearance) {
    grounds = (0..<Style.lookCount).map { 256 + $0 }
    for style in Style.all {
      let shown = appearance(style)
      guard !shown.underline, !shown.reverse else { continue }
      grounds[Int(style.bits)] = shown.background.map(Int.init) ?? -1
    }
    forget()
  }

  /// Forgets the last canvas, so that the next is drawn whole.
  mutating func forget() { last = nil }

  /// Draws a canvas, and has ncurses write what changed.
  ///
  /// The cursor stands in the field, else on what is selected; it is left, hidden, where the last
  /// change ends where the canvas has neither.
  mutating func show(_ canvas: Canvas) {
    let rows = draw(canvas)
    let seen = canvas.cursor ?? canvas.selection
    let place = seen ?? end
    cn_place_cursor(Int32(place.row), Int32(place.column), seen != nil)
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
      guard let old else {
        draw(0..<canvas.size.width, in: row, of: canvas)
        drawn += 1
        continue
      }
      var from = 0
      var isDrawn = false
      while let changes = canvas.changes(in: row, since: old, from: from) {
        let end = end(of: changes, in: row, of: canvas)
        draw(changes.lowerBound..<end, in: row, of: canvas)
        (from, isDrawn) = (end, true)
      }
      if isDrawn { drawn += 1 }
    }
    return drawn
  }

  /// Where blanks end the change and the row, all of them are drawn: of one ink, they are cleared in
  /// three bytes.
  private func end(of changes: Range<Int>, in row: Int, of canvas: Canvas) -> Int {
    let cells = canvas.cells[canvas.places(of: row)]
    let rest = cells.dropFirst(changes.upperBound - 1)
    return rest.allSatisfy { $0.bits & Self.glyph == Self.space } ? cells.count : changes.upperBound
  }

  private mutating func draw(_ columns: Range<Int>, in row: Int, of canvas: Canvas) {
    line.removeAll(keepingCapacity: true)
    // Where blanks begin a ground, until it is known what follows them.
    var opening: Int?
    var written = columns.lowerBound
    let start = canvas.places(of: row).lowerBound
    let cells = canvas.cells.span
    for column in columns {
      var cell = cells[start + column].bits
      var look = Int(cell >> Self.lookShift)
      // Nobody sees the ink of a blank: it takes that of what stands before it, or else after it,
      // since each change of ink costs 25 bytes.
      if cell & Self.glyph == Self.space {
        if let before, grounds[look] == grounds[before] {
          look = before
          cell = Self.space | UInt64(look) << Self.lookShift
        } else {
          opening = line.count
        }
      } else {
        written = column + 1
        if let blanks = opening {
          if grounds[look] == grounds[Int(line[blanks] >> Self.lookShift)] {
            for index in blanks..<line.count {
              line[index] = Self.space | UInt64(look) << Self.lookShift
            }
          }
          opening = nil
        }
      }
      line.append(cell)
      before = look
    }
    cn_draw(Int32(row), Int32(columns.lowerBound), line, Int32(line.count))
    end = Position(column: written, row: row)
  }

  // A cell's bits, taken apart here: this is done for each cell of a frame.
  private static let lookShift = Cell.glyphBits
  private static let glyph = UInt64(1) << lookShift - 1
  private static let space = Glyph.space.bits
}
