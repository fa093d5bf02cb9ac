/// Bytes as a spreadsheet writes a text, made a text.
///
/// UTF-8 with or without a byte order mark, UTF-16 of either order, else Windows-1252, which is what
/// a French Excel writes when it is not asked.
enum TextDecoding {
  static func text(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittle: false) }
    // Without a mark, every second byte of a header in UTF-16 is zero.
    if bytes.count >= 4, bytes[1] == 0, bytes[3] == 0 { return utf16(bytes[...], isLittle: true) }
    if bytes.count >= 4, bytes[0] == 0, bytes[2] == 0 { return utf16(bytes[...], isLittle: false) }
    return String(validating: bytes, as: UTF8.self) ?? windows1252(bytes)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String {
    let (low, high) = isLittle ? (0, 1) : (1, 0)
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + high]) << 8
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func windows1252(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let isOwn = (0x80..<0xA0).contains(byte)
      text.append(isOwn ? special[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  /// What Windows-1252 has from 0x80 on; a place without a character keeps its number's.
  private static let special = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
