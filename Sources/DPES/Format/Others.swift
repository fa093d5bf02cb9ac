package import JSONTree

/// What an object of the file holds beyond the model: unknown keys, and unusual spellings.
///
/// Kept inside the record, so that it lives and dies, is undone and copied with it. Almost always
/// empty, and then it costs two empty arrays.
package struct Others: Hashable, Sendable {
  /// A known value that was spelt otherwise than Palier spells it: `12.0`, `null`, `[]`.
  package struct Spelling: Hashable, Sendable {
    package var key: String
    package var asMet: JSONValue
    /// How Palier would have written the value that was read; nil: not at all.
    package var canonical: JSONValue?
  }

  /// Members with keys that the format does not name, in the order met.
  package var unknown: [JSONObject.Member] = []
  package var spelled: [Spelling] = []

  package init() {}

  /// How the file spelt a value, as long as the value has not changed since.
  func spelling(of key: String, worth written: JSONValue?) -> JSONValue? {
    guard !spelled.isEmpty, let met = spelled.first(where: { $0.key == key }) else { return nil }
    return met.canonical == written ? met.asMet : nil
  }
}
