/// What the beginning of a file says of the démarche in it, without a reading of the whole.
package struct DemarcheHead: Hashable, Sendable {
  /// The values of the file's own keys, as they are spelt; nil where none was met.
  private(set) var format: [UInt8]?
  private(set) var id: [UInt8]?

  /// The most bytes that are looked at: the format and the id come first in what Palier writes.
  static let limit = 4096

  init(of bytes: some Sequence<UInt8>) {
    var scan = Scan()
    for byte in bytes {
      guard let (key, value) = scan.take(byte) else { continue }
      if key == Array("format".utf8) { format = format ?? value }
      if key == Array("id".utf8) { id = id ?? value }
      if format != nil, id != nil { return }
    }
  }

  /// Whether what was seen begins a démarche.
  var isDemarche: Bool { format == Array("dpes".utf8) }

  /// Whether a file holds a démarche, or what is left of one; false for what can't be read.
  package static func isThere(_ path: String, in system: any FileSystem = GlibcFileSystem()) -> Bool
  {
    // What can't be looked at is told by who writes there.
    guard let head = try? system.head(of: path, limit: limit) else { return false }
    let known = Self(of: head)
    if known.format != nil || head.count < limit { return known.isDemarche }
    // A program that orders keys puts the format farther on; one too large to open is one all the
    // same.
    guard let bytes = try? system.contents(of: path, limit: .max).bytes else {
      return false
    }
    return Self(of: bytes).isDemarche
  }
}

/// Finds the texts under the keys of an object, byte by byte, and nothing of what is inside them.
private struct Scan {
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  private var text: [UInt8] = []
  private var key: [UInt8]?
  private var isValue = false

  /// A key and its text, once the text is whole.
  mutating func take(_ byte: UInt8) -> (key: [UInt8], value: [UInt8])? {
    if isInText { return takeInText(byte) }
    switch byte {
    case UInt8(ascii: "\""): (isInText, text) = (true, [])
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    case UInt8(ascii: ":") where depth == 1: isValue = true
    case UInt8(ascii: ",") where depth == 1: (isValue, key) = (false, nil)
    default: break
    }
    return nil
  }

  private mutating func takeInText(_ byte: UInt8) -> (key: [UInt8], value: [UInt8])? {
    if byte == UInt8(ascii: "\""), !isEscaped {
      isInText = false
      guard depth == 1 else { return nil }
      if isValue { return key.map { ($0, text) } }
      key = text
      return nil
    }
    isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    if depth == 1 { text.append(byte) }
    return nil
  }
}
