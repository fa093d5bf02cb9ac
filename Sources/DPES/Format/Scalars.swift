package import JSONTree

extension String: Scalar {
  package static var shape: FormatError.Shape { .text }

  package init?(scalar: JSONValue) {
    guard case .string(let text) = scalar else { return nil }
    self = text
  }

  package var scalar: JSONValue { .string(self) }
}

extension Int: Scalar {
  package static var shape: FormatError.Shape { .integer }

  package init?(scalar: JSONValue) {
    guard case .number(let number) = scalar, let value = number.int else { return nil }
    self = value
  }

  package var scalar: JSONValue { .number(JSONNumber(self)) }
}

extension Bool: Scalar {
  package static var shape: FormatError.Shape { .boolean }

  package init?(scalar: JSONValue) {
    guard case .bool(let value) = scalar else { return nil }
    self = value
  }

  package var scalar: JSONValue { .bool(self) }
}

extension JSONNumber: Scalar {
  package static var shape: FormatError.Shape { .number }

  package init?(scalar: JSONValue) {
    guard case .number(let number) = scalar else { return nil }
    self = number
  }

  package var scalar: JSONValue { .number(self) }
}

extension Day: Scalar {
  package static var shape: FormatError.Shape { .day }

  package init?(scalar: JSONValue) {
    guard case .string(let text) = scalar else { return nil }
    self.init(iso: text)
  }

  package var scalar: JSONValue { .string(iso) }
}

extension Instant: Scalar {
  package static var shape: FormatError.Shape { .instant }

  package init?(scalar: JSONValue) {
    guard case .string(let text) = scalar else { return nil }
    self.init(iso: text)
  }

  package var scalar: JSONValue { .string(iso) }
}

/// A word out of a closed list, such as a status.
package protocol Word: Scalar, CaseIterable, RawRepresentable where RawValue == String {}

extension Word {
  package static var shape: FormatError.Shape { .oneOf(allCases.map(\.rawValue)) }

  package init?(scalar: JSONValue) {
    guard case .string(let text) = scalar else { return nil }
    self.init(rawValue: text)
  }

  package var scalar: JSONValue { .string(rawValue) }
}
