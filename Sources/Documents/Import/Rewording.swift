import DPES

/// Whether a text is another one corrected: what a table says anew under the same number or in the
/// same place.
enum Rewording {
  /// Texts that look like the same thing said twice are; on one axis half of the words are enough,
  /// as the number is the same too.
  static func isCorrection(_ texte: String, _ axe: Axe?, of old: Observation) -> Bool {
    guard axe == nil || old.axe == nil || axe == old.axe else {
      return isNear(texte, old.texte)
    }
    return isNearInPlace(texte, old.texte)
  }

  /// Whether two texts that stand in the same place have half of their words in common, or are near.
  static func isNearInPlace(_ one: String, _ other: String) -> Bool {
    isNear(one, other) || Ressemblance(one).partCommune(avec: Ressemblance(other)) >= 0.5
  }

  /// Whether two texts have about the same words, or differ in one place.
  static func isNear(_ one: String, _ other: String) -> Bool {
    Ressemblance(one).estProche(de: Ressemblance(other)) || isEdited(one, other)
  }

  /// A title with its words, for one that is compared with many.
  struct Title {
    let texte: String
    let words: Ressemblance
    /// The same without the numbers.
    let names: Ressemblance

    init(_ texte: String) {
      self.texte = texte
      words = Ressemblance(texte)
      names =
        texte.contains(where: \.isNumber)
        ? Ressemblance(texte.filter { !$0.isNumber }) : words
    }
  }

  /// Whether two short titles may be one, corrected: a third of their words in common, or half of
  /// their letters in the same places.
  static func mayBeCorrection(_ one: String, _ other: String) -> Bool {
    mayBeCorrection(Title(one), Title(other))
  }

  static func mayBeCorrection(_ one: Title, _ other: Title) -> Bool {
    one.words.partCommune(avec: other.words) >= 0.33
      || isEdited(one.texte, other.texte, quarters: 2)
  }

  /// Whether half of the words of the shorter of two titles are in the other.
  static func sharesWords(_ one: Title, _ other: Title) -> Bool {
    one.names.partDuPlusCourt(avec: other.names) >= 0.5
  }

  /// Whether three letters out of four, or fewer, stand before and after one place where two texts differ.
  ///
  /// - Complexity: O(letters).
  static func isEdited(_ one: String, _ other: String, quarters: Int = 3) -> Bool {
    let (one, other) = (Array(one.folded.utf8), Array(other.folded.utf8))
    let most = max(one.count, other.count)
    guard most > 3 || quarters < 3 else { return one == other }
    let common = zip(one, other).prefix { $0 == $1 }.count
    let ends = zip(one.dropFirst(common).reversed(), other.dropFirst(common).reversed())
      .prefix { $0 == $1 }.count
    return (common + ends) * 4 >= most * quarters
  }
}
