// Names that a civility announces, whoever they are.
extension [TextWord] {
  /// The words of the name that a civility at `place` stands before, as in « Monsieur le Président
  /// Hochart ».
  ///
  /// nil where no name follows, as in « M. le Président », « Mme la Maire d’Arras ».
  func nameAfterCivility(at place: Int, in text: String) -> Range<Int>? {
    guard self[place].isCivility else { return nil }
    var start = place + 1
    let hasArticle = start < count && self[start].isArticle && !self[start].isCapitalised
    // « le Président », « la Vice-présidente »: of whatever one is, the first word is that.
    if hasArticle { start += 2 }
    while start < count, self[start].isFunction || hasArticle && self[start].isSmall { start += 1 }
    var end = start
    while end < count, end - start < Self.mostInAName,
      self[end].isName || self[end].isParticle && !(hasArticle && end == start),
      isOneNameBefore(end, from: place, in: text)
    {
      end += 1
    }
    while end > start, self[end - 1].isParticle { end -= 1 }
    return end > start ? start..<end : nil
  }

  private static let mostInAName = 5

  /// Whether nothing ends between a word and the one before it; after the civility there may be a dot.
  private func isOneNameBefore(_ index: Int, from civility: Int, in text: String) -> Bool {
    let between = text[self[index - 1].range.upperBound..<self[index].range.lowerBound]
    let signs = between.filter { !$0.isWhitespace && !$0.isInvisible }
    return !between.contains(where: \.isNewline)
      && (signs.allSatisfy(\.isJoint) || index == civility + 1 && signs == ".")
  }
}

extension TextWord {
  /// As a part of a name: two letters at least, the first a capital, and nothing that people and places
  /// have in common.
  var isName: Bool {
    isCapitalised && text.count > 1 && !isNumber && !isGeneric && !isLegalForm && !isParticle
      && !isPublic && !isFunction
  }

  /// What belongs to everybody, whatever its place is called.
  var isPublic: Bool { Self.publics.contains(folded) }

  /// Written before a name; « m », « me » and two letters more only with a capital.
  fileprivate var isCivility: Bool {
    KnownNames.titles.contains(raw) && (raw.count > 2 || isCapitalised)
  }

  /// What one is, not who.
  fileprivate var isFunction: Bool { Self.functions.contains(folded) }

  /// Neither a capital nor a small word of a name: « présidente » in « Vice-présidente ».
  fileprivate var isSmall: Bool { !isCapitalised && !isParticle }

  private static let functions = Set(
    [
      "adjoint", "adjointe", "administrateur", "administratrice", "chargé", "chargée", "chef",
      "conseiller", "conseillère", "délégué", "déléguée", "député", "députée", "directeur",
      "directrice", "général", "générale", "maire", "ministre", "préfet", "préfète", "président",
      "présidente", "responsable", "secrétaire", "sénateur", "sénatrice", "trésorier",
      "trésorière", "vice",
    ].map(\.folded.singulier))

  /// Folded, in the singular.
  private static let publics = Set(
    [
      "agence", "agglomération", "caf", "caisse", "ccas", "commune", "communauté", "conseil",
      "cpam", "département", "état", "europe", "france", "mairie", "métropole", "ministère",
      "msa", "pôle", "préfecture", "région", "sous-préfecture", "union", "urssaf", "ville",
    ].map(\.folded.singulier))
}
