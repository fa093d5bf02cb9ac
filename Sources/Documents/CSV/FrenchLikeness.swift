/// How much of what is not ASCII in a text is what French writes, where French writes it.
struct FrenchLikeness: Hashable, Sendable {
  private var good = 0
  private var all = 0
  /// The different ones that are.
  private var kinds: Set<Unicode.Scalar> = []
  /// How many of them are letters of words in small letters.
  private(set) var smallLetters = 0

  /// 1 for a text of nothing else.
  var share: Double { all == 0 ? 1 : Double(good) / Double(all) }

  /// Whether it says something: one letter may be another's by chance, but for the one that French
  /// has most of.
  var isEvidence: Bool { kinds.count > 1 || kinds.contains("é") }

  /// - Complexity: O(scalars).
  init(_ text: [Unicode.Scalar]) {
    for index in text.indices where !text[index].isASCII {
      all += 1
      let before = index > 0 ? text[index - 1] : " "
      let after = index + 1 < text.count ? text[index + 1] : " "
      guard Self.fits(text[index], before, after) else { continue }
      good += 1
      kinds.insert(text[index])
      if Self.small.contains(text[index]) { smallLetters += 1 }
    }
  }

  /// All that French writes and ASCII does not have.
  static let all = small.union(capitals).union("’‘“”«»…–—€°·²½\u{A0}\u{202F}".unicodeScalars)
  private static let small = Set("àâäçéèêëîïôöùûüÿæœ".unicodeScalars)
  private static let capitals = Set("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ".unicodeScalars)
  /// Those that a word in small letters may begin with.
  private static let initials = Set("ÀÂÇÉÈÊÎÔÆŒ".unicodeScalars)

  /// A letter is not in a word of the other case, and a sign not where French has a letter.
  private static func fits(
    _ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> Bool {
    let afterLetter = before.properties.isAlphabetic
    let beforeLetter = after.properties.isAlphabetic
    if small.contains(scalar) { return !after.properties.isUppercase }
    if capitals.contains(scalar) {
      if before.properties.isLowercase { return false }
      if after.properties.isLowercase { return !afterLetter && initials.contains(scalar) }
      return afterLetter || beforeLetter || "ÀÔ".unicodeScalars.contains(scalar)
    }
    switch scalar {
    case "’": return afterLetter
    case "«", "“": return !afterLetter
    case "»", "”": return !beforeLetter
    case "–", "—": return !afterLetter && !beforeLetter
    // It ends or begins a word; what is a word by itself is a letter of another encoding.
    case "…": return !isApart(before) || !isApart(after)
    case "½": return !afterLetter && !beforeLetter
    case "€", "°", "·", "²", "\u{A0}", "\u{202F}": return true
    default: return false
    }
  }

  private static func isApart(_ neighbour: Unicode.Scalar) -> Bool {
    " ;,\t\n\r\"".unicodeScalars.contains(neighbour)
  }
}
