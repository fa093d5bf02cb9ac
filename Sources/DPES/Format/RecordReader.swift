import JSONTree

/// Reads records straight from the bytes of a file, a tree only for what the format does not name.
///
/// The short way of reading, a third of the work: it knows JSON without a mistake, in the order and
/// the spelling that Palier writes and in most others. Whatever it meets beyond that is ``Beyond``: the
/// file is read again by its tree, which can tell where it is wrong, and why.
struct RecordReader {
  private var json: JSONReader
  /// How many objects and arrays are open.
  private var depth = 0

  /// The text is for the long way, which may read it all the same.
  struct Beyond: Error {}

  init(_ bytes: [UInt8]) { json = JSONReader(bytes) }

  /// A value that takes the bytes whole, but for blanks around it.
  mutating func whole<Value>(
    _ read: (inout RecordReader) throws(Beyond) -> Value
  ) throws(Beyond) -> Value {
    json.skipBlanks()
    let value = try read(&self)
    json.skipBlanks()
    guard json.isAtEnd else { throw Beyond() }
    return value
  }

  /// Whether a list or an object begins here that holds something.
  mutating func beginsFilled() -> Bool {
    json.begins(UInt8(ascii: "["), before: UInt8(ascii: "]"))
      || json.begins(UInt8(ascii: "{"), before: UInt8(ascii: "}"))
  }

  mutating func value() throws(Beyond) -> JSONValue {
    do throws(JSONError) {
      return try json.readValue(depth: depth)
    } catch {
      throw Beyond()
    }
  }

  mutating func key() throws(Beyond) -> String {
    do throws(JSONError) {
      return try json.readKey()
    } catch {
      throw Beyond()
    }
  }

  /// Goes past a key, given with its quotes, and its colon, if it comes next.
  mutating func skip(key: [UInt8]) -> Bool { json.skip(key: key) }

  /// Reads each element of the list that begins here.
  mutating func forEachElement(
    _ read: (inout RecordReader) throws(Beyond) -> Void
  ) throws(Beyond) {
    try forEach(UInt8(ascii: "["), UInt8(ascii: "]"), read)
  }

  /// Reads each member of the object that begins here, from its key on.
  mutating func forEachMember(
    _ read: (inout RecordReader) throws(Beyond) -> Void
  ) throws(Beyond) {
    try forEach(UInt8(ascii: "{"), UInt8(ascii: "}"), read)
  }

  private mutating func forEach(
    _ opening: UInt8, _ closing: UInt8, _ read: (inout RecordReader) throws(Beyond) -> Void
  ) throws(Beyond) {
    guard json.current == opening else { throw Beyond() }
    depth += 1
    do throws(JSONError) {
      try json.enter(depth: depth)
    } catch {
      throw Beyond()
    }
    if !json.skip(closing) {
      repeat {
        json.skipBlanks()
        try read(&self)
        json.skipBlanks()
      } while json.skip(UInt8(ascii: ","))
      guard json.skip(closing) else { throw Beyond() }
    }
    depth -= 1
  }
}

extension Record {
  /// Reads a record from the object that begins here; ``init(_:)`` would read the same.
  init(_ reader: inout RecordReader) throws(RecordReader.Beyond) {
    self.init()
    let fields = Self.fields
    var seen: UInt64 = 0
    var next = 0
    try reader.forEachMember { (reader) throws(RecordReader.Beyond) in
      let index: Int
      if let found = fields[next...].firstIndex(where: { reader.skip(key: $0.quotedKey) }) {
        index = found
      } else {
        let key = try reader.key()
        guard let found = fields.firstIndex(where: { $0.key == key }) else {
          // Many are for the long way, which has a place for each key.
          guard others.unknown.count < 16, !others.unknown.contains(where: { $0.key == key }) else {
            throw RecordReader.Beyond()
          }
          others.unknown.append(.init(key: key, value: try reader.value()))
          return
        }
        index = found
      }
      // A key that comes twice is a mistake.
      guard seen & 1 << UInt64(index) == 0 else { throw RecordReader.Beyond() }
      seen |= 1 << UInt64(index)
      next = index
      try read(fields[index], &reader)
    }
    for index in fields.indices where fields[index].isRequired && seen & 1 << UInt64(index) == 0 {
      throw RecordReader.Beyond()
    }
  }

  private mutating func read(
    _ field: Field<Self>, _ reader: inout RecordReader
  ) throws(RecordReader.Beyond) {
    if let straight = field.straight, reader.beginsFilled() { return try straight(&reader, &self) }
    let value = try reader.value()
    do throws(FormatError) {
      try read(.init(key: field.key, value: value), with: field)
    } catch {
      throw RecordReader.Beyond()
    }
  }
}

extension Record {
  /// Reads the list of records that begins here.
  static func list(_ reader: inout RecordReader) throws(RecordReader.Beyond) -> [Self] {
    var records: [Self] = []
    try reader.forEachElement { (reader) throws(RecordReader.Beyond) in
      records.append(try Self(&reader))
    }
    return records
  }
}

extension Demarche {
  /// Reads the bytes of a whole file of today's version; nil where they are for the long way:
  /// ``JSONValue/parse(_:)`` and ``init(file:_:)``, which read the same or say what is wrong.
  package init?(straightFrom bytes: [UInt8]) {
    var reader = RecordReader(bytes)
    guard
      let demarche = try? reader.whole({ (reader) throws(RecordReader.Beyond) in
        try Demarche(&reader)
      }), demarche.format == "dpes", demarche.version == Demarche.currentVersion
    else { return nil }
    self = demarche
  }
}
