extension Demarche {
  /// Makes the numbers of each image unique after a merge: a room that says « la 13 » means one.
  ///
  /// Two observations that the sides saw anew do not share one either, wherever they stand. A number
  /// stays with what is in a frozen image, then with what already had it, then with the observation
  /// whose lineage has the first id, so that both machines do the same; what continues another
  /// follows it. An image stays as one side froze it.
  ///
  /// - Complexity: O(o log o) in the observations
  mutating func renumber(since base: Demarche, _ ours: Demarche, _ theirs: Demarche) {
    renumber(
      known: base, frozen: figees(comme: [ours, theirs]),
      fresh: (ours.nouvelles(depuis: base), theirs.nouvelles(depuis: base)),
      free: FreeNumbers(after: [self, ours, theirs, base]))
  }

  /// Makes the numbers of each image unique where something came back into it: what came back gives
  /// way to what is there.
  mutating func renumber(keeping now: Demarche) {
    renumber(
      known: now, frozen: figees(comme: [self]), fresh: ([], []),
      free: FreeNumbers(after: [self, now]))
  }

  private mutating func renumber(
    known: Demarche, frozen: Set<Int>, fresh: (ours: Set<String>, theirs: Set<String>),
    free: FreeNumbers
  ) {
    var numbering = Numbering(self, known: known, frozen: frozen, fresh: fresh, free: free)
    for place in numbering.settle() {
      cercles[place.image].observations[place.index].numero = place.numero
    }
  }

  /// The images that are frozen as they were in one of several states; two that were frozen apart
  /// make another one.
  private func figees(comme states: [Demarche]) -> Set<Int> {
    Set(
      cercles.indices.filter { index in
        let image = cercles[index]
        return image.figee
          && states.contains { state in
            state.cercles.contains {
              $0.figee && $0.id == image.id && $0.observations == image.observations
            }
          }
      })
  }

  private func nouvelles(depuis base: Demarche) -> Set<String> {
    observationIDs.subtracting(base.observationIDs)
  }

  private var observationIDs: Set<String> {
    Set(cercles.lazy.flatMap(\.observations).map(\.id))
  }
}

/// Which number each observation of the images gets.
private struct Numbering {
  struct Place {
    let image: Int
    let index: Int
    let id: String
    let origine: String?
    var numero: Int
  }

  /// An observation and what continues it, in the order of time.
  struct Family {
    let root: String
    var places: [Place] = []
    var isFrozen = false
    var isKnown = false

    fileprivate func precedes(_ other: Self) -> Bool {
      if isFrozen != other.isFrozen { return isFrozen }
      if isKnown != other.isKnown { return isKnown }
      return root < other.root
    }
  }

  private var families: [Family]
  private let frozen: Set<Int>
  private let fresh: (ours: Set<String>, theirs: Set<String>)
  private var free: FreeNumbers
  /// The numbers given in each image.
  private var given: [Int: Set<Int>] = [:]
  /// Those given to what one side saw anew.
  private var givenToFresh: (ours: Set<Int>, theirs: Set<Int>) = ([], [])

  init(
    _ demarche: Demarche, known: Demarche, frozen: Set<Int>,
    fresh: (ours: Set<String>, theirs: Set<String>), free: FreeNumbers
  ) {
    self.free = free
    self.fresh = (fresh.ours.subtracting(fresh.theirs), fresh.theirs.subtracting(fresh.ours))
    self.frozen = frozen
    let before = Dictionary(
      known.cercles.lazy.flatMap(\.observations).map { ($0.id, $0.numero) },
      uniquingKeysWith: { first, _ in first })
    let lineages = Lignees(demarche.cercles)
    var families: [String: Family] = [:]
    for image in demarche.imagesEtRegards {
      for (index, observation) in demarche.cercles[image].observations.enumerated() {
        guard let numero = observation.numero else { continue }
        let root = lineages.racine(de: observation.id)
        var family = families[root] ?? Family(root: root)
        family.places.append(
          Place(
            image: image, index: index, id: observation.id, origine: observation.origine,
            numero: numero))
        if frozen.contains(image) { family.isFrozen = true }
        if before[observation.id] == .some(numero) { family.isKnown = true }
        families[root] = family
      }
    }
    self.families = families.values.sorted { $0.precedes($1) }
  }

  /// The places whose number changes.
  mutating func settle() -> [Place] {
    for family in families {
      for place in family.places where frozen.contains(place.image) {
        give(place.numero, in: place.image, to: family)
      }
    }
    return families.flatMap { settle($0) }
  }

  private mutating func settle(_ family: Family) -> [Place] {
    let open = family.places.filter { !frozen.contains($0.image) }
    let collides = open.contains { isTaken($0.numero, in: $0.image, by: family) }
    let renewed = collides && !family.isFrozen ? free.take() : nil
    var changed: [String: Int] = [:]
    var result: [Place] = []
    for place in open {
      var numero = renewed ?? place.origine.flatMap { changed[$0] } ?? place.numero
      // Also of one lineage that stands twice in an image.
      if given[place.image]?.contains(numero) == true { numero = free.take() }
      give(numero, in: place.image, to: family)
      guard numero != place.numero else { continue }
      changed[place.id] = numero
      var place = place
      place.numero = numero
      result.append(place)
    }
    return result
  }

  private mutating func give(_ numero: Int, in image: Int, to family: Family) {
    given[image, default: []].insert(numero)
    if fresh.ours.contains(family.root) { givenToFresh.ours.insert(numero) }
    if fresh.theirs.contains(family.root) { givenToFresh.theirs.insert(numero) }
  }

  private func isTaken(_ numero: Int, in image: Int, by family: Family) -> Bool {
    if given[image]?.contains(numero) == true { return true }
    return fresh.ours.contains(family.root) && givenToFresh.theirs.contains(numero)
      || fresh.theirs.contains(family.root) && givenToFresh.ours.contains(numero)
  }
}
