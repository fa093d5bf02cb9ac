package import JSONTree

/// A value that stands as one JSON object in the file.
///
/// One table, ``fields``, reads and writes it: its order is the order of the keys in the file
/// (`docs/format.md`), and what it does not name is kept in ``others``.
package protocol Record: Hashable, Sendable {
  /// A record with nothing in it yet.
  init()

  /// What the file says of this record and the model does not.
  var others: Others { get set }

  static var fields: [Field<Self>] { get }
}

extension Record {
  /// Reads a record from an object of the file.
  ///
  /// - Throws: ``FormatError`` with the place, when a required key is missing or a known one holds
  ///   something else than the format says.
  package init(_ value: JSONValue) throws(FormatError) {
    guard case .object(let object) = value else {
      throw FormatError(.wrongType(expected: .object))
    }
    self.init()
    let fields = Self.fields
    var seen: UInt64 = 0
    var expected = 0
    for member in object.members {
      // Files that Palier wrote have the keys in the order of the table.
      let match =
        fields[expected...].firstIndex { $0.key == member.key }
        ?? fields[..<expected].firstIndex { $0.key == member.key }
      guard let index = match else {
        others.unknown.append(member)
        continue
      }
      seen |= 1 << UInt64(index)
      expected = index
      try read(member, with: fields[index])
    }
    for index in fields.indices where fields[index].isRequired && seen & 1 << UInt64(index) == 0 {
      throw FormatError(.missingKey(fields[index].key))
    }
  }

  mutating func read(
    _ member: JSONObject.Member, with field: Field<Self>
  ) throws(FormatError) {
    if member.value == .null {
      guard !field.isRequired else {
        throw FormatError(.wrongType(expected: field.expected)).inside(.key(member.key))
      }
      others.spelled.append(.init(key: member.key, asMet: .null, canonical: nil))
      return
    }
    if field.isScalar, let limite = field.limite, !limite.admet(member.value) {
      others.spelled.append(
        .init(key: member.key, asMet: member.value, canonical: field.write(self)))
      return
    }
    do throws(FormatError) {
      try field.read(member.value, &self)
    } catch {
      throw error.inside(.key(member.key))
    }
    guard field.isScalar || member.value.isEmptyContainer else { return }
    let canonical = field.write(self)
    if canonical != member.value {
      others.spelled.append(.init(key: member.key, asMet: member.value, canonical: canonical))
    }
  }

  /// The object that stands for this record in the file.
  package var json: JSONValue {
    .object(JSONObject(unique: members))
  }

  /// The members of the record's object, known keys first, in the table's order.
  package var members: [JSONObject.Member] {
    var members: [JSONObject.Member] = []
    for field in Self.fields {
      let written = field.write(self)
      if let value = others.spelling(of: field.key, worth: written) ?? written {
        members.append(.init(key: field.key, value: value))
      }
    }
    members += others.unknown
    return members
  }

  /// Whether the file would hold nothing for this record.
  package var isBlank: Bool { members.isEmpty }

  /// The same with another value in one place.
  func with<V>(_ path: WritableKeyPath<Self, V>, _ value: V) -> Self {
    var record = self
    record[keyPath: path] = value
    return record
  }
}

extension JSONValue {
  fileprivate var isEmptyContainer: Bool {
    switch self {
    case .array(let elements): elements.isEmpty
    case .object(let object): object.members.isEmpty
    default: false
    }
  }
}
