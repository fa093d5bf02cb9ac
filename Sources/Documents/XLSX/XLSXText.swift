/// Texts inside a cell of Excel: characters that XML does not have are left out, and what would read
/// as one written out is written so itself.
enum XLSXText {
  /// Characters that a cell may hold, as UTF-16 counts them: Excel calls a file with more damaged.
  static let longest = 32_767
  /// What ends a text that had no room, so that nobody takes it for the whole.
  static let cutMark =
    " […] (coupé\u{A0}: une case d’Excel ne garde que 32\u{A0}767 signes\u{A0}; le classeur .ods garde tout)"

  static func isTooLong(_ text: String) -> Bool {
    text.utf8.count > longest && text.utf16.count > longest
  }

  /// Appends the element that holds a text.
  static func append(_ text: String, to out: inout [UInt8]) {
    let isEdged = text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false
    out.write(isEdged ? "<is><t xml:space=\"preserve\">" : "<is><t>")
    XMLText.append(isTooLong(text) ? escaped(cut(text)) : escaped(text), to: &out)
    out.write("</t></is>")
  }

  /// With ends of lines that are one new line, and `_x0041_` as itself.
  private static func escaped(_ text: String) -> String {
    var text = text
    if text.utf8.contains(0x0D) {
      text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    return text.replacing(/_x(?=[0-9A-Fa-f]{4}_)/, with: "_x005F_x")
  }

  private static func cut(_ text: String) -> String {
    var (kept, count) = ("", cutMark.utf16.count)
    for character in text {
      count += character.utf16.count
      guard count <= longest else { break }
      kept.append(character)
    }
    return kept + cutMark
  }
}
