import JSONTree

/// A place of the file in a person's words: `image du 5 mars 2026, observation 12`.
enum Lieu {
  static func words(for pointer: JSONPointer, in tree: JSONValue) -> String {
    var words: [String] = []
    var value: JSONValue? = tree
    var list = ""
    for step in pointer.steps {
      switch (step, value) {
      case (.key(let key), .object(let object)?):
        value = object[key]
        if periodLists.contains(list) {
          words.append("période \(key.shortened)")
          list = ""
        } else {
          list = key
        }
      case (.index(let index), .array(let elements)?):
        value = elements.indices.contains(index) ? elements[index] : nil
        if let name = value.flatMap({ self.name(of: $0, in: list, at: index) }) {
          words.append(name)
          list = ""
        }
      default: break
      }
    }
    if !list.isEmpty { words.append(label(list).quoted) }
    return words.isEmpty ? "le fichier" : words.joined(separator: ", ")
  }

  /// The objects that are keyed by the period's month.
  static let periodLists = Set(Format.places.lazy.filter(\.isByPeriod).map(\.key))

  /// What a person calls a key of the file.
  static func label(_ key: String) -> String { labels[key] ?? key }

  private static let labels = Format.byKey(\.usage.label)

  private static let names = Format.byKey(\.usage.element)

  /// What an element of the démarche is called by its id: `observation 12`; nil when there is none.
  ///
  /// - Complexity: O(values)
  static func name(ofID id: String, in tree: JSONValue) -> String? {
    switch tree {
    case .object(let object):
      for member in object.members {
        if case .array(let elements) = member.value {
          for (index, element) in elements.enumerated() where element["id"] == .string(id) {
            return name(of: element, in: member.key, at: index)
          }
        }
        if let name = name(ofID: id, in: member.value) { return name }
      }
    case .array(let elements):
      for element in elements {
        if let name = name(ofID: id, in: element) { return name }
      }
    default: break
    }
    return nil
  }

  /// nil for the elements of a list of scalars, which the list's own name stands for.
  private static func name(of element: JSONValue, in list: String, at index: Int) -> String? {
    guard case .object(let object) = element, let name = names[list] else { return nil }
    for key in name.keys {
      switch object[key] {
      case .string(let text)? where !text.isEmpty:
        if let day = Day(iso: text) { return "\(name.noun) du \(day.french)" }
        return "\(name.noun) \(text.quoted)"
      case .number(let number)?: return "\(name.noun) \(number.spelling.shortened)"
      default: continue
      }
    }
    return "\(name.noun) \(index + 1)"
  }
}
