import JSONTree

// Étape 1: what ties two acteurs.
extension Inspection {
  mutating func inspectRelations() {
    inspectPairs(demarche.relations.map(\.paire)) { ["relations", .index($0)] }
    for (place, carte) in demarche.cartes.enumerated() {
      inspectPairs(carte.liens.map(\.paire)) { ["cartes", .index(place), "liens", .index($0)] }
    }
  }

  /// Whichever of the two is named first, a pair stands once.
  private mutating func inspectPairs(_ pairs: [Paire?], at place: (Int) -> JSONPointer) {
    var met: Set<Paire> = []
    for (index, pair) in pairs.enumerated() {
      guard let pair else { continue }
      if pair.de == pair.vers {
        note(.relationAvecSoi, at: place(index), "Cette relation est d’un acteur avec lui-même.")
      } else if !met.insert(pair).inserted {
        note(
          .paireEnDouble, at: place(index), "La relation entre ces deux acteurs est dite deux fois."
        )
      }
    }
  }
}
