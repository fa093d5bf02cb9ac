/// A run of letters, or of digits, in a text.
struct TextWord {
  let range: Range<String.Index>
  /// Without what nobody sees of it.
  let text: String
  /// As people compare it (``Swift/String/folded``); never empty.
  let raw: String
  /// Without the mark of a plural.
  var folded: String { raw.singulier }

  /// The words of a text; apostrophes, hyphens and dots stand between words, and what nobody sees
  /// stands in them.
  static func all(in text: String) -> [TextWord] {
    var words: [TextWord] = []
    var start = text.startIndex
    while start < text.endIndex {
      guard let kind = Kind(text[start]), kind != .other else {
        start = text.index(after: start)
        continue
      }
      var end = start
      var next = start
      var count = 0
      // A SIRET is a SIREN and five digits.
      var ninth: String.Index?
      while next < text.endIndex {
        let here = Kind(text[next])
        guard here == nil || here == kind else { break }
        next = text.index(after: next)
        if here == kind {
          end = next
          count += 1
          if count == 9 { ninth = end }
        }
      }
      if kind == .digit, count == 14, let ninth { end = ninth }
      let word = String(text[start..<end].filter { Kind($0) != nil })
      let raw = word.folded
      if !raw.isEmpty { words.append(TextWord(range: start..<end, text: word, raw: raw)) }
      start = end
    }
    return words
  }

  private enum Kind {
    case letter, digit, other

    /// nil for what nobody sees, such as a soft hyphen.
    init?(_ character: Character) {
      if character.isASCII {
        self = character.isLetter ? .letter : character.isNumber ? .digit : .other
        return
      }
      let scalars = character.unicodeScalars
      if scalars.allSatisfy({ $0.properties.isDefaultIgnorableCodePoint }) { return nil }
      if scalars.first?.properties.generalCategory == .modifierLetter {
        self = .other
      } else {
        self = character.isLetter ? .letter : character.isNumber ? .digit : .other
      }
    }
  }
}

extension TextWord {
  var isCapitalised: Bool { text.first?.isUppercase == true }

  var isInCapitals: Bool { text.allSatisfy(\.isUppercase) }

  var isNumber: Bool { text.first?.isNumber == true }

  var isParticle: Bool { Self.particles.contains(folded) }

  var isArticle: Bool { Self.articles.contains(folded) }

  /// An institution's kind, which names none.
  var isGeneric: Bool { Self.generics.contains(folded) }

  /// Long enough, and neither small nor generic: it may name somebody by itself.
  var isDistinctive: Bool { text.count > 3 && !isNumber && !isParticle && !isGeneric }

  /// What stands before an apostrophe that is no part of a name.
  static let elisions: Set = [
    "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t",
  ]

  private static let articles: Set = ["l", "la", "le", "les", "un", "une"]

  /// Small words inside names.
  private static let particles = articles.union([
    "a", "al", "au", "aux", "ben", "bin", "d", "da", "de", "del", "den", "der", "des", "di", "do",
    "dos", "du", "el", "en", "et", "par", "pour", "sous", "sur", "van", "von",
  ])

  /// Folded, in the singular.
  private static let generics = Set(
    [
      "agence", "agglomération", "amicale", "association", "atelier", "avenue", "boulevard",
      "bureau", "cabinet", "caisse", "centre", "cercle", "chemin", "club", "collectif", "collège",
      "comité", "commune", "communauté", "compagnie", "conseil", "coopérative", "département",
      "direction", "école", "économie", "entreprise", "espace", "établissement", "familiale",
      "famille", "fédération", "ferme", "fondation", "foyer", "gare", "groupe", "groupement",
      "habitant", "hôpital", "impasse", "institut", "lycée", "mairie", "maison", "métropole",
      "ministère", "mission", "mutuelle", "national", "nationale", "office", "pays", "place",
      "pôle", "région", "régie", "réseau", "résidence", "route", "sarl", "scic", "scop", "secours",
      "service", "social", "sociale", "société", "solidaire", "solidarité", "square", "structure",
      "syndicat", "territoire", "union", "usager", "ville", "village", "zone",
    ].map(\.folded.singulier))
}

