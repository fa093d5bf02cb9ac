/// The first thing that differs between two states of a démarche, for telling what an undo undid.
package enum PremierEcart: Hashable, Sendable {
  /// An observation added, removed or changed, in an image.
  case observation(String, cercle: String)
  case palier(String)
  case indicateur(String, mois: Int?)

  /// nil when nothing that a screen shows differs.
  ///
  /// - Complexity: O(n); arrays that nobody touched compare in no time.
  package init?(_ avant: Demarche, _ apres: Demarche) {
    if let found = Self.dansLesCercles(avant, apres) ?? Self.dansLeSchema(avant, apres) {
      self = found
    } else {
      return nil
    }
  }

  /// The id that the historique names, with the period after `/` for a cell.
  package var objet: String {
    switch self {
    case .observation(let id, _), .palier(let id), .indicateur(let id, nil): id
    case .indicateur(let id, let mois?): "\(id)/\(mois)"
    }
  }

  private static func dansLesCercles(_ avant: Demarche, _ apres: Demarche) -> PremierEcart? {
    guard avant.cercles != apres.cercles else { return nil }
    for (before, after) in pairs(avant.cercles, apres.cercles, by: \.id) where before != after {
      let id = (after ?? before)?.id ?? ""
      let (earlier, later) = (before?.observations ?? [], after?.observations ?? [])
      // Most often one of thousands, where it was.
      if let (old, new) = zip(earlier, later).first(where: { $0 != $1 }), old.id == new.id {
        return .observation(new.id, cercle: id)
      }
      for (old, new) in pairs(earlier, later, by: \.id)
      where old != new {
        return .observation((new ?? old)?.id ?? "", cercle: id)
      }
    }
    return nil
  }

  private static func dansLeSchema(_ avant: Demarche, _ apres: Demarche) -> PremierEcart? {
    guard avant.schema.paliers != apres.schema.paliers else { return nil }
    for (before, after) in pairs(avant.schema.paliers, apres.schema.paliers, by: \.id)
    where before != after {
      if before?.echeanceMois == after?.echeanceMois, before?.intitule == after?.intitule {
        for (old, new) in pairs(before?.indicateurs ?? [], after?.indicateurs ?? [], by: \.id)
        where old != new {
          return .indicateur((new ?? old)?.id ?? "", mois: mois(old, new))
        }
      }
      return .palier((after ?? before)?.id ?? "")
    }
    return nil
  }

  private static func mois(_ avant: Indicateur?, _ apres: Indicateur?) -> Int? {
    let all = (avant?.realises.entries ?? []) + (apres?.realises.entries ?? [])
    return all.map(\.mois).first { avant?.realises[$0] != apres?.realises[$0] }
  }
}
