import DPES

/// Letters that were lost before a text came here: « ? » or « � » where an accent was, and what is left
/// of one that was read in the wrong encoding.
enum LostLetters {
  enum Doubt: Hashable {
    case none
    /// It may be a question without its space; where other texts lost letters it is none.
    case weak
    case strong
  }

  /// Words that a question is followed by, where a space is missing.
  private static let starts: Set = [
    "et", "alors", "mais", "ou", "oui", "non", "si", "que", "qui", "quoi", "comment", "pourquoi",
    "combien", "quand", "je", "tu", "il", "elle", "ils", "elles", "nous", "vous", "pour", "avec",
    "sans", "parce", "car", "donc", "puis", "voir", "merci",
  ]

  /// Whether letters of a text were lost.
  ///
  /// - Complexity: O(n).
  static func doubt(_ text: String) -> Doubt {
    var (hasMark, hasLead, hasLost) = (false, false, false)
    var last: UInt8 = 0
    for byte in text.utf8 {
      hasMark = hasMark || byte == UInt8(ascii: "?")
      hasLead = hasLead || byte == 0x83 && last == 0xC3
      hasLost = hasLost || byte == 0xBD && last == 0xBF
      last = byte
    }
    guard hasMark || hasLead || hasLost else { return .none }
    if text.unicodeScalars.contains("\u{FFFD}") || hasLead && hasForeignLead(text) {
      return .strong
    }
    return hasMark ? questions(text) : .none
  }

  /// « Ã » before a small letter or a space: the first half of « à » or « é ».
  private static func hasForeignLead(_ text: String) -> Bool {
    var isLead = false
    for scalar in text.unicodeScalars {
      if isLead, !scalar.properties.isUppercase { return true }
      isLead = scalar == "Ã"
    }
    return isLead
  }

  private static func questions(_ text: String) -> Doubt {
    let words = text.split(whereSeparator: \.isWhitespace)
    var doubt = Doubt.none
    for (place, word) in words.enumerated() where word.contains("?") {
      // An address, a formula.
      if word.contains(where: { "/=@&<>*#".contains($0) }) { continue }
      for piece in word.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "?" }) {
        let parts = piece.split(separator: "?", omittingEmptySubsequences: false)
        for (left, right) in zip(parts, parts.dropFirst()) where isLost(left, right) {
          return .strong
        }
        let next = place + 1 < words.count ? words[place + 1].first : nil
        if piece.last == "?", piece.first != "?", next?.isLowercase == true { doubt = .weak }
      }
    }
    return doubt
  }

  /// Whether a mark between two parts of a word stands for a letter.
  private static func isLost(_ left: Substring, _ right: Substring) -> Bool {
    guard let first = right.first else { return false }
    let after = String(right).folded
    if first.isNumber { return String(left).folded == "n" }
    if starts.contains(after), left.count != 1 { return false }
    // « Quoi ?Comment » is two questions.
    return first.isLowercase || left.isEmpty && right.count > 1
      || left.allSatisfy(\.isUppercase) && right.allSatisfy(\.isUppercase)
  }
}

extension Grid {
  /// Its rows with the letters brought back that were read in another encoding, and which rows these
  /// are, with the first of them before and after.
  ///
  /// - Complexity: O(characters).
  func mended() -> (rows: [Row], changed: [Int], first: (before: String, after: String)?) {
    var rows = rows
    var changed: [Int] = []
    var first: (before: String, after: String)?
    for index in rows.indices {
      for place in rows[index].fields.indices {
        let before = rows[index].fields[place]
        guard before.mayBeGarbled, let after = GarbledText.mended(before) else { continue }
        rows[index].fields[place] = after
        if changed.last != rows[index].number { changed.append(rows[index].number) }
        first = first ?? (before, after)
      }
    }
    return (rows, changed, first)
  }
}

extension String {
  /// Whether it has two letters side by side that are none of ASCII.
  fileprivate var mayBeGarbled: Bool {
    var count = 0
    for byte in utf8 {
      // A letter of ASCII between them makes two of one.
      count = byte < 0x80 ? 0 : byte & 0xC0 == 0xC0 ? count + 1 : count
      if count > 1 { return true }
    }
    return false
  }
}

extension Importation {
  /// Under which answers about texts that lost letters are kept, whatever their column.
  package static let lostLetters = "lettres"
}

extension ImportRow {
  static let letters = Importation.lostLetters

  /// The first cell that lost letters, of which nobody said what it is.
  func lostLetters(_ columns: [String]) -> Importation.Reason? {
    for column in columns {
      guard let text = written(column), lacksLetters(text),
        !choices.explains(text, in: Self.letters)
      else { continue }
      return .lostLetters(text, column: column)
    }
    return nil
  }

  /// Whether what it can't do without lost letters, and was said to be left aside.
  func isLeftForLetters(_ kind: Importation.Kind) -> Bool {
    guard choices.explainsErrors else { return false }
    return kind.columns.contains { column in
      guard column.isRequired, let text = written(column.name),
        choices.explains(text, in: Self.letters), lacksLetters(text)
      else { return false }
      return choices.meaning(of: text, in: Self.letters).isEmpty
    }
  }

  /// Whether letters of a text were lost, by itself or beside others of the table.
  func lacksLetters(_ text: String) -> Bool {
    switch LostLetters.doubt(text) {
    case .none: false
    case .weak: sense.lacksLetters
    case .strong: true
    }
  }
}
