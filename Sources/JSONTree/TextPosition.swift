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
    let before = bytes[min(start, offset)..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
    self.offset = offset
    line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    column = 1 + String(decoding: before[lineStart...], as: UTF8.self).count
  }
}

extension UTF8 {
  /// The three bytes by which some programs say that a text is UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
