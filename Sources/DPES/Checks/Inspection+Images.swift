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
    let chaines = Chaines(demarche.cercles)
    for (index, node) in chaines.nodes.enumerated() {
      guard let origin = node.origin else { continue }
      let earlier = chaines.nodes[origin]
      let place = Place.observation(image: node.image, node.index)
      if chaines.isInRing(index) {
        note(
          .origineEnBoucle, at: place.appending("origine"),
          "D’origine en origine, cette observation est la suite d’elle-même.")
      } else if earlier.image == node.image || isLater(earlier.image, than: node.image) {
        note(
          .origine, at: place.appending("origine"),
          "L’observation dont celle-ci est la suite n’est pas d’une image plus ancienne.")
      }
      if let numero = node.numero, let before = earlier.numero, numero != before {
        note(
          .numeroChange, at: place.appending("numero"),
          "Le numéro est \(numero), et son origine avait le \(before).")
      }
    }
  }

  /// Whether an image can't be what another continues: what peers saw may be taken up in an image that
  /// was open when they came.
  private func isLater(_ earlier: Int, than image: Int) -> Bool {
    let (before, after) = (demarche.cercles[earlier], demarche.cercles[image])
    return before.date > after.date && (before.regard == nil || after.regard != nil)
  }

  /// Regards that are of no image, or said twice, and peers named where nobody but the group looked.
  mutating func inspectRegards() {
    guard demarche.cercles.contains(where: { $0.regard != nil || $0.parQui != nil }) else { return }
    var met: Set<[String]> = []
    for (index, cercle) in demarche.cercles.enumerated() {
      guard cercle.regard != nil else {
        if cercle.parQui != nil {
          note(
            .parQuiSansRegard, at: ["cercles", .index(index), "parQui"],
            "L’image dit par qui elle est vue, et n’est pas un regard de pairs.")
        }
        continue
      }
      if demarche.imageRegardee(par: cercle.id) == nil {
        note(
          .regardSansImage, at: ["cercles", .index(index)],
          "Ce regard de pairs ne reprend rien d’une image du groupe\u{A0}: il ne se compare à rien."
        )
      }
      if !met.insert([cercle.date.iso, cercle.parQui ?? ""]).inserted {
        note(
          .regardEnDouble, at: ["cercles", .index(index)],
          "Un autre regard des mêmes pairs est du \(cercle.date.french).")
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

/// Which observation continues which.
private struct Chaines {
  struct Node {
    let image: Int
    let index: Int
    let numero: Int?
    /// The node that all with this id are taken for: the last.
    var same: Int
    var origin: Int?
  }

  /// In the order of the file.
  private(set) var nodes: [Node] = []
  private var rings: [Bool] = []

  /// - Complexity: O(observations)
  init(_ cercles: [CercleDeQualite]) {
    var places: [String: Int] = [:]
    for (image, cercle) in cercles.enumerated() {
      for (index, observation) in cercle.observations.enumerated() {
        places[observation.id] = nodes.count
        nodes.append(
          Node(image: image, index: index, numero: observation.numero, same: nodes.count))
      }
    }
    for place in nodes.indices {
      let node = nodes[place]
      let observation = cercles[node.image].observations[node.index]
      guard let origine = observation.origine else { continue }
      nodes[place].origin = places[origine]
      nodes[place].same = places[observation.id] ?? place
    }
    findRings()
  }

  func isInRing(_ place: Int) -> Bool { rings[nodes[place].same] }

  /// Follows each chain to its end, or to where another has been.
  private mutating func findRings() {
    rings = Array(repeating: false, count: nodes.count)
    var chains = Array(repeating: -1, count: nodes.count)
    for start in nodes.indices where chains[start] < 0 {
      var here = start
      while chains[here] < 0 {
        chains[here] = start
        guard let next = nodes[here].origin else { break }
        here = next
      }
      // It came back to itself.
      while chains[here] == start, nodes[here].origin != nil, !rings[here] {
        rings[here] = true
        here = nodes[here].origin ?? here
      }
    }
  }
}
