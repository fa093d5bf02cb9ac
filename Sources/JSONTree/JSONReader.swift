/// Reads JSON from the bytes of a text, one value at a time.
struct JSONReader {
  let bytes: [UInt8]
  var offset: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // RFC 8259 §8.1 lets a parser ignore a byte order mark.
    offset = bytes.starts(with: UTF8.byteOrderMark) ? UTF8.byteOrderMark.count : 0
  }

  /// The byte at `offset`, 0 at the end: neither may begin anything.
  var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Reads the value that begins at `offset`, and stops after it.
  mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
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
  mutating func enter(depth: Int) throws(JSONError) {
    guard depth <= JSONValue.depthLimit else { throw error(.tooDeep, at: offset) }
    offset += 1
    skipBlanks()
  }

  /// Reads a key and its colon, up to the value.
  mutating func readKey() throws(JSONError) -> String {
    guard current == UInt8(ascii: "\"") else { throw unexpected(.key) }
    let key = try readString()
    skipBlanks()
    guard skip(UInt8(ascii: ":")) else { throw unexpected(.colon) }
    skipBlanks()
    return key
  }

  mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        offset += 1
      default: return
      }
    }
  }

  /// Goes past a byte, which is not 0, if it comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    offset += 1
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
