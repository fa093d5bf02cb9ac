/// What makes two observations look like the same one said twice: their words, whatever the
/// accents, the case, the plural and the order.
package struct Ressemblance: Hashable, Sendable {
  let mots: Set<String>
  /// All its letters: « O’Brien » and « OBrien », « week-end » and « week end » are one.
  let lettres: String

  package init(_ texte: String) {
    let words = texte.folded.split { !($0.isLetter || $0.isNumber) }
    lettres = words.joined()
    mots = Set(
      words.filter { !Self.petitsMots.contains(String($0)) }.map { String($0).singulier })
  }

  /// Whether two texts say about the same: three words out of four in common, and at least two.
  package func estProche(de autre: Ressemblance) -> Bool {
    guard !mots.isEmpty, !autre.mots.isEmpty else { return false }
    if lettres == autre.lettres { return true }
    return Self.suffit(mots.intersection(autre.mots).count, sur: mots.union(autre.mots).count)
  }

  /// Whether so many words in common, of so many that there are, say about the same.
  static func suffit(_ common: Int, sur all: Int) -> Bool {
    common == all || (common >= 2 && common * 4 >= all * 3)
  }

  /// The share of their words that two texts have in common, from 0 to 1.
  package func partCommune(avec autre: Ressemblance) -> Double {
    let all = mots.union(autre.mots).count
    return all == 0 ? 0 : Double(mots.intersection(autre.mots).count) / Double(all)
  }

  private static let petitsMots: Set<String> = [
    "a", "au", "aux", "avec", "c", "ce", "d", "dans", "de", "des", "du", "en", "est", "et", "il",
    "l", "la", "le", "les", "leur", "leurs", "n", "on", "ou", "par", "pour", "qu", "que", "qui",
    "s", "se", "son", "sont", "sur", "un", "une", "y",
  ]
}
