import CNcurses
package import TerminalUI

/// The full-screen terminal of the process: its standard input and output, through ncurses.
///
/// There is one for the process, and it belongs to the main thread; only ``wake`` may be called from
/// others. It keeps the canvas that it showed last, so that only cells that changed are drawn again.
/// Ctrl-L, which writes everything anew after something else wrote on the screen, is its own.
package final class NcursesTerminal: Terminal {
  /// Whether the user's own locale is UTF-8.
  ///
  /// Where it is not, marks should be drawn in ASCII; texts are sent as UTF-8 all the same.
  package var isUTF8: Bool { Self.hasUTF8Locale }

  private var painter = Painter()
  private var decoder = InputDecoder(escapeDelay: Int(cn_escape_delay())) { Key(sequence: $0) }
  /// The last size that was told, in cells.
  private var knownSize = Size(0, 0)

  /// Takes the terminal over: the other screen, raw keys, bracketed paste, the mouse off.
  ///
  /// `lastWords` is the line written once the terminal is restored, if the process crashes. The theme
  /// is ``Theme/sombre`` until ``use(_:)``.
  ///
  /// - Throws: ``TerminalError`` when there is no usable terminal; nothing was changed then.
  package init(lastWords: StaticString = "") throws(TerminalError) {
    let words = UnsafeRawPointer(lastWords.utf8Start).assumingMemoryBound(to: CChar.self)
    switch cn_open(words) {
    case CN_OPENED: break
    case CN_NOT_A_TERMINAL: throw .notATerminal
    default: throw .unusable(term: cn_named_terminal().map { String(cString: $0) })
    }
    for (number, key) in KeySequence.all.enumerated() {
      cn_define_key(key.sequence, Int32(number))
    }
    knownSize = size
    use(.sombre)
  }

  deinit { close() }

  /// ``isUTF8``, also without a terminal.
  package static var hasUTF8Locale: Bool { cn_use_utf8() }

  package var size: Size { Size(Int(cn_columns()), Int(cn_rows())) }

  package var wake: @Sendable () -> Void { { cn_wake() } }

  package func use(_ theme: Theme) {
    let colors: ColorDepth =
      switch cn_colors() {
      case 256: .many
      // Beyond 256 an index is no longer a colour of the palette.
      case 8...: .eight
      default: .none
      }
    cn_clear_looks()
    for style in Style.all {
      let appearance = theme.appearance(of: style, colors: colors)
      cn_set_look(
        Int32(style.bits), appearance.foreground.map(Int32.init) ?? -1,
        appearance.background.map(Int32.init) ?? -1, appearance.emphasis)
    }
    painter.use { theme.appearance(of: $0, colors: colors) }
  }

  /// Shows a canvas, writing only what changed since the last one.
  ///
  /// One that is not of the size of the terminal is clipped, or has blanks around it.
  package func show(_ canvas: Canvas) {
    guard cn_begin_frame() else { return painter.show(canvas) }
    painter.show(canvas)
    let count = cn_end_frame()
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { bytes, initialized in
      initialized = bytes.baseAddress.map { cn_frame($0, count) } ?? 0
    }
    let lean = LeanStyles.shortened(bytes)
    cn_send(lean, lean.count)
  }

  /// Not while a key is half read: its time runs.
  package func rests() -> Bool { decoder.wait(at: Self.now) == nil && cn_rests() }

  package func useMouse(_ isOn: Bool) { cn_use_mouse(isOn) }

  package func waitForEvents(atMost milliseconds: Int?) -> [Event] {
    if decoder.wait(at: Self.now) != nil, cn_rests() { decoder.rest(at: Self.now) }
    let limits = [milliseconds, decoder.wait(at: Self.now)].compactMap { $0 }
    let limit = limits.min().map { Int32(clamping: max(0, $0)) } ?? -1
    let reasons = Reasons(rawValue: cn_wait(limit))
    // What was typed before the end counts, whole or not.
    if reasons.contains(.ended) {
      let last = readInput()
      decoder.rest(at: Self.now)
      return last + decoder.decode([], at: Self.now + InputDecoder.patience) + [.closed]
    }
    var events: [Event] = []
    if reasons.contains(.continued) { cn_resume() }
    if !reasons.isDisjoint(with: [.continued, .resumed]) { events.append(.resumed) }
    if reasons.contains(.resized) { cn_follow_size() }
    if !reasons.isDisjoint(with: [.continued, .resumed, .resized]) {
      painter.forget()
    }
    if size != knownSize {
      knownSize = size
      events.append(.resize(size))
    }
    if reasons.contains(.stop) { events.append(.key(.control("z"))) }
    return events + readInput()
  }

  package func ring() { cn_ring() }

  package func suspend() {
    painter.forget()
    cn_suspend()
  }

  package func close() { cn_close() }
}

extension NcursesTerminal {
  /// Why a wait ended.
  private struct Reasons: OptionSet {
    let rawValue: UInt32

    static let resized = Self(rawValue: UInt32(CN_RESIZED))
    static let ended = Self(rawValue: UInt32(CN_ENDED))
    static let continued = Self(rawValue: UInt32(CN_CONTINUED))
    static let resumed = Self(rawValue: UInt32(CN_RESUMED))
    static let stop = Self(rawValue: UInt32(CN_STOP))
  }

  private static var now: Int { Int(cn_milliseconds()) }

  /// The events of all that is waiting, in batches of a bounded size: a flood of keys must not keep
  /// the screen from being drawn.
  private func readInput() -> [Event] {
    let batch = [UInt8](unsafeUninitializedCapacity: 4096) { bytes, count in
      count = bytes.baseAddress.map { Int(cn_read($0, Int32(bytes.count))) } ?? 0
    }
    let events = decoder.decode(batch, at: Self.now)
    let repaint = Event.key(.control("l"))
    guard events.contains(repaint) else { return events }
    cn_repaint()
    return events.filter { $0 != repaint }
  }
}
