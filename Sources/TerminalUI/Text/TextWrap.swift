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
    var lines: [String] = []
    for paragraph in paragraphs(of: text) {
      let characters = paragraph.characters
      for range in lineRanges(characters, widths: paragraph.widths, width: width) {
        guard lines.count < limit else {
          lines[limit - 1] = truncated(lines[limit - 1] + "…", to: width)
          return lines
        }
        let last = characters[range].lastIndex { !isBreakingSpace($0) }
        let end = last.map { $0 + 1 } ?? range.lowerBound
        lines.append(String(text[paragraph.places[range.lowerBound]..<paragraph.places[end]]))
      }
    }
    return lines
  }

  private struct Paragraph {
    let characters: [Character]
    let widths: [Int]
    /// Where each character begins in the text, and then where the last one ends.
    let places: [String.Index]
  }

  /// The paragraphs of a text.
  ///
  /// A plain one has no newline, and its scalars are its characters: no need to look for either.
  private static func paragraphs(of text: String) -> [Paragraph] {
    if text.unicodeScalars.allSatisfy(isPlain) {
      let characters = text.unicodeScalars.map(Character.init)
      return [
        Paragraph(
          characters: characters, widths: Array(repeating: 1, count: characters.count),
          places: text.unicodeScalars.indices + [text.endIndex])
      ]
    }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { part in
      let characters = Array(part)
      return Paragraph(
        characters: characters, widths: characters.map(columns),
        places: part.indices + [part.endIndex])
    }
  }

  /// The characters of each line of a paragraph, at least one line, one range after the other.
  ///
  /// The spaces at which a line is broken end it, and may hang beyond its width.
  /// - Complexity: O(number of characters).
  static func lineRanges(
    _ characters: [Character], widths: [Int], width: Int
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var used = 0
    var lastBreak: (index: Int, used: Int)?
    var hasWord = false
    for index in characters.indices {
      let isBreak = canBreak(atSpace: index, in: characters)
      if !isBreak {
        if used + widths[index] > width, let (end, usedThen) = lastBreak {
          ranges.append(start..<end)
          (start, used, lastBreak) = (end, used - usedThen, nil)
        }
        if used + widths[index] > width, index > start {
          ranges.append(start..<index)
          (start, used) = (index, 0)
        }
        hasWord = true
      }
      used += widths[index]
      if isBreak && hasWord || canBreak(afterHyphen: index, in: characters) {
        lastBreak = (index + 1, used)
      }
    }
    ranges.append(start..<characters.count)
    return ranges
  }

  private static func isBreakingSpace(_ character: Character) -> Bool {
    Kind(character) == .space
  }

  private static func canBreak(atSpace index: Int, in characters: [Character]) -> Bool {
    guard Kind(characters[index]) == .space else { return false }
    if index > 0, Kind(characters[index - 1]) == .opening { return false }
    return index + 1 == characters.count || Kind(characters[index + 1]) != .closing
  }

  private static func canBreak(afterHyphen index: Int, in characters: [Character]) -> Bool {
    guard Kind(characters[index]) == .hyphen else { return false }
    return index > 0 && characters[index - 1].isLetter
      && index + 1 < characters.count && characters[index + 1].isLetter
  }

  /// What a character is to the breaking of lines.
  private enum Kind {
    case space, hyphen
    /// Not parted from the space after it, or before it.
    case opening, closing
    case other

    init(_ character: Character) {
      let scalars = character.unicodeScalars
      // A mark on a space makes it something to be seen.
      guard let first = scalars.first, scalars.count == 1 else {
        self = .other
        return
      }
      switch first {
      case " ", "\t": self = .space
      case "-", "\u{2010}": self = .hyphen
      case "«": self = .opening
      case ":", ";", "?", "!", "»", "%", "€": self = .closing
      default: self = .other
      }
    }
  }
}
