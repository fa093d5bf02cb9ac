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
  func visit(
    _ path: ArraySlice<String>, from pointer: JSONPointer = JSONPointer(),
    _ body: (JSONPointer, JSONValue) -> Void
  ) {
    guard let step = path.first else { return body(pointer, self) }
    let rest = path.dropFirst()
    switch self {
    case .array(let elements) where step == "*":
      for (index, element) in elements.enumerated() {
        element.visit(rest, from: pointer.appending(index), body)
      }
    case .object(let object):
      for member in object.members where step == "*" || step == member.key {
        member.value.visit(rest, from: pointer.appending(member.key), body)
      }
    default: break
    }
  }
}
