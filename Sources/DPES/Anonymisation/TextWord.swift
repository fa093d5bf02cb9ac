/// A run of letters, or of digits, in a text; of a writing without spaces, one letter.
struct TextWord {
  let range: Range<String.Index>
  /// Without what nobody sees of it, nor the dots between letters that stand for words.
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
    var isSpelling = false
    while start < text.endIndex {
      let first = Kind.read(text, start)
      guard let kind = first.kind, kind != .other else {
        start = first.next
        continue
      }
      let end = kind == .unspaced ? first.next : self.end(of: kind, from: start, text)
      var word = String(text[start..<end])
      if !word.utf8.allSatisfy({ $0 < 0x80 }) { word.removeAll(where: \.isInvisible) }
      let raw = word.folded
      let isOneLetter = kind == .letter && word.count == 1
      if isOneLetter, isSpelling, let last = words.last, last.text.utf8.count < mostSpelt,
        text[last.range.upperBound..<start].filter({ !$0.isInvisible }) == "."
      {
        words.removeLast()
        words.append(
          TextWord(
            range: last.range.lowerBound..<end, text: last.text + word, raw: last.raw + raw))
      } else if !raw.isEmpty {
        words.append(TextWord(range: start..<end, text: word, raw: raw))
      }
      isSpelling = isOneLetter && !raw.isEmpty
      start = end
    }
    return words
  }

  /// No abbreviation has as many bytes.
  private static let mostSpelt = 32

  /// After the last character of a word that is seen.
  private static func end(
    of kind: Kind, from start: String.Index, _ text: String
  ) -> String.Index {
    var end = start
    var next = start
    while next < text.endIndex {
      let here = Kind.read(text, next)
      guard here.kind == nil || here.kind == kind else { break }
      next = here.next
      if here.kind == kind { end = next }
    }
    return end
  }

  private enum Kind {
    case letter, digit, other
    /// A letter of a writing that puts no space around names.
    case unspaced

    /// Of the character at a position, and the position after it; nil for what nobody sees, such as
    /// a soft hyphen.
    static func read(_ text: String, _ index: String.Index) -> (kind: Kind?, next: String.Index) {
      let byte = text.utf8[index]
      let next = text.utf8.index(after: index)
      // Most are ASCII, and are no part of a longer character.
      guard byte < 0x80, next == text.endIndex || text.utf8[next] < 0x80 else {
        return (Kind(text[index]), text.index(after: index))
      }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        return (.letter, next)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return (.digit, next)
      default: return (.other, next)
      }
    }

    private init?(_ character: Character) {
      guard !character.isInvisible, let first = character.unicodeScalars.first else { return nil }
      if first.properties.generalCategory == .modifierLetter, character.isJoint {
        self = .other
      } else if character.isLetter {
        self = first.isUnspaced ? .unspaced : .letter
      } else {
        self = character.isNumber ? .digit : .other
      }
    }
  }

  /// Its parts that begin with a capital, as in `LesOiseauxSCIC`; most words have one.
  var humps: [String] {
    var humps: [String] = []
    var hump = ""
    for (index, letter) in zip(text.indices, text) {
      let next = text.index(after: index)
      let isBeforeSmall = next < text.endIndex && text[next].isLowercase
      if letter.isUppercase, let last = hump.last, last.isLowercase || isBeforeSmall {
        humps.append(hump)
        hump = ""
      }
      hump.append(letter)
    }
    return humps + [hump]
  }

  /// A letter of a writing without capitals counts as one.
  var isCapitalised: Bool {
    text.first.map { $0.isUppercase || $0.isLetter && !$0.isCased } == true
  }

  var isInCapitals: Bool { text.allSatisfy(\.isUppercase) }

  var isNumber: Bool { text.first?.isNumber == true }

  var isParticle: Bool { Self.particles.contains(folded) }

  var isArticle: Bool { Self.articles.contains(folded) }

  /// An institution's kind, which names none.
  var isGeneric: Bool { Self.generics.contains(folded) }

  /// A legal form, which people leave out.
  var isLegalForm: Bool { Self.legalForms.contains(raw) }

  /// « l » in « l’ange ».
  var isElision: Bool { Self.elisions.contains(raw) }

  /// Long enough, and neither small nor generic: it may name somebody by itself.
  var isDistinctive: Bool { text.count > 3 && !isNumber && !isParticle && !isGeneric }

  /// What stands before an apostrophe that is no part of a name.
  private static let elisions: Set = [
    "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t",
  ]

  private static let articles: Set = ["l", "la", "le", "les", "un", "une"]

  /// Small words inside names.
  private static let particles = articles.union([
    "a", "al", "au", "aux", "ben", "bin", "d", "da", "de", "del", "den", "der", "des", "di", "do",
    "dos", "du", "el", "en", "et", "par", "pour", "sous", "sur", "van", "von",
  ])

  private static let legalForms: Set = [
    "asso", "association", "cooperative", "ei", "eurl", "gie", "sa", "sarl", "sas", "sasu", "sci",
    "scic", "scop", "societe",
  ]

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

extension Unicode.Scalar {
  /// Whether it belongs to a writing that puts no space around names.
  fileprivate var isUnspaced: Bool {
    guard value > 0xDFF else { return false }
    if properties.isIdeographic { return true }
    guard let name = properties.name else { return false }
    return ["HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "THAI ", "LAO ", "KHMER ", "MYANMAR "]
      .contains(where: name.contains)
  }
}
