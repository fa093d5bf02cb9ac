extension ODFDocument {
  /// Takes a document apart that is one XML; pictures inside it become files of the package.
  ///
  /// - Throws: when it is no XML, or no document.
  /// - Complexity: O(bytes).
  init(flat bytes: [UInt8]) throws(OfficeFault) {
    var reader = try FlatReader(bytes)
    self = try reader.document()
  }
}

/// Finds the parts of a document that is one XML, by where they stand in it.
private struct FlatReader {
  private enum Name: String, CaseIterable {
    case document, meta, settings, scripts, styles, body
    case fonts = "font-face-decls"
    case automatic = "automatic-styles"
    case masters = "master-styles"
    case data = "binary-data"
  }

  private var reader: XMLReader<Name>
  private var pictures: [ODFDocument.Picture] = []
  /// The attributes that point to a picture have a name here.
  private var hasLinks = false
  /// What is kept of the part that is read, up to the place that is still to be copied.
  private var kept: [UInt8] = []
  private var copied = 0

  init(_ bytes: [UInt8]) throws(OfficeFault) { reader = try XMLReader(bytes, Name.self) }

  mutating func document() throws(OfficeFault) -> ODFDocument {
    var document = try readRoot()
    var part: ODFDocument.Part?
    var tag = (end: 0, depth: 0)
    while true {
      let start = reader.place
      switch try reader.next() {
      case .start(.data):
        let inside = tag.depth == reader.depth - 1
        try readPicture(from: start, in: inside ? tag.end : nil)
      case .start(let name):
        tag = (reader.place, reader.depth)
        if reader.depth == 2 {
          part = name.flatMap { ODFDocument.Part(rawValue: $0.rawValue) }
          (kept, copied) = ([], start)
        }
      case .end where reader.depth == 1:
        guard let ended = part else { continue }
        document.parts[ended] = kept + reader.bytes[copied..<reader.place]
        part = nil
      case .finished:
        guard document.parts[.body] != nil else { throw .foreign }
        document.pictures = pictures
        return document
      default: break
      }
    }
  }

  private mutating func readRoot() throws(OfficeFault) -> ODFDocument {
    guard case .start(.document) = try reader.next(),
      let type = try reader.attribute("mimetype"),
      type.hasPrefix("application/vnd.oasis.opendocument."),
      !type.utf8.contains(where: { "<>&\"'".utf8.contains($0) })
    else { throw .foreign }
    let bytes = reader.bytes
    var declarations = ""
    for attribute in reader.attributes {
      // With its prefix, and its quotes.
      let start = bytes[..<attribute.name.lowerBound].lastIndex { $0 <= 0x20 }
      let whole = bytes[((start ?? -1) + 1)..<attribute.value.upperBound + 1]
      if bytes[attribute.name].elementsEqual("mimetype".utf8) { continue }
      if bytes[attribute.name].elementsEqual("xlink".utf8) { hasLinks = true }
      declarations += (declarations.isEmpty ? "" : " ") + String(decoding: whole, as: UTF8.self)
    }
    return ODFDocument(mimetype: type, declarations: declarations)
  }

  /// Puts a picture that stands in letters in a file, and in its place where that is.
  private mutating func readPicture(from start: Int, in tagEnd: Int?) throws(OfficeFault) {
    let outside = reader.depth - 1
    var letters: [UInt8] = []
    while reader.depth > outside {
      switch try reader.next() {
      case .text: try reader.appendText(to: &letters)
      case .finished: throw .damaged
      default: break
      }
    }
    // What can't be told, or pointed to, stays where it is.
    guard let tagEnd, tagEnd > copied, hasLinks, let bytes = Base64.decoded(letters),
      let kind = Self.kinds.first(where: {
        bytes.starts(with: $0.start.utf8) || bytes.dropFirst().starts(with: $0.start.utf8)
      })
    else { return }
    let path = "Pictures/\(pictures.count + 1).\(kind.ending)"
    pictures.append(ODFDocument.Picture(path: path, mediaType: kind.type, bytes: bytes))
    kept += reader.bytes[copied..<tagEnd - 1]
    kept.write(
      " xlink:href=\"\(path)\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"")
    kept += reader.bytes[tagEnd - 1..<start]
    copied = reader.place
  }

  private static let kinds = [
    (start: "<svg", ending: "svg", type: "image/svg+xml"),
    (start: "<?xml", ending: "svg", type: "image/svg+xml"),
    (start: "PNG", ending: "png", type: "image/png"),
    (start: "GIF8", ending: "gif", type: "image/gif"),
  ]
}
