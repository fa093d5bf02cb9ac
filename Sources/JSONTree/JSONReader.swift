/// Reads JSON from the bytes of a text, one value at a time.
package struct JSONReader {
  let bytes: [UInt8]
  var offset: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // RFC 8259 §8.1 lets a parser ignore a byte order mark.
    offset = bytes.starts(with: UTF8.byteOrderMark) ? UTF8.byteOrderMark.count : 0
  }

  /// The byte at `offset`, 0 at the end: neither may begin anything.
  package var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Reads the value that begins at `offset`, and stops after it.
  package mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    switch current {
    case UInt8(ascii: "{"): return .object(try readObject(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try readArray(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try readNumber())
    case UInt8(ascii: "t"): return try read("true", as: .bool(true))
    case UInt8(ascii: "f"): return try read("false", as: .bool(false))
    case UInt8(ascii: "n"): return try read("null", as: .null)
    default: throw unexpected(.value)
    }
  }

  private mutating func readArray(depth: Int) throws(JSONError) -> [JSONValue] {
    try enter(depth: depth)
    var elements: [JSONValue] = []
    if skip(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try readValue(depth: depth))
      skipBlanks()
      if skip(UInt8(ascii: "]")) { return elements }
      guard skip(UInt8(ascii: ",")) else { throw unexpected(.commaOrEndOfArray) }
      skipBlanks()
    }
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> JSONObject {
    try enter(depth: depth)
    var object = JSONObject()
    if skip(UInt8(ascii: "}")) { return object }
    while true {
      let keyOffset = offset
      let key = try readKey()
      let member = JSONObject.Member(key: key, value: try readValue(depth: depth))
      guard object.append(member) else { throw error(.duplicateKey(key), at: keyOffset) }
      skipBlanks()
      if skip(UInt8(ascii: "}")) { return object }
      guard skip(UInt8(ascii: ",")) else { throw unexpected(.commaOrEndOfObject) }
      skipBlanks()
    }
  }

  private mutating func read(
    _ word: StaticString, as value: JSONValue
  ) throws(JSONError) -> JSONValue {
    for byte in word.description.utf8 {
      guard skip(byte) else { throw unexpected(.value) }
    }
    return value
  }
}

extension JSONReader {
  /// Goes past the bracket that opens an array or object, and the blanks after it.
  package mutating func enter(depth: Int) throws(JSONError) {
    guard depth <= JSONValue.depthLimit else { throw error(.tooDeep, at: offset) }
    offset += 1
    skipBlanks()
  }

  /// Reads a key and its colon, up to the value.
  package mutating func readKey() throws(JSONError) -> String {
    guard current == UInt8(ascii: "\"") else { throw unexpected(.key) }
    let key = try readString()
    skipBlanks()
    guard skip(UInt8(ascii: ":")) else { throw unexpected(.colon) }
    skipBlanks()
    return key
  }

  package mutating func skipBlanks() { offset = Self.end(ofBlanksIn: bytes.span, from: offset) }

  /// Eight spaces at a time, as lines begin with many.
  private static func end(ofBlanksIn bytes: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: " "):
        while place <= bytes.count - 8, word(in: bytes, at: place) == 0x2020_2020_2020_2020 {
          place += 8
        }
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): place += 1
      default: return place
      }
    }
    return place
  }

  /// Goes past a byte, which is not 0, if it comes next.
  package mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    offset += 1
    return true
  }

  package var isAtEnd: Bool { offset >= bytes.count }

  /// Whether a byte comes next, and something else than another after it and blanks.
  package func begins(_ byte: UInt8, before other: UInt8) -> Bool {
    guard current == byte else { return false }
    var rest = self
    rest.offset += 1
    rest.skipBlanks()
    return rest.current != other
  }

  /// Goes past a key that is spelt so, with its quotes, and what parts it from its value, if it comes
  /// next.
  package mutating func skip(key: [UInt8]) -> Bool {
    let end = offset + key.count
    // The last letter, before the quote, tells most keys apart.
    guard end <= bytes.count, bytes[end - 1] == key[key.count - 1] else { return false }
    for index in key.indices where bytes[offset + index] != key[index] { return false }
    var rest = end
    while rest < bytes.count, bytes[rest] == UInt8(ascii: " ") { rest += 1 }
    guard rest < bytes.count, bytes[rest] == UInt8(ascii: ":") else { return false }
    offset = rest + 1
    skipBlanks()
    return true
  }

  func error(_ cause: JSONError.Cause, at offset: Int) -> JSONError {
    JSONError(cause: cause, position: TextPosition(offset: offset, in: bytes))
  }

  func unexpected(_ expected: JSONError.Expectation) -> JSONError {
    guard offset < bytes.count else { return error(.unexpectedEnd, at: offset) }
    var decoder = UTF8()
    var rest = bytes[offset...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
      return error(.invalidUTF8, at: offset)
    }
    return error(.unexpected(scalar, expected: expected), at: offset)
  }
}
