import JSONTree

extension Demarche {
  /// Whether a text stands in it somewhere, as it is.
  ///
  /// - Complexity: O(file).
  package func dit(_ texte: String) -> Bool { json.holds(texte) }
}

extension JSONValue {
  fileprivate func holds(_ text: String) -> Bool {
    switch self {
    case .string(let own): own == text
    case .array(let elements): elements.contains { $0.holds(text) }
    case .object(let object): object.members.contains { $0.value.holds(text) }
    case .null, .bool, .number: false
    }
  }
}
