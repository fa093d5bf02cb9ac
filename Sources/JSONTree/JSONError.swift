/// Why some bytes are not JSON, and where.
package struct JSONError: Error, Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// There is nothing but blanks.
    case empty
    /// The text stops before its end, as a file cut short does.
    case unexpectedEnd
    /// Something else had to come here.
    case unexpected(Unicode.Scalar, expected: Expectation)
    /// A number has a leading zero, or lacks a digit.
    case invalidNumber
    /// A line break, tab or other control character stands in a string without an escape.
    case controlCharacterInString(Unicode.Scalar)
    /// A backslash is followed by something that is not an escape.
    case invalidEscape
    /// A `\u` escape gives half of a surrogate pair.
    case loneSurrogate
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// An object has this key a second time.
    case duplicateKey(String)
    /// Arrays and objects are nested deeper than ``JSONValue/depthLimit``.
    case tooDeep
  }

  /// What could have come where something else did.
  package enum Expectation: Hashable, Sendable {
    case value
    case key
    case colon
    /// A comma, or the `]` that ends the array.
    case commaOrEndOfArray
    /// A comma, or the `}` that ends the object.
    case commaOrEndOfObject
    /// The value is complete.
    case endOfText
  }

  package let cause: Cause
  package let position: TextPosition

  package init(cause: Cause, position: TextPosition) {
    self.cause = cause
    self.position = position
  }
}
