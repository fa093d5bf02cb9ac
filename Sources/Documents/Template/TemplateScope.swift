/// What a template may name, and what each name stands for.
package struct TemplateScope: Sendable, ExpressibleByDictionaryLiteral {
  package enum Value: Sendable {
    /// Written as the format asks.
    case text(String)
    /// Written as it is: a drawing.
    case markup([UInt8])
    case flag(Bool)
    /// So many scopes, each made when it is its turn.
    case list(Int, @Sendable (Int) -> TemplateScope)
  }

  private(set) var values: [String: Value]

  package init(dictionaryLiteral elements: (String, Value)...) {
    values = Dictionary(elements) { _, last in last }
  }

  subscript(name: String) -> Value? {
    get { values[name] }
    set { values[name] = newValue }
  }

  mutating func add(_ other: TemplateScope) { values.merge(other.values) { $1 } }
}

extension TemplateScope.Value {
  static func text(_ text: String?) -> Self { .text(text ?? "") }

  static func number(_ number: Int?) -> Self { .text(number.map(String.init) ?? "") }

  static func each<Element: Sendable>(
    _ elements: [Element], _ scope: @escaping @Sendable (Element) -> TemplateScope
  ) -> Self {
    .list(elements.count) { scope(elements[$0]) }
  }

  /// Whether there is something to say.
  var says: Bool {
    switch self {
    case .text(let text): !text.allSatisfy(\.isWhitespace)
    case .markup(let bytes): !bytes.isEmpty
    case .flag(let flag): flag
    case .list(let count, _): count > 0
    }
  }
}
