/// Which bits mean which symbol in a block of deflate.
struct HuffmanCode: Sendable {
  /// As many bits as are looked up at once; longer codes, which are rare, are walked.
  private static let quickBits = 10
  static let longest = 15

  /// By the next bits, `symbol << 4 | length`; 0 where no code is so short.
  private var quick = [UInt16](repeating: 0, count: 1 << quickBits)
  /// How many codes have each length.
  private var counts = [Int](repeating: 0, count: longest + 1)
  /// In the order of their codes.
  private var symbols: [UInt16]

  /// A code by the length that each symbol has in it, 0 for none; nil when more are given than fit.
  ///
  /// - Complexity: O(symbols + 1,024).
  init?(lengths: ArraySlice<UInt8>) {
    symbols = [UInt16](repeating: 0, count: lengths.count)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var starts = [Int](repeating: 0, count: Self.longest + 2)
    var codes = starts
    var room = 1
    for length in 1...Self.longest {
      room = room << 1 - counts[length]
      guard room >= 0 else { return nil }
      starts[length + 1] = starts[length] + counts[length]
      codes[length + 1] = (codes[length] + counts[length]) << 1
    }
    for (symbol, length) in zip(0..., lengths) where length > 0 {
      let length = Int(length)
      symbols[starts[length]] = UInt16(symbol)
      starts[length] += 1
      remember(UInt16(symbol), code: codes[length], length)
      codes[length] += 1
    }
  }

  private mutating func remember(_ symbol: UInt16, code: Int, _ length: Int) {
    guard length <= Self.quickBits else { return }
    // The first bit of a code comes first, which is the lowest of a byte.
    var index = 0
    for bit in 0..<length where code >> bit & 1 == 1 { index |= 1 << (length - 1 - bit) }
    while index < quick.count {
      quick[index] = symbol << 4 | UInt16(length)
      index += 1 << length
    }
  }

  /// The symbol that the next bits mean, and how many they are; nil when they mean none.
  @inline(__always)
  func symbol(in bits: UInt64) -> (symbol: Int, length: Int)? {
    let entry = quick[Int(truncatingIfNeeded: bits) & (quick.count - 1)]
    return entry == 0 ? longSymbol(in: bits) : (Int(entry >> 4), Int(entry & 15))
  }

  private func longSymbol(in bits: UInt64) -> (symbol: Int, length: Int)? {
    var (code, first, index) = (0, 0, 0)
    for length in 1...Self.longest {
      code |= Int(truncatingIfNeeded: bits >> UInt64(length - 1)) & 1
      let count = counts[length]
      if code - first < count { return (Int(symbols[index + code - first]), length) }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }
}
