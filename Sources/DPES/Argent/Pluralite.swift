package import JSONTree

/// How many pay, and how much hangs on the first of them: a sentence to talk about, no threshold.
package struct Pluralite: Hashable, Sendable {
  /// One of those who pay, with a whole percent of what all of them pay.
  package struct Ligne: Hashable, Sendable {
    /// The id of the financeur; nil for what nobody is named for.
    package let id: String?
    package let nom: String
    package let nature: Financeur.Nature?
    package let montant: JSONNumber
    package let part: Int
  }

  /// The one who pays most first.
  package let lignes: [Ligne]

  /// Those of a year that say an amount above zero; nil without any.
  ///
  /// Sales that no named customer accounts for are one line, « Les ventes »; so are grants and gifts
  /// that nobody is named for.
  ///
  /// - Complexity: O(n log n).
  package init?(_ exercice: Exercice) {
    let named = exercice.financeurs.filter { ($0.montant?.double ?? 0) > 0 }
    guard !named.isEmpty else { return nil }
    var all = named.map {
      (
        $0.id as String?, $0.nom ?? ($0.nature == .marchand ? "Un client" : "Un financeur"),
        $0.nature, $0.montant ?? JSONNumber(0)
      )
    }
    for (nature, total, nom) in [
      (Financeur.Nature.marchand, exercice.ventes, "Les ventes"),
      (.nonMarchand, exercice.nonMarchand, "Subventions, cotisations, dons"),
    ] {
      let said = named.filter { $0.nature == nature }.compactMap(\.montant?.double).reduce(0, +)
      guard let total = total?.double, total - said >= 1,
        let rest = JSONNumber((total - said).rounded())
      else { continue }
      all.append((nil, said > 0 ? "\(nom), autres" : nom, nature, rest))
    }
    let sorted = all.ordered { -($0.3.double ?? 0) }
    let parts = Parts.entieres(sorted.map { $0.3.double ?? 0 })
    guard parts.count == sorted.count else { return nil }
    lignes = zip(sorted, parts).map {
      Ligne(id: $0.0, nom: $0.1, nature: $0.2, montant: $0.3, part: $1)
    }
  }

  /// The whole percent of one who pays; nil for an amount that is not said.
  package func part(of financeur: Financeur) -> Int? {
    lignes.first { $0.id == financeur.id }?.part
  }

  /// The percent of the three who pay most.
  package var troisPremiers: Int { lignes.prefix(3).map(\.part).reduce(0, +) }

  /// « Les ventes apportent 78 % de l’argent ; trois autres financeurs, 22 %. »
  package var phrase: String {
    guard let first = lignes.first else { return "" }
    let verb = first.nom.hasPrefix("Les ") ? "apportent" : "apporte"
    guard lignes.count > 1 else { return "\(first.nom) \(verb) tout l’argent." }
    let others = lignes.count - 1
    let start = "\(first.nom) \(verb) \(first.part)\u{A0}% de l’argent"
    if others > 3 {
      return start + ", les trois premiers financeurs \(troisPremiers)\u{A0}%"
        + "\u{A0}; ils sont \(lignes.count.enLettres)."
    }
    let words = others == 1 ? "un autre financeur" : "\(others.enLettres) autres financeurs"
    return start + "\u{A0}; \(words), \(100 - first.part)\u{A0}%."
  }
}

extension Int {
  /// In letters up to twelve, in digits beyond: « trois », « 14 ».
  fileprivate var enLettres: String {
    let words = [
      "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
      "douze",
    ]
    return words.indices.contains(self) ? words[self] : String(self)
  }
}
