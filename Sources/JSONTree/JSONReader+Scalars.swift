// Strings and numbers.

extension JSONReader {
  /// Reads the string whose opening quote is at `offset`.
  mutating func readString() throws(JSONError) -> String {
    let start = offset + 1
    var end = Self.endOfPlain(in: bytes.span, from: start)
    var hasEscapes = false
    while end >= bytes.count || bytes[end] != UInt8(ascii: "\"") {
      guard end < bytes.count else { throw error(.unexpectedEnd, at: bytes.count) }
      guard bytes[end] == UInt8(ascii: "\\") else {
        throw error(.controlCharacterInString(Unicode.Scalar(bytes[end])), at: end)
      }
      hasEscapes = true
      end = Self.endOfPlain(in: bytes.span, from: end + 2)
    }
    offset = end + 1
    let string = try decode(start..<end)
    return hasEscapes ? try unescape(string, from: start) : string
  }

  /// Where the next quote, backslash or control character stands, from a place on; beyond the end
  /// where none does.
  ///
  /// Eight bytes at a time: the lowest bit set of `marks` is that of the first of them.
  private static func endOfPlain(in bytes: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place <= bytes.count - 8 {
      let word = word(in: bytes, at: place)
      let quote = word ^ 0x2222_2222_2222_2222
      let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let marks =
        (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
        | (word &- 0x2020_2020_2020_2020) & ~word
      let found = marks & highs
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      place += 1
    }
    return place
  }

  /// Eight bytes from a place on, the first one lowest: their bounds are checked, and any bits are a
  /// number.
  static func word(in bytes: Span<UInt8>, at place: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

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
