// A day of before: what was not yet said then is left out.
extension Demarche {
  /// What was known on a day: without the séances, images, cartes, notes, answers, money, proofs, closings,
  /// departures and signature that are dated after it.
  ///
  /// Paliers stay as they are: ``Avancement`` reads them by the day. What `choix` names stays too,
  /// whatever its day.
  ///
  /// - Complexity: O(records with a date)
  package func connue(le jour: Day, avec choix: ChoixDeDocument = ChoixDeDocument()) -> Demarche {
    func isLater(_ day: Day?) -> Bool { day.map { $0 > jour } ?? false }
    var known = self
    known.seances.removeAll { isLater($0.date) && $0.id != choix.seance }
    known.cercles.removeAll { image in
      image.date > jour && image.id != choix.image
        && (choix.seance == nil || image.seance != choix.seance)
    }
    known.cartes.removeAll { isLater($0.date) }
    for one in known.acteurs.indices where isLater(known.acteurs[one].departLe) {
      known.acteurs[one].departLe = nil
    }
    known.notes.removeAll { isLater($0.date) }
    known.retours.removeAll { isLater($0.date) }
    known.ressources.removeAll { isLater($0.date) }
    // A year is told once it has ended.
    known.structure.exercices.removeAll { isLater($0.fin ?? $0.debut) }
    known.periodesCloses.removeAll { isLater($0.le) }
    for one in known.participants.indices where isLater(known.participants[one].departLe) {
      known.participants[one].departLe = nil
    }
    if isLater(known.charte.signeeLe) { known.charte.signeeLe = nil }
    known.structure.tresorerie.removeAll { isLater($0.date) }
    for palier in known.schema.paliers.indices {
      for one in known.schema.paliers[palier].indicateurs.indices {
        let realises = known.schema.paliers[palier].indicateurs[one].realises
        for entry in realises.entries where isLater(entry.value.date) {
          known.schema.paliers[palier].indicateurs[one].realises[entry.mois] = nil
        }
      }
    }
    return known
  }
}

extension ChoixDeDocument {
  /// The day that the page of a board is of: its own where it was held before `jour`.
  package func jourDuConseil(dans demarche: Demarche, le jour: Day) -> Day {
    guard let seance = demarche.seances.first(where: { $0.id == seance }), seance.genre == .ca,
      let date = seance.date
    else { return jour }
    return min(date, jour)
  }
}
