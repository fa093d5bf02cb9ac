// A closed period stays as it was closed: what is entered later is a correction, dated and kept
// (`docs/format.md`, `realises`).
extension Demarche {
  package func estClose(_ mois: Int) -> Bool { periodesCloses.contains { $0.mois == mois } }

  /// Changes the réalisé of a closed period's cell; what it said before is kept, with the reason.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func corrigerRealise(
    deIndicateur id: String, periode mois: Int, motif: String, _ signature: Signature,
    _ change: (inout Realise) -> Void
  ) -> Bool {
    modifierRealise(deIndicateur: id, periode: mois, signature) { realise in
      let before = realise
      change(&realise)
      guard realise != before else { return }
      var correction = Realise.Correction()
      correction.statut = before.statut
      correction.valeur = before.valeur
      correction.date = signature.jour
      correction.auteur = signature.qui
      correction.motif = motif
      realise.corrections.append(correction)
    }
  }
}
