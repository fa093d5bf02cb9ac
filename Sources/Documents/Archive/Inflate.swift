/// Bytes that deflate made smaller (RFC 1951), as they were, a piece at a time.
///
/// It holds as much as a repetition may reach back, and one piece: never all of what comes out.
struct Inflate {
  /// How far back a repetition may reach, and how much is made at a time, in bytes.
  private static let reach = 1 << 15
  private static let piece = 1 << 15
  private static let longestRepetition = 258

  private let input: ArraySlice<UInt8>
  private var place: Int
  /// Bits that were taken from the input and not used, the next one lowest.
  private var bits: UInt64 = 0
  private var bitCount = 0
  /// What was made last, with the end of what was made before.
  private var window: [UInt8] = []
  private var written = 0
  /// How much more may be made.
  private var room: Int
  private var block = Block.none
  private var isLast = false

  /// Where it stands.
  private enum Block {
    case none
    /// So many bytes that stand as they are.
    case stored(Int)
    case packed(Codes)
  }

  /// What the bytes hold, which has to be as long as was announced: no more is ever made.
  init(_ input: ArraySlice<UInt8>, size: Int) {
    self.input = input
    place = input.startIndex
    room = size
    window = [UInt8](repeating: 0, count: min(size, Self.reach + Self.piece))
  }

  /// All of what the bytes hold.
  ///
  /// - Complexity: O(bytes + size).
  static func bytes(_ input: ArraySlice<UInt8>, size: Int) throws(OfficeFault) -> [UInt8] {
    var one = Inflate(input, size: size)
    var output: [UInt8] = []
    while try one.appendNext(to: &output) {}
    return output
  }

  /// Appends the next piece; false where there is none.
  ///
  /// - Complexity: O(bytes of the piece).
  mutating func appendNext(to output: inout [UInt8]) throws(OfficeFault) -> Bool {
    if written > Self.reach {
      let from = written - Self.reach
      for index in 0..<Self.reach { window[index] = window[from + index] }
      written = Self.reach
    }
    let start = written
    try run()
    guard written > start else {
      guard room == 0 else { throw .damaged }
      return false
    }
    output.append(contentsOf: window[start..<written])
    return true
  }

  /// Goes on until the window is full, or all is made.
  private mutating func run() throws(OfficeFault) {
    while true {
      switch block {
      case .none:
        if isLast { return }
        isLast = try take(1) == 1
        switch try take(2) {
        case 0: block = .stored(try storedLength())
        case 1: block = try packed(Self.fixed)
        case 2: block = try packed(try readCodes())
        default: throw .damaged
        }
      case .stored(let count):
        let now = min(count, window.count - written)
        try copyStored(now)
        block = now == count ? .none : .stored(count - now)
        if now < count { return }
      case .packed(let codes):
        guard try expand(codes) else { return }
        block = .none
      }
    }
  }

  /// Has as many bits ready as the input still has, 56 at most.
  private mutating func refill() {
    while bitCount <= 48, place < input.endIndex {
      bits |= UInt64(input[place]) << UInt64(bitCount)
      place += 1
      bitCount += 8
    }
  }

  private mutating func take(_ count: Int) throws(OfficeFault) -> Int {
    if bitCount < count { refill() }
    guard bitCount >= count else { throw .damaged }
    let taken = Int(truncatingIfNeeded: bits & (1 << UInt64(count) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return taken
  }

  private mutating func symbol(of code: HuffmanCode) throws(OfficeFault) -> Int {
    if bitCount < HuffmanCode.longest { refill() }
    guard let found = code.symbol(in: bits), found.length <= bitCount else { throw .damaged }
    bits >>= UInt64(found.length)
    bitCount -= found.length
    return found.symbol
  }

  private mutating func storedLength() throws(OfficeFault) -> Int {
    _ = try take(bitCount % 8)
    let (length, check) = (try take(16), try take(16))
    guard length == ~check & 0xFFFF, length <= room else { throw .damaged }
    return length
  }

  private mutating func copyStored(_ count: Int) throws(OfficeFault) {
    for _ in 0..<count {
      window[written] = UInt8(truncatingIfNeeded: try take(8))
      written += 1
    }
    room -= count
  }

  private struct Codes: Sendable {
    let literals: HuffmanCode
    let distances: HuffmanCode
  }

  private func packed(_ codes: Codes?) throws(OfficeFault) -> Block {
    guard let codes else { throw .damaged }
    return .packed(codes)
  }

  /// Goes on with a block to its end; false where the window may be too small for what comes next.
  private mutating func expand(_ codes: Codes) throws(OfficeFault) -> Bool {
    let full = window.count - min(Self.longestRepetition, room)
    while written <= full {
      let symbol = try symbol(of: codes.literals)
      if symbol < 256 {
        guard written < window.count, room > 0 else { throw .damaged }
        window[written] = UInt8(truncatingIfNeeded: symbol)
        written += 1
        room -= 1
      } else if symbol == 256 {
        return true
      } else {
        try repeatEarlier(symbol - 257, codes.distances)
      }
    }
    return false
  }

  private mutating func repeatEarlier(
    _ lengthSymbol: Int, _ distances: HuffmanCode
  ) throws(OfficeFault) {
    guard lengthSymbol < Self.lengths.count else { throw .damaged }
    let length = Self.lengths[lengthSymbol] + (try take(Self.lengthBits[lengthSymbol]))
    let symbol = try symbol(of: distances)
    guard symbol < Self.distances.count else { throw .damaged }
    let distance = Self.distances[symbol] + (try take(Self.distanceBits[symbol]))
    guard distance <= written, length <= room, length <= window.count - written else {
      throw .damaged
    }
    // The two may overlap: a run of one byte is so written.
    for _ in 0..<length {
      window[written] = window[written - distance]
      written += 1
    }
    room -= length
  }

  /// The codes of a block that brings its own.
  private mutating func readCodes() throws(OfficeFault) -> Codes? {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let lengthCount = try take(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { return nil }
    var ofLengths = [UInt8](repeating: 0, count: 19)
    for place in Self.lengthOrder[..<lengthCount] { ofLengths[place] = UInt8(try take(3)) }
    guard let code = HuffmanCode(lengths: ofLengths[...]) else { return nil }
    var lengths: [UInt8] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(of: code)
      let (length, count): (UInt8, Int)
      switch symbol {
      case 16:
        guard let last = lengths.last else { return nil }
        (length, count) = (last, try take(2) + 3)
      case 17: (length, count) = (0, try take(3) + 3)
      case 18: (length, count) = (0, try take(7) + 11)
      default: (length, count) = (UInt8(symbol), 1)
      }
      lengths.append(contentsOf: repeatElement(length, count: count))
    }
    guard lengths.count == literalCount + distanceCount, lengths[256] > 0 else { return nil }
    return Self.codes(lengths[..<literalCount], lengths[literalCount...])
  }

  private static func codes(
    _ literals: ArraySlice<UInt8>, _ distances: ArraySlice<UInt8>
  ) -> Codes? {
    guard let literals = HuffmanCode(lengths: literals),
      let distances = HuffmanCode(lengths: distances)
    else { return nil }
    return Codes(literals: literals, distances: distances)
  }

  private static let fixed = codes(
    ([UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
      + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8))[...],
    [UInt8](repeating: 5, count: 30)[...])

  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
