/// Texts of a workbook of Excel: in runs, with characters that XML does not have written out.
enum XLSXTexts {
  private enum Name: String, CaseIterable { case si, t, rPh }

  /// The texts that cells share, in their order.
  ///
  /// - Complexity: O(bytes).
  static func all(_ part: ZipPieces) throws(OfficeFault) -> [String] {
    var reader = try XMLReader(part, Name.self)
    var texts: [String] = []
    var text: [UInt8] = []
    var isText = false
    while true {
      switch try reader.next() {
      case .start(.si): text.removeAll(keepingCapacity: true)
      case .start(.t): isText = true
      case .end(.t): isText = false
      // How Japanese is spoken.
      case .start(.rPh): try reader.skipElement()
      case .text where isText: try reader.appendText(to: &text)
      case .end(.si): texts.append(plain(text))
      case .finished: return texts
      default: break
      }
    }
  }

  /// With `_x000D_` made what it stands for; ends of lines are one new line.
  static func plain(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let scalar = escaped(bytes[place...]) {
        append(scalar, to: &out)
        place += 7
      } else {
        // After a return that was written out.
        if bytes[place] != 0x0A || out.last != 0x0D { out.append(bytes[place]) }
        place += 1
      }
    }
    return String(decoding: out.map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
  }

  private static func append(_ value: UInt32, to out: inout [UInt8]) {
    if value == 0x0A, out.last == 0x0D { return }
    guard let scalar = Unicode.Scalar(value), XMLText.isAllowed(scalar) else { return }
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let start = bytes.startIndex
    guard bytes.count >= 7, bytes[start] == UInt8(ascii: "_"),
      bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[start + 2..<start + 6]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
