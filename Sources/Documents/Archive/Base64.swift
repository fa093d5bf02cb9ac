/// Bytes as letters, as pictures stand in an XML.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return out
  }

  /// What the letters stand for, whatever spaces are between them; nil when one is none.
  static func decoded(_ letters: some Sequence<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var (bits, count) = (0, 0)
    for letter in letters where letter > 0x20 && letter != UInt8(ascii: "=") {
      guard let value = values[letter] else { return nil }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return out
  }

  private static let values = Dictionary(
    zip(alphabet, alphabet.indices), uniquingKeysWith: { first, _ in first })
}
