import DPES

/// The observations that say something else since, where none came, went or moved.
///
/// What most keys change: what is derived of the images need not be worked out anew.
struct Retouches: Hashable, Sendable {
  /// By the index of an image that changed, the indices of the observations that did.
  let places: [Int: [Int]]

  /// nil when anything else of the images changed.
  ///
  /// - Complexity: O(observations) of the images that changed, at a glance each.
  init?(_ before: [CercleDeQualite], _ after: [CercleDeQualite]) {
    guard before.count == after.count else { return nil }
    var places: [Int: [Int]] = [:]
    for image in before.indices where before[image] != after[image] {
      let (old, new) = (before[image].observations, after[image].observations)
      var same = before[image]
      same.observations = new
      guard same == after[image], old.count == new.count else { return nil }
      let changed = old.indices.filter { old[$0] != new[$0] }
      guard changed.allSatisfy({ old[$0].standsAs(new[$0]) }) else { return nil }
      places[image] = changed
    }
    self.places = places
  }
}

extension Observation {
  /// Whether it is the same in the chain, and stands at the same place of the same list.
  fileprivate func standsAs(_ other: Observation) -> Bool {
    id == other.id && origine == other.origine && axe == other.axe && numero == other.numero
  }
}
