/// What stands between the tags of an XML, as bytes.
enum XMLBytes {
  /// Whether bytes begin with the mark of UTF-16.
  static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// UTF-16 with its mark as UTF-8.
  ///
  /// - Complexity: O(bytes).
  static func decodedUTF16(_ bytes: [UInt8]) throws(OfficeFault) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else { throw .damaged }
    let isLittle = bytes.first == 0xFF
    let units = stride(from: 2, to: bytes.count, by: 2).map { place in
      UInt16(bytes[isLittle ? place + 1 : place]) << 8 | UInt16(bytes[isLittle ? place : place + 1])
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .damaged }
    return Array(text.utf8)
  }

  /// Whether bytes are UTF-8 that XML allows.
  ///
  /// - Complexity: O(bytes).
  static func isValid(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    let isText = (try? UTF8Span(validating: bytes.span.extracting(range))) != nil
    return isText && !bytes[range].contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }

  /// How many bytes at the end of a text begin a character whose other bytes are still to come.
  static func unfinished(_ bytes: ArraySlice<UInt8>) -> Int {
    for (index, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > index + 1 ? index + 1 : 0
    }
    return 0
  }

  /// Appends a text that is written as XML has it: entities are what they stand for, line ends one
  /// new line.
  static func append(_ written: ArraySlice<UInt8>, to out: inout [UInt8]) throws(OfficeFault) {
    var place = written.startIndex
    while place < written.endIndex {
      let byte = written[place]
      switch byte {
      case UInt8(ascii: "&"):
        place = try appendEntity(written, at: place + 1, to: &out)
        continue
      case 0x0D:
        if place + 1 == written.endIndex || written[place + 1] != 0x0A { out.append(0x0A) }
      default: out.append(byte)
      }
      place += 1
    }
  }

  private static func appendEntity(
    _ written: ArraySlice<UInt8>, at start: Int, to out: inout [UInt8]
  ) throws(OfficeFault) -> Int {
    // The longest is a number of a character, which may have zeros before it.
    guard let end = written[start...].prefix(16).firstIndex(of: UInt8(ascii: ";")) else {
      throw .damaged
    }
    let name = String(decoding: written[start..<end], as: UTF8.self)
    switch name {
    case "amp": out.append(UInt8(ascii: "&"))
    case "lt": out.append(UInt8(ascii: "<"))
    case "gt": out.append(UInt8(ascii: ">"))
    case "quot": out.append(UInt8(ascii: "\""))
    case "apos": out.append(UInt8(ascii: "'"))
    default:
      guard name.hasPrefix("#") else { throw .damaged }
      let digits = name.dropFirst()
      let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let scalar = number.flatMap(Unicode.Scalar.init), XMLText.isAllowed(scalar) else {
        throw .damaged
      }
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return end + 1
  }
}
