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
    let since = demarche.referentsDepuis
    return names.map { name in
      let own = days.filter { $0.etape.groupe == name }
      let done = own.filter { $0.etat == .fait || $0.etat == .repondu }
      func count(_ lines: [Cheminement.Ligne]) -> Int { Set(lines.map(\.etape.code)).count }
      // A journée that two copies noted apart was held once: who is at one of its séances was there.
      var held: [(code: String, day: Day, presents: Set<String>)] = []
      for line in done {
        guard let day = line.jour, let id = line.passage?.seance, let seance = seances[id] else {
          continue
        }
        if let place = held.firstIndex(where: { $0.code == line.etape.code }) {
          held[place].presents.formUnion(seance.presents)
        } else {
          held.append((line.etape.code, day, Set(seance.presents)))
        }
      }
      let absences = demarche.participants.filter(\.referent).compactMap { person -> Absence? in
        let missed = held.filter { one in
          !one.presents.contains(person.id) && !person.estParti(le: one.day)
            && since[person.id].map { one.day >= $0 } ?? true
        }
        return missed.isEmpty ? nil : Absence(participant: person.id, jours: missed.map(\.day))
      }
      return PresencesDuCycle(
        groupe: name, journees: count(own), faites: count(done), absences: absences)
    }
  }
}

extension Demarche {
  /// Since when each who follows a cycle could have been at its journées: from the first séance that
  /// she was at, or the day on which somebody said that she follows it, whichever came first; nothing
  /// of those of whom neither is known.
  ///
  /// - Complexity: O(presences + historique).
  package var referentsDepuis: [String: Day] {
    var since: [String: Day] = [:]
    func take(_ id: String, _ day: Day) { since[id] = min(since[id] ?? day, day) }
    for seance in seances {
      guard let day = seance.date else { continue }
      for id in seance.presents { take(id, day) }
    }
    for trace in historique where trace.quoi == "referent" && trace.apres == .ouiNon(true) {
      if let id = trace.objet, let day = trace.quand?.day { take(id, day) }
    }
    return since
  }

  /// Notes in the historique who follows the cycle since an earlier state, and who no more does.
  package mutating func tracerReferents(depuis before: Demarche, _ signature: Signature) {
    let known = Dictionary(
      before.participants.map { ($0.id, $0.referent) }, uniquingKeysWith: { first, _ in first })
    for one in participants where one.referent != known[one.id] ?? false {
      tracer(
        "referent", one.id, avant: .ouiNon(!one.referent), apres: .ouiNon(one.referent), signature)
    }
  }
}

extension Cheminement {
  /// The journée that the structure is between and the next one of its group, until that is held
  /// (R11); nil when no journée is over, or all are.
  package var entreLesJournees: (apres: Ligne, avant: Ligne)? {
    let days = lignes.filter {
      $0.etape.genre == .journee && $0.etape.groupe != nil && !$0.estEnTrop
    }
    guard let last = days.lastIndex(where: { $0.etat == .fait || $0.etat == .repondu }) else {
      return nil
    }
    let next = days[(last + 1)...].first {
      $0.etape.groupe == days[last].etape.groupe && !$0.etat.estFini
    }
    return next.map { (days[last], $0) }
  }
}
