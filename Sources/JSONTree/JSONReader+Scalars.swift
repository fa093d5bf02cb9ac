// Strings and numbers.

extension JSONReader {
  /// Reads the string whose opening quote is at `offset`.
  mutating func readString() throws(JSONError) -> String {
    let start = offset + 1
    var end = start
    var hasEscapes = false
    while true {
      guard end < bytes.count else { throw error(.unexpectedEnd, at: bytes.count) }
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        end += 1
      } else if byte < 0x20 {
        throw error(.controlCharacterInString(Unicode.Scalar(byte)), at: end)
      }
      end += 1
    }
    offset = end + 1
    let string = try decode(start..<end)
    return hasEscapes ? try unescape(string, from: start) : string
  }

  private func decode(_ range: Range<Int>) throws(JSONError) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
    } catch {
      throw self.error(.invalidUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  /// Reads the number that begins at `offset`.
  mutating func readNumber() throws(JSONError) -> JSONNumber {
    let start = offset
    _ = skip(UInt8(ascii: "-"))
    let hasLeadingZero = current == UInt8(ascii: "0")
    let digits = try skipDigits()
    if hasLeadingZero, digits > 1 { throw error(.invalidNumber, at: start) }
    if skip(UInt8(ascii: ".")) { _ = try skipDigits() }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      _ = skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-"))
      _ = try skipDigits()
    }
    return JSONNumber(checked: try decode(start..<offset))
  }

  private mutating func skipDigits() throws(JSONError) -> Int {
    let start = offset
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(current) { offset += 1 }
    guard offset > start else {
      throw error(offset < bytes.count ? .invalidNumber : .unexpectedEnd, at: offset)
    }
    return offset - start
  }
}

extension JSONReader {
  /// Replaces the escapes of a string whose first byte is at `start`.
  private func unescape(_ string: String, from start: Int) throws(JSONError) -> String {
    var result: [UInt8] = []
    let source = Array(string.utf8)
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      guard source[index] == UInt8(ascii: "\\") else {
        result.append(source[index])
        index += 1
        continue
      }
      if source[index + 1] == UInt8(ascii: "u") {
        let (scalar, length) = try scalar(escapedAt: index, in: source, from: start)
        result.append(contentsOf: String(scalar).utf8)
        index += length
      } else if let byte = Self.escaped(source[index + 1]) {
        result.append(byte)
        index += 2
      } else {
        throw error(.invalidEscape, at: start + index)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func escaped(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    default: nil
    }
  }

  /// The scalar of the one or two `\u` escapes at `index`, and their length in bytes.
  private func scalar(
    escapedAt index: Int, in source: [UInt8], from start: Int
  ) throws(JSONError) -> (Unicode.Scalar, length: Int) {
    guard let high = Self.codeUnit(escapedAt: index, in: source) else {
      throw error(.invalidEscape, at: start + index)
    }
    if let scalar = Unicode.Scalar(high) { return (scalar, 6) }
    guard let low = Self.codeUnit(escapedAt: index + 6, in: source),
      UTF16.isLeadSurrogate(high), UTF16.isTrailSurrogate(low)
    else { throw error(.loneSurrogate, at: start + index) }
    return (UTF16.decode(UTF16.EncodedScalar([high, low])), 12)
  }

  private static func codeUnit(escapedAt index: Int, in source: [UInt8]) -> UInt16? {
    guard index + 6 <= source.count, source[index] == UInt8(ascii: "\\"),
      source[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for byte in source[(index + 2)..<(index + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
