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
      let words = TextWord.all(in: String(part))
      let people = words.split { $0.raw == "et" }.map { Array($0).personne }
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
  }

  /// An institution by all of its name.
  private mutating func addWhole(_ words: [TextWord]) {
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
  fileprivate var personne: Personne? {
    if let first, KnownNames.titles.contains(first.raw) {
      // « M. le Président » is nobody's name.
      guard count > 1, !self[1].isArticle else { return nil }
      var name = Array(dropFirst().prefix { $0.isName || $0.isParticle })
      while name.last?.isParticle == true { name.removeLast() }
      return name.isEmpty ? nil : Personne(mots: name, estSure: true)
    }
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
  /// As a part of a name: two letters at least, the first a capital, and nothing that people and places
  /// have in common.
  fileprivate var isName: Bool {
    isCapitalised && text.count > 1 && !isNumber && !isGeneric && !isLegalForm && !isParticle
      && !isPublic
  }

  /// « Anne de La Tour », not « Cotisations des Membres ».
  fileprivate var isOfAName: Bool { isCapitalised || Self.nobles.contains(raw) }

  private static let nobles: Set = [
    "al", "ben", "bin", "d", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "van", "von",
  ]

  /// What belongs to everybody, whatever its place is called.
  fileprivate var isPublic: Bool { Self.publics.contains(folded) }

  /// Folded, in the singular.
  private static let publics = Set(
    [
      "agence", "agglomération", "caf", "caisse", "ccas", "commune", "communauté", "conseil",
      "cpam", "département", "état", "europe", "france", "mairie", "métropole", "ministère",
      "msa", "pôle", "préfecture", "région", "sous-préfecture", "union", "urssaf", "ville",
    ].map(\.folded.singulier))
}
