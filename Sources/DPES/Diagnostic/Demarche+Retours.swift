// What is answered to an observation that gets no palier.
extension Demarche {
  /// The last answer to an observation, or to an earlier one that it continues; nil while there is none.
  ///
  /// - Complexity: O(observations + retours).
  package func retour(a observation: String) -> Retour? {
    let lineages = Lignees(cercles)
    let root = lineages.racine(de: observation)
    return retours.filter { $0.observation.map { lineages.racine(de: $0) } == root }
      .ordered { $0.date?.number ?? 0 }.last
  }

  /// Answers an observation, or says the answer that it has otherwise; nil takes it back.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func repondre(
    a observation: String, _ texte: String?, _ signature: Signature, ids: inout IDGenerator
  ) -> Bool {
    let known = retour(a: observation)
    guard known?.texte != texte else { return false }
    defer {
      tracer(
        "retour", observation, de: known?.date, a: texte == nil ? nil : signature.jour, signature)
    }
    guard let texte else { return known.map { retours.supprimer($0.id) } ?? false }
    if let known {
      return retours.modifier(known.id) { ($0.texte, $0.date) = (texte, signature.jour) }
    }
    var one = Retour()
    (one.observation, one.texte, one.date) = (observation, texte, signature.jour)
    _ = retours.ajouter(one, ids: &ids)
    return true
  }
}
