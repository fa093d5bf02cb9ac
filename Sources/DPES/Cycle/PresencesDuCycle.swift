/// Who was at the journées of a group (R10), from the séances that the passages name.
package struct PresencesDuCycle: Hashable, Sendable {
  package let groupe: String
  /// Journées of the group in the data file.
  package let journees: Int
  package let faites: Int
  /// Each référent who missed some, by id, with their days; people who are no référent are not told.
  package let absences: [Absence]

  package struct Absence: Hashable, Sendable {
    package let participant: String
    package let jours: [Day]
  }

  /// Each group of journées, in the order of the data file.
  ///
  /// - Complexity: O(journées × référents + séances).
  package static func groupes(
    _ cheminement: Cheminement, _ demarche: Demarche
  ) -> [PresencesDuCycle] {
    let days = cheminement.lignes.filter { $0.etape.genre == .journee && $0.etape.groupe != nil }
    var names: [String] = []
    for day in days {
      if let name = day.etape.groupe, !names.contains(name) { names.append(name) }
    }
    let seances = Dictionary(
      demarche.seances.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return names.map { name in
      let own = days.filter { $0.etape.groupe == name }
      let done = own.filter { $0.etat == .fait || $0.etat == .repondu }
      let held = done.compactMap { line -> (Day, Seance)? in
        guard let day = line.jour, let id = line.passage?.seance, let seance = seances[id] else {
          return nil
        }
        return (day, seance)
      }
      let absences = demarche.participants.filter(\.referent).compactMap { person -> Absence? in
        let missed = held.filter { day, seance in
          !seance.presents.contains(person.id) && !person.estParti(le: day)
        }
        return missed.isEmpty ? nil : Absence(participant: person.id, jours: missed.map(\.0))
      }
      return PresencesDuCycle(
        groupe: name, journees: own.count, faites: done.count, absences: absences)
    }
  }
}

extension Cheminement {
  /// The journée that the structure is between and the next one of its group, until that is held
  /// (R11); nil when no journée is over, or all are.
  package var entreLesJournees: (apres: Ligne, avant: Ligne)? {
    let days = lignes.filter { $0.etape.genre == .journee && $0.etape.groupe != nil }
    guard let last = days.lastIndex(where: { $0.etat == .fait || $0.etat == .repondu }) else {
      return nil
    }
    let next = days[(last + 1)...].first {
      $0.etape.groupe == days[last].etape.groupe && !$0.etat.estFini
    }
    return next.map { (days[last], $0) }
  }
}
