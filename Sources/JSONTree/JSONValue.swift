/// A JSON value that keeps the order of its members and the spelling of its numbers.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// A number as it was spelt in the file, so that writing it again changes nothing.
package struct JSONNumber: Hashable, Sendable {
  /// As RFC 8259 allows, for instance `31`, `-0.50`, `1e3`.
  package let spelling: String
}

/// The members of an object, in the order met. Keys are unique.
package struct JSONObject: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONValue
  }
  package var members: [Member]
}
