import TerminalUI

/// Characters on their way, and whether they came one by one or together.
///
/// What a person types comes one key at a time. Several characters in one batch are a paste on a
/// terminal that does not mark them, or were typed while the program was busy: they are told as one
/// event, once nothing has come for ``gathering``.
struct TextRun {
  /// Fewer characters than this are typed, in any batch, but for one right after Entrée.
  static let burst = 3
  /// How long a burst waits for more of itself, in milliseconds: it may be read in several pieces.
  static let gathering = 15

  private var utf8 = UTF8Assembler()
  /// The character being put together: marks may follow it in the same batch.
  private var character: Character?
  private var run: [Character] = []

  /// Whether a burst waits for more of itself.
  var isHeld: Bool { run.count >= Self.burst || run.count == 2 && run.first == "\n" }

  mutating func take(_ byte: UInt8, into events: inout [Event]) {
    guard let scalar = utf8.next(byte) else { return }
    switch scalar.value {
    case 0x08, 0x7F: tell(.backspace, into: &events)
    case 0x09: add("\t")
    case 0x0A, 0x0D: add("\n")
    case 0x01...0x1A:
      tell(.control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60)))), into: &events)
    case 0x00...0x1F, 0x80...0x9F: endCharacter()
    default: join(scalar)
    }
  }

  private mutating func tell(_ key: Key, into events: inout [Event]) {
    flush(into: &events)
    events.append(.key(key))
  }

  private mutating func add(_ whole: Character) {
    endCharacter()
    run.append(whole)
  }

  /// Adds a scalar to the character before it, when the two are one character to a reader.
  private mutating func join(_ scalar: Unicode.Scalar) {
    guard let before = character else {
      character = Character(scalar)
      return
    }
    var joined = String(before)
    joined.unicodeScalars.append(scalar)
    if joined.count == 1, let whole = joined.first {
      character = whole
    } else {
      endCharacter()
      character = Character(scalar)
    }
  }

  private mutating func endCharacter() {
    if let whole = character { run.append(whole) }
    character = nil
  }

  mutating func endBatch() { endCharacter() }

  /// Tells what was typed, and a burst that has waited enough.
  mutating func release(into events: inout [Event], after waited: Int) {
    if !isHeld || waited >= Self.gathering || run.count > Paste.longest { flush(into: &events) }
  }

  /// Tells all that is there, before something that is no text.
  mutating func flush(into events: inout [Event]) {
    endCharacter()
    if isHeld {
      events.append(.burst(String(run)))
    } else {
      events += run.map { .key(Key(typed: $0)) }
    }
    run = []
  }
}
