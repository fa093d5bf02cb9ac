/// What a template may name, and what each name stands for.
package struct TemplateScope: Sendable, ExpressibleByDictionaryLiteral {
  package enum Value: Sendable {
    /// Written as the format asks.
    case text(String)
    /// Written as it is: a drawing, made when it is its turn.
    case markup(@Sendable () -> [UInt8])
    case flag(Bool)
    /// So many scopes, each made when it is its turn.
    case list(Int, @Sendable (Int) -> TemplateScope)

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
      case .text(let text): !text.isBlank
      case .markup(let bytes): !bytes().isEmpty
      case .flag(let flag): flag
      case .list(let count, _): count > 0
      }
    }
  }

  // The last of a name counts; they are few, quicker looked at than hashed.
  private var values: [(name: String, value: Value)] = []
  private var find: (@Sendable (String) -> Value?)?

  package init(dictionaryLiteral elements: (String, Value)...) {
    values = elements.map { (name: $0.0, value: $0.1) }
  }

  init(_ values: [String: Value]) { self.values = values.map { ($0.key, $0.value) } }

  /// Names that are worked out when a template asks for them; those that are added come before.
  init(_ find: @escaping @Sendable (String) -> Value?) { self.find = find }

  /// - Complexity: O(names).
  subscript(name: String) -> Value? {
    values.last { $0.name == name }?.value ?? find?(name)
  }

  mutating func add(_ other: TemplateScope) { values += other.values }
}
