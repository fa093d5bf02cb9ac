import JSONTree

/// Which elements with an id left a list, or entered one, from one tree to another.
struct ElementChanges {
  /// A list: the id of what it belongs to, and its key.
  struct Home: Hashable {
    let owner: String
    let list: String
    /// How many elements it is inside of.
    let depth: Int

    /// The list under a key of an object, when the object is in this list.
    func inside(_ object: JSONObject, _ key: String) -> Self {
      guard case .string(let id)? = object["id"] else {
        return Self(owner: owner, list: key, depth: depth)
      }
      return Self(owner: id, list: key, depth: depth + 1)
    }
  }

  private var left: [String: Home] = [:]
  private var arrived: [String: Home] = [:]

  /// - Complexity: O(values), but no walk through elements that are equal.
  init(from before: JSONValue, to after: JSONValue) {
    note(from: before, to: after, in: Home(owner: "", list: "", depth: 0))
  }

  var removed: Set<String> { Set(left.keys.lazy.filter { arrived[$0] == nil }) }

  /// Those that were nowhere before.
  var added: [String: Home] { arrived.filter { left[$0.key] == nil } }

  /// Those that are in another list of the same kind, and in which.
  var moved: [String: Home] {
    arrived.filter { id, home in
      guard let before = left[id] else { return false }
      return before != home && before.list == home.list
    }
  }

  private mutating func note(from before: JSONValue?, to after: JSONValue?, in home: Home) {
    switch (before, after) {
    case (.object(let old)?, .object(let new)?):
      for member in old.members {
        note(from: member.value, to: new[member.key], in: home.inside(old, member.key))
      }
      for member in new.members where old[member.key] == nil {
        note(from: nil, to: member.value, in: home.inside(new, member.key))
      }
    case (.array(let old)?, .array(let new)?): noteLists(from: old, to: new, in: home)
    default:
      if let before { Self.note(before, home, in: &left) }
      if let after { Self.note(after, home, in: &arrived) }
    }
  }

  private mutating func noteLists(from old: [JSONValue], to new: [JSONValue], in home: Home) {
    let count = min(old.count, new.count)
    let start = (0..<count).first { !noteSame(old[$0], new[$0], home) } ?? count
    let end =
      (0..<count - start).first {
        !noteSame(old[old.count - 1 - $0], new[new.count - 1 - $0], home)
      }
      ?? count - start
    guard start + end < max(old.count, new.count) else { return }
    let (old, new) = (Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
    let places = ListMatch.match(new.map(ListRule.ids.key), with: old.map(ListRule.ids.key))
    for (element, place) in zip(new, places) {
      if let place {
        _ = noteSame(old[place], element, home)
      } else {
        Self.note(.array([element]), home, in: &arrived)
      }
    }
    let kept = Set(places.lazy.compactMap(\.self))
    Self.note(.array(old.indices.filter { !kept.contains($0) }.map { old[$0] }), home, in: &left)
  }

  /// - Returns: Whether the two are the same element, which may have changed inside.
  private mutating func noteSame(_ old: JSONValue, _ new: JSONValue, _ home: Home) -> Bool {
    // Most are equal, and need no id.
    if old == new { return true }
    guard old.id == new.id else { return false }
    note(from: old, to: new, in: home)
    return true
  }

  /// Notes all elements with an id, however deep.
  private static func note(_ value: JSONValue, _ home: Home, in notes: inout [String: Home]) {
    switch value {
    case .array(let elements):
      for element in elements {
        if let id = element.id { notes[id] = home }
        note(element, home, in: &notes)
      }
    case .object(let object):
      for member in object.members {
        note(member.value, home.inside(object, member.key), in: &notes)
      }
    case .null, .bool, .number, .string: break
    }
  }
}

extension ThreeWay<JSONValue> {
  /// What each side did with the elements of the base.
  var elementChanges: ThreeWay<ElementChanges> { map { ElementChanges(from: base, to: $0) } }
}
