/// What the yearly report to the Comité des sages has a line for.
package enum RapportAnnuel {
  /// Where a cell of the tableau stands in the report.
  package enum Rubrique: Hashable, Sendable {
    /// Among what is done about what is lost or late.
    case suite
    /// Beside its palier: the last that is known of the indicator.
    case palier
    case preuve

    /// The heading that the report has for it.
    package var titre: String {
      switch self {
      case .suite: "Perdu ou en retard\u{A0}: ce qu’on en fait"
      case .palier: "Où l’on en est"
      case .preuve: "Annexe\u{A0}: les preuves"
      }
    }
  }

  /// The day after which the year begins that ends on a day.
  package static func depuis(_ jour: Day) -> Day { jour.adding(months: -12) }
}

extension Avancement.ParIndicateur {
  /// Where the yearly report states the cell of a period; nil when it says nothing of it.
  package func rubrique(a mois: Int) -> RapportAnnuel.Rubrique? {
    guard let cell = cases.first(where: { $0.periode.mois == mois }) else { return nil }
    let isTroubled =
      estPerdu
      ? !estNonConcerne && cases.last(where: \.estPerdue)?.periode.mois == mois
      : cases.first { $0.etat == .enRetard }?.periode.mois == mois
    if isTroubled { return .suite }
    let last = cases.last { $0.estConnue && $0.realise?.statut != nil }
    if last?.periode.mois == mois { return .palier }
    return cell.estConnue && cell.realise?.piece != nil ? .preuve : nil
  }
}
