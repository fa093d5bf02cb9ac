/// How many columns text takes in a terminal, and what a terminal can show of it.
///
/// One function for the layout and for the drawing, so that the two never disagree. The figures are
/// those that ncurses counts (`wcwidth`); a test compares them scalar by scalar.
///
/// What can be shown of a text: its characters, each reduced to a base and at most two zero-width
/// marks. Controls, bidirectional controls, joiners and variation selectors are left out, newlines
/// and tabs become spaces, an emoji sequence its first emoji, and what the terminal doesn't know �.
package enum TextWidth {
  /// A glyph, and its width in columns: 1 or 2.
  package typealias Measured = (glyph: Glyph, width: Int)

  /// The columns that one scalar takes: 0, 1 or 2; -1 for one that can't be shown.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    if isPlain(scalar) { return 1 }
    // The last run that starts at or before the scalar.
    let key = scalar.value << 2 | 3
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle] <= key { low = middle + 1 } else { high = middle }
    }
    return Int(runs[low - 1] & 3) - 1
  }

  /// The columns that a text takes once sanitised.
  package static func columns(of text: String) -> Int {
    if let count = plainCount(of: text) { return count }
    var columns = 0
    forEachGlyph(of: text) { _, width in
      columns += width
      return true
    }
    return columns
  }

  /// Whether a text takes at most `columns` columns once sanitised.
  package static func fits(_ text: String, _ columns: Int) -> Bool {
    // No scalar takes more columns than bytes.
    if text.utf8.count <= columns { return true }
    if let count = plainCount(of: text) { return count <= columns }
    var left = columns
    forEachGlyph(of: text) { _, width in
      left -= width
      return left >= 0
    }
    return left >= 0
  }

  /// What can be shown of a text: one glyph a character, more for those that are several columns
  /// side by side (some scripts of India).
  package static func glyphs(of text: String) -> [Measured] {
    var glyphs: [Measured] = []
    glyphs.reserveCapacity(text.utf8.count)
    forEachGlyph(of: text) { glyph, width in
      glyphs.append((glyph, width))
      return true
    }
    return glyphs
  }

  /// What can be shown of a text in `columns` columns, ended by … when it is cut.
  ///
  /// A wide glyph is never cut in two: when it doesn't fit whole before the …, it is left out.
  /// - Complexity: O(`columns`), whatever the length of the text.
  package static func glyphs(of text: String, fitting columns: Int) -> [Measured] {
    guard columns > 0 else { return [] }
    var glyphs: [Measured] = []
    glyphs.reserveCapacity(min(columns, text.utf8.count))
    var used = 0
    forEachGlyph(of: text) { glyph, width in
      glyphs.append((glyph, width))
      used += width
      return used <= columns
    }
    guard used > columns else { return glyphs }
    while used > columns - 1, let last = glyphs.popLast() { used -= last.width }
    glyphs.append((Glyph("…"), 1))
    return glyphs
  }

  /// The text itself when it fits in `columns` columns, else its start and … .
  package static func truncated(_ text: String, to columns: Int) -> String {
    guard !fits(text, columns) else { return text }
    var result = String.UnicodeScalarView()
    for glyph in glyphs(of: text, fitting: columns) {
      result.append(contentsOf: glyph.glyph.scalars)
    }
    return String(result)
  }

  /// The text itself when it fits in `columns` columns, else as many of its first words as do, and … ;
  /// of a first word that does not, its start.
  ///
  /// - Complexity: O(`columns`), whatever the length of the text.
  package static func excerpt(_ text: String, to columns: Int) -> String {
    guard !fits(text, columns) else { return text }
    let start = truncated(text, to: columns + 1).dropLast()
    guard let space = start.lastIndex(where: { $0 == " " || $0.isNewline }) else {
      return truncated(text, to: columns)
    }
    var words = start[..<space]
    // What would begin a quotation, or hold a place for what follows, does not end one.
    while let last = words.last, " «(:;,–-".contains(last) { words.removeLast() }
    return words.isEmpty ? truncated(text, to: columns) : String(words) + "…"
  }
}

extension TextWidth {
  /// Calls `body` with each glyph of a text and its width, until it returns false.
  static func forEachGlyph(of text: String, _ body: (Glyph, Int) -> Bool) {
    if plainCount(of: text) != nil {
      for scalar in text.unicodeScalars where !body(Glyph(scalar), 1) { return }
    } else {
      for character in text where !forEachGlyph(of: character, body) { return }
    }
  }

  /// Whether a scalar is one column wide and never joins a neighbour: nearly all that French texts
  /// and screens are made of.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: true
    // Punctuation, arrows, box drawing, blocks, shapes and braille.
    case 0x2010..<0x2028, 0x2190..<0x2200, 0x2500..<0x25FD, 0x2800..<0x2900: true
    default: false
    }
  }
  /// How many scalars a text has, nil when one of them is not plain.
  static func plainCount(of text: String) -> Int? {
    let bytes = text.utf8.span
    var (index, count) = (0, 0)
    while index < bytes.count {
      if bytes[index] >= 0x20, bytes[index] < 0x7F {
        index += 1
      } else if plainScalar(in: bytes, at: &index) == nil {
        return nil
      }
      count += 1
    }
    return count
  }

  /// The scalar at a place in the bytes of a text, and the place after it; nil for one that is not plain.
  static func plainScalar(in bytes: Span<UInt8>, at index: inout Int) -> Unicode.Scalar? {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      return lead >= 0x20 && lead < 0x7F ? Unicode.Scalar(lead) : nil
    }
    // A string is well formed; none of four bytes is plain.
    guard lead < 0xF0, index + (lead < 0xE0 ? 1 : 2) < bytes.count else { return nil }
    var value = lead < 0xE0 ? UInt32(lead & 0x1F) : UInt32(lead & 0x0F)
    for _ in 0..<(lead < 0xE0 ? 1 : 2) {
      index += 1
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    index += 1
    return Unicode.Scalar(value).flatMap { isPlain($0) ? $0 : nil }
  }
}
