import DPES

/// An image as the cercle shows it: its observations by axis, in the order of their numbers.
///
/// - Complexity: O(o log o) to make, in the observations of the image.
struct ImageView: Sendable {
  /// The observations of one axis, or those « à placer ».
  struct Group: Hashable, Sendable {
    /// nil: « à placer ».
    let axe: Axe?
    fileprivate(set) var observations: [Observation]
    fileprivate(set) var counts: Counts
    /// Whether two images are compared.
    fileprivate(set) var isCompared = false
    /// Digits of the longest of its numbers.
    fileprivate(set) var digits = 0
  }

  /// How many of each colour: counts, never a mark.
  struct Counts: Hashable, Sendable {
    var rouge = 0
    var orange = 0
    var vert = 0
    /// No colour yet.
    var sans = 0

    init(_ observations: [Observation]) {
      for observation in observations { add(1, observation.statut) }
    }

    fileprivate mutating func add(_ count: Int, _ statut: Statut?) {
      switch statut {
      case .rouge: rouge += count
      case .orange: orange += count
      case .vert: vert += count
      case nil: sans += count
      }
    }
  }

  private(set) var cercle: CercleDeQualite
  /// The image that this one is compared with.
  let avant: CercleDeQualite?
  /// By an observation's id, what became of it since; empty when nothing is compared.
  let lignes: [String: ComparaisonDImages.Ligne]
  /// U P D T, then « à placer » when there are any.
  private(set) var groups: [Group]
  /// The position in its group of each observation of the image.
  private var positions: [Int]

  /// Sorts the image of this id, or the last by date when there is none; nil without images.
  ///
  /// Compared with another image, it holds those closed since, too, and each axis is sorted by what
  /// became of its observations.
  init?(_ demarche: Demarche, imageID: String?, comparedWith otherID: String? = nil) {
    let wanted = imageID.flatMap { id in demarche.cercles.first { $0.id == id } }
    guard let cercle = wanted ?? demarche.imagesParDate.last.map({ demarche.cercles[$0] }) else {
      return nil
    }
    self.cercle = cercle
    avant = otherID.flatMap { id in demarche.cercles.first { $0.id == id && $0.id != cercle.id } }
    let comparaison = avant.map { ComparaisonDImages(de: $0, a: cercle, dans: demarche) }
    let all = comparaison?.lignes.compactMap { $0.apres ?? $0.avant } ?? cercle.observations
    let evolutions = comparaison?.lignes.map(\.evolution.rank) ?? []
    lignes = Dictionary(
      zip(all.map(\.id), comparaison?.lignes ?? []), uniquingKeysWith: { first, _ in first })
    let byAxis = Dictionary(grouping: all.indices) { all[$0].axe }
    var positions = Array(repeating: 0, count: all.count)
    groups = (Axe.allCases.map(Optional.some) + [nil]).compactMap { axe in
      let order = (byAxis[axe] ?? []).map { index in
        (
          evolution: evolutions.isEmpty ? 0 : evolutions[index],
          numero: all[index].numero ?? Int.max, index: index
        )
      }
      .sorted { $0 < $1 }
      for (position, place) in order.enumerated() { positions[place.index] = position }
      let observations = order.map { all[$0.index] }
      if axe == nil && observations.isEmpty { return nil }
      return Group(
        axe: axe, observations: observations, counts: Counts(observations),
        isCompared: comparaison != nil,
        digits: observations.lazy.compactMap(\.numero).max().map { String($0).utf8.count } ?? 0)
    }
    self.positions = positions
  }

  /// Takes up observations that say something else since, where they were.
  ///
  /// - Complexity: O(1) for each, beside copying a list of its axis.
  mutating func retouch(_ places: [Int], in cercle: CercleDeQualite) {
    self.cercle = cercle
    for place in places {
      let observation = cercle.observations[place]
      guard let group = groups.firstIndex(where: { $0.axe == observation.axe }) else { continue }
      let position = positions[place]
      groups[group].counts.add(-1, groups[group].observations[position].statut)
      groups[group].counts.add(1, observation.statut)
      groups[group].observations[position] = observation
    }
  }

  /// Whether nothing is said in it.
  var isEmpty: Bool { groups.allSatisfy(\.observations.isEmpty) }

  /// The group of an axis; « à placer » for nil, and empty when there is none.
  subscript(axe: Axe?) -> Group {
    groups.first { $0.axe == axe } ?? Group(axe: axe, observations: [], counts: Counts([]))
  }
}
