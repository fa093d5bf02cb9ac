import DPES

extension State {
  /// Selects an observation, a palier, an indicator, a row of the état des lieux by its id, or a
  /// section of that by its name, on the screen that shows it.
  ///
  /// - Returns: Whether the démarche has it.
  package mutating func select(_ id: String) -> Bool {
    guard let demarche else { return false }
    if let place = demarche.lieu(deObservation: id) {
      cercle.imageID = demarche.cercles[place.cercle].id
      renewDerived()
      cercle.select(id, in: derived)
    } else if demarche.schema.paliers.contains(where: { $0.id == id }) {
      schema.select(id, in: derived)
    } else if demarche.lieu(deIndicateur: id) != nil {
      TableauEcran.show(&self, id)
    } else if let section = EtatEcran.Section(rawValue: id) {
      etat.section = section
      renewDerived()
    } else if !selectAnnexe(id), !etat.select(id, in: derived) {
      return false
    }
    follow()
    return true
  }
}
