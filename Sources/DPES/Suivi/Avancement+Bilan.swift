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
    /// The deadline has passed while the period still runs.
    package var echus = 0
    /// What was to be reached holds already: nothing more is expected (R6).
    package var dejaAtteints = 0
    /// Nothing entered yet.
    package var sansReponse = 0

    package init() {}

    /// Counts a cell, or with -1 takes it out.
    package mutating func compter(_ cell: Case, _ pas: Int = 1) {
      guard cell.objectif != nil else { return }
      attendus += pas
      if cell.estPerdue { perdus += pas }
      if cell.etat == .enRetard { enRetard += pas }
      if cell.etat == .echue { echus += pas }
      if cell.estSansReponse {
        sansReponse += pas
        return
      }
      switch cell.realise?.statut {
      case .atteint: atteints += pas
      case .verifie: verifies += pas
      case .partiel: partiels += pas
      case .nonAtteint: nonAtteints += pas
      case .nonVerifie: nonVerifies += pas
      case .nonConcerne: nonConcernes += pas
      case nil where cell.estEcartee: nonConcernes += pas
      case nil: dejaAtteints += pas
      }
    }
  }

  /// The indicators of which something is expected in a period and nothing is said, by their ids.
  ///
  /// - Complexity: O(indicators).
  package func sansReponse(a mois: Int) -> [String] {
    guard let index = periodes.firstIndex(where: { $0.mois == mois }) else { return [] }
    return axes.flatMap(\.paliers).flatMap(\.indicateurs).filter { $0.cases[index].estSansReponse }
      .map(\.indicateur.id)
  }

  /// The counts of one period.
  ///
  /// - Complexity: O(indicators).
  package func bilan(de mois: Int) -> Bilan {
    var bilan = Bilan()
    guard let index = periodes.firstIndex(where: { $0.mois == mois }) else { return bilan }
    for indicateur in axes.lazy.flatMap(\.paliers).flatMap(\.indicateurs) {
      bilan.compter(indicateur.cases[index])
    }
    return bilan
  }
}

extension Avancement.Case {
  /// Something is expected, does not hold already (R6), and nobody said how it stands.
  package var estSansReponse: Bool {
    objectif != nil && realise?.statut == nil && dejaTenu == nil && !estEcartee
  }
}
