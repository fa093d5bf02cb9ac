extension TextWidth {
  /// Breaks a text between words into lines of at most `width` columns.
  ///
  /// Newlines in the text end lines. A word longer than a line is split. What French typography
  /// keeps together stays so: no-break spaces hold, and an ordinary space doesn't break before
  /// `: ; ? ! » % €` nor after `«`. An empty text has no lines.
  ///
  /// When there are more than `maxLines` lines, the last one kept ends with … .
  package static func wrap(_ text: String, width: Int, maxLines: Int? = nil) -> [String] {
    let limit = maxLines ?? .max
    guard width > 0, limit > 0, !text.isEmpty else { return [] }
    if let count = plainCount(of: text) {
      return count <= width ? [withoutEnd(text)] : plainLines(of: text, width: width, limit)
    }
    var lines: [String] = []
    for paragraph in paragraphs(of: text) {
      var start = paragraph.start
      for range in lineRanges(paragraph.units, width: width) {
        guard lines.count < limit else {
          lines[limit - 1] = cut(lines[limit - 1], width: width)
          return lines
        }
        let units = paragraph.units[range]
        let last = units.lastIndex { $0.kind != .space }
        let end = last.map { $0 + 1 } ?? range.lowerBound
        let length = units[..<end].reduce(0) { $0 + $1.length }
        let hanging = units[end...].reduce(0) { $0 + $1.length }
        let stop = text.utf8.index(start, offsetBy: length)
        lines.append(String(text[start..<stop]))
        start = text.utf8.index(stop, offsetBy: hanging)
      }
    }
    return lines
  }

  private static func plainLines(of text: String, width: Int, _ limit: Int) -> [String] {
    var lines: [String] = []
    let utf8 = text.utf8
    forEachPlainLine(of: text, width: width) { range in
      guard lines.count < limit else {
        lines[limit - 1] = cut(lines[limit - 1], width: width)
        return false
      }
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      lines.append(String(text[start..<utf8.index(start, offsetBy: range.count)]))
      return true
    }
    return lines
  }

  /// The last line that is shown of more, cut between words where it leaves no column for the sign.
  private static func cut(_ last: String, width: Int) -> String {
    (fits(last, width - 1) ? last : wrap(last, width: width - 1).first ?? "") + "…"
  }

  /// A text without the spaces at its end.
  private static func withoutEnd(_ text: String) -> String {
    let spaces = text.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return spaces == 0 ? text : String(text.dropLast(spaces))
  }

  private struct Paragraph {
    let units: [Unit]
    /// Where it begins in the text.
    let start: String.Index
  }

  /// The paragraphs of a text that is not plain.
  private static func paragraphs(of text: String) -> [Paragraph] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { part in
      Paragraph(units: units(of: Array(part)), start: part.startIndex)
    }
  }

  /// The characters of each line of a text, where characters are as wide as `measure` says, in lines
  /// of that width; nil when a word is longer than a line.
  ///
  /// Lines break where ``wrap(_:width:maxLines:)`` breaks them; the spaces at their ends are in none.
  /// - Complexity: O(number of characters).
  package static func lines(
    of characters: [Character], width: Int, measure: (Character) -> Int
  ) -> [Range<Int>]? {
    var units = Units(capacity: characters.count)
    for character in characters {
      let isBlank = character.isNewline || character == "\t"
      units.append(isBlank ? " " : lead(of: character), width: measure(character), length: 0)
    }
    return wholeLines(units.finished(), width: width)
  }

  /// The same of a text whose scalars are its characters.
  package static func lines(
    of scalars: [Unicode.Scalar], width: Int, measure: (Unicode.Scalar) -> Int
  ) -> [Range<Int>]? {
    var units = Units(capacity: scalars.count)
    for scalar in scalars {
      let isBlank =
        switch scalar.value {
        case 0x9...0xD, 0x85, 0x2028, 0x2029: true
        default: false
        }
      units.append(isBlank ? " " : scalar, width: measure(scalar), length: 0)
    }
    return wholeLines(units.finished(), width: width)
  }

  private static func wholeLines(_ text: [Unit], width: Int) -> [Range<Int>]? {
    var lines: [Range<Int>] = []
    for range in lineRanges(text, width: width) {
      let last = text[range].lastIndex { $0.kind != .space }
      let end = last.map { $0 + 1 } ?? range.lowerBound
      let isWhole =
        range.upperBound == text.count || end < range.upperBound || text[end - 1].kind == .hyphen
      guard isWhole, text[range.lowerBound..<end].reduce(0, { $0 + $1.width }) <= width else {
        return nil
      }
      lines.append(range.lowerBound..<end)
    }
    return lines
  }

  /// The characters of each line of a paragraph, at least one line, one range after the other.
  ///
  /// The spaces at which a line is broken end it, and may hang beyond its width.
  /// - Complexity: O(number of characters).
  static func lineRanges(_ units: [Unit], width: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var used = 0
    var lastBreak: (index: Int, used: Int)?
    var hasWord = false
    for index in units.indices {
      let isBreak = canBreak(atSpace: index, in: units)
      if !isBreak {
        if used + units[index].width > width, let (end, usedThen) = lastBreak {
          ranges.append(start..<end)
          (start, used, lastBreak) = (end, used - usedThen, nil)
        }
        if used + units[index].width > width, index > start {
          ranges.append(start..<index)
          (start, used) = (index, 0)
        }
        hasWord = true
      }
      used += units[index].width
      if isBreak && hasWord || units[index].kind == .hyphen { lastBreak = (index + 1, used) }
    }
    ranges.append(start..<units.count)
    return ranges
  }

  private static func canBreak(atSpace index: Int, in units: [Unit]) -> Bool {
    guard units[index].kind == .space else { return false }
    if index > 0, units[index - 1].kind == .opening { return false }
    return index + 1 == units.count || units[index + 1].kind != .closing
  }
}

