package import TerminalUI

/// Puts what the terminal sent together into events: keys out of sequences, characters out of bytes,
/// pastes out of what lies between their marks.
///
/// One state machine for all bytes. A sequence is a key whole, wherever a slow line cuts it: what is
/// begun waits up to ``patience`` for its end, and is dropped without it. A lone ESC can't wait so
/// long: it is told as Escape after ``escapeDelay``, and taken back when the rest of a sequence comes.
///
/// It is fed batches, all that was waiting when the terminal was read, and the time: what arrives in
/// one batch arrived together. A tail comes in one piece, a person's next key comes alone.
///
/// All times are milliseconds of one clock that never goes back.
package struct InputDecoder {
  /// How long a sequence waits for the bytes that it lacks: a second on the line, and some on the way.
  static let patience = 1_100
  /// How long a paste does, before what is there is shown.
  static let pastePatience = 950
  /// Longer sequences are dropped, in bytes: no key or report is as long.
  private static let longestSequence = 64

  /// How long a lone ESC waits for the rest of a sequence.
  let escapeDelay: Int
  /// Which key a whole sequence is, ESC and all; nil when none.
  let keys: ([UInt8]) -> Key?

  private(set) var state = State.ground
  /// The time of the last byte, or after it the first at which nothing was waiting.
  private(set) var lastTime = 0
  /// Whether nothing was waiting since the last byte.
  private(set) var isResting = false
  /// How many ESC were told as Escapes, one or two, with nothing since.
  private var loneEscapes = 0
  /// Whether the last paste was shown before its end came, with nothing since.
  private var isPasteCut = false

  var text = TextRun()
  var paste = Paste()
  var events: [Event] = []

  enum State: Hashable {
    case ground
    /// ESC.
    case escape
    /// ESC ESC: two keys, or Alt with a key that is a sequence.
    case secondEscape
    /// ESC [ and what follows, up to its final letter.
    case control([UInt8])
    /// ESC O, perhaps a digit or two, and a letter to come.
    case single([UInt8])
    /// The bytes after ESC [ M.
    case oldMouse([UInt8])
    /// What a terminal answers, of no use here: up to BEL or ESC \.
    case string(isEmpty: Bool, afterEscape: Bool)
    /// Alt with a character that is longer than a byte.
    case altCharacter(missing: Int)
    case paste
  }

  package init(escapeDelay: Int = 25, keys: @escaping ([UInt8]) -> Key?) {
    self.escapeDelay = escapeDelay
    self.keys = keys
  }

  /// Returns the events of one batch, read at this time; an empty batch ends what has waited enough.
  ///
  /// What is begun waits while nothing comes, not while the program is busy and does not look: bytes
  /// that were there when it looked again may have come right after the last ones.
  package mutating func decode(_ batch: some Collection<UInt8>, at time: Int) -> [Event] {
    if batch.isEmpty { rest(at: time) }
    expire(at: isResting ? time : lastTime)
    if !batch.isEmpty {
      begin(batch, at: time)
      for byte in batch { take(byte) }
      lastTime = time
      isResting = false
      text.endBatch()
    }
    text.release(into: &events, after: time - lastTime)
    defer { events = [] }
    return events
  }

  /// Nothing is waiting at this time.
  package mutating func rest(at time: Int) {
    guard !isResting else { return }
    isResting = true
    lastTime = time
  }

  /// How long after this time ``decode(_:at:)`` has something to say of itself; nil when never.
  package func wait(at time: Int) -> Int? {
    let limit: Int? =
      switch state {
      case _ where text.isHeld: TextRun.gathering
      case .ground: nil
      case .escape, .secondEscape: escapeDelay
      case .paste: Self.pastePatience
      default: Self.patience
      }
    return limit.map { max(0, $0 - (time - lastTime)) }
  }
}

// MARK: - Time

extension InputDecoder {
  /// Ends what was begun and has waited enough.
  private mutating func expire(at time: Int) {
    let waited = time - lastTime
    text.release(into: &events, after: waited)
    switch state {
    case .ground: break
    case .escape:
      if waited >= escapeDelay { tellEscapes(1) }
    case .secondEscape:
      if waited >= escapeDelay { tellEscapes(2) }
    case .paste:
      guard waited >= Self.pastePatience else { break }
      tellPaste()
      isPasteCut = true
      state = .ground
    case .control, .single, .oldMouse, .string, .altCharacter:
      if waited >= Self.patience { state = .ground }
    }
    if waited >= Self.patience { loneEscapes = 0 }
  }

  private mutating func tellEscapes(_ count: Int) {
    for _ in 0..<count { emit(.key(.escape)) }
    loneEscapes = count
    state = .ground
  }

  /// Decides, before the first byte of a batch, whether it is the rest of what the last one began.
  private mutating func begin(_ batch: some Collection<UInt8>, at time: Int) {
    if isPasteCut {
      isPasteCut = false
      if paste.isEnded(by: batch) { state = .paste }
    }
    if loneEscapes > 0 {
      defer { loneEscapes = 0 }
      guard isTail(batch) else { return }
      for _ in 0..<loneEscapes { events.append(.escapeTakenBack) }
      state = loneEscapes == 1 ? .escape : .secondEscape
      return
    }
    switch state {
    // Alt with a letter that could have begun more, and the next key: a key comes alone.
    case .string(isEmpty: true, afterEscape: false):
      if batch.count == 1, batch.first != 0x07, batch.first != 0x1B { state = .ground }
    case .single(let bytes):
      if bytes.last == UInt8(ascii: "O"), batch.count == 1, !isSingle(Array(batch)) {
        state = .ground
      }
    // Its end never came, and somebody goes on: a key comes alone.
    case .paste:
      let bytes = Array(batch.prefix(Self.longestSequence))
      if bytes == [0x03] || keys(bytes) != nil { endPaste() }
    default: break
    }
  }

