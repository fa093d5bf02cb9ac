/// The check that ZIP keeps of what each part holds.
enum CRC32 {
  /// - Complexity: O(bytes).
  static func of(_ bytes: [UInt8]) -> UInt32 {
    let table = table
    var rest = UInt32.max
    for byte in bytes {
      rest = table[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] ^ rest >> 8
    }
    return ~rest
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in
      rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
    }
  }
}
