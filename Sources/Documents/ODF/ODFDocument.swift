/// A document of OpenDocument in its parts: written as one XML, or as a package of several.
struct ODFDocument {
  /// In the order of one XML.
  enum Part: String, CaseIterable {
    case meta, settings, scripts
    case fonts = "font-face-decls"
    case styles
    case automatic = "automatic-styles"
    case masters = "master-styles"
    case body
  }

  struct Picture {
    let path: String
    let mediaType: String
    let bytes: [UInt8]
  }

  let mimetype: String
  /// What the tag of the root says beside its name: namespaces, the version.
  let declarations: String
  /// Whole elements, as they are written.
  var parts: [Part: [UInt8]] = [:]
  var pictures: [Picture] = []

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// As one XML.
  ///
  /// - Complexity: O(bytes).
  var flat: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(parts.values.reduce(2048) { $0 + $1.count })
    out.write(Self.head)
    out.write("<office:document \(declarations) office:mimetype=\"\(mimetype)\">\n")
    for part in Part.allCases { out += parts[part] ?? [] }
    out.write("</office:document>\n")
    return out
  }

  /// As a package: what every program of an office opens.
  ///
  /// - Complexity: O(bytes).
  var package: [UInt8] {
    // Automatic styles are those of the pages too: all of them in both does no harm.
    let files: [(name: String, root: String, parts: [Part])] = [
      ("content.xml", "document-content", [.scripts, .fonts, .automatic, .body]),
      ("styles.xml", "document-styles", [.fonts, .styles, .automatic, .masters]),
      ("meta.xml", "document-meta", [.meta]), ("settings.xml", "document-settings", [.settings]),
    ]
    var zip = ZipWriter()
    // Programs look for it here, uncompressed, to know what the file is.
    zip.add("mimetype", Array(mimetype.utf8), isStored: true)
    var listed = [("/", mimetype)]
    for file in files {
      zip.add(file.name, xml(file.root, file.parts))
      listed.append((file.name, "text/xml"))
    }
    for picture in pictures {
      zip.add(picture.path, picture.bytes)
      listed.append((picture.path, picture.mediaType))
    }
    zip.add("META-INF/manifest.xml", Self.manifest(listed))
    return zip.finished()
  }

  private func xml(_ root: String, _ parts: [Part]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(parts.reduce(2048) { $0 + (self.parts[$1]?.count ?? 0) })
    out.write(Self.head)
    out.write("<office:\(root) \(declarations)>\n")
    for part in parts { out += self.parts[part] ?? [] }
    out.write("</office:\(root)>\n")
    return out
  }

  private static func manifest(_ files: [(path: String, type: String)]) -> [UInt8] {
    let entries = files.map { file in
      let version = file.path == "/" ? " manifest:version=\"1.3\"" : ""
      return "<manifest:file-entry manifest:full-path=\"\(file.path)\"\(version) "
        + "manifest:media-type=\"\(file.type)\"/>\n"
    }
    let name = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return Array(
      (head + "<manifest:manifest xmlns:manifest=\"\(name)\" manifest:version=\"1.3\">\n"
        + entries.joined() + "</manifest:manifest>\n").utf8)
  }
}