  /// Whether a batch after a lone ESC is what the ESC began: a person's keys come one by one.
  private func isTail(_ batch: some Collection<UInt8>) -> Bool {
    let bytes = Array(batch.prefix(4096))
    guard bytes.count > 1 else { return false }
    switch bytes[0] {
    case UInt8(ascii: "["): return true
    case UInt8(ascii: "O"):
      if Self.isDigit(bytes[1]) { return true }
      // Another key may have come right after it.
      return isSingle([bytes[1]]) && (bytes.count == 2 || bytes[2] == 0x1B)
    case let byte where Self.introducesString(byte):
      return bytes.contains(0x07) || bytes.dropFirst().contains(0x1B)
    default: return false
    }
  }

  /// Whether this, after ESC O, is a key, with Alt or without.
  private func isSingle(_ bytes: [UInt8]) -> Bool {
    // The 5 of a keypad, which means nothing here.
    bytes == [UInt8(ascii: "E")] || keys([0x1B, UInt8(ascii: "O")] + bytes) != nil
  }

  static func introducesString(_ byte: UInt8) -> Bool { "]PX^_".utf8.contains(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

// MARK: - Bytes

extension InputDecoder {
  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground:
      guard byte == 0x1B else { return text.take(byte, into: &events) }
      state = .escape
    case .escape: takeAfterEscape(byte)
    case .secondEscape: takeAfterSecondEscape(byte)
    case .control(let bytes): takeControl(byte, after: bytes)
    case .single(let bytes): takeSingle(byte, after: bytes)
    case .oldMouse(let bytes): takeOldMouse(byte, after: bytes)
    case .string(_, let afterEscape): takeString(byte, afterEscape: afterEscape)
    case .altCharacter(let missing):
      guard 0x80...0xBF ~= byte else { return takeAnew(byte) }
      state = missing > 1 ? .altCharacter(missing: missing - 1) : .ground
    case .paste:
      if paste.take(byte) { endPaste() }
    }
  }

  /// Drops what was begun, and takes a byte as if nothing had been.
  private mutating func takeAnew(_ byte: UInt8) {
    state = .ground
    take(byte)
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .secondEscape
    case UInt8(ascii: "["): state = .control([0x1B, byte])
    case UInt8(ascii: "O"): state = .single([0x1B, byte])
    case _ where Self.introducesString(byte): state = .string(isEmpty: true, afterEscape: false)
    case 0xC2...0xF4: state = .altCharacter(missing: byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3)
    // Alt with a character, refused unless it is a key of its own.
    default: finish([0x1B, byte])
    }
  }

  private mutating func takeAfterSecondEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): state = .control([0x1B, 0x1B, byte])
    case UInt8(ascii: "O"): state = .single([0x1B, 0x1B, byte])
    default:
      emit(.key(.escape))
      takeAfterEscape(byte)
    }
  }

  private mutating func takeControl(_ byte: UInt8, after bytes: [UInt8]) {
    let sequence = bytes.count < Self.longestSequence ? bytes + [byte] : bytes
    switch byte {
    // rxvt ends keys held with Shift so; in an answer it is not the end.
    case UInt8(ascii: "$") where keys(sequence) != nil: finish(sequence)
    case 0x20...0x3F: state = .control(sequence)
    // The Linux console's function keys: one letter more.
    case UInt8(ascii: "[") where bytes.count == 2: state = .control(sequence)
    case 0x40...0x7E:
      if bytes.count >= Self.longestSequence {
        state = .ground
      } else if sequence == [0x1B, UInt8(ascii: "["), UInt8(ascii: "M")] {
        state = .oldMouse([])
      } else {
        finish(sequence)
      }
    default: takeAnew(byte)
    }
  }

  private mutating func takeSingle(_ byte: UInt8, after bytes: [UInt8]) {
    let sequence = bytes + [byte]
    switch byte {
    case 0x30...0x3B where bytes.count < 8: state = .single(sequence)
    case 0x21...0x7E: finish(sequence)
    default: takeAnew(byte)
    }
  }

  private mutating func takeOldMouse(_ byte: UInt8, after bytes: [UInt8]) {
    guard bytes.count == 2 else {
      state = .oldMouse(bytes + [byte])
      return
    }
    state = .ground
    if let event = MouseReport(old: bytes + [byte])?.event { emit(event) }
  }

  private mutating func takeString(_ byte: UInt8, afterEscape: Bool) {
    switch byte {
    case 0x07, 0x18, 0x1A: state = .ground
    case UInt8(ascii: "\\") where afterEscape: state = .ground
    case 0x1B: state = .string(isEmpty: false, afterEscape: true)
    case _ where afterEscape:
      state = .escape
      take(byte)
    default: state = .string(isEmpty: false, afterEscape: false)
    }
  }

  /// A sequence is whole.
  private mutating func finish(_ sequence: [UInt8]) {
    state = .ground
    switch sequence {
    case Paste.start:
      text.flush(into: &events)
      paste = Paste()
      state = .paste
    // Of a paste that was shown before its end came.
    case Paste.end: break
    default:
      if let event = MouseReport(sequence: sequence)?.event ?? keys(sequence).map(Event.key) {
        emit(event)
      }
    }
  }

  private mutating func emit(_ event: Event) {
    text.flush(into: &events)
    events.append(event)
  }

  private mutating func endPaste() {
    state = .ground
    tellPaste()
    paste = Paste()
  }

  private mutating func tellPaste() {
    if let pasted = paste.takeText() { emit(.paste(pasted)) }
  }
}
