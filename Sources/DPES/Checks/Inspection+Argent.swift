import JSONTree

// The money of each financial year.
extension Inspection {
  mutating func inspectArgent() {
    for (index, exercice) in demarche.structure.exercices.enumerated() {
      let place: JSONPointer = ["structure", "exercices", .index(index)]
      if exercice.chiffreDAffairesEnTrop {
        note(
          .chiffreDAffaires, at: place.appending("chiffreAffaires"),
          exercice.phraseDuChiffreDAffaires ?? "")
      }
      guard let argent = exercice.argent?.double else { continue }
      let paid = exercice.financeurs.compactMap(\.montant?.double).reduce(0, +)
      guard paid > argent, let sum = JSONNumber(paid.rounded()) else { continue }
      note(
        .financeursPlusQueRessources, at: place.appending("financeurs"),
        "Les financeurs apportent \(sum.french)\u{A0}€, plus que l’argent de l’exercice, "
          + "\(exercice.argent?.french ?? "")\u{A0}€.")
    }
  }
}
