/// The check that ZIP keeps of what each part holds.
struct CRC32 {
  private var rest = UInt32.max

  /// Of all that was added.
  var value: UInt32 { ~rest }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    var check = CRC32()
    check.add(bytes[...])
    return check.value
  }

  /// - Complexity: O(bytes).
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    let table = Self.table
    var rest = rest
    for byte in bytes {
      rest = table[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] ^ rest >> 8
    }
    self.rest = rest
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in
      rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
    }
  }
}