extension TextWidth {
  /// A character, as the breaking of lines sees it.
  struct Unit {
    /// In columns.
    let width: Int
    /// In UTF-8 bytes.
    fileprivate let length: Int
    fileprivate var kind: Kind
  }

  fileprivate enum Kind {
    case space
    /// Between letters: a line may end after it.
    case hyphen
    /// Not parted from the space after it, or before it.
    case opening, closing
    case other
  }

  /// The characters of a text as the breaking of lines sees them.
  static func units(of characters: [Character]) -> [Unit] {
    var units = Units(capacity: characters.count)
    for character in characters {
      units.append(
        lead(of: character), width: columns(of: character), length: character.utf8.count)
    }
    return units.finished()
  }

  /// The scalar that says what a character is to the breaking of lines.
  private static func lead(of character: Character) -> Unicode.Scalar {
    let scalars = character.unicodeScalars
    // A mark on a space makes it something to be seen.
    guard let first = scalars.first, scalars.count == 1 || first.properties.isAlphabetic else {
      return "\u{FFFD}"
    }
    return first
  }

  /// Units on their way.
  private struct Units {
    private var units: [Unit] = []
    private var previous: Unicode.Scalar = " "
    /// Units since the last hyphen.
    private var sinceHyphen = Int.max

    init(capacity: Int) { units.reserveCapacity(capacity) }

    mutating func append(_ lead: Unicode.Scalar, width: Int, length: Int) {
      if sinceHyphen < 2, !lead.isAlphabetic { endsWithoutHyphen() }
      let kind = kind(of: lead)
      sinceHyphen = kind == .hyphen ? 0 : sinceHyphen == .max ? .max : sinceHyphen + 1
      units.append(Unit(width: width, length: length, kind: kind))
      previous = lead
    }

    mutating func finished() -> [Unit] {
      endsWithoutHyphen()
      return units
    }

    /// A dash that no letter follows joins nothing, and one letter is not parted from it: `Ctrl-R`.
    private mutating func endsWithoutHyphen() {
      for index in units.indices.suffix(2) where units[index].kind == .hyphen {
        units[index].kind = .other
      }
    }

    private func kind(of lead: Unicode.Scalar) -> Kind {
      switch lead {
      case " ", "\t": .space
      case "-", "\u{2010}": previous.isAlphabetic ? .hyphen : .other
      case "«": .opening
      case ":", ";", "?", "!", "»", "%", "€": .closing
      default: .other
      }
    }
  }
}

extension Unicode.Scalar {
  /// Its property of that name, not looked up for the letters and signs of French.
  var isAlphabetic: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0..<0xD7, 0xD8..<0xF7, 0xF8..<0x250: true
    case 0..<0xAA, 0x2010..<0x2070: false
    default: properties.isAlphabetic
    }
  }
}
