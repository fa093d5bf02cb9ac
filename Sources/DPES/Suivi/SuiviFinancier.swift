package import JSONTree

/// Where the resources of each financial year come from, and how they moved since the one before.
///
/// A few figures to talk about, never an account; a share is one of the structure's resources, not
/// a mark.
package struct SuiviFinancier: Hashable, Sendable {
  /// What is followed, in the order of the file.
  package enum Mesure: CaseIterable, Hashable, Sendable {
    case chiffreAffaires, marchand, nonMarchand, nonMonetaire, autofinancement, heuresDonnees

    /// Those that add up to the structure's resources.
    package static let ressources: [Self] = [.marchand, .nonMarchand, .nonMonetaire]

    private var mots: (nom: String, sens: String) {
      switch self {
      case .chiffreAffaires: ("Chiffre d’affaires", "ce qui a été vendu dans l’exercice")
      case .marchand: ("Marchand", "ce qui vient des ventes")
      case .nonMarchand: ("Non marchand", "aides publiques, cotisations et dons")
      case .nonMonetaire:
        ("Non monétaire", "bénévolat, prêts et dons en nature, estimés en euros")
      case .autofinancement: ("Autofinancement", "ce que l’activité laisse pour investir")
      case .heuresDonnees: ("Heures données", "le temps des bénévoles")
      }
    }

    package var nom: String { mots.nom }

    /// `€` or `h`.
    package var unite: String { self == .heuresDonnees ? "h" : "€" }

    /// What the word means, in a few others.
    package var sens: String { mots.sens }
  }

  /// One figure of one year.
  package struct Chiffre: Hashable, Sendable {
    package let mesure: Mesure
    /// Euros, or hours; nil when nobody said.
    package let valeur: JSONNumber?
    /// Of the three resources that are said, from 0 to 1; nil for another figure, or when it can't
    /// be told.
    package let part: Double?
    /// Since the year before, 0.1 for 10 % more; nil without a figure above zero there.
    package let variation: Double?
  }

  /// One year.
  package struct Annee: Hashable, Sendable {
    package let exercice: Exercice
    /// One for each ``Mesure``, in its order.
    package let chiffres: [Chiffre]

    package subscript(mesure: Mesure) -> Chiffre? { chiffres.first { $0.mesure == mesure } }

    /// Whether one of the three resources is not said: shares are of the others alone.
    package var estPartielle: Bool {
      Mesure.ressources.contains { self[$0]?.valeur == nil }
    }

    fileprivate init(_ exercice: Exercice, apres before: Exercice?) {
      self.exercice = exercice
      let said = SuiviFinancier.Mesure.ressources.compactMap { exercice[$0]?.double }
      let sum = said.allSatisfy { $0 >= 0 } ? said.reduce(0, +) : 0
      chiffres = SuiviFinancier.Mesure.allCases.map { mesure in
        let valeur = exercice[mesure]
        let isShare = SuiviFinancier.Mesure.ressources.contains(mesure) && sum > 0 && sum.isFinite
        return SuiviFinancier.Chiffre(
          mesure: mesure, valeur: valeur,
          part: isShare ? valeur?.double.map { $0 / sum } : nil,
          variation: Self.variation(from: before?[mesure], to: valeur))
      }
    }

    private static func variation(from before: JSONNumber?, to after: JSONNumber?) -> Double? {
      guard let before = before?.double, let after = after?.double, before > 0 else { return nil }
      let change = (after - before) / before
      return change.isFinite ? change : nil
    }
  }

  /// The latest first; years without dates last, as they stand in the file.
  package let annees: [Annee]

  /// - Complexity: O(n log n) in the years.
  package init(_ exercices: [Exercice]) {
    let ordered = exercices.ordered { -($0.rangDate?.number ?? -.max) }
    annees = ordered.indices.map { index in
      let next = ordered.index(after: index)
      let before = next < ordered.endIndex ? ordered[next] : nil
      // Nobody knows what a year without dates comes after.
      let isAfter = ordered[index].rangDate != nil && before?.rangDate != nil
      return Annee(ordered[index], apres: isAfter ? before : nil)
    }
  }
}

extension Exercice {
  fileprivate subscript(mesure: SuiviFinancier.Mesure) -> JSONNumber? {
    switch mesure {
    case .chiffreAffaires: chiffreAffaires
    case .marchand: marchand
    case .nonMarchand: nonMarchand
    case .nonMonetaire: nonMonetaire
    case .autofinancement: autofinancement
    case .heuresDonnees: heuresDonnees
    }
  }

  /// What years are put in order by.
  fileprivate var rangDate: Day? { fin ?? debut }
}
