import DPES

// Titles as people compare them, and as they are kept: a space too many is no other title.
extension String {
  /// Folded, spaces around left out and several together one.
  ///
  /// - Complexity: O(n).
  var foldedTitle: String {
    let bytes = foldedBytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes where byte != 0x20 || !result.isEmpty && result.last != 0x20 {
      result.append(byte)
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Without spaces around, and with one where several stand together; one that does not break a line
  /// stays so.
  var tidyTitle: String {
    var (result, isApart) = ("", true)
    for character in self {
      guard character.isWhitespace else {
        result.append(character)
        isApart = false
        continue
      }
      if !isApart { result.append("\u{A0}\u{202F}".contains(character) ? character : " ") }
      isApart = true
    }
    if isApart, !result.isEmpty { result.removeLast() }
    return result
  }
}

extension ImportRow {
  /// Whether a cell says something on several lines.
  func hasLines(_ column: String) -> Bool {
    guard let text = self[column], text.utf8.contains(0x0A) else { return false }
    return text.split(separator: "\n").count { !$0.allSatisfy(\.isWhitespace) } > 1
  }

  /// The title that a cell says, as it is kept; nil when it says nothing.
  func title(_ column: String) -> String? {
    guard let text = self[column] else { return nil }
    // Nearly always it is so already, and a copy of each would take time.
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte > 0x7F || byte == 0x20 && last == 0x20 { return text.tidyTitle }
      last = byte
    }
    return last == 0x20 ? text.tidyTitle : text
  }
}
