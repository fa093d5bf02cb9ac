extension JSONPointer {
  /// Where the value begins in the text; `nil` when the text has no such value.
  ///
  /// Values carry no positions: the few that are asked for are found by reading the text again.
  ///
  /// - Complexity: as reading the text up to the value.
  package func position(in bytes: [UInt8]) -> TextPosition? {
    var reader = JSONReader(bytes)
    reader.skipBlanks()
    do {
      for (depth, step) in steps.enumerated() {
        guard try reader.enter(step, depth: depth) else { return nil }
      }
    } catch {
      return nil
    }
    guard reader.offset < bytes.count else { return nil }
    return TextPosition(offset: reader.offset, in: bytes)
  }
}

extension JSONReader {
  /// Goes from the start of an array or object to the start of one of its values.
  fileprivate mutating func enter(
    _ step: JSONPointer.Step, depth: Int
  ) throws(JSONError) -> Bool {
    let isObject: Bool
    switch (step, current) {
    case (.key, UInt8(ascii: "{")): isObject = true
    case (.index, UInt8(ascii: "[")): isObject = false
    default: return false
    }
    try enter(depth: depth + 1)
    var index = 0
    repeat {
      skipBlanks()
      if current == UInt8(ascii: "]") || current == UInt8(ascii: "}") { return false }
      let here: JSONPointer.Step = isObject ? .key(try readKey()) : .index(index)
      if here == step { return true }
      _ = try readValue(depth: depth + 1)
      skipBlanks()
      index += 1
    } while skip(UInt8(ascii: ","))
    return false
  }
}
