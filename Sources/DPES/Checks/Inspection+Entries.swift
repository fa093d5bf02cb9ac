import JSONTree

// Lists whose elements are told apart by something else than an id.
extension Inspection {
  mutating func inspectEntries() {
    let tree = tree
    for place in Format.places where place.record != nil {
      guard let key = place.usage.merging?.rule?.key, key != "id" else { continue }
      tree.visit(place.path) { pointer, list in
        guard case .array(let elements) = list else { return }
        var met: Set<JSONValue> = []
        for (index, element) in elements.enumerated() {
          guard let value = element[key], value != .null, !met.insert(value).inserted else {
            continue
          }
          note(
            .entreeEnDouble, at: pointer.appending(index),
            "Il y en a déjà une dans cette liste pour \(key.quoted)\u{A0}: \(value.word).")
        }
      }
    }
  }
}

extension JSONValue {
  fileprivate var word: String {
    switch self {
    case .string(let text): text.quoted
    case .number(let number): String(number.spelling.prefix(20))
    default: "la même valeur"
    }
  }
}
