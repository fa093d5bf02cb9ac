/// How a table is written as CSV.
package enum CSVFlavour: Hashable, Sendable {
  /// For tools: commas, points in numbers, days as `2026-03-12`.
  case neutral
  /// For a French Excel: semicolons, a byte order mark, commas in numbers, days as `12/03/2026`.
  case excel

  var separator: UInt8 { self == .excel ? UInt8(ascii: ";") : UInt8(ascii: ",") }
}

/// Cells that a spreadsheet would run, and how they are kept from it.
///
/// An apostrophe is put before what begins with `=`, `+`, `-`, `@`, a tab or a return, and before
/// what already begins so after apostrophes: taking one off gives every text back.
enum Formula {
  static func defused(_ text: String) -> String { isRisky(text) ? "'\(text)" : text }

  static func restored(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isRisky(text) ? String(text.dropApostrophe()) : text
  }

  private static func isRisky(_ text: String) -> Bool {
    let apostrophe = UInt8(ascii: "'")
    guard let first = text.utf8.first(where: { $0 != apostrophe }) else { return false }
    return "=+-@\t\r".utf8.contains(first)
  }
}

extension String {
  /// Without its first scalar: an apostrophe may be one character with an accent after it.
  fileprivate func dropApostrophe() -> Substring.UnicodeScalarView { unicodeScalars.dropFirst() }
}
