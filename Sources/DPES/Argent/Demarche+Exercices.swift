// The financial years of the structure.
extension Demarche {
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

  /// Its two ends in words: `du 1er janvier 2025 au 31 décembre 2025`, `clos le 31 décembre 2025`.
  package var intitule: String {
    switch (debut, fin) {
    case (let debut?, let fin?): "du \(debut.french) au \(fin.french)"
    case (nil, let fin?): "clos le \(fin.french)"
    case (let debut?, nil): "ouvert le \(debut.french)"
    case (nil, nil): "sans dates"
    }
  }
}
