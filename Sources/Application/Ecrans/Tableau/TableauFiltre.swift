import DPES

/// Which indicators the tableau de bord lists.
struct TableauFiltre: ListFilter {
  /// What has to be so of an indicator today, as the heading says it.
  enum Etat: String, CaseIterable, Sendable {
    /// Due in the present period.
    case dus
    case enRetard = "en retard"
    case perdus

    var key: Character {
      switch self {
      case .dus: "d"
      case .enRetard: "r"
      case .perdus: "p"
      }
    }
  }

  var etat: Etat?
  var qui: String?
  var axe: Axe?

  /// Whether an indicator is listed, or a palier that has none.
  func takes(_ palier: Avancement.ParPalier, _ indicateur: Avancement.ParIndicateur?) -> Bool {
    if let qui, indicateur?.indicateur.personnes.contains(qui) != true { return false }
    switch etat {
    case nil: return true
    case .dus: return indicateur?.cases.contains(where: \.estDue) ?? (palier.etat == .echu)
    case .enRetard: return indicateur?.estEnRetard ?? (palier.etat == .enRetard)
    case .perdus: return indicateur.map { $0.estPerdu && !$0.estNonConcerne } ?? false
    }
  }

  /// `en retard, SC, Démocratie`; empty without a filter.
  func words(_ initiales: [String: String]) -> String {
    [etat?.rawValue, qui.map { initiales[$0] ?? "?" }, axe?.nomCourt].compactMap(\.self)
      .joined(separator: ", ")
  }
}
