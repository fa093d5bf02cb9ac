extension Demarche {
  /// The same value, made of the parts of another where they are equal.
  ///
  /// What was read from a file shares nothing with what is in memory already: so it is kept once, and
  /// compared at a glance from then on.
  ///
  /// - Complexity: O(values)
  package func sharing(_ other: Demarche) -> Demarche {
    var result = self
    if schema == other.schema { result.schema = other.schema }
    if historique == other.historique { result.historique = other.historique }
    for image in cercles.indices {
      guard let same = other.cercles.first(where: { $0.id == cercles[image].id }) else { continue }
      result.cercles[image].observations = cercles[image].observations.sharing(same.observations)
    }
    return result
  }
}

extension [Observation] {
  fileprivate func sharing(_ other: [Observation]) -> [Observation] {
    if self == other { return other }
    let known = Dictionary(other.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return map { observation in
      known[observation.id].flatMap { $0 == observation ? $0 : nil } ?? observation
    }
  }
}
