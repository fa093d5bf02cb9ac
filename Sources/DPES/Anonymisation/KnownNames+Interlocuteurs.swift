// Those whom the structure deals with: who pays, who is written to. The field says not whether it is a
// person, an institution that everybody knows, or a group: « Mme Vasseur », « Région », « Dons (42) ».
extension KnownNames {
  /// Takes the names in what somebody wrote of them, one or several.
  ///
  /// A person is known by a civility, or by two capitals in a row without anything that makes an
  /// institution of it; an institution by its whole name alone, for its words are words of every text.
  mutating func addInterlocuteurs(_ text: String) {
    addFirm(text)
    for part in text.split(whereSeparator: { ",;:()[]/&\n–—".contains($0) }) {
      if let local = part.split(separator: "@").first, local.count < part.count {
        addAddress(String(local))
        continue
      }
      let text = String(part)
      let words = TextWord.all(in: text)
      let people = words.split { $0.raw == "et" }.map { Array($0).personne(in: text) }
      for case let one? in people where one.estSure || part.hasSpaces { addPerson(one) }
      guard people.allSatisfy({ $0 == nil }), words.areOnesOwnName, part.hasSpaces else { continue }
      addWhole(words)
    }
  }

  /// A firm by its whole name, as its legal form or its « et fils » says that it is one.
  private mutating func addFirm(_ text: String) {
    let words = TextWord.all(in: text)
    let isFirm = words.contains { $0.isLegalForm || Self.kin.contains($0.raw) }
    guard isFirm, words.count > 1, words.contains(where: \.isName) else { return }
    addWhole(words)
    // « SARL Vandamme » is « Vandamme SARL ».
    if words.first?.isLegalForm == true { addWhole(words.dropFirst() + words.prefix(1)) }
    if words.last?.isLegalForm == true { addWhole(words.suffix(1) + words.dropLast()) }
  }

  /// An institution by all of its name.
  private mutating func addWhole(_ words: some BidirectionalCollection<TextWord>) {
    add(
      words.drop(while: \.isArticle), .organisme, .inAnyCase,
      de: words.map(\.text).joined(separator: " "))
  }

  private static let kin: Set = [
    "associes", "cie", "compagnie", "fille", "filles", "fils", "freres",
  ]

  /// `helene.vasseur@`; of `ess@` or `contact@` there are many.
  private mutating func addAddress(_ local: String) {
    let words = TextWord.all(in: local)
    guard words.count > 1, words.allSatisfy({ !$0.isNumber && !$0.isGeneric }),
      words.contains(where: { $0.text.count > 2 })
    else { return }
    addAddress(words.map(\.raw).joined(), of: local)
    // Of « h.vasseur » the address alone is known.
    if words.allSatisfy({ $0.text.count > 1 }) {
      addPerson(Personne(mots: words, estSure: false))
    }
  }

  private mutating func addPerson(_ person: Personne) {
    let name = person.mots.map(\.text).joined(separator: " ")
    guard !person.estSure else { return addPerson(name) }
    // « Crédit Coopératif » looks the same: neither of its words alone is somebody.
    add(person.mots, .personne, .words, de: name)
    add(person.mots.reversed(), .personne, .words, de: name)
    guard let first = person.mots.first?.text.prefix(1), let last = person.mots.last else { return }
    for title in Self.titles + [String(first)] {
      add(TextWord.all(in: title) + [last], .personne, .capitalised, de: name)
    }
  }
}

/// Somebody in a text about whom one deals with.
private struct Personne {
  let mots: [TextWord]
  /// Whether a civility says so.
  let estSure: Bool
}

extension [TextWord] {
  /// The person that it is about; nil for what is none, or may well be none.
  fileprivate func personne(in text: String) -> Personne? {
    if let civil = indices.lazy.compactMap({ nameAfterCivility(at: $0, in: text) }).first {
      return Personne(mots: Array(self[civil]), estSure: true)
    }
    // « M. le Président » is nobody's name.
    if let first, KnownNames.titles.contains(first.raw) { return nil }
    let isWhole = allSatisfy { $0.isName || $0.isParticle && $0.isOfAName }
    guard isWhole, (2...4).contains(count), self[0].isName, self[count - 1].isName,
      !allSatisfy({ $0.isInCapitals || $0.isParticle })
    else { return nil }
    return Personne(mots: self, estSure: false)
  }

  /// Whether it sets one apart from others of its kind: « Fondation Quenneville », « Mairie d’Arras »,
  /// neither « Caisse de retraite » nor the Région.
  fileprivate var areOnesOwnName: Bool {
    let core = drop(while: \.isArticle)
    // Any text begins with a capital: « Ventes de légumes ».
    return core.dropFirst().contains { $0.isCapitalised && $0.isDistinctive && !$0.isPublic }
  }
}

extension Substring {
  /// « Pas-de-Calais » is a place.
  fileprivate var hasSpaces: Bool { split(whereSeparator: \.isWhitespace).count > 1 }
}

extension TextWord {
  /// « Anne de La Tour », not « Cotisations des Membres ».
  fileprivate var isOfAName: Bool { isCapitalised || Self.nobles.contains(raw) }

  private static let nobles: Set = [
    "al", "ben", "bin", "d", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "van", "von",
  ]
}
