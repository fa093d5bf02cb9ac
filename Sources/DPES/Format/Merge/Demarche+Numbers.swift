extension Demarche {
  /// Gives another number to one of two observations that the two sides of a merge saw anew, each
  /// under the same number: a room that says « la 13 » means one.
  ///
  /// The one whose id comes first keeps it, so that both machines do the same; what continues the
  /// other in later images follows it. What is in a frozen image stays as it is.
  ///
  /// - Complexity: O(observations)
  mutating func renumber(since base: Demarche, _ ours: Demarche, _ theirs: Demarche) {
    let old = base.observationIDs
    let added = (
      ours: ours.observationIDs.subtracting(old), theirs: theirs.observationIDs.subtracting(old)
    )
    guard !added.ours.isSubset(of: added.theirs), !added.theirs.isSubset(of: added.ours) else {
      return
    }
    let lineages = Lignees(cercles)
    var newcomers: [Int: Set<String>] = [:]
    var settled: Set<String> = []
    for image in cercles {
      for observation in image.observations {
        let root = lineages.racine(de: observation.id)
        if image.figee { settled.insert(root) }
        guard let numero = observation.numero,
          added.ours.contains(root) != added.theirs.contains(root)
        else { continue }
        newcomers[numero, default: []].insert(root)
      }
    }
    var next = [self, ours, theirs, base].map(\.numeroSuivant).max() ?? 1
    var numbers: [String: Int] = [:]
    for (_, roots) in newcomers.sorted(by: { $0.key < $1.key }) {
      guard !roots.isDisjoint(with: added.ours), !roots.isDisjoint(with: added.theirs) else {
        continue
      }
      let order = roots.sorted {
        (settled.contains($0) ? 0 : 1, $0) < (settled.contains($1) ? 0 : 1, $1)
      }
      for root in order.dropFirst() where !settled.contains(root) {
        numbers[root] = next
        next += 1
      }
    }
    guard !numbers.isEmpty else { return }
    for image in cercles.indices {
      for place in cercles[image].observations.indices {
        let root = lineages.racine(de: cercles[image].observations[place].id)
        if let numero = numbers[root] { cercles[image].observations[place].numero = numero }
      }
    }
  }

  private var observationIDs: Set<String> {
    Set(cercles.lazy.flatMap(\.observations).map(\.id))
  }
}