extension [TextWord] {
  /// Whether a word and the next one may be parts of one name: nothing ends between them.
  func areJoined(_ index: Int, in text: String) -> Bool {
    let between = text[self[index].range.upperBound..<self[index + 1].range.lowerBound]
    let signs = between.filter { !$0.isWhitespace && !$0.isInvisible }
    return !between.contains(where: \.isNewline) && signs.count <= 2
      && signs.allSatisfy { $0.isJoint || "._&".contains($0) }
  }

  /// Whether a word and the next one may be two words of one name: of an organisation's also across
  /// the end of a line, or a comma.
  func areParts(_ index: Int, of kind: MaskedName.Kind, in text: String) -> Bool {
    if areJoined(index, in: text) { return true }
    if kind == .personne { return areSyllables(index, in: text) }
    let between = text[self[index].range.upperBound..<self[index + 1].range.lowerBound]
    let signs = between.filter { !$0.isWhitespace && !$0.isInvisible }
    return signs.count <= 2 && signs.allSatisfy { $0.isJoint || ".,_&".contains($0) }
  }

  /// Whether a word and the next one may be one word of a name, which people write with a hyphen or
  /// an apostrophe or without: « O’Brien », « OBrien », a line that ends in « Du- ».
  ///
  /// An article before an apostrophe is none: « l’ange » is not Lange.
  func areSyllables(_ index: Int, in text: String) -> Bool {
    let between = text[self[index].range.upperBound..<self[index + 1].range.lowerBound]
    guard let sign = between.first(where: { !$0.isInvisible }), sign.isJoint else { return false }
    let rest = between.filter { !$0.isInvisible }.dropFirst()
    guard rest.allSatisfy(\.isWhitespace), rest.isEmpty || rest.contains(where: \.isNewline) else {
      return false
    }
    let (first, second) = (self[index], self[index + 1])
    if String(sign).folded == "-" {
      return second.isCapitalised || first.raw.count > 2 || second.raw.count > 2
    }
    return second.isCapitalised || !TextWord.elisions.contains(first.raw)
  }

  /// Whether a word is what a name was replaced by.
  func isMask(_ index: Int, in text: String) -> Bool {
    let range = self[index].range
    guard range.lowerBound > text.startIndex, range.upperBound < text.endIndex else { return false }
    return text[text.index(before: range.lowerBound)] == "[" && text[range.upperBound] == "]"
      && MaskedName.Kind(rawValue: String(text[range])) != nil
  }

  /// The words before each `@`, up to what can't be in an address.
  func localParts(in text: String) -> [Range<Int>] {
    indices.compactMap { last in
      guard text[self[last].range.upperBound...].first(where: { !$0.isInvisible }) == "@" else {
        return nil
      }
      var first = last
      while first > 0 {
        let between = text[self[first - 1].range.upperBound..<self[first].range.lowerBound]
        guard between.allSatisfy({ $0.isInvisible || ".-_+'’".contains($0) }) else { break }
        first -= 1
      }
      return first..<(last + 1)
    }
  }

  /// Whether nothing but particles stands between two words.
  func areOne(from first: Int, to last: Int, in text: String) -> Bool {
    guard last - first <= 4 else { return false }
    return (first..<last).allSatisfy { areJoined($0, in: text) }
      && self[(first + 1)..<last].allSatisfy { $0.isParticle && $0.folded != "et" }
  }
}

extension Character {
  fileprivate var isInvisible: Bool {
    !isASCII && unicodeScalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint }
  }

  /// A hyphen or an apostrophe.
  fileprivate var isJoint: Bool {
    let folded = String(self).folded
    return folded == "-" || folded == "'"
  }
}
