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

  /// What was read last: of a part that comes in pieces, from some place before the event.
  private(set) var bytes: [UInt8] = []
  private(set) var place = 0
  /// What is still to come, and how many of the last bytes begin a character that goes on in it.
  private var pieces: ZipPieces?
  private var unfinished = 0
  /// Of the last event.
  private(set) var text: Range<Int> = 0..<0
  /// Whether a piece of a text holds what stands for something else.
  private(set) var textIsWritten = true
  private(set) var attributes: [XMLAttribute] = []
  /// Elements that are open, by the length of their whole name, and these names one after the other.
  private var open: [(length: Int, known: Name?)] = []
  private var openNames: [UInt8] = []
  /// The element is closed where it is opened.
  private var closesNow = false
  private let names: [(bytes: [UInt8], name: Name)]
  private var hasRoot = false

  private static var deepest: Int { 256 }
  /// From how many bytes on what was read is let go of, and a text comes in pieces.
  private static var longest: Int { 1 << 16 }

  /// - Throws: when the bytes are no text.
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], _ names: Name.Type) throws(OfficeFault) {
    self.names = Name.allCases.map { (Array($0.rawValue.utf8), $0) }
    self.bytes = bytes
    try takeWhole()
  }

  /// Reads a part of a ZIP, of which it holds a piece and the event that it is at.
  ///
  /// - Throws: when its first bytes are no text.
  init(_ pieces: ZipPieces, _ names: Name.Type) throws(OfficeFault) {
    self.names = Name.allCases.map { (Array($0.rawValue.utf8), $0) }
    self.pieces = pieces
    _ = try readPiece()
    if XMLBytes.isUTF16(bytes) {
      bytes += try self.pieces?.rest() ?? []
      self.pieces = nil
      try takeWhole()
    } else {
      skipMark()
    }
  }

  private mutating func takeWhole() throws(OfficeFault) {
    if XMLBytes.isUTF16(bytes) { bytes = try XMLBytes.decodedUTF16(bytes) }
    guard XMLBytes.isValid(bytes, in: bytes.indices) else { throw .damaged }
    skipMark()
  }

  private mutating func skipMark() { if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 } }

  /// Whether the part that is read is as it was saved: what is wrong in one that is not, nobody wrote.
  mutating func isWhole() -> Bool { pieces?.isWhole() ?? true }

  /// Reads on; false at the end.
  private mutating func readPiece() throws(OfficeFault) -> Bool {
    let start = bytes.count - unfinished
    guard pieces != nil else { return false }
    guard try pieces?.appendNext(to: &bytes) == true else {
      guard unfinished == 0 else { throw .damaged }
      return false
    }
    if start == 0, XMLBytes.isUTF16(bytes) { return true }
    unfinished = XMLBytes.unfinished(bytes[start...])
    guard XMLBytes.isValid(bytes, in: start..<bytes.count - unfinished) else { throw .damaged }
    return true
  }

  /// Whether there is a byte at a place.
  @inline(__always)
  private mutating func reaches(_ place: Int) throws(OfficeFault) -> Bool {
    if place < bytes.count { return true }
    while place >= bytes.count { guard try readPiece() else { return false } }
    return true
  }

  var depth: Int { open.count }

  /// - Complexity: O(bytes of the event).
  mutating func next() throws(OfficeFault) -> Event {
    if closesNow {
      closesNow = false
      openNames.removeLast(open.last?.length ?? 0)
      return .end(open.popLast()?.known)
    }
    if place >= Self.longest, pieces != nil {
      bytes.removeSubrange(..<place)
      place = 0
    }
    while try reaches(place) {
      if bytes[place] != UInt8(ascii: "<") {
        try readText()
        if !open.isEmpty { return .text }
        guard bytes[text].allSatisfy(\.isXMLSpace) else { throw .damaged }
        continue
      }
      switch try byte(at: place + 1) {
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

  private mutating func byte(at place: Int) throws(OfficeFault) -> UInt8 {
    try reaches(place) ? bytes[place] : 0
  }

  private mutating func skip(past end: StaticString) throws(OfficeFault) {
    let end = Array(end.description.utf8)
    while try reaches(place + end.count - 1) {
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
    _ = try reaches(place + 8)
    let rest = bytes[place...].prefix(9)
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
    while try !isTextEnd(from: start) { place += 1 }
    text = start..<place
    textIsWritten = true
  }

  /// Whether a text ends, or is long enough to come in pieces that cut neither an entity nor an end of line.
  @inline(__always)
  private mutating func isTextEnd(from start: Int) throws(OfficeFault) -> Bool {
    if place < bytes.count { return bytes[place] == UInt8(ascii: "<") }
    if place - start >= Self.longest,
      !bytes[(place - 16)...].contains(where: { $0 == UInt8(ascii: "&") || $0 == 0x0D })
    {
      return true
    }
    return try !reaches(place) || bytes[place] == UInt8(ascii: "<")
  }

  private mutating func readStart() throws(OfficeFault) -> Event {
    guard open.count < Self.deepest, !open.isEmpty || !hasRoot else { throw .damaged }
    hasRoot = true
    let (name, local) = try readName(from: place + 1)
    attributes.removeAll(keepingCapacity: true)
    while true {
      try skipSpaces()
      switch try byte(at: place) {
      case UInt8(ascii: ">"):
        place += 1
      case UInt8(ascii: "/"):
        guard try byte(at: place + 1) == UInt8(ascii: ">") else { throw .damaged }
        place += 2
        closesNow = true
      default:
        attributes.append(try readAttribute())
        continue
      }
      let known = known(local)
      open.append((name.count, known))
      openNames.append(contentsOf: bytes[name])
      return .start(known)
    }
  }

  private mutating func readAttribute() throws(OfficeFault) -> XMLAttribute {
    let (_, local) = try readName(from: place)
    try skipSpaces()
    guard try byte(at: place) == UInt8(ascii: "=") else { throw .damaged }
    place += 1
    try skipSpaces()
    let quote = try byte(at: place)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .damaged }
    let start = place + 1
    place = start
    while try reaches(place), bytes[place] != quote {
      guard bytes[place] != UInt8(ascii: "<") else { throw .damaged }
      place += 1
    }
    guard place < bytes.count else { throw .damaged }
    place += 1
    return XMLAttribute(name: local, value: start..<place - 1)
  }

  private mutating func readEnd() throws(OfficeFault) -> Event {
    let (name, _) = try readName(from: place + 2)
    try skipSpaces()
    guard let last = open.popLast(), try byte(at: place) == UInt8(ascii: ">"),
      bytes[name].elementsEqual(openNames.suffix(last.length))
    else { throw .damaged }
    openNames.removeLast(last.length)
    place += 1
    return .end(last.known)
  }

  /// A whole name, and what stands in it after its prefix.
  private mutating func readName(
    from start: Int
  ) throws(OfficeFault) -> (whole: Range<Int>, local: Range<Int>) {
    place = start
    var local = start
    while try reaches(place), !bytes[place].endsXMLName {
      place += 1
      if bytes[place - 1] == UInt8(ascii: ":") { local = place }
    }
    guard local < place else { throw .damaged }
    return (start..<place, local..<place)
  }

  private mutating func skipSpaces() throws(OfficeFault) {
    while try reaches(place), bytes[place].isXMLSpace { place += 1 }
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
