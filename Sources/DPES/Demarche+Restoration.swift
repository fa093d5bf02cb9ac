extension Demarche {
  /// Puts an earlier state in the place of this one; the historique stays, and tells of it.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func restaurer(
    _ version: Demarche, nommee nom: String, _ signature: Signature
  ) -> Bool {
    var restored = version
    restored.historique = historique
    guard restored != self else { return false }
    self = restored
    tracer("restauration", id, avant: nil, apres: .texte(nom), signature)
    return true
  }
}
