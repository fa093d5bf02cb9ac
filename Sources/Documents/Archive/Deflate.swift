/// Bytes made smaller as deflate has it (RFC 1951): one block in the fixed codes, so that the same
/// bytes always become the same.
struct Deflate {
  private static let window = 1 << 15
  private static let hashBits = 15
  /// Places that are looked at for one repetition, and the length that is good enough.
  private static let tries = 12
  private static let longEnough = 96

  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  /// The last place that begins with bytes of each hash, and for each place the one before it.
  private var latest = [Int32](repeating: -1, count: 1 << hashBits)
  private var earlier = [Int32](repeating: -1, count: window)

  /// - Complexity: O(bytes).
  static func bytes(_ input: [UInt8]) -> [UInt8] {
    var one = Deflate()
    one.output.reserveCapacity(input.count / 4 + 16)
    one.write(input)
    return one.output
  }

  private mutating func write(_ input: [UInt8]) {
    // The last block, and the kind of its codes.
    put(0b011, 3)
    var place = 0
    while place < input.count {
      let match = longestMatch(in: input, at: place)
      guard match.length > 0 else {
        putSymbol(Int(input[place]))
        remember(place, of: input)
        place += 1
        continue
      }
      putRepetition(match.length, from: match.distance)
      let end = place + match.length
      while place < end {
        remember(place, of: input)
        place += 1
      }
    }
    putSymbol(256)
    while bitCount > 0 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  /// Where the next bytes stood before, and how many of them; 0 where fewer than four did.
  private func longestMatch(in input: [UInt8], at place: Int) -> (length: Int, distance: Int) {
    let most = min(258, input.count - place)
    guard most >= 4 else { return (0, 0) }
    var (length, distance) = (3, 0)
    var candidate = Int(latest[Self.hash(input, place)])
    var tries = Self.tries
    while candidate >= 0, place - candidate <= Self.window, tries > 0 {
      if input[candidate + length] == input[place + length] {
        var count = 0
        while count < most, input[candidate + count] == input[place + count] { count += 1 }
        if count > length {
          (length, distance) = (count, place - candidate)
          if count == most || count >= Self.longEnough { break }
        }
      }
      let next = Int(earlier[candidate & (Self.window - 1)])
      // A place that was written over is of a later turn.
      guard next < candidate else { break }
      candidate = next
      tries -= 1
    }
    return distance > 0 ? (length, distance) : (0, 0)
  }

  private mutating func remember(_ place: Int, of input: [UInt8]) {
    guard place + 4 <= input.count else { return }
    let hash = Self.hash(input, place)
    earlier[place & (Self.window - 1)] = latest[hash]
    latest[hash] = Int32(truncatingIfNeeded: place)
  }

  private static func hash(_ input: [UInt8], _ place: Int) -> Int {
    let word =
      UInt32(input[place]) | UInt32(input[place + 1]) << 8 | UInt32(input[place + 2]) << 16
      | UInt32(input[place + 3]) << 24
    return Int((word &* 0x9E37_79B1) >> UInt32(32 - hashBits))
  }
}

extension Deflate {
  private mutating func put(_ value: UInt32, _ count: Int) {
    bits |= UInt64(value) << UInt64(bitCount)
    bitCount += count
    while bitCount >= 8 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  private mutating func putSymbol(_ symbol: Int) {
    let code = Self.codes[symbol]
    put(UInt32(code.bits), Int(code.count))
  }

  private mutating func putRepetition(_ length: Int, from distance: Int) {
    let symbol = Int(Self.lengthSymbols[length])
    putSymbol(257 + symbol)
    put(UInt32(length - Inflate.lengths[symbol]), Inflate.lengthBits[symbol])
    let far = Self.distanceSymbol(distance)
    put(UInt32(Self.reversed(far, 5)), 5)
    put(UInt32(distance - Inflate.distances[far]), Inflate.distanceBits[far])
  }

  /// Codes begin with their highest bit, everything else with the lowest.
  private static func reversed(_ code: Int, _ count: Int) -> UInt16 {
    (0..<count).reduce(0) { $0 << 1 | UInt16(code >> $1 & 1) }
  }

  private static let codes: [(bits: UInt16, count: UInt8)] = (0..<288).map { symbol in
    switch symbol {
    case 0..<144: (reversed(0x30 + symbol, 8), 8)
    case 144..<256: (reversed(0x190 + symbol - 144, 9), 9)
    case 256..<280: (reversed(symbol - 256, 7), 7)
    default: (reversed(0xC0 + symbol - 280, 8), 8)
    }
  }

  /// By length; 258 has a symbol of its own.
  private static let lengthSymbols: [UInt8] = (0...258).map { length in
    UInt8(Inflate.lengths.lastIndex { $0 <= length } ?? 0)
  }

  /// Two symbols for each doubling.
  private static func distanceSymbol(_ distance: Int) -> Int {
    guard distance > 4 else { return distance - 1 }
    let top = Int.bitWidth - 1 - (distance - 1).leadingZeroBitCount
    return 2 * top + ((distance - 1) >> (top - 1) & 1)
  }
}
