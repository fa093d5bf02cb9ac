import DPES

// With several panes, each selection shows the next link of the chain beside it.
extension State {
  /// From the selection of the present screen, where the panes have just come to stand side by side.
  mutating func chainFromScreen() {
    switch screen {
    case .etat, .grille, .aFaire, .finances, .capitalisation, .ca: break
    case .cercle: chainFromCercle()
    case .schema: chainFromSchema()
    case .tableau: chainFromTableau()
    }
  }

  /// The observation selected on the cercle leads to the palier that answers it.
  mutating func chainFromCercle() {
    guard paneCount > 1, let id = cercle.selectedID,
      let palier = derived.paliers(for: id).first
    else { return }
    schema.select(palier.id, in: derived)
    selectFirstIndicateur()
  }

  /// The palier selected on the schéma leads to its first observation and its first indicator.
  mutating func chainFromSchema() {
    guard paneCount > 1, let palier = schema.selected(in: derived)?.palier else { return }
    selectObservation(of: palier)
    selectFirstIndicateur()
  }

  /// The indicator, or the palier without any, selected on the tableau leads to its palier.
  mutating func chainFromTableau() {
    guard paneCount > 1, let id = tableau.selectedID,
      let palier = demarche?.schema.paliers.first(where: { palier in
        palier.id == id || palier.indicateurs.contains { $0.id == id }
      })
    else { return }
    schema.select(palier.id, in: derived)
    selectObservation(of: palier)
  }

  private mutating func selectFirstIndicateur() {
    guard let indicateur = schema.selected(in: derived)?.indicateurs.first else { return }
    tableau.select(indicateur.indicateur.id, in: derived)
  }

  private mutating func selectObservation(of palier: Palier) {
    let shown = derived.image?.cercle.observations ?? []
    for id in palier.observations {
      if let same = shown.first(where: { derived.links.areSame($0.id, id) }) {
        cercle.select(same.id, in: derived)
        return
      }
    }
  }
}
