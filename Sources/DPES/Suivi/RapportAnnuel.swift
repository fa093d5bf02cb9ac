/// What the yearly report to the Comité des sages has a line for.
package enum RapportAnnuel {
  /// Where a line of the tableau stands in the report.
  package enum Rubrique: Hashable, Sendable {
    /// Achieved or checked in the year that ends on the day.
    case annee
    case perdu, enRetard, preuve

    /// The heading that the report has for it.
    package var titre: String {
      switch self {
      case .annee: "Atteint ou vérifié dans l’année"
      case .perdu: "Perdu"
      case .enRetard: "En retard"
      case .preuve: "Preuves"
      }
    }
  }

  /// The day after which the year begins that ends on a day.
  package static func depuis(_ jour: Day) -> Day { jour.adding(months: -12) }

  /// Whether a réalisé is told among what was achieved or checked in the year.
  package static func estDeLAnnee(_ cell: Avancement.Case, le jour: Day) -> Bool {
    guard cell.estConnue, let realise = cell.realise, let date = realise.date else { return false }
    return depuis(jour) < date && realise.isHeld
  }
}

extension Avancement.ParIndicateur {
  /// Where the yearly report states the cell of a period; nil when it says nothing of it.
  package func rubrique(a mois: Int, le jour: Day) -> RapportAnnuel.Rubrique? {
    guard let cell = cases.first(where: { $0.periode.mois == mois }) else { return nil }
    if RapportAnnuel.estDeLAnnee(cell, le: jour) { return .annee }
    if estPerdu, !estNonConcerne {
      if cases.last(where: \.estPerdue)?.periode.mois == mois { return .perdu }
    } else if cases.first(where: { $0.etat == .enRetard })?.periode.mois == mois {
      return .enRetard
    }
    return cell.estConnue && cell.realise?.piece != nil ? .preuve : nil
  }
}
