/// The first thing that differs between two states of a démarche, for telling what an undo undid.
package enum PremierEcart: Hashable, Sendable {
  /// An observation added, removed or changed, in an image.
  case observation(String, cercle: String)
  /// An image added, removed, or changed in what is no observation: frozen, dated.
  case image(String)
  /// A vote, in an image.
  case scrutin(String, cercle: String)
  /// An answer, by its point, in a grille.
  case reponse(String, grille: String)
  case grille(String)
  case palier(String)
  case indicateur(String, mois: Int?)
  case participant(String)
  case seance(String)
  /// A promise, in a séance.
  case promesse(String)
  /// One of the forms of the état des lieux.
  case fiche(Fiche)
  case exercice(String)
  case acteur(String)
  /// A box of the profil stratégique.
  case boite(ProfilStrategique.Cle)
  /// A note de capitalisation.
  case note(String)
  /// An entry of the dossier Ressources.
  case ressource(String)
  /// A period closed, by its month.
  case cloture(Int)

  /// nil when nothing that a screen shows differs.
  ///
  /// - Complexity: O(n); arrays that nobody touched compare in no time.
  package init?(_ avant: Demarche, _ apres: Demarche) {
    if let found = Self.dansLesCercles(avant, apres) ?? Self.dansLeSchema(avant, apres)
      ?? Self.dansLesSeances(avant, apres) ?? Self.dansLeTourDeTable(avant, apres)
      ?? Self.dansLesFiches(avant, apres) ?? Self.dansLaCapitalisation(avant, apres)
      ?? Self.dansLesGrilles(avant, apres)
    {
      self = found
    } else {
      return nil
    }
  }

  /// The id that the historique names, with the period after `/` for a cell; nil for what has none.
  package var objet: String? {
    switch self {
    case .fiche, .boite: nil
    case .cloture(let mois): "\(mois)"
    case .exercice(let id), .acteur(let id), .note(let id), .ressource(let id): id
    case .image(let id), .scrutin(let id, _), .grille(let id), .reponse(_, let id): id
    case .observation(let id, _), .palier(let id), .indicateur(let id, nil), .participant(let id),
      .seance(let id), .promesse(let id):
      id
    case .indicateur(let id, let mois?): "\(id)/\(mois)"
    }
  }

  private static func dansLesCercles(_ avant: Demarche, _ apres: Demarche) -> PremierEcart? {
    guard avant.cercles != apres.cercles else { return nil }
    for (before, after) in pairs(avant.cercles, apres.cercles, by: \.id) where before != after {
      let id = (after ?? before)?.id ?? ""
      // One that continues another comes and goes as a whole.
      if (before ?? after)?.observations.allSatisfy({ $0.origine != nil }) ?? true,
        before == nil || after == nil
      {
        return .image(id)
      }
      let (earlier, later) = (before?.observations ?? [], after?.observations ?? [])
      // Most often one of thousands, where it was.
      if let (old, new) = zip(earlier, later).first(where: { $0 != $1 }), old.id == new.id {
        return .observation(new.id, cercle: id)
      }
      for (old, new) in pairs(earlier, later, by: \.id)
      where old != new {
        return .observation((new ?? old)?.id ?? "", cercle: id)
      }
      let votes = pairs(before?.scrutins ?? [], after?.scrutins ?? [], by: \.id)
      if let changed = votes.first(where: { $0 != $1 }) {
        return .scrutin((changed.1 ?? changed.0)?.id ?? "", cercle: id)
      }
      return .image(id)
    }
    return nil
  }

  private static func dansLesGrilles(_ avant: Demarche, _ apres: Demarche) -> PremierEcart? {
    guard avant.grilles != apres.grilles else { return nil }
    for (before, after) in pairs(avant.grilles, apres.grilles, by: \.id) where before != after {
      let id = (after ?? before)?.id ?? ""
      let answers = pairs(before?.reponses ?? [], after?.reponses ?? [], by: { $0.point ?? "" })
        .filter { $0 != $1 }
      // Many at once were taken up, or taken back, together.
      guard answers.count == 1, let point = (answers[0].1 ?? answers[0].0)?.point else {
        return .grille(id)
      }
      return .reponse(point, grille: id)
    }
    return nil
  }

  private static func dansLeSchema(_ avant: Demarche, _ apres: Demarche) -> PremierEcart? {
    guard avant.schema.paliers != apres.schema.paliers else { return nil }
    let changed = pairs(avant.schema.paliers, apres.schema.paliers, by: \.id).filter { $0 != $1 }
    // Those before it may only have made room for it.
    let first = changed.first { $0?.unranked != $1?.unranked } ?? changed.first
    guard let (before, after) = first else { return nil }
    if before?.echeanceMois == after?.echeanceMois, before?.intitule == after?.intitule {
      for (old, new) in pairs(before?.indicateurs ?? [], after?.indicateurs ?? [], by: \.id)
      where old != new {
        return .indicateur((new ?? old)?.id ?? "", mois: mois(old, new))
      }
    }
    return .palier((after ?? before)?.id ?? "")
  }

  private static func dansLesSeances(_ avant: Demarche, _ apres: Demarche) -> PremierEcart? {
    guard avant.seances != apres.seances else { return nil }
    for (before, after) in pairs(avant.seances, apres.seances, by: \.id) where before != after {
      guard let before, let after, before.date == after.date else {
        return .seance((after ?? before)?.id ?? "")
      }
      for (old, new) in pairs(before.promesses, after.promesses, by: \.id) where old != new {
        return .promesse((new ?? old)?.id ?? "")
      }
      return .seance(after.id)
    }
    return nil
  }

  private static func dansLeTourDeTable(_ avant: Demarche, _ apres: Demarche) -> PremierEcart? {
    guard avant.participants != apres.participants else { return nil }
    let changed = pairs(avant.participants, apres.participants, by: \.id).first { $0 != $1 }
    return changed.map { .participant(($0.1 ?? $0.0)?.id ?? "") }
  }

  private static func dansLesFiches(_ avant: Demarche, _ apres: Demarche) -> PremierEcart? {
    if avant.profilStrategique != apres.profilStrategique {
      let cle = ProfilStrategique.Cle.allCases.first {
        avant.profilStrategique[$0] != apres.profilStrategique[$0]
      }
      if let cle { return .boite(cle) }
    }
    if avant.acteurs != apres.acteurs {
      let changed = pairs(avant.acteurs, apres.acteurs, by: \.id).first { $0 != $1 }
      if let one = changed?.1 ?? changed?.0 { return .acteur(one.id) }
    }
    let exercices = (avant.structure.exercices, apres.structure.exercices)
    if exercices.0 != exercices.1 {
      let changed = pairs(exercices.0, exercices.1, by: \.id).first { $0 != $1 }
      if let one = changed?.1 ?? changed?.0 { return .exercice(one.id) }
    }
    if avant.structure != apres.structure { return .fiche(.identite) }
    if avant.candidature != apres.candidature || avant.identifiant != apres.identifiant {
      return .fiche(.candidature)
    }
    return avant.pilotage == apres.pilotage ? nil : .fiche(.pilotage)
  }

  private static func dansLaCapitalisation(
    _ avant: Demarche, _ apres: Demarche
  ) -> PremierEcart? {
    if avant.notes != apres.notes {
      let changed = pairs(avant.notes, apres.notes, by: \.id).first { $0 != $1 }
      if let one = changed?.1 ?? changed?.0 { return .note(one.id) }
    }
    if avant.ressources != apres.ressources {
      let changed = pairs(avant.ressources, apres.ressources, by: \.id).first { $0 != $1 }
      if let one = changed?.1 ?? changed?.0 { return .ressource(one.id) }
    }
    let (before, after) = (avant.periodesCloses, apres.periodesCloses)
    // Periods are closed one after the other.
    let more = before.count > after.count ? before : after
    return more.dropFirst(min(before.count, after.count)).first?.mois.map { .cloture($0) }
  }

  private static func mois(_ avant: Indicateur?, _ apres: Indicateur?) -> Int? {
    let indicators = [avant, apres].compactMap(\.self)
    let all = indicators.flatMap {
      $0.realises.entries.map(\.mois) + $0.objectifs.entries.map(\.mois)
    }
    return all.first {
      avant?.realises[$0] != apres?.realises[$0] || avant?.objectifs[$0] != apres?.objectifs[$0]
    }
  }
}
