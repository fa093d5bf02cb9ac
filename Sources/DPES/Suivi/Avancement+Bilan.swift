extension Avancement {
  /// What a period counts: cells with an objective, by what was achieved.
  ///
  /// Counts, never a total or a share of a structure.
  package struct Bilan: Hashable, Sendable {
    package var attendus = 0
    package var atteints = 0
    package var verifies = 0
    package var partiels = 0
    package var nonAtteints = 0
    package var nonVerifies = 0
    package var nonConcernes = 0
    package var perdus = 0
    package var enRetard = 0
    /// Nothing entered yet.
    package var sansReponse = 0
  }

  /// The counts of one period.
  ///
  /// - Complexity: O(indicators).
  package func bilan(de mois: Int) -> Bilan {
    var bilan = Bilan()
    guard let index = periodes.firstIndex(where: { $0.mois == mois }) else { return bilan }
    for indicateur in axes.lazy.flatMap(\.paliers).flatMap(\.indicateurs) {
      let cell = indicateur.cases[index]
      guard cell.objectif != nil else { continue }
      bilan.attendus += 1
      if cell.estPerdue { bilan.perdus += 1 }
      if cell.etat == .enRetard { bilan.enRetard += 1 }
      switch cell.realise?.statut {
      case .atteint: bilan.atteints += 1
      case .verifie: bilan.verifies += 1
      case .partiel: bilan.partiels += 1
      case .nonAtteint: bilan.nonAtteints += 1
      case .nonVerifie: bilan.nonVerifies += 1
      case .nonConcerne: bilan.nonConcernes += 1
      case nil: bilan.sansReponse += 1
      }
    }
    return bilan
  }
}
