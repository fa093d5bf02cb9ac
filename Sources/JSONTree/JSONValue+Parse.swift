extension JSONValue {
  /// How deep arrays and objects may be nested: far beyond any real file, far below what the stack
  /// of a thread holds.
  package static let depthLimit = 512

  /// Reads a text that holds one JSON value in UTF-8, with or without a byte order mark.
  ///
  /// - Throws: ``JSONError`` for anything that RFC 8259 does not allow, a key met twice in an
  ///   object, or nesting beyond ``depthLimit``.
  package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    reader.skipBlanks()
    guard reader.offset < bytes.count else { throw reader.error(.empty, at: reader.offset) }
    let value = try reader.readValue(depth: 0)
    reader.skipBlanks()
    guard reader.offset == bytes.count else { throw reader.unexpected(.endOfText) }
    return value
  }
}
