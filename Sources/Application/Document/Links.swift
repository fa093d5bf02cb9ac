import DPES

/// The chain both ways: which paliers answer an observation, which observations a palier answers.
struct Links: Sendable {
  /// Their places in the schéma.
  private var paliers: [String: [Int]] = [:]
  private(set) var lineages = Lignees([])

  init() {}

  /// - Complexity: O(observations + paliers).
  init(_ demarche: Demarche) {
    lineages = Lignees(demarche.cercles)
    renew(demarche.schema.paliers)
  }

  /// Takes up what the paliers answer, where the images are the same.
  ///
  /// - Complexity: O(paliers + links).
  mutating func renew(_ all: [Palier]) {
    paliers = [:]
    for (place, palier) in all.enumerated() {
      for observation in palier.observations {
        paliers[lineages.racine(de: observation), default: []].append(place)
      }
    }
  }

  /// The paliers of the schéma that answer an observation, or an earlier one that it continues.
  func paliers(for observation: String, in schema: SchemaDeProgres) -> [Palier] {
    (paliers[lineages.racine(de: observation)] ?? []).map { schema.paliers[$0] }
  }

  /// Whether two ids are the same observation in two images.
  func areSame(_ one: String, _ other: String) -> Bool {
    lineages.racine(de: one) == lineages.racine(de: other)
  }

  /// By a palier's id: the observations of an image that it answers, in its order.
  ///
  /// - Complexity: O(observations of the image + links).
  func answered(by paliers: [Palier], in cercle: CercleDeQualite?) -> [String: [Observation]] {
    let wanted = Set(paliers.lazy.flatMap(\.observations).map(lineages.racine))
    var shown: [String: Observation] = [:]
    for observation in cercle?.observations ?? [] {
      let root = lineages.racine(de: observation.id)
      if wanted.contains(root) { shown[root] = observation }
    }
    return Dictionary(
      paliers.map { palier in
        (palier.id, palier.observations.compactMap { shown[lineages.racine(de: $0)] })
      }, uniquingKeysWith: { first, _ in first })
  }
}
