import JSONTree

/// Values keyed by the period's month: 6, 12, 18…, in that order.
///
/// In the file an object with keys like `"12"`. A key that is no such number, or too large a
/// one, is kept as it is; so is a number beyond its limit.
package struct ByPeriod<Value: Hashable & Sendable>: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let mois: Int
    package var value: Value
  }

  /// In the order of the months, one a month.
  package private(set) var entries: [Entry] = []
  private(set) var unknown: [JSONObject.Member] = []

  package init() {}

  package var isEmpty: Bool { entries.isEmpty && unknown.isEmpty }

  package subscript(mois: Int) -> Value? {
    get { entries.first { $0.mois == mois }?.value }
    set {
      let index = entries.firstIndex { $0.mois >= mois } ?? entries.endIndex
      let isThere = index < entries.endIndex && entries[index].mois == mois
      if newValue != nil, !unknown.isEmpty { unknown.removeAll { $0.key == String(mois) } }
      switch (newValue, isThere) {
      case (let value?, true): entries[index].value = value
      case (let value?, false): entries.insert(Entry(mois: mois, value: value), at: index)
      case (nil, true): entries.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// The same values, each moved by so many months; what would fall before the first period, or
  /// after the last there can be, is left out.
  package func shifted(by months: Int) -> Self {
    var result = self
    result.entries = entries.compactMap {
      let mois = $0.mois + months
      return (1...Periode.dernierMois).contains(mois) ? Entry(mois: mois, value: $0.value) : nil
    }
    return result
  }
}

extension Field {
  /// An object keyed by period, absent when empty.
  package static func byPeriod<V: Scalar>(
    _ key: String, _ get: @escaping Get<ByPeriod<V>>, _ set: @escaping Set<ByPeriod<V>>,
    _ limite: Limite? = nil
  ) -> Field {
    byPeriod(key, get, set, of: nil, V.shape, limite, read: V.read) { $0.scalar }
  }

  /// An object of records keyed by period, absent when empty.
  package static func byPeriod<V: Record>(
    _ key: String, _ get: @escaping Get<ByPeriod<V>>, _ set: @escaping Set<ByPeriod<V>>
  )
    -> Field
  {
    byPeriod(
      key, get, set, of: V.self, .object, nil,
      straight: { (reader) throws(RecordReader.Beyond) in
        try ByPeriod(&reader) { (reader) throws(RecordReader.Beyond) in try V(&reader) }
      }, read: V.init, write: { $0.json })
  }

  private static func byPeriod<V>(
    _ key: String, _ get: @escaping Get<ByPeriod<V>>, _ set: @escaping Set<ByPeriod<V>>,
    of type: (any Record.Type)?, _ each: FormatError.Shape, _ limite: Limite?,
    straight: (@Sendable (inout RecordReader) throws(RecordReader.Beyond) -> ByPeriod<V>)? = nil,
    read: @escaping @Sendable (JSONValue) throws(FormatError) -> V,
    write: @escaping @Sendable (V) -> JSONValue
  ) -> Field {
    Field(
      key, get, set, .object, each: each, parts: .byPeriod(type), limite: limite, merged: .part,
      straight: straight
    ) { (value) throws(FormatError) in
      try ByPeriod(value, limite, read: read)
    } write: {
      let members = $0.members(write)
      return members.isEmpty ? nil : .object(JSONObject(unique: members))
    }
  }
}

extension ByPeriod {
  fileprivate init(
    _ value: JSONValue, _ limite: Limite?, read: (JSONValue) throws(FormatError) -> Value
  ) throws(FormatError) {
    guard case .object(let object) = value else {
      throw FormatError(.wrongType(expected: .object))
    }
    for member in object.members {
      guard let mois = Periode.mois(cle: member.key), limite?.admet(member.value) != false else {
        unknown.append(member)
        continue
      }
      do throws(FormatError) {
        self[mois] = try read(member.value)
      } catch {
        throw error.inside(.key(member.key))
      }
    }
  }

  /// Reads the object that begins here.
  fileprivate init(
    _ reader: inout RecordReader,
    value: (inout RecordReader) throws(RecordReader.Beyond) -> Value
  ) throws(RecordReader.Beyond) {
    try reader.forEachMember { (reader) throws(RecordReader.Beyond) in
      let key = try reader.key()
      guard let mois = Periode.mois(cle: key), self[mois] == nil else {
        throw RecordReader.Beyond()
      }
      self[mois] = try value(&reader)
    }
  }

  fileprivate func members(_ write: (Value) -> JSONValue) -> [JSONObject.Member] {
    entries.map { .init(key: String($0.mois), value: write($0.value)) } + unknown
  }
}
