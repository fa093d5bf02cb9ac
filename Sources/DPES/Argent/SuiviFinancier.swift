package import JSONTree

/// Where the resources of each financial year come from, and how they moved since the one before.
///
/// A few figures to talk about, never an account; a share is one of the structure's money, not a
/// mark.
package struct SuiviFinancier: Hashable, Sendable {
  /// What is followed, in the order in which it is told.
  package enum Mesure: CaseIterable, Hashable, Sendable {
    case marchand, nonMarchand, nonMonetaire, ressources, autofinancement, heuresDonnees
    /// As the file has it, where that is not the sales.
    case chiffreAffaires

    /// The money, which shares are of (F3).
    package static let argent: [Self] = [.marchand, .nonMarchand]
    /// Those that add up to the structure's resources (F2).
    package static let parties: [Self] = [.marchand, .nonMarchand, .nonMonetaire]

    private var mots: (nom: String, sens: String) {
      switch self {
      case .marchand: ("Ventes (chiffre d’affaires)", "ce que la structure vend")
      case .nonMarchand: ("Subventions, cotisations, dons", "l’argent reçu sans vendre")
      case .nonMonetaire:
        ("Contributions en nature, estimées", "bénévolat, prêts et dons en nature")
      case .ressources: ("Ressources, en tout", "dont chacune des trois lignes au-dessus")
      case .autofinancement: ("Autofinancement", "ce que l’activité laisse pour investir")
      case .heuresDonnees: ("Heures données", "le temps des bénévoles")
      case .chiffreAffaires: ("Chiffre d’affaires écrit", "ce que le fichier en dit")
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
    /// Whole percent of the money that is said; nil for another figure, or when it can't be told.
    package let part: Int?
    /// Since the year before, 0.1 for 10 % more; nil without a figure above zero there.
    package let variation: Double?

    /// `1 184 000 €`, `620 h`; nil when nobody said.
    package var french: String? {
      valeur.map { mesure.unite == "€" ? $0.euros : "\($0.french)\u{A0}\(mesure.unite)" }
    }
  }

  /// One year.
  package struct Annee: Hashable, Sendable {
    package let exercice: Exercice
    /// In the order of ``Mesure``; without a chiffre d’affaires that only repeats the sales.
    package let chiffres: [Chiffre]
    /// How many pay; nil where nobody is named.
    package let pluralite: Pluralite?

    package subscript(mesure: Mesure) -> Chiffre? { chiffres.first { $0.mesure == mesure } }

    /// Whether one of the two kinds of money is not said: shares are of the other alone.
    package var estPartielle: Bool {
      Mesure.argent.contains { self[$0]?.valeur == nil }
    }

    fileprivate init(_ exercice: Exercice, apres before: Exercice?) {
      self.exercice = exercice
      pluralite = Pluralite(exercice)
      let parts = exercice.partsDeLArgent
      let byMesure: [SuiviFinancier.Mesure: Int?] = [
        .marchand: parts[.marchand], .nonMarchand: parts[.nonMarchand],
      ]
      let shown = SuiviFinancier.Mesure.allCases.filter {
        $0 != .chiffreAffaires || exercice.aUnChiffreDAffairesAPart
      }
      chiffres = shown.map { mesure in
        SuiviFinancier.Chiffre(
          mesure: mesure, valeur: exercice[mesure], part: byMesure[mesure].flatMap(\.self),
          variation: Self.variation(from: before?[mesure], to: exercice[mesure]))
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
    case .ressources: ressources
    case .marchand: vendu
    case .nonMarchand: nonMarchand
    case .nonMonetaire: nonMonetaire
    case .autofinancement: autofinancement
    case .heuresDonnees: heuresDonnees
    }
  }

  /// What years are put in order by.
  fileprivate var rangDate: Day? { fin ?? debut }
}
