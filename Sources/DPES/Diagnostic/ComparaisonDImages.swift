/// What changed from one image to another, observation by observation.
package struct ComparaisonDImages: Hashable, Sendable {
  package enum Evolution: String, Hashable, Sendable, CaseIterable {
    case apparue, close, amelioree, degradee, inchangee
  }

  /// What the second circle is to the first: a later image of the group's, or a regard of peers, which
  /// says neither better nor worse.
  package enum Lecture: Hashable, Sendable {
    case temps
    /// Of peers, beside the group's image.
    case regard
    /// Of peers, beside those of other peers.
    case regards
  }

  /// One lineage: the observation in the first image, in the second, and what became of it.
  package struct Ligne: Hashable, Sendable {
    package let avant: Observation?
    package let apres: Observation?
    package let evolution: Evolution

    /// The axis it is on now, or was on.
    package var axe: Axe? { apres == nil ? avant?.axe : apres?.axe }
  }

  package let lecture: Lecture

  /// Those of the second image in its order, then the closed ones in the first image's order.
  package let lignes: [Ligne]

  /// Compares two images of a démarche.
  ///
  /// - Complexity: O(o) in the observations of all images.
  package init(de avant: CercleDeQualite, a apres: CercleDeQualite, dans demarche: Demarche) {
    lecture = Lecture(de: avant, a: apres)
    let lineages = Lignees(demarche.cercles)
    var earlier: [String: Observation] = [:]
    for observation in avant.observations {
      earlier[lineages.racine(de: observation.id)] = observation
    }
    let present = apres.observations.map { observation in
      let before = earlier[lineages.racine(de: observation.id)]
      return Ligne(
        avant: before, apres: observation, evolution: Self.evolution(before, observation))
    }
    let met = Set(apres.observations.map { lineages.racine(de: $0.id) })
    let closed = avant.observations.filter { !met.contains(lineages.racine(de: $0.id)) }
    lignes = present + closed.map { Ligne(avant: $0, apres: nil, evolution: .close) }
  }

  /// The lines of an axis, or of the observations « à placer », the evolutions in their order.
  ///
  /// - Complexity: O(lines)
  package func lignes(sur axe: Axe?) -> [Ligne] {
    let here = lignes.filter { $0.axe == axe }
    return Evolution.allCases.flatMap { evolution in here.filter { $0.evolution == evolution } }
  }

  /// How many lines of an axis, or of the observations « à placer », say each evolution; counts are
  /// never summed over the axes: the method ranks nobody.
  ///
  /// - Complexity: O(lines)
  package func comptes(sur axe: Axe?) -> [Evolution: Int] {
    Dictionary(lignes.lazy.filter { $0.axe == axe }.map { ($0.evolution, 1) }, uniquingKeysWith: +)
  }

  private static func evolution(_ avant: Observation?, _ apres: Observation) -> Evolution {
    guard let avant else { return .apparue }
    // A colour not settled on one side says nothing of a change.
    let order: (Statut) -> Int? = Statut.allCases.firstIndex
    guard let before = avant.statut.flatMap(order), let after = apres.statut.flatMap(order),
      before != after
    else { return .inchangee }
    return after > before ? .amelioree : .degradee
  }
}

/// Which observations of successive images are the same one.
package struct Lignees: Sendable {
  /// The first observation of the lineage, for each one that continues another.
  private var racines: [String: String] = [:]

  /// - Complexity: O(o) in the observations of the images, whatever their origins say.
  package init(_ cercles: [CercleDeQualite]) {
    var origines: [String: String] = [:]
    for observation in cercles.lazy.flatMap(\.observations) {
      if let origine = observation.origine { origines[observation.id] = origine }
    }
    for (id, origine) in origines {
      guard origines[origine] != nil else {
        racines[id] = origine
        continue
      }
      var path: Set<String> = []
      var root = id
      // A file may hold a ring of origins: it is one lineage, whichever root it gets.
      while racines[root] == nil, let earlier = origines[root], path.insert(root).inserted {
        root = earlier
      }
      root = racines[root] ?? root
      for one in path { racines[one] = root }
    }
  }

  /// The id of the first observation of the lineage; the id itself when it has no origin.
  package func racine(de id: String) -> String { racines[id] ?? id }
}
