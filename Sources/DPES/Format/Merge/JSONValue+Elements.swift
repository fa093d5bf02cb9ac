import JSONTree

// Elements of lists by their ids, wherever they are.
extension JSONValue {
  /// The elements that have these ids.
  func elements(_ ids: Set<String>) -> [String: JSONValue] {
    var found: [String: JSONValue] = [:]
    visitElements { element, id, _ in
      if ids.contains(id) { found[id] = element }
    }
    return found
  }

  /// Those of the ids that several elements have.
  func repeated(_ ids: Set<String>) -> Set<String> {
    var (met, repeated): (Set<String>, Set<String>) = ([], [])
    visitElements { _, id, _ in
      if ids.contains(id), !met.insert(id).inserted { repeated.insert(id) }
    }
    return repeated
  }

  /// The same without the elements, and the periods in them, that stand in `other` too and no longer
  /// in `now`.
  func without(deletedIn now: JSONValue, beside other: JSONValue) -> JSONValue {
    let common = other.elements(Set(elementIDs))
    let there = now.elements(Set(common.keys))
    return rewriting(Set(common.keys)) { id, element in
      guard case .object(let now)? = there[id], case .object(let other)? = common[id] else {
        return nil
      }
      return .object(element.without(deletedIn: now, beside: other))
    }
  }

  private var elementIDs: [String] {
    var ids: [String] = []
    visitElements { _, id, _ in ids.append(id) }
    return ids
  }

  func pointers(toElements ids: Set<String>) -> [String: JSONPointer] {
    var found: [String: JSONPointer] = [:]
    visitElements { _, id, steps in
      if ids.contains(id) { found[id] = JSONPointer(steps) }
    }
    return found
  }

  private func visitElements(_ body: (JSONValue, String, [JSONPointer.Step]) -> Void) {
    var steps: [JSONPointer.Step] = []
    visitElements(from: &steps, body)
  }

  private func visitElements(
    from steps: inout [JSONPointer.Step], _ body: (JSONValue, String, [JSONPointer.Step]) -> Void
  ) {
    switch self {
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        steps.append(.index(index))
        if let id = element.id { body(element, id, steps) }
        element.visitElements(from: &steps, body)
        steps.removeLast()
      }
    case .object(let object):
      for member in object.members {
        steps.append(.key(member.key))
        member.value.visitElements(from: &steps, body)
        steps.removeLast()
      }
    case .null, .bool, .number, .string: break
    }
  }

  /// The same with each element that has one of these ids as `body` makes it; nil takes it out.
  func rewriting(_ ids: Set<String>, _ body: (String, JSONObject) -> JSONValue?) -> JSONValue {
    if ids.isEmpty { return self }
    switch self {
    case .array(let elements):
      return .array(
        elements.compactMap { element in
          let inside = element.rewriting(ids, body)
          guard case .object(let object) = inside, let id = inside.id, ids.contains(id) else {
            return inside
          }
          return body(id, object)
        })
    case .object(let object):
      return .object(object.mapValues { $0.rewriting(ids, body) })
    case .null, .bool, .number, .string: return self
    }
  }

  /// The same with another value at a place; nil takes out what is there.
  ///
  /// `isNew` puts an element in before the one that is there, or after the last. What is missing
  /// on the way to a value is made, and what is left empty under a key goes.
  func replacing(
    _ steps: ArraySlice<JSONPointer.Step>, with value: JSONValue?, isNew: Bool = false
  ) -> JSONValue {
    guard let step = steps.first else { return value ?? self }
    let rest = steps.dropFirst()
    switch (step, self) {
    case (.key(let key), .object(var object)):
      if let next = rest.first {
        let inside = (object[key] ?? next.emptyContainer).replacing(rest, with: value, isNew: isNew)
        object[key] = inside == next.emptyContainer ? nil : inside
      } else {
        object[key] = value
      }
      return .object(object)
    case (.index(let index), .array(var elements)):
      if !rest.isEmpty, elements.indices.contains(index) {
        elements[index] = elements[index].replacing(rest, with: value, isNew: isNew)
      } else if isNew, let value {
        elements.insert(value, at: min(index, elements.count))
      } else if elements.indices.contains(index) {
        elements.replaceSubrange(index...index, with: value.map { [$0] } ?? [])
      }
      return .array(elements)
    default:
      return self
    }
  }
}

extension JSONObject {
  /// The same without the objects under keys of its objects, such as `realises`, that stand in
  /// `other` too and no longer in `now`.
  fileprivate func without(deletedIn now: JSONObject, beside other: JSONObject) -> JSONObject {
    var result = self
    for member in members {
      guard case .object(var inside) = member.value, case .object(let common)? = other[member.key]
      else { continue }
      var there = JSONObject()
      if case .object(let object)? = now[member.key] { there = object }
      for (key, value) in inside.members.map({ ($0.key, $0.value) }) {
        guard case .object = value, common[key] != nil, there[key] == nil else { continue }
        inside[key] = nil
      }
      result[member.key] = .object(inside)
    }
    return result
  }

  /// The same keys with what their values become.
  func mapValues(_ transform: (JSONValue) -> JSONValue) -> JSONObject {
    JSONObject(unique: members.map { Member(key: $0.key, value: transform($0.value)) })
  }
}

extension JSONPointer.Step {
  /// What the step leads into, when there is nothing yet.
  fileprivate var emptyContainer: JSONValue {
    switch self {
    case .key: .object([:])
    case .index: .array([])
    }
  }
}
