extension JSONValue {
  /// Spells a value in the layout of our files, which a person can read and a diff can show.
  ///
  /// Two spaces for each level, one element or member a line, `[]` and `{}` when there is none,
  /// `"key": value`, a line feed at the end. Only `"`, `\` and control characters are escaped.
  package static func write(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  /// Spells a value on one line, without blanks between its parts, a line feed at the end: a line of
  /// JSON Lines.
  package static func writeLine(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.isOnOneLine = true
    writer.write(value)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }
}

private struct JSONWriter {
  var bytes: [UInt8] = []
  var isOnOneLine = false
  private var level = 0

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: write("null")
    case .bool(let value): write(value ? "true" : "false")
    case .number(let number): write(number.spelling)
    case .string(let string): writeQuoted(string)
    case .array(let elements): writeList(elements, between: ("[", "]")) { $0.write($1) }
    case .object(let object): writeList(object.members, between: ("{", "}")) { $0.write($1) }
    }
  }

  private mutating func write(_ member: JSONObject.Member) {
    writeQuoted(member.key)
    write(isOnOneLine ? ":" : ": ")
    write(member.value)
  }

  private mutating func writeList<Item>(
    _ items: [Item], between brackets: (String, String), writeItem: (inout Self, Item) -> Void
  ) {
    write(brackets.0)
    if !items.isEmpty {
      level += 1
      for (index, item) in items.enumerated() {
        if index > 0 { write(",") }
        startLine()
        writeItem(&self, item)
      }
      level -= 1
      startLine()
    }
    write(brackets.1)
  }

  private mutating func startLine() {
    if isOnOneLine { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func writeQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.contains(where: Self.needsEscape) {
      for byte in text.utf8 {
        if Self.needsEscape(byte) { writeEscape(of: byte) } else { bytes.append(byte) }
      }
    } else {
      write(text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func writeEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write("\\\"")
    case UInt8(ascii: "\\"): write("\\\\")
    case 0x08: write("\\b")
    case 0x0C: write("\\f")
    case UInt8(ascii: "\n"): write("\\n")
    case UInt8(ascii: "\r"): write("\\r")
    case UInt8(ascii: "\t"): write("\\t")
    default:
      write(byte < 0x10 ? "\\u000" : "\\u00")
      write(String(byte, radix: 16))
    }
  }
}
