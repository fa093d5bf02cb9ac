/// How many columns text takes in a terminal, and what a terminal can show of it.
///
/// One function for the layout and for the drawing, so that the two never disagree. The figures are
/// those that ncurses counts (`wcwidth`); a test compares them scalar by scalar.
package enum TextWidth {
  /// A glyph, and its width in columns: 1 or 2.
  package typealias Measured = (glyph: Glyph, width: Int)

  /// The columns that one scalar takes: 0, 1 or 2; -1 for one that can't be shown.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x20 || scalar.value == 0x7F ? -1 : 1
  }

  /// The columns that a text takes once sanitised.
  package static func columns(of text: String) -> Int {
    glyphs(of: text).reduce(0) { $0 + $1.width }
  }

  /// What can be shown of a text: one glyph a character.
  package static func glyphs(of text: String) -> [Measured] {
    text.unicodeScalars.map { (Glyph($0), 1) }
  }

  /// What can be shown of a text in `columns` columns, ended by … when it is cut.
  package static func glyphs(of text: String, fitting columns: Int) -> [Measured] {
    Array(glyphs(of: text).prefix(max(0, columns)))
  }
}
