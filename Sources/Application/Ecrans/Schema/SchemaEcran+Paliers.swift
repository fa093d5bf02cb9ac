import DPES
import TerminalUI

// What the keys of the schéma change, each as one step of undo.
extension SchemaEcran {
  /// Opens the card of what is selected: the palier, or in the zoom one of its parts.
  static func openSelectedCard(_ state: inout State) -> [Effect] {
    guard let palier = state.schema.selected(in: state.derived)?.palier else { return [] }
    switch state.schema.part {
    case .palier: return state.open(SchemaCard.palier(palier.id))
    case .indicateur(let id): return state.open(SchemaCard.indicateur(id))
    case .engagement(let id): return state.open(SchemaCard.engagement(id))
    case .observation(let id): return state.go(to: .observation(id))
    }
  }

  /// Opens a card for something new of the selected palier.
  static func openNewCard(_ state: inout State, _ card: (String) -> SchemaCard) -> [Effect] {
    guard let id = state.schema.selectedID else { return [] }
    return state.open(card(id))
  }

  static func duplicatePalier(_ state: inout State) -> [Effect] {
    guard let id = state.schema.selectedID else { return [] }
    let signature = state.signature
    var copie: String?
    let effects = state.change { demarche, ids in
      copie = demarche.dupliquerPalier(id, signature, ids: &ids)
      return copie != nil
    }
    guard !effects.isEmpty, let copie else { return [] }
    state.schema.select(copie, in: state.derived)
    accompany(&state)
    let rang = state.schema.selected(in: state.derived)?.rang ?? 0
    state.say(
      "Copié au palier \(rang), sans ce qui a été atteint\u{A0}; Entrée le renomme, m le déplace.")
    return effects
  }

  /// Takes out what is selected: the palier, or in the zoom one of its parts.
  static func deleteSelectedPart(_ state: inout State) -> [Effect] {
    guard let palier = state.schema.selected(in: state.derived) else { return [] }
    let signature = state.signature
    let (part, links) = (state.schema.part, state.derived.links)
    let effects = state.change { demarche, _ in
      switch part {
      case .palier: demarche.supprimerPalier(palier.palier.id, signature)
      case .indicateur(let id): demarche.supprimerIndicateur(id, signature)
      case .engagement(let id): demarche.supprimerEngagement(id)
      case .observation(let id):
        demarche.basculerReponse(
          dePalier: palier.palier.id, aObservation: id, links.lineages) == false
      }
    }
    guard !effects.isEmpty else { return [] }
    accompany(&state)
    switch part {
    case .palier:
      let count = palier.indicateurs.count
      let with = count == 0 ? "" : ", avec \(count.counting("indicateur"))"
      state.say("Palier \(palier.rang) supprimé\(with).")
    case .indicateur: state.say("Indicateur supprimé, avec ses réalisés.")
    case .engagement: state.say("Engagement supprimé.")
    case .observation:
      state.say("Le palier ne répond plus à cette observation. u rétablit le lien.")
    }
    return effects
  }

  /// Why a palier can't be declared reached; nil when it can.
  static func whyNotDeclared(_ state: State) -> String? {
    whyNoPalier(state)
      ?? (state.schema.selected(in: state.derived)?.indicateurs.isEmpty == false
        ? "Ce palier a des indicateurs\u{A0}: ce sont eux qui le disent atteint (touche 5)." : nil)
  }

  /// Says today that a palier without indicator is reached, or that it is not.
  static func declareReached(_ state: inout State) -> [Effect] {
    guard let palier = state.schema.selected(in: state.derived) else { return [] }
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.modifierPalier(palier.palier.id, signature) {
        $0.atteintLe = $0.atteintLe == nil ? signature.jour : nil
      }
    }
    guard !effects.isEmpty else { return [] }
    state.say(
      palier.palier.atteintLe == nil
        ? "Palier \(palier.rang) déclaré atteint aujourd’hui\u{A0}; Entrée change le jour."
        : "Palier \(palier.rang)\u{A0}: n’est plus déclaré atteint.")
    return effects
  }

  static func tellExperience(_ state: inout State) -> [Effect] {
    guard let palier = state.schema.selected(in: state.derived) else { return [] }
    return Experience.tell(&state, palier: palier.palier.id)
  }

  static func toggleZoom(_ state: inout State) -> [Effect] {
    state.schema.isZoomed.toggle()
    state.schema.lead = 0
    state.schema.select(state.schema.index, in: state.derived)
    return []
  }

  // From the cercle to the schéma.

  /// Opens the list of the observations that the selected palier may answer.
  static func openAnswers(_ state: inout State) -> [Effect] {
    guard let id = state.schema.selectedID else { return [] }
    let entries = answersIndex(state, for: id)
    guard !entries.isEmpty else {
      state.refuse("Il n’y a pas encore d’observation\u{A0}: elles se notent au cercle (touche 3).")
      return []
    }
    state.modes.append(Search(entries, for: .answering(id)))
    return []
  }

  /// What a palier may answer: what it does answer first, then the priorities of its axis, its axis,
  /// and the rest.
  ///
  /// - Complexity: O(o log o) in the observations of the image.
  static func answersIndex(_ state: State, for id: String) -> [Search.Entry] {
    guard let image = state.derived.image?.cercle,
      let palier = state.demarche?.schema.paliers.first(where: { $0.id == id })
    else { return [] }
    let answered = Set((state.derived.answered[id] ?? []).map(\.id))
    func place(_ observation: Observation) -> Int {
      if answered.contains(observation.id) { return 0 }
      guard observation.axe == palier.axe else { return observation.priorite ? 3 : 4 }
      return observation.priorite ? 1 : 2
    }
    return image.observations.enumerated()
      .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
      .map { Search.entry($0.element, in: image) }
  }

  /// Links the palier to the observation chosen, or takes the link away; the list stays.
  static func toggleAnswer(_ state: inout State, _ observation: String, dePalier id: String)
    -> [Effect]
  {
    let lineages = state.derived.links.lineages
    var isAnswered: Bool?
    let effects = state.change { demarche, _ in
      isAnswered = demarche.basculerReponse(dePalier: id, aObservation: observation, lineages)
      return isAnswered != nil
    }
    guard !effects.isEmpty, let isAnswered else { return effects }
    state.say(
      isAnswered
        ? "Le palier répond à cette observation. Échap ferme la liste."
        : "Le palier n’y répond plus. Échap ferme la liste.")
    return effects
  }
}
