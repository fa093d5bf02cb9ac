import JSONTree

// Lists whose elements are told apart by something else than an id.
extension Inspection {
  private static let entries: [(path: [String], key: String)] = {
    let scrutin = ["cercles", "*", "scrutins", "*"]
    return [
      (["grilles", "*", "reponses"], "point"),
      (["periodesCloses"], "mois"),
      (scrutin + ["resultats"], "option"),
      (scrutin + ["parCollege"], "college"),
      (scrutin + ["parCollege", "*", "resultats"], "option"),
    ]
  }()

  mutating func inspectEntries() {
    let tree = tree
    for (path, key) in Self.entries {
      tree.visit(path) { pointer, list in
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
