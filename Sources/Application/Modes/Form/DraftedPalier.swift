import DPES

/// A palier drafted from the observation selected on the cercle.
enum DraftedPalier {
  /// Why no palier can be drafted from the selected observation; nil when one can.
  static func whyNot(_ state: State) -> String? {
    if let reason = state.readOnlyReason ?? state.whyOnlyRegard { return reason }
    guard let observation = state.cercle.selected(in: state.derived) else {
      return "Aucune observation n’est sélectionnée."
    }
    if !observation.priorite {
      return "Un palier répond à une priorité\u{A0}: ! marque d’abord l’observation."
    }
    return observation.axe == nil
      ? "Un palier se tient sur un axe\u{A0}: m place d’abord l’observation." : nil
  }

  /// Opens the card of a palier that answers the selected observation.
  static func open(_ state: inout State) -> [Effect] {
    guard let observation = state.cercle.selected(in: state.derived), let axe = observation.axe
    else { return [] }
    return state.open(SchemaCard.nouveauPalier(axe, observation: observation.id))
  }
}
