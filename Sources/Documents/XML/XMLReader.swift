/// Takes the elements and texts of an XML one after the other, by their names without prefix.
///
/// It knows as much of XML as office documents are written in: UTF-8, or UTF-16 with its mark; the
/// five entities and numbers; no DOCTYPE, so that nothing in it can grow.
struct XMLReader<Name: RawRepresentable<String> & CaseIterable & Equatable> {
  enum Event: Equatable {
    /// An element; nil for a name that the caller has no use for.
    case start(Name?)
    case end(Name?)
    /// A piece of a text, in ``XMLReader/text``: what stands together may come in pieces.
    case text
    case finished
  }

  let bytes: [UInt8]
  var place = 0
  /// Of the last event.
  private(set) var text: Range<Int> = 0..<0
  /// Whether a piece of a text holds what stands for something else.
  private(set) var textIsWritten = true
  var attributes: [XMLAttribute] = []
  /// Elements that are open, by where their whole name is.
  private var open: [(name: Range<Int>, known: Name?)] = []
  /// The element is closed where it is opened.
  private var closesNow = false
  private let names: [(bytes: [UInt8], name: Name)]
  private var hasRoot = false

  private static var deepest: Int { 256 }

  /// - Throws: when the bytes are no text.
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], _ names: Name.Type) throws(OfficeFault) {
    self.bytes = try XMLBytes.checkedText(bytes)
    self.names = Name.allCases.map { (Array($0.rawValue.utf8), $0) }
    if self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  var depth: Int { open.count }

  /// - Complexity: O(bytes of the event).
  mutating func next() throws(OfficeFault) -> Event {
    if closesNow {
      closesNow = false
      return .end(open.popLast()?.known)
    }
    while place < bytes.count {
      if bytes[place] != UInt8(ascii: "<") {
        try readText()
        if !open.isEmpty { return .text }
        guard bytes[text].allSatisfy(\.isXMLSpace) else { throw .damaged }
        continue
      }
      switch byte(at: place + 1) {
      case UInt8(ascii: "?"): try skip(past: "?>")
      case UInt8(ascii: "!"):
        if let event = try readDeclaration() { return event }
      case UInt8(ascii: "/"): return try readEnd()
      default: return try readStart()
      }
    }
    guard open.isEmpty, hasRoot else { throw .damaged }
    return .finished
  }

  /// Goes past the end of the element that was just started.
  mutating func skipElement() throws(OfficeFault) {
    let outside = open.count - 1
    while open.count > outside, try next() != .finished {}
  }

  func byte(at place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func skip(past end: StaticString) throws(OfficeFault) {
    let end = Array(end.description.utf8)
    while place < bytes.count {
      if bytes[place...].starts(with: end) {
        place += end.count
        return
      }
      place += 1
    }
    throw .damaged
  }

  /// A comment, which is passed over, or a text that is written as it is.
  private mutating func readDeclaration() throws(OfficeFault) -> Event? {
    let rest = bytes[place...]
    if rest.starts(with: "<!--".utf8) {
      place += 4
      try skip(past: "-->")
      return nil
    }
    guard rest.starts(with: "<![CDATA[".utf8), !open.isEmpty else { throw .unusual }
    let start = place + 9
    try skip(past: "]]>")
    text = start..<place - 3
    textIsWritten = false
    return .text
  }

  private mutating func readText() throws(OfficeFault) {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    text = start..<place
    textIsWritten = true
  }

  private mutating func readStart() throws(OfficeFault) -> Event {
    guard open.count < Self.deepest, !open.isEmpty || !hasRoot else { throw .damaged }
    hasRoot = true
    let (name, local) = try readName(from: place + 1)
    attributes.removeAll(keepingCapacity: true)
    while true {
      skipSpaces()
      switch byte(at: place) {
      case UInt8(ascii: ">"):
        place += 1
      case UInt8(ascii: "/"):
        guard byte(at: place + 1) == UInt8(ascii: ">") else { throw .damaged }
        place += 2
        closesNow = true
      default:
        attributes.append(try readAttribute())
        continue
      }
      let known = known(local)
      open.append((name, known))
      return .start(known)
    }
  }

  private mutating func readAttribute() throws(OfficeFault) -> XMLAttribute {
    let (_, local) = try readName(from: place)
    skipSpaces()
    guard byte(at: place) == UInt8(ascii: "=") else { throw .damaged }
    place += 1
    skipSpaces()
    let quote = byte(at: place)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .damaged }
    let start = place + 1
    place = start
    while place < bytes.count, bytes[place] != quote {
      guard bytes[place] != UInt8(ascii: "<") else { throw .damaged }
      place += 1
    }
    guard place < bytes.count else { throw .damaged }
    place += 1
    return XMLAttribute(name: local, value: start..<place - 1)
  }

  private mutating func readEnd() throws(OfficeFault) -> Event {
    let (name, _) = try readName(from: place + 2)
    skipSpaces()
    guard let last = open.popLast(), byte(at: place) == UInt8(ascii: ">"),
      bytes[name].elementsEqual(bytes[last.name])
    else { throw .damaged }
    place += 1
    return .end(last.known)
  }

  /// A whole name, and what stands in it after its prefix.
  private mutating func readName(
    from start: Int
  ) throws(OfficeFault) -> (whole: Range<Int>, local: Range<Int>) {
    place = start
    var local = start
    while place < bytes.count, !bytes[place].endsXMLName {
      place += 1
      if bytes[place - 1] == UInt8(ascii: ":") { local = place }
    }
    guard local < place else { throw .damaged }
    return (start..<place, local..<place)
  }

  private mutating func skipSpaces() {
    while place < bytes.count, bytes[place].isXMLSpace { place += 1 }
  }

  private func known(_ name: Range<Int>) -> Name? {
    for known in names where known.bytes.count == name.count {
      if bytes[name].elementsEqual(known.bytes) { return known.name }
    }
    return nil
  }
}

extension XMLReader {
  /// The bytes of an attribute of the element that was just started, by its name without prefix.
  func raw(_ attribute: String) -> ArraySlice<UInt8>? {
    let name = attribute.utf8
    return attributes.first {
      $0.name.count == name.count && bytes[$0.name].elementsEqual(name)
    }.map { bytes[$0.value] }
  }

  func attribute(_ name: String) throws(OfficeFault) -> String? {
    guard let raw = raw(name) else { return nil }
    guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    var out: [UInt8] = []
    try XMLBytes.append(raw, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// A number of at least 0 in an attribute, as many as repetitions are; nil for another text.
  func count(_ attribute: String) -> Int? {
    raw(attribute).flatMap { Int(String(decoding: $0, as: UTF8.self)) }.flatMap {
      $0 < 0 ? nil : $0
    }
  }

  /// Appends what the piece of a text says.
  func appendText(to out: inout [UInt8]) throws(OfficeFault) {
    if textIsWritten {
      try XMLBytes.append(bytes[text], to: &out)
    } else {
      out.append(contentsOf: bytes[text])
    }
  }
}

/// An attribute of an element, by where its name without prefix and its value are.
struct XMLAttribute {
  let name: Range<Int>
  let value: Range<Int>
}

extension UInt8 {
  fileprivate var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  fileprivate var endsXMLName: Bool {
    isXMLSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/")
      || self == UInt8(ascii: "=")
      || self == UInt8(ascii: "<") || self == UInt8(ascii: "\"") || self == UInt8(ascii: "'")
  }
}
