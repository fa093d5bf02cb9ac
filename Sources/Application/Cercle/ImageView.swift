import DPES

/// An image as the cercle shows it: its observations by axis, in the order of their numbers.
///
/// - Complexity: O(o log o) to make, in the observations of the image.
struct ImageView: Sendable {
  /// The observations of one axis, or those « à placer ».
  struct Group: Sendable {
    /// nil: « à placer ».
    let axe: Axe?
    let observations: [Observation]
    let counts: Counts
  }

  /// How many of each colour: counts, never a mark.
  struct Counts: Hashable, Sendable {
    var rouge = 0
    var orange = 0
    var vert = 0
    /// No colour yet.
    var sans = 0

    init(_ observations: [Observation]) {
      for observation in observations {
        switch observation.statut {
        case .rouge: rouge += 1
        case .orange: orange += 1
        case .vert: vert += 1
        case nil: sans += 1
        }
      }
    }
  }

  let cercle: CercleDeQualite
  /// U P D T, then « à placer » when there are any.
  let groups: [Group]

  /// Sorts the image of this id, or the last by date when there is none; nil without images.
  init?(_ demarche: Demarche, imageID: String?) {
    let wanted = imageID.flatMap { id in demarche.cercles.first { $0.id == id } }
    guard let cercle = wanted ?? demarche.imagesParDate.last.map({ demarche.cercles[$0] }) else {
      return nil
    }
    self.cercle = cercle
    let byAxis = Dictionary(grouping: cercle.observations, by: \.axe)
    groups = (Axe.allCases.map(Optional.some) + [nil]).compactMap { axe in
      let observations = (byAxis[axe] ?? []).enumerated().sorted {
        ($0.element.numero ?? Int.max, $0.offset) < ($1.element.numero ?? Int.max, $1.offset)
      }.map(\.element)
      return axe == nil && observations.isEmpty
        ? nil : Group(axe: axe, observations: observations, counts: Counts(observations))
    }
  }

  /// The group of an axis; « à placer » for nil, and empty when there is none.
  subscript(axe: Axe?) -> Group {
    groups.first { $0.axe == axe } ?? Group(axe: axe, observations: [], counts: Counts([]))
  }
}
