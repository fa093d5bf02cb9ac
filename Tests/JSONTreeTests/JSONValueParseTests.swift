import JSONTree
import Testing

@Suite struct JSONValueParseTests {
  private static let one = JSONValue.number(JSONNumber(1))

  @Test(
    arguments: [
      ("null", .null),
      ("true", .bool(true)),
      ("false", .bool(false)),
      ("0", .number(JSONNumber(0))),
      ("\"\"", .string("")),
      (" \t\r\n[ \t\r\n] \t\r\n", .array([])),
      ("{ }", .object([:])),
      ("[1,[1,{}],null]", .array([one, .array([one, .object([:])]), .null])),
      (
        #"{"b":1,"a":{"é":[]},"":""}"#,
        .object(["b": one, "a": .object(["é": .array([])]), "": .string("")])
      ),
      (#""é日👩\#u{200D}👧 \" \\ \/ \b\f\n\r\t""#, .string("é日👩\u{200D}👧 \" \\ / \u{8}\u{C}\n\r\t")),
      (#""\u00e9\u00E9\u0000\u20AC""#, .string("éé\0€")),
      (#""\ud83d\ude00\uDBFF\uDFFF""#, .string("😀\u{10FFFF}")),
      (
        "\"\u{7F}\u{80}\u{2028}\u{FEFF}\u{10FFFF}\"",
        .string("\u{7F}\u{80}\u{2028}\u{FEFF}\u{10FFFF}")
      ),
      ("\u{FEFF}[]", .array([])),
    ] as [(String, JSONValue)])
  func `valid texts are read`(text: String, value: JSONValue) throws {
    #expect(try parse(text) == value)
  }

  @Test(arguments: [
    "0", "-0", "31", "-1", "12.50", "0.0", "-0.50", "1e3", "1E3", "1e+3", "1e-3", "0e0", "1.5E-07",
    "123456789012345678901234567890", "1e99999999999999999999",
    "0.1000000000000000055511151231257827",
  ])
  func `numbers keep their spelling`(spelling: String) throws {
    #expect(try number(spelling).spelling == spelling)
    #expect(written(try parse("[\(spelling)]")) == "[\n  \(spelling)\n]\n")
  }

  static let invalid: [(String, JSONError.Cause, offset: Int)] = [
    ("", .empty, 0),
    (" \n", .empty, 2),
    ("\u{FEFF}", .empty, 3),
    ("[", .unexpectedEnd, 1),
    ("[1", .unexpectedEnd, 2),
    ("{\"a\"", .unexpectedEnd, 4),
    ("\"a", .unexpectedEnd, 2),
    ("\"\\", .unexpectedEnd, 2),
    ("-", .unexpectedEnd, 1),
    ("1.", .unexpectedEnd, 2),
    ("1e+", .unexpectedEnd, 3),
    ("nul", .unexpectedEnd, 3),
    ("01", .invalidNumber, 0),
    ("-01", .invalidNumber, 0),
    ("[-]", .invalidNumber, 2),
    ("[1.]", .invalidNumber, 3),
    ("[1.e3]", .invalidNumber, 3),
    ("[1e]", .invalidNumber, 3),
    ("[.5]", .unexpected(".", expected: .value), 1),
    ("[+1]", .unexpected("+", expected: .value), 1),
    ("[0x1F]", .unexpected("x", expected: .commaOrEndOfArray), 2),
    ("[1.2.3]", .unexpected(".", expected: .commaOrEndOfArray), 4),
    ("NaN", .unexpected("N", expected: .value), 0),
    ("-Infinity", .invalidNumber, 1),
    ("True", .unexpected("T", expected: .value), 0),
    ("[nulle]", .unexpected("e", expected: .commaOrEndOfArray), 5),
    ("nuLl", .unexpected("L", expected: .value), 2),
    ("'a'", .unexpected("'", expected: .value), 0),
    ("[1,]", .unexpected("]", expected: .value), 3),
    ("[,1]", .unexpected(",", expected: .value), 1),
    ("[1 2]", .unexpected("2", expected: .commaOrEndOfArray), 3),
    ("[1}", .unexpected("}", expected: .commaOrEndOfArray), 2),
    ("{\"a\":1,}", .unexpected("}", expected: .key), 7),
    ("{,}", .unexpected(",", expected: .key), 1),
    ("{a:1}", .unexpected("a", expected: .key), 1),
    ("{1:1}", .unexpected("1", expected: .key), 1),
    ("{\"a\" 1}", .unexpected("1", expected: .colon), 5),
    ("{\"a\":}", .unexpected("}", expected: .value), 5),
    ("{\"a\":1 \"b\":2}", .unexpected("\"", expected: .commaOrEndOfObject), 7),
    ("{\"a\":1]", .unexpected("]", expected: .commaOrEndOfObject), 6),
    ("// note\n1", .unexpected("/", expected: .value), 0),
    ("[1/**/]", .unexpected("/", expected: .commaOrEndOfArray), 2),
    ("1 2", .unexpected("2", expected: .endOfText), 2),
    ("[]]", .unexpected("]", expected: .endOfText), 2),
    ("[]\0", .unexpected("\0", expected: .endOfText), 2),
    ("[\u{A0}1]", .unexpected("\u{A0}", expected: .value), 1),
    ("[\u{C}1]", .unexpected("\u{C}", expected: .value), 1),
    ("[\u{FEFF}1]", .unexpected("\u{FEFF}", expected: .value), 1),
    ("\u{FEFF}\u{FEFF}1", .unexpected("\u{FEFF}", expected: .value), 3),
    ("[“a”]", .unexpected("“", expected: .value), 1),
    ("\"a\nb\"", .controlCharacterInString("\n"), 2),
    ("\"\0\"", .controlCharacterInString("\0"), 1),
    ("\"\u{1F}\"", .controlCharacterInString("\u{1F}"), 1),
    (#"["\x41"]"#, .invalidEscape, 2),
    (#""\'""#, .invalidEscape, 1),
    (#""\u12""#, .invalidEscape, 1),
    (#""\u12G4""#, .invalidEscape, 1),
    (#""\u{41}""#, .invalidEscape, 1),
    (#""\U0041""#, .invalidEscape, 1),
    (#""a\ud800""#, .loneSurrogate, 2),
    (#""\udc00""#, .loneSurrogate, 1),
    (#""\udc00\udc00""#, .loneSurrogate, 1),
    (#""\ud800\ud800""#, .loneSurrogate, 1),
    (#""\ud800\u0041""#, .loneSurrogate, 1),
    (#""\ud800x""#, .loneSurrogate, 1),
    (#"{"a":1,"b":2,"\u0061":3}"#, .duplicateKey("a"), 13),
    (#"{"é":1,"é":2}"#, .duplicateKey("é"), 8),
  ]

  @Test(arguments: invalid)
  func `invalid texts are refused with cause and place`(
    text: String, cause: JSONError.Cause, offset: Int
  ) {
    let error = #expect(throws: JSONError.self) { try parse(text) }
    #expect(error?.cause == cause)
    #expect(error?.position.offset == offset)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x5B, 0x00], 0),
      ([0xEF, 0xBB], 0),
      ([0x22, 0x61, 0xE9, 0x22], 2),  // Latin-1
      ([0x22, 0xC0, 0xAF, 0x22], 1),  // overlong
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),  // a surrogate
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),  // beyond U+10FFFF
      ([0x22, 0x61, 0xE2, 0x82, 0x22], 2),  // cut short
      ([0x5B, 0x80, 0x5D], 1),
    ] as [([UInt8], Int)])
  func `bytes that are not UTF-8 are refused with their place`(bytes: [UInt8], offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(bytes) }
    #expect(error?.cause == .invalidUTF8)
    #expect(error?.position.offset == offset)
  }

  @Test func `places are counted in lines and characters`() {
    let text = "{\r\n  \"é\": [\n    \"e\u{301}👩\u{200D}👧\" ?"
    #expect(
      throws: JSONError(
        cause: .unexpected("?", expected: .commaOrEndOfArray),
        position: TextPosition(offset: text.utf8.count - 1, line: 3, column: 10))
    ) {
      try parse(text)
    }
  }

  @Test func `a byte order mark takes no column`() {
    #expect(
      throws: JSONError(
        cause: .unexpected("?", expected: .value),
        position: TextPosition(offset: 3, line: 1, column: 1))
    ) {
      try parse("\u{FEFF}?")
    }
  }

  @Test func `a text cut at any byte says that its end is missing`() throws {
    let text = bytes(#"{"é":[1.5e+3,true,null,"\u00e9\ud83d\ude00 👩\#u{200D}👧"],"b":{"c":-0}}"#)
    _ = try JSONValue.parse(text)
    for length in 1..<text.count {
      let error = #expect(throws: JSONError.self) { try JSONValue.parse(Array(text[..<length])) }
      #expect(error?.cause == .unexpectedEnd, "cut after \(length) bytes")
      #expect(error?.position.offset == length)
    }
  }

  @Test func `nesting is accepted up to the limit`() throws {
    let limit = JSONValue.depthLimit
    let value = try parse(nested(limit))
    #expect(try JSONValue.parse(JSONValue.write(value)) == value)
    let error = #expect(throws: JSONError.self) { try parse(nested(limit + 1)) }
    #expect(error?.cause == .tooDeep)
    #expect(error?.position.column == limit + 1)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `hostile nesting is refused`(opening: String) {
    let error = #expect(throws: JSONError.self) {
      try parse(String(repeating: opening, count: 10_000))
    }
    #expect(error?.cause == .tooDeep)
  }

  private func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }
}
