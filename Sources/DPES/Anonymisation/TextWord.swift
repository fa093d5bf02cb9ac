/// A run of letters, or of digits, in a text.
struct TextWord {
  let range: Range<String.Index>
  let text: Substring
  /// Without case, accents and the mark of a plural.
  let folded: String

  /// The words of a text; apostrophes, hyphens and dots stand between words.
  static func all(in text: String) -> [TextWord] {
    var words: [TextWord] = []
    var start = text.startIndex
    while start < text.endIndex {
      let kind = Kind(text[start])
      let rest = text[start...]
      var end = rest.firstIndex { Kind($0) != kind } ?? text.endIndex
      // A SIRET is a SIREN and five digits.
      if kind == .digit, text[start..<end].count == 14 { end = text.index(start, offsetBy: 9) }
      if kind != .other {
        let word = text[start..<end]
        words.append(
          TextWord(range: start..<end, text: word, folded: String(word).folded.singulier))
      }
      start = end
    }
    return words
  }

  private enum Kind {
    case letter, digit, other

    init(_ character: Character) {
      self = character.isLetter ? .letter : character.isNumber ? .digit : .other
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
    return between.count <= 3
      && between.allSatisfy { $0.isWhitespace && !$0.isNewline || "-‐‑.'’_&".contains($0) }
  }

  /// Whether nothing but particles stands between two words.
  func areOne(from first: Int, to last: Int, in text: String) -> Bool {
    guard last - first <= 4 else { return false }
    return (first..<last).allSatisfy { areJoined($0, in: text) }
      && self[(first + 1)..<last].allSatisfy { $0.isParticle && $0.folded != "et" }
  }
}
