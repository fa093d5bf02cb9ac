package import JSONTree

/// One key of a record's object: how to read it and how to write it.
package struct Field<R: Record>: Sendable {
  package let key: String
  package let isRequired: Bool
  /// A value without parts, compared whole with what was met.
  let isScalar: Bool
  let expected: FormatError.Shape
  /// The records that stand below it.
  let parts: Parts
  /// Of a number, or of the numbers by period; nil where there is none.
  var limite: Limite? = nil
  let read: @Sendable (JSONValue, inout R) throws(FormatError) -> Void
  /// The value to write; nil when the key is to be absent.
  let write: @Sendable (R) -> JSONValue?
}

extension Field {
  /// How a value is made of records.
  enum Parts: Sendable {
    case none
    case one(any Record.Type)
    case list(any Record.Type)
    /// By period: records, or scalars.
    case byPeriod((any Record.Type)?)
  }
}

/// A value that stands as one JSON scalar.
package protocol Scalar: Hashable, Sendable {
  static var shape: FormatError.Shape { get }
  /// nil when the value is not of the right shape.
  init?(scalar: JSONValue)
  var scalar: JSONValue { get }
}

package typealias ScalarPath<R, V> = any WritableKeyPath<R, V> & Sendable

extension Field {
  /// A key that must be there.
  package static func required<V: Scalar>(_ key: String, _ path: ScalarPath<R, V>) -> Self {
    Field(key: key, isRequired: true, isScalar: true, expected: V.shape, parts: .none) {
      (value, record) throws(FormatError) in
      guard let scalar = V(scalar: value) else { throw FormatError.wrong(value, for: V.self) }
      record[keyPath: path] = scalar
    } write: {
      $0[keyPath: path].scalar
    }
  }

  /// A key that may be absent.
  package static func optional<V: Scalar>(
    _ key: String, _ path: ScalarPath<R, V?>, _ limite: Limite? = nil
  ) -> Self {
    Field(
      key: key, isRequired: false, isScalar: true, expected: V.shape, parts: .none, limite: limite
    ) {
      (value, record) throws(FormatError) in
      if case .string("") = value { return }
      guard let scalar = V(scalar: value) else { throw FormatError.wrong(value, for: V.self) }
      record[keyPath: path] = scalar
    } write: {
      $0[keyPath: path]?.scalar
    }
  }

  /// A key that is absent when the value is the usual one.
  package static func usually<V: Scalar>(
    _ key: String, _ usual: V, _ path: ScalarPath<R, V>, _ limite: Limite? = nil
  ) -> Self {
    Field(
      key: key, isRequired: false, isScalar: true, expected: V.shape, parts: .none, limite: limite
    ) {
      (value, record) throws(FormatError) in
      guard let scalar = V(scalar: value) else { throw FormatError.wrong(value, for: V.self) }
      record[keyPath: path] = scalar
    } write: {
      $0[keyPath: path] == usual ? nil : $0[keyPath: path].scalar
    }
  }

  /// A list of scalars, absent when empty.
  package static func scalars<V: Scalar>(_ key: String, _ path: ScalarPath<R, [V]>) -> Self {
    Field(key: key, isRequired: false, isScalar: false, expected: .array, parts: .none) {
      (value, record) throws(FormatError) in
      record[keyPath: path] = try elements(of: value) { (element) throws(FormatError) in
        guard let scalar = V(scalar: element) else { throw FormatError.wrong(element, for: V.self) }
        return scalar
      }
    } write: {
      list($0[keyPath: path].map(\.scalar))
    }
  }

  /// A list of records, absent when empty.
  package static func records<V: Record>(_ key: String, _ path: ScalarPath<R, [V]>) -> Self {
    Field(key: key, isRequired: false, isScalar: false, expected: .array, parts: .list(V.self)) {
      (value, record) throws(FormatError) in
      record[keyPath: path] = try elements(of: value) { (element) throws(FormatError) in
        try V(element)
      }
    } write: {
      list($0[keyPath: path].map(\.json))
    }
  }

  /// A part that is there even when the file says nothing of it, absent when blank.
  package static func part<V: Record>(
    _ key: String, _ path: ScalarPath<R, V>, isRequired: Bool = false
  ) -> Self {
    Field(key: key, isRequired: isRequired, isScalar: false, expected: .object, parts: .one(V.self))
    {
      (value, record) throws(FormatError) in
      record[keyPath: path] = try V(value)
    } write: {
      let members = $0[keyPath: path].members
      return members.isEmpty && !isRequired ? nil : .object(JSONObject(unique: members))
    }
  }

  /// A part that may not be there.
  package static func optionalPart<V: Record>(_ key: String, _ path: ScalarPath<R, V?>) -> Self {
    Field(key: key, isRequired: false, isScalar: false, expected: .object, parts: .one(V.self)) {
      (value, record) throws(FormatError) in
      record[keyPath: path] = try V(value)
    } write: {
      $0[keyPath: path]?.json
    }
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
        throw error.inside(index)
      }
    }
    return result
  }
}
