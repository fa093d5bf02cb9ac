import JSONTree

// Images: which observation is which, and what was frozen.
extension Inspection {
  mutating func inspectNumbers() {
    for (index, cercle) in demarche.cercles.enumerated() {
      var met: Set<Int> = []
      for (place, observation) in cercle.observations.enumerated() {
        guard let numero = observation.numero, !met.insert(numero).inserted else { continue }
        note(
          .numeroEnDouble,
          at: ["cercles", .index(index), "observations", .index(place), "numero"],
          "Une autre observation de la même image a le numéro \(numero).")
      }
    }
  }

  mutating func inspectLineages() {
    var known: [String: (observation: Observation, image: Int)] = [:]
    for (image, cercle) in demarche.cercles.enumerated() {
      for observation in cercle.observations { known[observation.id] = (observation, image) }
    }
    let rings = known.mapValues { $0.observation.origine }.rings
    for (image, cercle) in demarche.cercles.enumerated() {
      for (index, observation) in cercle.observations.enumerated() {
        guard let id = observation.origine, let earlier = known[id] else { continue }
        let place: JSONPointer = ["cercles", .index(image), "observations", .index(index)]
        if rings.contains(observation.id) {
          note(
            .origineEnBoucle, at: place.appending("origine"),
            "D’origine en origine, cette observation est la suite d’elle-même.")
        } else if earlier.image == image || demarche.cercles[earlier.image].date > cercle.date {
          note(
            .origine, at: place.appending("origine"),
            "L’observation dont celle-ci est la suite n’est pas d’une image plus ancienne.")
        }
        if let numero = observation.numero, let before = earlier.observation.numero,
          numero != before
        {
          note(
            .numeroChange, at: place.appending("numero"),
            "Le numéro est \(numero), et son origine avait le \(before).")
        }
      }
    }
  }

  /// A change of status that the historique dates after the freezing.
  ///
  /// A day apart may be only a time zone.
  mutating func inspectFrozenImages() {
    var changes: [String: Day] = [:]
    for trace in demarche.historique where trace.quoi == "statut" {
      guard let id = trace.objet, let day = trace.quand?.day else { continue }
      changes[id] = max(changes[id] ?? day, day)
    }
    guard !changes.isEmpty else { return }
    for (index, cercle) in demarche.cercles.enumerated() where cercle.figee {
      guard let frozen = cercle.figeeLe else { continue }
      for (place, observation) in cercle.observations.enumerated() {
        guard let day = changes[observation.id], day > frozen.adding(days: 1) else { continue }
        note(
          .imageFigeeChangee, at: ["cercles", .index(index), "observations", .index(place)],
          "Son statut a changé le \(day.french), après que l’image a été figée, le "
            + "\(frozen.french).")
      }
    }
  }
}

extension [String: String?] {
  /// The keys from which the links lead back to themselves.
  ///
  /// - Complexity: O(n)
  fileprivate var rings: Set<String> {
    var rings: Set<String> = []
    var seen: Set<String> = []
    for start in keys where !seen.contains(start) {
      var way: [String: Int] = [:]
      var order: [String] = []
      var here = start
      while seen.insert(here).inserted {
        way[here] = order.count
        order.append(here)
        guard let next = self[here] ?? nil else { break }
        here = next
      }
      if let first = way[here], (self[order.last ?? ""] ?? nil) == here {
        rings.formUnion(order[first...])
      }
    }
    return rings
  }
}
