extension TextWidth {
  /// What can be shown of one character.
  ///
  /// Usually one glyph; none for controls, several for a cluster of letters side by side.
  static func glyphs(of character: Character) -> [Measured] {
    if let separator = blank(for: character) { return [(Glyph(separator), 1)] }
    var parts: [Part] = []
    var previous: Unicode.Scalar?
    for scalar in character.unicodeScalars {
      defer { previous = scalar }
      if isHidden(scalar) { continue }
      let width = columns(of: scalar)
      if width == 0 {
        if parts.isEmpty { parts.append(Part(base: "\u{25CC}", width: 1)) }
        parts[parts.count - 1].marks.append(scalar)
      } else if parts.isEmpty || !isSwallowed(scalar, after: previous) {
        parts.append(
          width < 0 ? Part(base: "\u{FFFD}", width: 1) : Part(base: scalar, width: width))
      }
    }
    return parts.map { ($0.glyph, $0.width) }
  }

  /// A space for what separates words without being one; nil for any other character.
  private static func blank(for character: Character) -> Unicode.Scalar? {
    switch character {
    case "\t", "\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": " "
    default: nil
    }
  }

  /// Whether a scalar acts on its neighbours and shows nothing itself: controls, joiners,
  /// bidirectional controls, variation selectors, soft hyphens.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .control
      || category == .format && columns(of: scalar) == 0
      || scalar.properties.isDefaultIgnorableCodePoint
  }

  /// Whether a scalar inside a cluster belongs to the picture drawn for the scalar before it: the
  /// next member of an emoji family, a skin tone, the second letter of a flag.
  private static func isSwallowed(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?
  ) -> Bool {
    scalar.properties.isEmojiModifier
      || (0x1F1E6...0x1F1FF).contains(scalar.value)
      || previous == "\u{200D}" && scalar.properties.isEmoji
  }

  /// A base and the zero-width marks that lie on it.
  private struct Part {
    let base: Unicode.Scalar
    let width: Int
    var marks: [Unicode.Scalar] = []

    /// The base with its marks, as one scalar where Unicode has one.
    var glyph: Glyph {
      guard let first = marks.first else { return Glyph(base) }
      var scalars = String.UnicodeScalarView([base])
      scalars.append(contentsOf: marks)
      if let whole = TextWidth.precomposed[String(scalars)] { return Glyph(whole) }
      return Glyph(base, first, marks.count > 1 ? marks[1] : nil)
    }
  }

  /// The letters with marks of the Latin, Greek and Cyrillic scripts, found by any spelling, since
  /// strings that are canonically equivalent are equal.
  private static let precomposed: [String: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x1E00...0x1EFF, 0x1F00...0x1FFF,
    ]
    let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
      .filter { columns(of: $0) == 1 }
    return Dictionary(scalars.map { (String($0), $0) }) { first, _ in first }
  }()
}
