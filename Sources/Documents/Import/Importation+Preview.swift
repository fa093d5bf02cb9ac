import DPES

extension Importation {
  /// How much of what was added is on each axis, and of each statut, as the method names them.
  package var counts: [(name: String, count: Int)] {
    switch kind {
    case .observations:
      let new = addedObservations
      return Axe.allCases.map { axe in (axe.nomCourt, new.count { $0.axe == axe }) }
        .filter { $0.1 > 0 } + [("À placer", new.count { $0.axe == nil })].filter { $0.1 > 0 }
        + Statut.allCases.map { statut in (statut.mot, new.count { $0.statut == statut }) }
        .filter { $0.1 > 0 }
    case .indicateurs:
      return Axe.allCases.map { axe in (axe.nomCourt, demarche.schema.paliers(de: axe).count) }
        .filter { $0.1 > 0 }
    case .participants, .realises: return []
    }
  }

  /// Texts of what was added, the first rows' first.
  package var samples: [String] {
    switch kind {
    case .observations: addedObservations.prefix(3).map(\.texte)
    case .participants, .indicateurs, .realises: []
    }
  }

  private var addedObservations: [Observation] {
    demarche.imageOuverte.map { Array(demarche.cercles[$0].observations.suffix(added)) } ?? []
  }
}
