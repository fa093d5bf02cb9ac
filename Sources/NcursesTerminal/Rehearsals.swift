import CNcurses
import TerminalUI

/// What some frames would write after the present one, learnt while nobody waits for them.
///
/// ncurses draws each of them for nobody, and the present one again after it. When the time of one
/// comes its bytes are ready to be sent; ncurses follows once they are out.
struct Rehearsals {
  private struct Frame {
    let canvas: Canvas
    let bytes: [CChar]
    /// Where it leaves the cursor.
    let end: Position
  }

  private var frames: [Frame] = []
  /// What the terminal shows, and ncurses has yet to draw.
  private var ahead: Frame?

  /// Learns what a canvas would write in the place of the present one; false when it can't.
  mutating func rehearse(_ canvas: Canvas, with painter: inout Painter) -> Bool {
    guard let present = painter.last else { return false }
    // A key that changes nothing writes nothing.
    guard canvas != present else { return true }
    let end = painter.end
    guard cn_begin_rehearsal() else { return false }
    painter.show(canvas)
    let bytes = LeanStyles.shortened(Self.endRehearsal())
    frames.append(Frame(canvas: canvas, bytes: bytes, end: painter.end))
    Self.follow(present, endingAt: end, with: &painter)
    return true
  }

  /// Sends what a canvas writes; false when it was not rehearsed.
  mutating func perform(_ canvas: Canvas) -> Bool {
    guard let frame = frames.first(where: { $0.canvas == canvas }), ahead == nil else {
      return false
    }
    cn_perform(frame.bytes, frame.bytes.count)
    ahead = frame
    return true
  }

  /// Shows a canvas that was not rehearsed: ncurses writes it to memory, and what it needs is sent.
  static func show(_ canvas: Canvas, with painter: inout Painter) {
    guard cn_begin_rehearsal() else { return painter.show(canvas) }
    painter.show(canvas)
    let bytes = LeanStyles.shortened(endRehearsal())
    cn_perform(bytes, bytes.count)
  }

  /// Forgets what was rehearsed: something else comes.
  mutating func end(with painter: inout Painter) {
    catchUp(with: &painter)
    frames = []
  }

  /// Has ncurses draw what the terminal shows already.
  mutating func catchUp(with painter: inout Painter) {
    guard let frame = ahead else { return }
    Self.follow(frame.canvas, endingAt: frame.end, with: &painter)
    ahead = nil
    frames = []
  }

  private static func follow(_ canvas: Canvas, endingAt end: Position, with painter: inout Painter)
  {
    // Where it can't be kept from the terminal it is written again, and changes nothing there.
    let isKept = cn_begin_rehearsal()
    painter.show(canvas, endingAt: end)
    if isKept { _ = cn_end_rehearsal() }
  }

  private static func endRehearsal() -> [CChar] {
    let count = cn_end_rehearsal()
    return [CChar](unsafeUninitializedCapacity: count) { bytes, initialized in
      initialized = bytes.baseAddress.map { cn_rehearsed($0, count) } ?? 0
    }
  }
}
