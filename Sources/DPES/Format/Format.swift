/// All fields of the format, each where it stands: what is to be known of them by key or by place.
enum Format {
  struct Place: Sendable {
    let key: String
    /// The way to it; `*` is each element of a list, or each value of an object.
    let path: [String]
    let usage: Usage
    let expected: FormatError.Shape
    /// What its scalars are.
    let each: FormatError.Shape
    /// The record that stands there, or in its list, or for each period.
    let record: (any Record.Type)?
    let isByPeriod: Bool

    /// The way to its values, when they are several.
    var values: [String] { expected == .array || isByPeriod ? path + ["*"] : path }
  }

  /// In the order of the file, what holds others before them.
  static let places = places(of: Demarche.self)

  /// The fields of a record, and of all that stands in it.
  static func places<R: Record>(of type: R.Type, at path: [String] = []) -> [Place] {
    R.fields.flatMap { field in
      let (record, isByPeriod): ((any Record.Type)?, Bool) =
        switch field.parts {
        case .none: (nil, false)
        case .one(let record), .list(let record): (record, false)
        case .byPeriod(let record): (record, true)
        }
      let place = Place(
        key: field.key, path: path + [field.key], usage: field.usage, expected: field.expected,
        each: field.each, record: record, isByPeriod: isByPeriod)
      return [place] + (record.map { places(of: $0, at: place.values) } ?? [])
    }
  }

  /// What is to be known of a key, wherever it stands: the first field that says it.
  static func byKey<Value>(_ value: (Place) -> Value?) -> [String: Value] {
    let found = places.compactMap { place in value(place).map { (place.key, $0) } }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  /// Every link that must lead somewhere.
  static let links = places.compactMap { place in
    place.usage.link?.target.map { (path: place.values, target: $0) }
  }

  /// Every word that the format allows somewhere, such as `rouge` or `atteint`.
  static let words = places.reduce(into: Set<String>()) { found, place in
    if case .oneOf(let words) = place.each { found.formUnion(words) }
  }
}
