/// A place in a text, as an editor counts it.
package struct TextPosition: Hashable, Sendable {
  /// Bytes before the place.
  package let offset: Int
  /// Lines, from 1; a line feed ends one.
  package let line: Int
  /// Characters, from 1.
  package let column: Int

  package init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Counts the lines and characters before `offset`.
  ///
  /// - Complexity: O(`offset`)
  init(offset: Int, in bytes: [UInt8]) {
    let start = bytes.starts(with: UTF8.byteOrderMark) ? UTF8.byteOrderMark.count : 0
    self = TextPosition(offset: min(start, offset), line: 1, column: 1)
      .advanced(to: offset, in: bytes)
  }

  /// A later place of the same text; a character must begin at this one.
  ///
  /// - Complexity: O(bytes between the two)
  func advanced(to offset: Int, in bytes: [UInt8]) -> TextPosition {
    let between = bytes[self.offset..<offset]
    let lineStart = between.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    let onLine = String(decoding: between[(lineStart ?? self.offset)...], as: UTF8.self)
    return TextPosition(
      offset: offset, line: line + between.count { $0 == UInt8(ascii: "\n") },
      column: (lineStart == nil ? column : 1) + onLine.count)
  }
}

extension UTF8 {
  /// The three bytes by which some programs say that a text is UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
