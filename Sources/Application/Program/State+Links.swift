import DPES

// Going to things: each screen knows what is its own.
extension State {
  /// Shows a link of the chain where it is.
  mutating func go(to maillon: Maillon) -> [Effect] {
    if case .ligne = maillon { return ExportCard.open(&self, of: DocumentLabel.rapportAnnuel) }
    for place in Screen.all where place.ecran.go(&self, to: maillon) { break }
    return []
  }

  /// Shows something of the démarche by its id, on the first screen that has it.
  mutating func go(toElement id: String) {
    if let place = Screen.all.first(where: { $0.ecran.select(&self, id) }) { show(place) }
  }

  /// Selects something by its id on the present screen, or on the first that has it: an observation,
  /// a palier, an indicator, a row or a section of the état des lieux.
  ///
  /// - Returns: Whether the démarche has it.
  package mutating func select(_ id: String) -> Bool {
    let isFound = ([screen] + Screen.all).contains { $0.ecran.select(&self, id) }
    if isFound { follow() }
    return isFound
  }

  /// Shows what is in question, where it is: on the present screen if that has it.
  mutating func go(to change: Edit.Change) {
    for place in [screen] + Screen.all where place.ecran.show(&self, change) { return }
  }

  /// Shows a screen, unless something goes on above or the room looks.
  mutating func come(to place: Screen) {
    if modes.isEmpty, !isOnWall { show(place) }
  }

  /// Where several screens stand side by side: shows on the others what comes before or after a link
  /// of the chain.
  mutating func accompany(_ maillon: Maillon, from origin: Screen) {
    guard paneCount > 1 else { return }
    for place in Screen.all where place != origin { place.ecran.accompany(&self, maillon) }
  }

  /// From the selection of the present screen, where the panes have just come to stand side by side.
  mutating func chainFromScreen() {
    if let maillon = screen.ecran.maillon(self) { accompany(maillon, from: screen) }
  }

  /// The palier that a link of the chain belongs to, the first that answers an observation.
  func palier(of maillon: Maillon) -> Palier? {
    switch maillon {
    case .observation(let id): derived.paliers(for: id).first
    case .palier(let id): demarche?.schema.paliers.first { $0.id == id }
    case .indicateur(let id), .cellule(let id, _):
      demarche?.schema.paliers.first { palier in palier.indicateurs.contains { $0.id == id } }
    case .point, .ligne: nil
    }
  }

  /// A point by `referentiel:code`, when its référentiel is known here.
  func point(
    named name: String
  ) -> (referentiel: Referentiel, point: Referentiel.Point, axe: Axe?)? {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let referentiel = referentiels?.first(where: { $0.id == parts[0] }),
      let found = referentiel.point(parts[1])
    else { return nil }
    return (referentiel, found.point, found.axe)
  }
}
