/// What lies between the two marks of a bracketed paste, as the text that it is.
///
/// Lines end with a newline, however the terminal ended them; control characters and sequences are
/// left out.
struct Paste {
  /// A longer paste is cut, in bytes.
  static let longest = 1 << 20

  static let start = Array("\u{1B}[200~".utf8)
  static let end = Array("\u{1B}[201~".utf8)

  private var text = String.UnicodeScalarView()
  private var count = 0
  /// How many bytes of the end mark came last.
  private var matched = 0
  private var utf8 = UTF8Assembler()
  private var sequence = SequenceSkip()
  private var previous: Unicode.Scalar?

  /// Takes a byte; returns whether it ends the paste.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    for held in Self.end[..<matched] { keep(held) }
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep(byte) }
    return false
  }

  /// Whether these bytes hold the end mark, or the rest of it.
  func isEnded(by more: some Collection<UInt8>) -> Bool {
    var paste = self
    return more.contains { paste.take($0) }
  }

  /// Takes the text that was pasted so far, nil when there is none; a character that is half there
  /// waits for its other half.
  mutating func takeText() -> String? {
    defer { text = String.UnicodeScalarView() }
    return text.isEmpty ? nil : String(text)
  }

  private mutating func keep(_ byte: UInt8) {
    guard count < Self.longest else { return }
    count += 1
    guard let scalar = utf8.next(byte), !sequence.takes(scalar) else { return }
    switch scalar.value {
    case 0x0D: text.append("\n")
    case 0x0A: if previous != "\r" { text.append("\n") }
    case 0x09: text.append(scalar)
    case 0x00...0x1F, 0x7F...0x9F: break
    default: text.append(scalar)
    }
    previous = scalar
  }
}

/// Tells what of a text is a sequence for a terminal: ESC, `[` and what follows up to a letter, or `O`
/// and a letter.
private struct SequenceSkip {
  private enum State { case none, escape, control, single }
  private var state = State.none

  /// Whether a scalar belongs to a sequence.
  mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    switch (state, scalar) {
    case (_, "\u{1B}"): state = .escape
    case (.escape, "["): state = .control
    case (.escape, "O"): state = .single
    case (.control, " "..."?"): break
    case (.control, "@"..."~"), (.single, "!"..."~"): state = .none
    default:
      state = .none
      return false
    }
    return true
  }
}
