// Lines of plain texts, nearly all there are: found in their bytes, without a list of characters.
extension TextWidth {
  /// Calls `body` with the bytes of each line of a plain text, without the spaces at its end, until it
  /// returns false.
  ///
  /// Lines break where ``wrap(_:width:maxLines:)`` breaks those of any text.
  /// - Complexity: O(bytes), and nothing is allocated.
  static func forEachPlainLine(of text: String, width: Int, _ body: (Range<Int>) -> Bool) {
    let bytes = text.utf8.span
    var line = PlainLine()
    var index = 0
    while index < bytes.count {
      let here = index
      guard let scalar = plainScalar(in: bytes, at: &index) else { return }
      let isBreak = scalar == " " && line.previous != "«" && !closes(bytes, index)
      if !isBreak {
        if line.used >= width, let end = line.lastBreak {
          guard body(withoutEnd(line.start..<end.place, bytes)) else { return }
          line.begin(at: end.place, used: line.used - end.used)
        }
        if line.used >= width, here > line.start {
          guard body(withoutEnd(line.start..<here, bytes)) else { return }
          line.begin(at: here, used: 0)
        }
        line.hasWord = true
      }
      line.used += 1
      if isBreak && line.hasWord || isHyphen(scalar, after: line.previous, bytes, index) {
        line.lastBreak = (index, line.used)
      }
      line.previous = scalar
    }
    _ = body(withoutEnd(line.start..<bytes.count, bytes))
  }

  private struct PlainLine {
    /// The byte where it begins.
    var start = 0
    /// Columns from there on.
    var used = 0
    /// Where it may end, and the columns until there.
    var lastBreak: (place: Int, used: Int)?
    /// Whether a word stood anywhere before.
    var hasWord = false
    var previous: Unicode.Scalar = " "

    mutating func begin(at place: Int, used: Int) {
      (start, self.used, lastBreak) = (place, used, nil)
    }
  }

  /// Whether what stands at a place is not parted from the space before it.
  private static func closes(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    var index = index
    guard index < bytes.count else { return false }
    switch plainScalar(in: bytes, at: &index) {
    case ":", ";", "?", "!", "»", "%", "€": return true
    default: return false
    }
  }

  /// Whether a scalar is a hyphen between a letter and two more, after which a line may end.
  private static func isHyphen(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, _ bytes: Span<UInt8>, _ index: Int
  ) -> Bool {
    guard scalar == "-" || scalar == "\u{2010}", previous.isAlphabetic else { return false }
    var index = index
    for _ in 0..<2 {
      guard index < bytes.count, plainScalar(in: bytes, at: &index)?.isAlphabetic == true else {
        return false
      }
    }
    return true
  }

  private static func withoutEnd(_ line: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return line.lowerBound..<end
  }
}

extension TextWidth {
  /// The lines that a text fills in so many columns, one at least; one more than `most` for any longer.
  ///
  /// - Complexity: O(what may be shown), however long the text is.
  package static func lineCount(of text: String, width: Int, upTo most: Int = 200) -> Int {
    guard text.utf8.count > width, width > 0 else { return 1 }
    guard let count = plainCount(of: text) else {
      let start = truncated(text, to: width * (min(max(most, 1), 200) + 2))
      return max(1, wrap(start, width: width, maxLines: most + 1).count)
    }
    guard count > width else { return 1 }
    var lines = 0
    forEachPlainLine(of: text, width: width) { _ in
      lines += 1
      return lines <= most
    }
    return max(1, lines)
  }
}
