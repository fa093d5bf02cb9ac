package import JSONTree

/// One key of a record's object: how to read it and how to write it, and what else the program has
/// to know of it (``Usage``).
///
/// A class, as the tables are walked for each record that is read or written: a copy is one pointer.
/// Its values are got and set by closures: a key path is a class that is made as the program starts,
/// and `R: Record` would have each table looked up among all conformances there.
package final class Field<R>: Sendable {
  package let key: String
  package let isRequired: Bool
  /// A value without parts, compared whole with what was met.
  let isScalar: Bool
  let expected: FormatError.Shape
  /// What its scalars are: itself, or each of a list or of the periods.
  let each: FormatError.Shape
  /// The records that stand below it.
  let parts: Parts
  /// Of a number, or of the numbers by period; nil where there is none.
  let limite: Limite?
  let usage: Usage
  let read: @Sendable (JSONValue, inout R) throws(FormatError) -> Void
  /// The key as a file spells it, with its quotes.
  let quotedKey: [UInt8]
  /// Reads what is made of records without a tree; nil where it is made of none.
  let straight: (@Sendable (inout RecordReader, inout R) throws(RecordReader.Beyond) -> Void)?
  /// The value to write; nil when the key is to be absent.
  let write: @Sendable (R) -> JSONValue?
  /// Whether two records differ in it.
  let differs: @Sendable (R, R) -> Bool
  /// Gives the second record what the first one has.
  let copy: @Sendable (R, inout R) -> Void

  // Inlined, so that what is made for one type of value is compiled for it.
  @inline(__always)
  init<V: Hashable & Sendable>(
    _ key: String, _ get: @escaping Get<V>, _ set: @escaping Set<V>, _ expected: FormatError.Shape,
    isRequired: Bool = false, each: FormatError.Shape? = nil, parts: Parts = .none,
    limite: Limite? = nil, merged: MergeRule? = nil,
    straight: (@Sendable (inout RecordReader) throws(RecordReader.Beyond) -> V)? = nil,
    read: @escaping @Sendable (JSONValue) throws(FormatError) -> V?,
    write: @escaping @Sendable (V) -> JSONValue?
  ) {
    self.key = key
    quotedKey = Array("\"\(key)\"".utf8)
    if let straight {
      self.straight = { (reader, record) throws(RecordReader.Beyond) in
        set(&record, try straight(&reader))
      }
    } else {
      self.straight = nil
    }
    self.isRequired = isRequired
    isScalar = each == nil && parts.isNone
    self.expected = expected
    self.each = each ?? expected
    self.parts = parts
    self.limite = limite
    usage = Usage(merging: merged)
    self.read = { (value, record) throws(FormatError) in
      if let read = try read(value) { set(&record, read) }
    }
    self.write = { write(get($0)) }
    differs = { get($0) != get($1) }
    copy = { set(&$1, get($0)) }
  }

  /// The same field, with more to know of it.
  init(_ field: Field, _ usage: Usage) {
    (key, isRequired, isScalar) = (field.key, field.isRequired, field.isScalar)
    (expected, each, parts, limite) = (field.expected, field.each, field.parts, field.limite)
    (quotedKey, read, straight) = (field.quotedKey, field.read, field.straight)
    (write, differs, copy) = (field.write, field.differs, field.copy)
    self.usage = usage
  }

  /// How a value is made of records.
  enum Parts: Sendable {
    case none
    case one(any Record.Type)
    case list(any Record.Type)
    /// By period: records, or scalars.
    case byPeriod((any Record.Type)?)

    fileprivate var isNone: Bool { if case .none = self { true } else { false } }
  }
}

/// A value that stands as one JSON scalar.
package protocol Scalar: Hashable, Sendable {
  static var shape: FormatError.Shape { get }
  /// nil when the value is not of the right shape.
  init?(scalar: JSONValue)
  var scalar: JSONValue { get }
}

extension Scalar {
  static func read(_ value: JSONValue) throws(FormatError) -> Self {
    guard let scalar = Self(scalar: value) else { throw FormatError.wrong(value, for: Self.self) }
    return scalar
  }
}

extension Field {
  package typealias Get<V> = @Sendable (R) -> V
  package typealias Set<V> = @Sendable (inout R, V) -> Void

  /// A key that must be there.
  package static func required<V: Scalar>(
    _ key: String, _ get: @escaping Get<V>, _ set: @escaping Set<V>
  ) -> Field {
    Field(key, get, set, V.shape, isRequired: true, read: V.read) { $0.scalar }
  }

  /// A key that may be absent.
  package static func optional<V: Scalar>(
    _ key: String, _ get: @escaping Get<V?>, _ set: @escaping Set<V?>, _ limite: Limite? = nil
  ) -> Field {
    Field(key, get, set, V.shape, limite: limite) { (value) throws(FormatError) in
      if case .string("") = value { nil } else { try V.read(value) }
    } write: {
      $0?.scalar
    }
  }

  /// A key that is absent when the value is the usual one.
  package static func usually<V: Scalar>(
    _ key: String, _ usual: V, _ get: @escaping Get<V>, _ set: @escaping Set<V>,
    _ limite: Limite? = nil
  ) -> Field {
    Field(key, get, set, V.shape, limite: limite, read: V.read) { $0 == usual ? nil : $0.scalar }
  }

  /// A list of scalars, absent when empty.
  package static func scalars<V: Scalar>(
    _ key: String, _ get: @escaping Get<[V]>, _ set: @escaping Set<[V]>
  ) -> Field {
    Field(key, get, set, .array, each: V.shape, merged: .list(ListRule(key: nil))) {
      (value) throws(FormatError) in
      try elements(of: value, V.read)
    } write: {
      list($0.map(\.scalar))
    }
  }

  /// A list of records, absent when empty; they have an id, or ``keyed(by:)`` says what they have.
  package static func records<V: Record>(
    _ key: String, _ get: @escaping Get<[V]>, _ set: @escaping Set<[V]>
  ) -> Field {
    Field(
      key, get, set, .array, parts: .list(V.self), merged: .list(.ids), straight: V.list
    ) { (value) throws(FormatError) in
      try elements(of: value, V.init)
    } write: {
      list($0.map(\.json))
    }
  }

  /// A part that is there even when the file says nothing of it, absent when blank.
  package static func part<V: Record>(
    _ key: String, _ get: @escaping Get<V>, _ set: @escaping Set<V>, isRequired: Bool = false
  ) -> Field {
    Field(
      key, get, set, .object, isRequired: isRequired, parts: .one(V.self), merged: .part,
      straight: V.init, read: V.init
    ) {
      let members = $0.members
      return members.isEmpty && !isRequired ? nil : .object(JSONObject(unique: members))
    }
  }

  /// A part that may not be there.
  package static func optionalPart<V: Record>(
    _ key: String, _ get: @escaping Get<V?>, _ set: @escaping Set<V?>
  ) -> Field {
    Field(key, get, set, .object, parts: .one(V.self), straight: V.init, read: V.init) { $0?.json }
  }

  private static func list(_ elements: [JSONValue]) -> JSONValue? {
    elements.isEmpty ? nil : .array(elements)
  }

  private static func elements<V>(
    of value: JSONValue, _ read: (JSONValue) throws(FormatError) -> V
  ) throws(FormatError) -> [V] {
    guard case .array(let elements) = value else {
      throw FormatError(.wrongType(expected: .array))
    }
    var result: [V] = []
    result.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      do throws(FormatError) {
        result.append(try read(element))
      } catch {
        throw error.inside(.index(index))
      }
    }
    return result
  }
}
