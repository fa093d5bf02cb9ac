import JSONTree

extension JSONValue {
  /// The value of a key; nil for what is no object, or has no such key.
  subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  /// What a step leads to; nil where there is nothing.
  func child(at step: JSONPointer.Step) -> JSONValue? {
    switch (step, self) {
    case (.key(let key), _): self[key]
    case (.index(let index), .array(let elements)) where elements.indices.contains(index):
      elements[index]
    default: nil
    }
  }

  /// Calls `body` with every value that a path leads to, in the order of the file.
  ///
  /// A step is a key; `*` is each element of a list, or each value of an object.
  func visit(_ path: [String], _ body: (JSONPointer, JSONValue) -> Void) {
    walk(path) { steps, value in body(JSONPointer(steps), value) }
  }

  /// The same with the bare steps, which nobody makes a pointer of where few are kept.
  func walk(_ path: [String], _ body: ([JSONPointer.Step], JSONValue) -> Void) {
    var steps: [JSONPointer.Step] = []
    steps.reserveCapacity(path.count)
    walk(path[...], &steps, body)
  }

  private func walk(
    _ path: ArraySlice<String>, _ steps: inout [JSONPointer.Step],
    _ body: ([JSONPointer.Step], JSONValue) -> Void
  ) {
    guard let step = path.first else { return body(steps, self) }
    let rest = path.dropFirst()
    switch self {
    case .array(let elements) where step == "*":
      for (index, element) in elements.enumerated() {
        steps.append(.index(index))
        element.walk(rest, &steps, body)
        steps.removeLast()
      }
    case .object(let object) where step == "*":
      for member in object.members {
        steps.append(.key(member.key))
        member.value.walk(rest, &steps, body)
        steps.removeLast()
      }
    case .object(let object):
      guard let value = object[step] else { return }
      steps.append(.key(step))
      value.walk(rest, &steps, body)
      steps.removeLast()
    default: break
    }
  }
}
