/// The way from a document to a value inside it (RFC 6901), for instance `/cercles/0/date`.
package struct JSONPointer: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case key(String)
    /// From 0.
    case index(Int)
  }

  package var steps: [Step]

  /// Creates the pointer to the whole document, or the one that takes these steps.
  package init(_ steps: [Step] = []) {
    self.steps = steps
  }

  package func appending(_ key: String) -> JSONPointer {
    JSONPointer(steps + [.key(key)])
  }

  package func appending(_ index: Int) -> JSONPointer {
    JSONPointer(steps + [.index(index)])
  }

  /// The way to a value, and on from there.
  package func appending(_ way: JSONPointer) -> JSONPointer {
    JSONPointer(steps + way.steps)
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer as RFC 6901 spells it: empty for the whole document, `~` as `~0`, `/` as `~1`.
  package var description: String {
    steps.map { "/\($0)" }.joined()
  }
}

extension JSONPointer.Step: CustomStringConvertible {
  package var description: String {
    switch self {
    case .index(let index): String(index)
    case .key(let key):
      String(
        key.flatMap { character in
          switch character {
          case "~": "~0"
          case "/": "~1"
          default: String(character)
          }
        })
    }
  }
}

extension JSONPointer: ExpressibleByArrayLiteral {
  package init(arrayLiteral steps: Step...) { self.init(steps) }
}

extension JSONPointer.Step: ExpressibleByStringLiteral {
  package init(stringLiteral key: String) { self = .key(key) }
}
