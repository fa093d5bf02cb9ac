import DPES
import TerminalUI

// What the keys of the schéma change, each as one step of undo.
extension State {
  /// Opens the card of what is selected: the palier, or in the zoom one of its parts.
  mutating func openSelectedCard() -> [Effect] {
    guard let palier = schema.selected(in: derived)?.palier else { return [] }
    switch schema.part {
    case .palier: return openForm(.schema(.palier(palier.id)))
    case .indicateur(let id): return openForm(.schema(.indicateur(id)))
    case .engagement(let id): return openForm(.schema(.engagement(id)))
    case .observation(let id): return go(to: .observation(id))
    }
  }

  /// Opens a card for something new of the selected palier.
  mutating func openNewCard(_ card: (String) -> SchemaCard) -> [Effect] {
    guard let id = schema.selectedID else { return [] }
    return openForm(.schema(card(id)))
  }

  mutating func duplicatePalier() -> [Effect] {
    guard let id = schema.selectedID else { return [] }
    let signature = signature
    var copie: String?
    let effects = change { demarche, ids in
      copie = demarche.dupliquerPalier(id, signature, ids: &ids)
      return copie != nil
    }
    guard !effects.isEmpty, let copie else { return [] }
    schema.select(copie, in: derived)
    chainFromSchema()
    let rang = schema.selected(in: derived)?.rang ?? 0
    say(
      "Copié au palier \(rang), sans ce qui a été atteint\u{A0}; Entrée le renomme, m le déplace.")
    return effects
  }

  /// Takes out what is selected: the palier, or in the zoom one of its parts.
  mutating func deleteSelectedPart() -> [Effect] {
    guard let palier = schema.selected(in: derived) else { return [] }
    let signature = signature
    let (part, links) = (schema.part, derived.links)
    let effects = change { demarche, _ in
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
    chainFromSchema()
    switch part {
    case .palier:
      let count = palier.indicateurs.count
      let with = count == 0 ? "" : ", avec \(count.counting("indicateur"))"
      say("Palier \(palier.rang) supprimé\(with). u le fait revenir.")
    case .indicateur: say("Indicateur supprimé, avec ses réalisés. u le fait revenir.")
    case .engagement: say("Engagement supprimé. u le fait revenir.")
    case .observation: say("Le palier ne répond plus à cette observation. u rétablit le lien.")
    }
    return effects
  }

  /// Why a palier can't be declared reached; nil when it can.
  var whyNotDeclared: String? {
    whyNoPalier
      ?? (schema.selected(in: derived)?.indicateurs.isEmpty == false
        ? "Ce palier a des indicateurs\u{A0}: ce sont eux qui le disent atteint (touche 5)." : nil)
  }

  /// Says today that a palier without indicator is reached, or that it is not.
  mutating func declareReached() -> [Effect] {
    guard let palier = schema.selected(in: derived) else { return [] }
    let signature = signature
    let effects = change { demarche, _ in
      demarche.modifierPalier(palier.palier.id, signature) {
        $0.atteintLe = $0.atteintLe == nil ? signature.jour : nil
      }
    }
    guard !effects.isEmpty else { return [] }
    say(
      palier.palier.atteintLe == nil
        ? "Palier \(palier.rang) déclaré atteint aujourd’hui\u{A0}; Entrée change le jour."
        : "Palier \(palier.rang)\u{A0}: n’est plus déclaré atteint.")
    return effects
  }

  mutating func toggleZoom() -> [Effect] {
    schema.isZoomed.toggle()
    schema.lead = 0
    schema.select(schema.index, in: derived)
    return []
  }
}

// From the cercle to the schéma.
extension State {
  /// Why no palier can be drafted from the selected observation; nil when one can.
  var whyNoDraft: String? {
    if let reason = readOnlyReason { return reason }
    guard let observation = cercle.selected(in: derived) else {
      return "Aucune observation n’est sélectionnée."
    }
    if !observation.priorite {
      return "Un palier répond à une priorité\u{A0}: ! marque d’abord l’observation."
    }
    return observation.axe == nil
      ? "Un palier se tient sur un axe\u{A0}: m place d’abord l’observation." : nil
  }

  /// Opens the card of a palier that answers the selected observation.
  mutating func draftPalier() -> [Effect] {
    guard let observation = cercle.selected(in: derived), let axe = observation.axe else {
      return []
    }
    return openForm(.schema(.nouveauPalier(axe, observation: observation.id)))
  }

  /// Opens the list of the observations that the selected palier may answer.
  mutating func openAnswers() -> [Effect] {
    guard let id = schema.selectedID else { return [] }
    let entries = answersIndex(for: id)
    guard !entries.isEmpty else {
      refuse("Il n’y a pas encore d’observation\u{A0}: elles se notent au cercle (touche 3).")
      return []
    }
    modes.append(.search(Search(entries, for: .answering(id))))
    return []
  }

  /// What a palier may answer: what it does answer first, then the priorities of its axis, its axis,
  /// and the rest.
  ///
  /// - Complexity: O(o log o) in the observations of the image.
  func answersIndex(for id: String) -> [Search.Entry] {
    guard let image = derived.image?.cercle,
      let palier = demarche?.schema.paliers.first(where: { $0.id == id })
    else { return [] }
    let answered = Set((derived.answered[id] ?? []).map(\.id))
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
  mutating func toggleAnswer(_ observation: String, dePalier id: String) -> [Effect] {
    let lineages = derived.links.lineages
    var isAnswered: Bool?
    let effects = change { demarche, _ in
      isAnswered = demarche.basculerReponse(dePalier: id, aObservation: observation, lineages)
      return isAnswered != nil
    }
    guard !effects.isEmpty, let isAnswered else { return effects }
    say(
      isAnswered
        ? "Le palier répond à cette observation. Échap ferme la liste."
        : "Le palier n’y répond plus. Échap ferme la liste.")
    return effects
  }
}
