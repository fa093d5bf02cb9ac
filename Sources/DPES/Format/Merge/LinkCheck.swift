import JSONTree

/// Looks for links that a merge would leave leading nowhere.
struct LinkCheck {
  /// A link of the merged tree to what one side has and the merged tree does not.
  struct Broken {
    let id: String
    /// The side that has it, and made the link.
    let side: Conflict.Side
    let pointer: JSONPointer
  }

  private let trees: ThreeWay<JSONValue>
  /// For each id that one side alone has, that side.
  private let owners: [String: Conflict.Side]

  init(_ trees: ThreeWay<JSONValue>, _ changes: ThreeWay<ElementChanges>) {
    self.trees = trees
    let removed = changes.map(\.removed)
    var owners: [String: Conflict.Side] = [:]
    for side in Conflict.Side.allCases {
      for id in removed[side.other].subtracting(removed[side]) { owners[id] = side }
      for id in changes[side].added.keys where changes[side.other].added[id] == nil {
        owners[id] = side
      }
    }
    self.owners = owners
  }

  /// The broken links, save those that the side which lacks the target has kept all the same.
  ///
  /// `taken` is all that both sides do not have alike in the merged tree: where they are.
  ///
  /// - Complexity: O(values of `taken`); of the tree when there is something to find.
  func broken(in merged: JSONValue, among taken: [JSONValue]) -> [Broken] {
    var missing: [String: Conflict.Side] = [:]
    for value in taken {
      value.visitTexts { [owners] text in
        if let side = owners[text] { missing[text] = side }
      }
    }
    guard !missing.isEmpty else { return [] }
    for path in Link.Target.allCases.flatMap(\.paths) {
      merged.walk(path) { _, value in
        if case .string(let id) = value { missing[id] = nil }
      }
    }
    guard !missing.isEmpty else { return [] }
    let links = merged.links(to: missing)
    let known = trees.map { Set($0.links(to: missing).map(\.way)) }
    return links.compactMap { link in
      guard let side = missing[link.id], !known[side.other].contains(link.way) else { return nil }
      return Broken(id: link.id, side: side, pointer: link.pointer)
    }
  }
}

extension JSONValue {
  /// Takes out the links that stay broken, and says so.
  mutating func sever(_ links: [LinkCheck.Broken]) -> [Conflict] {
    // From the last, so that the places of the others stay.
    let sorted = links.sorted { $1.pointer.precedes($0.pointer) }
    for link in sorted { self = replacing(link.pointer.steps[...], with: nil) }
    return sorted.reversed().map { link in
      var versions = ThreeWay<JSONValue?>(base: nil, ours: nil, theirs: nil)
      versions[link.side] = .string(link.id)
      return Conflict(at: link.pointer, versions, kept: link.side.other)
    }
  }

  fileprivate func links(to ids: [String: Conflict.Side]) -> [FoundLink] {
    var links: [FoundLink] = []
    for place in Format.places where ![nil, .past].contains(place.usage.link) {
      walk(place.values) { steps, value in
        guard case .string(let id) = value, ids[id] != nil else { return }
        links.append(FoundLink(id: id, pointer: JSONPointer(steps), way: way(steps) + [id]))
      }
    }
    return links
  }

  /// The way to a place by the keys of objects and the ids of elements.
  private func way(_ steps: [JSONPointer.Step]) -> [String] {
    var value: JSONValue? = self
    return steps.map { step in
      value = value?.child(at: step)
      if case .key(let key) = step { return key }
      return value?.id ?? ""
    }
  }

  /// Calls `body` with every text in the value, the ids of elements apart.
  fileprivate func visitTexts(_ body: (String) -> Void) {
    switch self {
    case .string(let text): body(text)
    case .array(let elements):
      for element in elements { element.visitTexts(body) }
    case .object(let object):
      for member in object.members where member.key != "id" { member.value.visitTexts(body) }
    case .null, .bool, .number: break
    }
  }
}

private struct FoundLink {
  let id: String
  let pointer: JSONPointer
  /// The way to it by keys and ids, and where it leads: the same wherever it stands in the file.
  let way: [String]
}
