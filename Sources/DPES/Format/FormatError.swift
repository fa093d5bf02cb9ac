package import JSONTree

/// Why a JSON value is not what a file should hold, and where.
package struct FormatError: Error, Hashable, Sendable {
  /// What the format expects at a place.
  package enum Shape: Hashable, Sendable {
    case object, array, scalar, text, integer, number, boolean, day, instant
    case oneOf([String])
  }

  package enum Cause: Hashable, Sendable {
    case missingKey(String)
    case wrongType(expected: Shape)
    case unknownValue(String, allowed: [String])
    /// The file says that it is something else.
    case notADemarche
    /// The file does not say that it is a référentiel.
    case notAReferentiel
    /// The file does not say that it is a cycle of accompaniment.
    case notACycle
    case notCorrespondances
    /// The file does not say that it holds suggestions.
    case notSuggestions
    /// There never was such a version, or it is too old to be read.
    case unknownVersion(Int)
  }

  package let cause: Cause
  /// From the root of the file.
  package private(set) var pointer: JSONPointer

  package init(_ cause: Cause, at pointer: JSONPointer = JSONPointer()) {
    self.cause = cause
    self.pointer = pointer
  }

  func inside(_ step: JSONPointer.Step) -> FormatError {
    FormatError(cause, at: JSONPointer([step] + pointer.steps))
  }

  static func wrong<V: Scalar>(_ value: JSONValue, for type: V.Type) -> FormatError {
    if case .oneOf(let allowed) = type.shape, case .string(let text) = value {
      return FormatError(.unknownValue(text, allowed: allowed))
    }
    return FormatError(.wrongType(expected: type.shape))
  }
}
