import DPES
import Testing

@testable import Documents

/// Documents of one XML made packages.
@Suite struct ODFDocumentTests {
  private static let root =
    "<office:document xmlns:office=\"urn:o\" xmlns:draw='urn:d' xmlns:xlink=\"urn:x\" "
    + "office:mimetype=\"application/vnd.oasis.opendocument.text\" office:version=\"1.3\">"

  private func package(_ inner: String, root: String = root) throws -> ZipArchive {
    try ZipArchive(ODFDocument(flat: Array((root + inner + "</office:document>").utf8)).package)
  }

  private func text(_ name: String, _ archive: ZipArchive) throws -> String {
    String(decoding: try archive.part(name), as: UTF8.self)
  }

  @Test func `each part goes where programs look for it`() throws {
    let archive = try package(
      "<office:meta><a/></office:meta>\n<office:font-face-decls/><office:styles><b>é</b>"
        + "</office:styles><office:automatic-styles><c/></office:automatic-styles>"
        + "<office:master-styles/><!-- mot --><office:body><d>x<e/></d></office:body>")
    let names =
      "xmlns:office=\"urn:o\" xmlns:draw='urn:d' xmlns:xlink=\"urn:x\" office:version=\"1.3\""
    #expect(
      try text("content.xml", archive)
        == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content \(names)>\n"
        + "<office:font-face-decls/><office:automatic-styles><c/></office:automatic-styles>"
        + "<!-- mot --><office:body><d>x<e/></d></office:body></office:document-content>\n")
    #expect(
      try text("styles.xml", archive).contains(
        "<office:styles><b>é</b></office:styles><office:automatic-styles><c/>"))
    #expect(try text("meta.xml", archive).contains("<office:meta><a/></office:meta>"))
    #expect(try archive.part("mimetype") == Array("application/vnd.oasis.opendocument.text".utf8))
    let manifest = try text("META-INF/manifest.xml", archive)
    for name in ["/", "content.xml", "styles.xml", "meta.xml", "settings.xml"] {
      #expect(manifest.contains("full-path=\"\(name)\""))
    }
  }

  @Test func `a picture becomes a file, and what is none stays where it is`() throws {
    let svg = "<svg>é</svg>"
    let letters = String(decoding: Base64.encoded(Array(svg.utf8)), as: UTF8.self)
    let spaced = letters.prefix(5) + "\n  " + letters.dropFirst(5)
    let archive = try package(
      "<office:body><draw:image draw:x=\"1\"><office:binary-data>\(spaced)</office:binary-data>"
        + "</draw:image><draw:object><office:binary-data>AAAA</office:binary-data></draw:object>"
        + "<draw:image><office:binary-data>\(letters)</office:binary-data><f/></draw:image>"
        + "</office:body>")
    #expect(try text("Pictures/1.svg", archive) == svg && text("Pictures/2.svg", archive) == svg)
    let link = " xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\">"
    #expect(
      try text("content.xml", archive).contains(
        "<office:body><draw:image draw:x=\"1\" xlink:href=\"Pictures/1.svg\"\(link)</draw:image>"
          + "<draw:object><office:binary-data>AAAA</office:binary-data></draw:object>"
          + "<draw:image xlink:href=\"Pictures/2.svg\"\(link)<f/></draw:image></office:body>"))
    #expect(try text("META-INF/manifest.xml", archive).contains("full-path=\"Pictures/2.svg\""))
  }

  @Test(arguments: [
    "", "<a/>", "<office:body>", "<office:body><x></office:body>", "<office:body/><office:body",
    "<office:meta/>",
  ])
  func `what is no document is refused`(inner: String) {
    #expect(throws: OfficeFault.self) { try package(inner) }
  }

  @Test(arguments: 0..<300 as Range<Int>)
  func `letters are the bytes that they stand for`(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
    #expect(Base64.decoded(Base64.encoded(bytes)) == bytes)
  }

  @Test func `every report as a package says what it says as one XML`() throws {
    let dossier = Dossier(of: try example())
    for report in OutgoingDocument.reports {
      let forms = try ["x.odt", "x.fodt"].map { name in
        try Everything.bytes(try #require(report.file(named: name)), dossier)
      }
      let flat = String(decoding: forms[1], as: UTF8.self)
        .replacing(/<office:binary-data>[^<]*<\/office:binary-data>/, with: "")
      let body = try Everything.text(forms[0]).replacing(
        /[ ]xlink:href="[^"]*" xlink:type[^>]*/, with: "")
      let start = try #require(flat.firstRange(of: "<office:body>"))
      let end = try #require(flat.firstRange(of: "</office:body>"))
      #expect(body.contains(flat[start.lowerBound..<end.upperBound]), "\(report.name)")
      #expect(try Everything.bytes(try #require(report.file(named: "x.odt")), dossier) == forms[0])
    }
  }

  @Test func `a template of somebody's own that is no document says so`() throws {
    let report = try #require(OutgoingDocument.reports[1].file(named: "x.odt"))
    guard case .filled(let name, let write) = report.writing else { return }
    let broken = try Template("<a>{{structure}}", file: name) { _ in nil }
    #expect(throws: Template.Fault(file: "ca.fodt", line: 1, cause: .noDocument)) {
      try write(Dossier(of: try example()), broken)
    }
  }
}
