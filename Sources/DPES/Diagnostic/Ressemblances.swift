/// Texts kept by their words, so that the one that says about the same as another is found without
/// looking at each.
package struct Ressemblances: Sendable {
  private var textes: [String] = []
  private var mots: [Ressemblance] = []
  /// The places of the texts that have a word.
  private var parMot: [String: [Int]] = [:]
  private var parLettres: [String: [Int]] = [:]

  package init() {}

  /// Takes up the texts as they are now.
  ///
  /// - Complexity: The words of a text are worked out once; where texts only came at the end, those
  ///   alone are looked at.
  package mutating func reprendre(_ nouveaux: [String]) {
    let isLonger = nouveaux.count >= textes.count && nouveaux.starts(with: textes)
    let first = isLonger ? textes.count : 0
    let known = isLonger ? [:] : Dictionary(zip(textes, mots), uniquingKeysWith: { one, _ in one })
    if !isLonger { self = Ressemblances() }
    for texte in nouveaux[first...] {
      let worked = known[texte] ?? Ressemblance(texte)
      for mot in worked.mots { parMot[mot, default: []].append(mots.count) }
      parLettres[worked.lettres, default: []].append(mots.count)
      mots.append(worked)
      textes.append(texte)
    }
  }

  /// The words of the text at a place.
  package subscript(place: Int) -> Ressemblance { mots[place] }

  /// The place of the text that says about the same as another one, the nearest; nil for none.
  ///
  /// - Complexity: O(texts that share a word with it).
  package func plusProche(de texte: String) -> Int? {
    proches(de: Ressemblance(texte), apres: -1).max { one, two in
      (one.part, two.place) < (two.part, one.place)
    }?.place
  }

  /// The places of two texts that say about the same, each pair once.
  ///
  /// - Complexity: O(n) in the texts, times those that share a word with each.
  package var paires: [(Int, Int)] {
    mots.indices.flatMap { place in
      proches(de: mots[place], apres: place).map(\.place).sorted().map { (place, $0) }
    }
  }

  /// Those after a place that say about the same, and how much of it.
  private func proches(de wanted: Ressemblance, apres first: Int) -> [(place: Int, part: Double)] {
    guard !wanted.mots.isEmpty else { return [] }
    var common: [Int: Int] = [:]
    for mot in wanted.mots {
      for place in parMot[mot] ?? [] where place > first { common[place, default: 0] += 1 }
    }
    for place in parLettres[wanted.lettres] ?? [] where place > first {
      common[place] = common[place] ?? 0
    }
    return common.compactMap { place, count in
      let other = mots[place]
      if wanted.lettres == other.lettres { return (place, 1) }
      let union = wanted.mots.count + other.mots.count - count
      return wanted.suffit(count, avec: other) ? (place, Double(count) / Double(union)) : nil
    }
  }
}
