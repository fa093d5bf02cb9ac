// What most keys change: what is derived of the rest need not be worked out anew.
extension Edit {
  /// Whether it changed images, or their order.
  package var changesImages: Bool { cuts?.isEmpty != true }

  /// The observations that say something else, where none came, went or moved: by the index of an image
  /// that changed, their indices in it; nil when anything else of the images changed.
  ///
  /// - Complexity: O(observations) between the first that changed and the last, at a glance each.
  package var observationsRetouchees: [Int: [Int]]? {
    guard let cuts else { return nil }
    var places: [Int: [Int]] = [:]
    for (cut, (old, new)) in zip(cuts, zip(before.cercles, after.cercles)) {
      guard old.with(\.observations, new.observations) == new,
        old.observations.count == new.observations.count
      else { return nil }
      let changed = new.observations.indices.filter { old.observations[$0] != new.observations[$0] }
      guard changed.allSatisfy({ new.observations[$0].standsAs(old.observations[$0]) }) else {
        return nil
      }
      places[cut.image] = changed.map { cut.first + $0 }
    }
    return places
  }

  /// The places of the paliers that say something else, where none came, went, moved, is due at
  /// another time or answers others; nil when anything else of the schéma changed.
  ///
  /// - Complexity: O(paliers), at a glance those that nobody touched.
  package var paliersRetouches: [Int]? {
    let (old, new) = (before.schema, after.schema)
    guard old.with(\.paliers, new.paliers) == new, old.paliers.count == new.paliers.count else {
      return nil
    }
    let changed = new.paliers.indices.filter { old.paliers[$0] != new.paliers[$0] }
    return changed.allSatisfy { new.paliers[$0].standsAs(old.paliers[$0]) } ? changed : nil
  }
}

extension Observation {
  /// Whether it is the same in the chain, and stands at the same place of the same list.
  fileprivate func standsAs(_ other: Observation) -> Bool {
    id == other.id && origine == other.origine && axe == other.axe && numero == other.numero
  }
}

extension Palier {
  /// Whether it stands at the same place of the same axis, is due when it was, and answers the same
  /// observations.
  fileprivate func standsAs(_ other: Palier) -> Bool {
    id == other.id && axe == other.axe && rang == other.rang
      && echeanceMois == other.echeanceMois && observations == other.observations
  }
}
