extension TextWidth {
  /// The columns that one character takes once sanitised.
  static func columns(of character: Character) -> Int {
    var columns = 0
    forEachGlyph(of: character) { _, width in
      columns += width
      return true
    }
    return columns
  }

  /// Calls `body` with what can be shown of one character, until it returns false.
  ///
  /// Usually one glyph; none for controls, several for a cluster of letters side by side.
  /// - Returns: whether `body` always returned true.
  @discardableResult
  static func forEachGlyph(of character: Character, _ body: (Glyph, Int) -> Bool) -> Bool {
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.count == 1, isPlain(only) { return body(Glyph(only), 1) }
    if isBlank(character) { return body(.space, 1) }
    var part: Part?
    var previous: Unicode.Scalar?
    for scalar in scalars {
      defer { previous = scalar }
      let width = columns(of: scalar)
      if isHidden(scalar, width: width) { continue }
      if width == 0 {
        part = part ?? Part(base: "\u{25CC}", width: 1)
        part?.add(scalar)
      } else if part == nil || !isSwallowed(scalar, after: previous) {
        if let part, !body(part.glyph, part.width) { return false }
        part = width < 0 ? Part(base: "\u{FFFD}", width: 1) : Part(base: scalar, width: width)
      }
    }
    return part.map { body($0.glyph, $0.width) } ?? true
  }

  /// Whether a character separates words or lines without being a space.
  private static func isBlank(_ character: Character) -> Bool {
    character.isNewline || character == "\t"
  }

  /// Whether a scalar acts on its neighbours and shows nothing itself: controls, joiners,
  /// bidirectional controls, variation selectors, soft hyphens.
  private static func isHidden(_ scalar: Unicode.Scalar, width: Int) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: true
    case .format: width == 0 || scalar.properties.isDefaultIgnorableCodePoint
    case .nonspacingMark, .otherLetter: scalar.properties.isDefaultIgnorableCodePoint
    default: false
    }
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

  /// A base and the first two of the zero-width marks that lie on it.
  private struct Part {
    let base: Unicode.Scalar
    let width: Int
    private var first: Unicode.Scalar?
    private var second: Unicode.Scalar?

    init(base: Unicode.Scalar, width: Int) {
      self.base = base
      self.width = width
    }

    mutating func add(_ mark: Unicode.Scalar) {
      if first == nil {
        first = mark
      } else if second == nil {
        second = mark
      }
    }

    /// The base with its marks, as one scalar where Unicode has one.
    var glyph: Glyph {
      guard let first else { return Glyph(base) }
      var scalars = String.UnicodeScalarView([base, first])
      if let second { scalars.append(second) }
      if let whole = TextWidth.precomposed[String(scalars)] { return Glyph(whole) }
      return Glyph(base, first, second)
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
