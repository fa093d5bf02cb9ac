import DPES

/// One of those that a tool has answers about: an acteur, or a fiche.
struct GrilleSujet: Hashable, Sendable {
  let id: String
  let nom: String
  /// How many points are answered about it.
  let reponses: Int
  /// Of the last answers.
  let date: Day?

  /// Those of a tool, in the order of the démarche; none where its answers are the structure's.
  ///
  /// A fiche keeps its place, whoever is asked; an acteur is listed as on the map.
  static func all(of referentiel: Referentiel, in demarche: Demarche) -> [GrilleSujet] {
    let named: [(id: String, nom: String?)]
    switch referentiel.sujet {
    case nil: return []
    case .acteur: named = demarche.acteurs.map { ($0.id, $0.nom) }
    case .fiche: named = demarche.fiches(de: referentiel.id).map { ($0.id, $0.titre) }
    }
    return named.map { one in
      let last = demarche.grilles(de: referentiel.id, sujet: one.id).first { !$0.reponses.isEmpty }
      return GrilleSujet(
        id: one.id, nom: one.nom ?? "sans nom", reponses: last?.reponses.count ?? 0,
        date: last?.date)
    }
  }
}

// Whose answers the grille shows.
extension GrilleEcran {
  /// Keeps the sujet one that there is: the first, where the tool has some and none is chosen.
  static func keepSujet(
    _ state: inout State, _ referentiel: Referentiel, _ demarche: Demarche
  ) {
    let all = GrilleSujet.all(of: referentiel, in: demarche).map(\.id)
    if !all.contains(state.grille.sujet ?? "") { state.grille.sujet = all.first }
    if !all.contains(state.grille.besides ?? "") || state.grille.besides == state.grille.sujet {
      state.grille.besides = nil
    }
  }

  /// Why nothing can be said yet, or here, of a tool that has several sujets; nil when it can.
  static func sujetRefusal(_ state: State) -> String? {
    if isUnknown(state) {
      return
        "Cet outil n’est pas sur cet ordinateur\u{A0}: ses réponses se lisent, et restent dans "
        + "le fichier."
    }
    if state.grille.besides != nil {
      return "Deux fiches côte à côte se lisent\u{A0}: v n’en montre qu’une."
    }
    guard state.grille.sujet == nil else { return nil }
    switch referentiel(state)?.sujet {
    case nil: return nil
    case .fiche: return "Cet outil se remplit par fiches\u{A0}: g, puis n en ouvre une."
    case .acteur:
      return "Cet outil se remplit acteur par acteur\u{A0}: ajoutez-les d’abord sur la carte des "
        + "acteurs (1)."
    }
  }

  /// Why there is nobody to choose; nil where the tool has sujets.
  static func noSujets(_ state: State) -> String? {
    guard let referentiel = referentiel(state) else { return "Aucun référentiel n’est ouvert." }
    switch referentiel.sujet {
    case nil: return "Cet outil n’a ni fiches ni acteurs\u{A0}: ses réponses sont celles de tous."
    case .acteur where state.grille.rows.sujets.isEmpty: return sujetRefusal(state)
    case .acteur, .fiche: return nil
    }
  }

  /// `v` of a tool with fiches: two side by side, then one again.
  static func toggleBesides(_ state: inout State) {
    let all = state.grille.rows.sujets
    if state.grille.besides != nil {
      state.grille.besides = nil
    } else if let here = all.firstIndex(where: { $0.id == state.grille.sujet }) {
      // The next one, or the one before the last.
      if here + 1 < all.count {
        state.grille.besides = all[here + 1].id
      } else if here > 0 {
        (state.grille.sujet, state.grille.besides) = (all[here - 1].id, all[here].id)
      }
    }
    let code = state.grille.selected?.point.code
    state.renewDerived()
    if let code { state.grille.select(code) }
  }
}
