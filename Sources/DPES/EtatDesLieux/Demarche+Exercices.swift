// The financial years of the structure.
extension Demarche {
  /// Adds a financial year, with an id of its own.
  ///
  /// - Returns: The id.
  @discardableResult
  package mutating func ajouterExercice(_ exercice: Exercice, ids: inout IDGenerator) -> String {
    var exercice = exercice
    exercice.id = ids.next()
    structure.exercices.append(exercice)
    return exercice.id
  }

  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierExercice(
    _ id: String, _ change: (inout Exercice) -> Void
  ) -> Bool {
    guard let index = structure.exercices.firstIndex(where: { $0.id == id }) else { return false }
    let before = structure.exercices[index]
    change(&structure.exercices[index])
    return structure.exercices[index] != before
  }

  @discardableResult
  package mutating func supprimerExercice(_ id: String) -> Bool {
    guard let index = structure.exercices.firstIndex(where: { $0.id == id }) else { return false }
    structure.exercices.remove(at: index)
    return true
  }

  /// The financial year that most likely comes next: the year after the last one, else the last
  /// calendar year that is over.
  package func exerciceSuivant(le jour: Day) -> Exercice {
    var exercice = Exercice()
    if let last = structure.exercices.compactMap(\.fin).max() {
      let debut = last.adding(days: 1)
      exercice.debut = debut
      exercice.fin = debut.adding(months: 12).adding(days: -1)
    } else {
      exercice.debut = Day(year: jour.year - 1, month: 1, day: 1)
      exercice.fin = Day(year: jour.year - 1, month: 12, day: 31)
    }
    return exercice
  }
}

extension Exercice {
  /// Whether it ends before it begins.
  package var estALEnvers: Bool {
    guard let debut, let fin else { return false }
    return fin < debut
  }

  /// Its year, or its two ends: `2025`, `du 01/09/2024 au 31/08/2025`.
  package var nom: String {
    switch (debut, fin) {
    case (let debut?, let fin?):
      debut.month == 1 && debut.day == 1 && debut.year == fin.year && fin.month == 12
        && fin.day == 31
        ? "\(debut.year)" : "du \(debut.frenchShort) au \(fin.frenchShort)"
    case (let debut?, nil): "depuis le \(debut.frenchShort)"
    case (nil, let fin?): "jusqu’au \(fin.frenchShort)"
    case (nil, nil): "sans dates"
    }
  }
}
