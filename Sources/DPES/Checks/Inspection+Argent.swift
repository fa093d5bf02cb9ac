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
      if let wrong = exercice.phraseDesFinanceursEnTrop {
        note(.financeursPlusQueRessources, at: place.appending("financeurs"), wrong)
      }
    }
  }
}
