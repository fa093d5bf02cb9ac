// The dossier Ressources and the notes of what was learnt: kept, corrected, taken out.
extension Demarche {
  /// Adds an entry to the dossier Ressources, with an id of its own.
  ///
  /// - Returns: The id.
  @discardableResult
  package mutating func ajouterRessource(_ ressource: Ressource, ids: inout IDGenerator) -> String {
    var ressource = ressource
    ressource.id = ids.next()
    ressources.append(ressource)
    return ressource.id
  }

  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierRessource(
    _ id: String, _ change: (inout Ressource) -> Void
  ) -> Bool {
    guard let index = ressources.firstIndex(where: { $0.id == id }) else { return false }
    let before = ressources[index]
    change(&ressources[index])
    return ressources[index] != before
  }

  @discardableResult
  package mutating func supprimerRessource(_ id: String) -> Bool {
    guard let index = ressources.firstIndex(where: { $0.id == id }) else { return false }
    ressources.remove(at: index)
    return true
  }

  /// Adds a note, with an id of its own.
  ///
  /// - Returns: The id.
  @discardableResult
  package mutating func ajouterNote(
    _ note: NoteDeCapitalisation, ids: inout IDGenerator
  ) -> String {
    var note = note
    note.id = ids.next()
    notes.append(note)
    return note.id
  }

  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierNote(
    _ id: String, _ change: (inout NoteDeCapitalisation) -> Void
  ) -> Bool {
    guard let index = notes.firstIndex(where: { $0.id == id }) else { return false }
    let before = notes[index]
    change(&notes[index])
    return notes[index] != before
  }

  @discardableResult
  package mutating func supprimerNote(_ id: String) -> Bool {
    guard let index = notes.firstIndex(where: { $0.id == id }) else { return false }
    notes.remove(at: index)
    return true
  }
}
