import TerminalUI

/// Puts what the terminal sent together into events: characters out of bytes, pastes out of what
/// lies between their marks.
///
/// It is fed whole batches: all that was waiting when the terminal was read. What arrives in one
/// batch arrived together, which tells a sequence that nobody knows from an Escape and letters typed,
/// and a key pressed from one that was pasted.
struct InputDecoder {
  /// A longer paste is cut, in bytes.
  static let longestPaste = 1 << 20

  private var utf8 = UTF8Assembler()
  /// The character being put together: marks may follow it in the same batch.
  private var character: Character?
  /// What was pasted so far, between the two marks.
  private var paste: [UInt8]?
  private var events: [Event] = []

  /// Returns the events of one batch.
  ///
  /// A byte of a character that is not whole, and a paste without its end, wait for the next one.
  mutating func decode(_ batch: [RawInput]) -> [Event] {
    var rest = batch[...]
    if paste != nil, batch.count == 1, batch[0].isKeyPress {
      endPaste()
    }
    while let input = rest.popFirst() {
      if paste != nil {
        continuePaste(with: input)
      } else if input == .byte(0x1B) {
        escape(followedBy: &rest)
      } else {
        decode(input)
      }
    }
    flushCharacter()
    defer { events = [] }
    return events
  }
}

extension InputDecoder {
  private mutating func decode(_ input: RawInput) {
    switch input {
    case .byte(let byte):
      if let scalar = utf8.next(byte) { decode(scalar) }
    case .key(let key): emit(.key(key))
    case .pasteStart:
      flushCharacter()
      utf8 = UTF8Assembler()
      paste = []
    case .pasteEnd, .other: flushCharacter()
    }
  }

  private mutating func decode(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x08, 0x7F: emit(.key(.backspace))
    case 0x09: emit(.key(.tab))
    case 0x0A, 0x0D: emit(.key(.enter))
    case 0x01...0x1A:
      emit(.key(.control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))))
    case 0x00...0x1F, 0x80...0x9F: flushCharacter()
    default: join(scalar)
    }
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
      flushCharacter()
      character = Character(scalar)
    }
  }

  private mutating func flushCharacter() {
    guard let whole = character else { return }
    character = nil
    events.append(.key(.character(whole)))
  }

  private mutating func emit(_ event: Event) {
    flushCharacter()
    events.append(event)
  }

  /// ESC is a key by itself, unless it begins a sequence: of the mouse, or of a key that nobody
  /// knows, which is dropped whole, or its letters would be typed.
  private mutating func escape(followedBy rest: inout ArraySlice<RawInput>) {
    guard let sequence = EscapeSequence(takenFrom: &rest) else { return emit(.key(.escape)) }
    flushCharacter()
    if let mouse = sequence.mouse { emit(.mouse(mouse)) }
  }
}

// MARK: - Pastes

extension InputDecoder {
  /// Text is kept as it is; a key inside a paste, or a second start mark, is not text.
  private mutating func continuePaste(with input: RawInput) {
    switch input {
    case .byte(let byte):
      if let count = paste?.count, count < Self.longestPaste { paste?.append(byte) }
    case .pasteEnd: endPaste()
    case .key, .pasteStart, .other: break
    }
  }

  private mutating func endPaste() {
    guard let bytes = paste else { return }
    paste = nil
    let text = Self.text(ofPaste: bytes)
    if !text.isEmpty { emit(.paste(text)) }
  }

  /// The text of a paste: lines end with a newline, however the terminal ended them, and control
  /// characters are left out.
  private static func text(ofPaste bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    // A character cut in two at the longest length is not half kept.
    var utf8 = UTF8Assembler()
    for scalar in bytes.lazy.compactMap({ utf8.next($0) }) {
      switch scalar.value {
      case 0x0D: text.append("\n")
      case 0x0A: if previous != "\r" { text.append("\n") }
      case 0x09: text.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F: break
      default: text.append(scalar)
      }
      previous = scalar
    }
    return String(text)
  }
}

extension RawInput {
  /// Whether this is what a key sends when a person presses it, and not a character of a text.
  ///
  /// Alone in its batch, it ends a paste whose end mark was lost: without this, nothing typed would
  /// ever be seen again. Keys that come with more in their batch were pasted.
  fileprivate var isKeyPress: Bool {
    switch self {
    case .key, .byte(0x1B), .byte(0x03): true
    default: false
    }
  }
}
