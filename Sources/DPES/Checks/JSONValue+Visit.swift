import JSONTree

extension JSONValue {
  /// The value of a key; nil for what is no object, or has no such key.
  subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  /// Calls `body` with every value that a path leads to, in the order of the file.
  ///
  /// A step is a key; `*` is each element of a list, or each value of an object.
  func visit(_ path: [String], _ body: (JSONPointer, JSONValue) -> Void) {
    var pointer = JSONPointer()
    visit(path[...], at: &pointer, body)
  }

  private func visit(
    _ path: ArraySlice<String>, at pointer: inout JSONPointer,
    _ body: (JSONPointer, JSONValue) -> Void
  ) {
    guard let step = path.first else { return body(pointer, self) }
    let rest = path.dropFirst()
    switch self {
    case .array(let elements) where step == "*":
      for (index, element) in elements.enumerated() {
        pointer.steps.append(.index(index))
        element.visit(rest, at: &pointer, body)
        pointer.steps.removeLast()
      }
    case .object(let object) where step == "*":
      for member in object.members {
        pointer.steps.append(.key(member.key))
        member.value.visit(rest, at: &pointer, body)
        pointer.steps.removeLast()
      }
    case .object(let object):
      guard let value = object[step] else { return }
      pointer.steps.append(.key(step))
      value.visit(rest, at: &pointer, body)
      pointer.steps.removeLast()
    default: break
    }
  }
}
