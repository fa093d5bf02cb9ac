import TerminalUI

/// Texts of the wall that may be too long for their rows.
enum WallText {
  /// A text in lines of a width, at most so many; the last one kept ends between two words, with « … »,
  /// where there are more.
  ///
  /// - Complexity: O(what may be shown), however long the text is.
  static func lines(_ text: String, width: Int, maxLines: Int) -> [String] {
    let most = max(1, maxLines)
    let width = max(1, width)
    let start = TextWidth.truncated(text, to: width * (min(most, 100) + 2))
    var lines = TextWidth.wrap(start, width: width, maxLines: most + 1)
    guard lines.count > most else { return lines }
    lines.removeLast()
    guard let last = lines.popLast() else { return lines }
    let kept = TextWidth.wrap(last, width: max(1, width - 2), maxLines: 2).first ?? ""
    return lines + ["\(kept)\u{A0}…"]
  }

  /// Whether a text takes more lines than so many.
  static func isCut(_ text: String, width: Int, maxLines: Int) -> Bool {
    let start = TextWidth.truncated(text, to: max(1, width) * (min(maxLines, 100) + 2))
    return TextWidth.wrap(start, width: max(1, width), maxLines: maxLines + 1).count > maxLines
  }
}
