import JSONTree

/// An element that a side moved to another list, merged by itself.
struct MovedElement {
  let id: String
  /// Their places are seen from the element.
  let conflicts: [Conflict]
}

extension [MovedElement] {
  /// The conflicts, where the elements stand in the merged tree.
  func conflicts(in merged: JSONValue) -> [Conflict] {
    let changed = filter { !$0.conflicts.isEmpty }
    guard !changed.isEmpty else { return [] }
    let places = merged.pointers(toElements: Set(changed.map(\.id)))
    return changed.flatMap { element in
      places[element.id].map { place in element.conflicts.map { $0.inside(place) } } ?? []
    }
  }
}

extension ThreeWay<JSONValue> {
  /// Merges each element that a side moved, and rewrites the trees as if it had been put in
  /// there, as merged, and had never been elsewhere: it stands once, and what the other side
  /// changed in it is in it.
  ///
  /// Two sides that move it apart agree on the place whose owner has the first id; what is inside
  /// an image that one side froze stays there.
  ///
  /// - Complexity: Nothing when nothing moved; else O(values) for each depth of what did.
  mutating func settleMoves(_ changes: ThreeWay<ElementChanges>) -> [MovedElement] {
    let moved = changes.ours.moved.merging(changes.theirs.moved) { first, _ in first }
    let addedApart = changes.ours.added.filter { id, home in
      changes.theirs.added[id].map { $0 != home && $0.list == home.list } ?? false
    }
    var all = moved.merging(addedApart) { first, _ in first }
    guard !all.isEmpty else { return [] }
    // An argument is in each image that its observation is in: it stays where it is.
    let ids = Set(all.keys)
    let repeated = base.repeated(ids).union(ours.repeated(ids)).union(theirs.repeated(ids))
    all = all.filter { !repeated.contains($0.key) }
    let homes = changes.map { $0.moved.merging($0.added) { first, _ in first } }
    // The innermost first: what holds them is merged without them.
    let depths = Dictionary(grouping: all.keys) { all[$0]?.depth ?? 0 }
    return depths.sorted { $0.key > $1.key }.flatMap { settle(Set($0.value), homes) }
  }

  private mutating func settle(
    _ ids: Set<String>, _ homes: ThreeWay<[String: ElementChanges.Home]>
  ) -> [MovedElement] {
    let elements = map { $0.elements(ids) }
    let frozen = (ours: frozen(ids, .ours), theirs: frozen(ids, .theirs))
    var settled = ThreeWay<[String: JSONValue]>(base: [:], ours: [:], theirs: [:])
    var result: [MovedElement] = []
    for id in ids.sorted() {
      let freezing: Conflict.Side? =
        frozen.ours.contains(id) ? .ours : frozen.theirs.contains(id) ? .theirs : nil
      var pass = TreeMerge(frozenBy: freezing)
      let merged = pass.merge(elements.map { $0[id] }, nil)
      let home = homes.map { $0[id] }
      let winner = freezing ?? home.winner
      for side in Conflict.Side.allCases where side == winner || home.ours == home.theirs {
        settled[side][id] = merged
      }
      result.append(MovedElement(id: id, conflicts: pass.conflicts))
    }
    base = base.rewriting(ids) { _, _ in nil }
    for side in Conflict.Side.allCases {
      self[side] = self[side].rewriting(ids) { id, _ in settled[side][id] }
    }
    return result
  }

  /// Those that are inside an image that this side froze.
  private func frozen(_ ids: Set<String>, _ side: Conflict.Side) -> Set<String> {
    guard case .array(let images)? = self[side]["cercles"] else { return [] }
    let frozen = images.filter { $0["figee"] == .bool(true) }
    let before = base.elements(Set(frozen.compactMap(\.id)))
    return frozen.reduce(into: []) { found, image in
      guard let id = image.id, before[id]?["figee"] != .bool(true) else { return }
      found.formUnion(image.elements(ids).keys)
    }
  }
}

extension ThreeWay<ElementChanges.Home?> {
  /// The side whose place an element is to have.
  fileprivate var winner: Conflict.Side {
    guard let ours else { return .theirs }
    guard let theirs else { return .ours }
    return ours.owner < theirs.owner ? .ours : .theirs
  }
}

extension Conflict {
  fileprivate func inside(_ place: JSONPointer) -> Conflict {
    Conflict(
      at: JSONPointer(place.steps + pointer.steps),
      ThreeWay(base: base, ours: ours, theirs: theirs), kept: kept)
  }
}
