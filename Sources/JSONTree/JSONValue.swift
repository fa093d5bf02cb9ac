/// A JSON value that keeps the order of its members and the spelling of its numbers.
///
/// ``parse(_:)`` accepts all of RFC 8259 and nothing else, except that an object with the same key
/// twice is refused, for one of the two values would be lost. ``write(_:)`` spells a value in the
/// one layout of our files. Writing what was read changes layout and escapes only:
/// `parse(write(value)) == value`.
///
/// Two strings are equal as Swift compares them: a composed and a decomposed « é » are one key.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}
