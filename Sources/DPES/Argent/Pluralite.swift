package import JSONTree

/// How many pay, and how much hangs on the first of them: a sentence to talk about, no threshold.
package struct Pluralite: Hashable, Sendable {
  /// One of those who pay, with a whole percent of the year's money.
  package struct Ligne: Hashable, Sendable {
    /// The id of the financeur; nil for what nobody is named for.
    package let id: String?
    package let nom: String
    package let nature: Financeur.Nature
    package let montant: JSONNumber
    package let part: Int
  }

  /// The one who pays most first.
  package let lignes: [Ligne]

  /// Those of a year that say an amount above zero; nil without any, and where they say more than the
  /// year's lines: a share of what can't be true is none.
  ///
  /// Sales that no named customer accounts for are one line, « Les ventes »; so are grants and gifts
  /// that nobody is named for. Shares are of the money that the year's own shares are of (F3), and
  /// those of a kind add up to the kind's.
  ///
  /// - Complexity: O(n log n).
  package init?(_ exercice: Exercice) {
    let named = exercice.financeurs.filter { ($0.montant?.double ?? 0) > 0 }
    guard !named.isEmpty, exercice.phraseDesFinanceursEnTrop == nil else { return nil }
    let parts = exercice.partsDeLArgent
    var found: [Ligne] = []
    for nature in Financeur.Nature.allCases {
      var all = named.filter { $0.natureComptee == nature }.map {
        (
          id: $0.id as String?,
          nom: $0.nom ?? (nature == .marchand ? "Un client" : "Un financeur"),
          montant: $0.montant ?? JSONNumber(0)
        )
      }
      let said = all.compactMap(\.montant.double).reduce(0, +)
      if let total = exercice.argent(de: nature)?.double, total - said >= 1,
        let rest = JSONNumber(((total - said) * 100).rounded() / 100)
      {
        all.append((nil, nature.nomDuReste(isWhole: all.isEmpty), rest))
      }
      guard !all.isEmpty else { continue }
      guard let part = parts[nature] else { return nil }
      let own = Parts.entieres(all.map { $0.montant.double ?? 0 }, sur: part)
      guard own.count == all.count else { return nil }
      found += zip(all, own).map {
        Ligne(id: $0.id, nom: $0.nom, nature: nature, montant: $0.montant, part: $1)
      }
    }
    lignes = found.ordered { -($0.montant.double ?? 0) }
  }

  /// The whole percent of one who pays; nil for an amount that is not said.
  package func part(of financeur: Financeur) -> Int? {
    lignes.first { $0.id == financeur.id }?.part
  }

  /// Those with a name: sales and gifts that nobody is named for are no one payer.
  private var financeurs: [Ligne] { lignes.filter { $0.id != nil } }

  /// The percent of the three with a name who pay most.
  package var troisPremiers: Int { financeurs.prefix(3).map(\.part).reduce(0, +) }

  /// « Les ventes apportent 78 % de l’argent ; trois autres financeurs, 22 %. »
  package var phrase: String {
    guard let first = lignes.first else { return "" }
    let verb = first.nom.hasPrefix("Les ") ? "apportent" : "apporte"
    guard lignes.count > 1 else { return "\(first.nom) \(verb) tout l’argent." }
    let others = lignes.count - 1
    let start = "\(first.nom) \(verb) \(first.part)\u{A0}% de l’argent"
    if others > 3, financeurs.count > 3 {
      return start + ", les trois premiers financeurs \(troisPremiers)\u{A0}%"
        + "\u{A0}; ils sont \(financeurs.count.enLettres)."
    }
    // What nobody is named for is no financeur.
    let named = lignes.dropFirst().count { $0.id != nil }
    let payers =
      named == 0
      ? nil : named == 1 ? "un autre financeur" : "\(named.enLettres) autres financeurs"
    let rest = named < others ? "le reste" : nil
    let words = [payers, rest].compactMap(\.self).joined(separator: " et ")
    return start + "\u{A0}; \(words), \(100 - first.part)\u{A0}%."
  }
}

extension Financeur {
  /// What its money counts as: one that says no nature gives, as most of those named do.
  package var natureComptee: Nature { nature ?? .nonMarchand }
}

extension Financeur.Nature {
  /// What nobody is named for, of all of it or of the rest.
  fileprivate func nomDuReste(isWhole: Bool) -> String {
    switch self {
    case .marchand: isWhole ? "Les ventes" : "Les autres ventes"
    case .nonMarchand:
      isWhole
        ? "Les subventions, cotisations et dons" : "Les autres subventions, cotisations et dons"
    }
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
