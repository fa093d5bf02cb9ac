import Testing

@testable import Documents

/// What numbers, formats and XML of a workbook say.
@Suite struct CellTextTests {
  @Test(arguments: [
    ("0.30000000000000004", "0.3"), ("1E-7", "0.0000001"),
    ("12345678901234567890", "12345678901234600000"),
    ("-0.5", "-0.5"), ("+7", "7"), ("007", "7"), ("0", "0"), ("-0.0", "0"), ("1.0", "1"),
    ("999999999999999.9", "1000000000000000"), ("1e3", "1000"), ("1E300", "1E300"),
    ("1E-300", "1E-300"), (".5", "0.5"),
  ])
  func `a number has fifteen digits and no exponent`(text: String, plain: String) {
    #expect(DecimalText.plain(text) == plain)
  }

  @Test(arguments: [
    ("0.31", "31"), ("0.315", "31.5"), ("1", "100"), ("0.07", "7"), ("0.285", "28.5"),
  ])
  func `a percentage moves the point`(text: String, plain: String) {
    #expect(DecimalText.plain(text, shift: 2) == plain)
  }

  @Test(arguments: ["", "-", "E5", "1.2.3", "0x10", "1E9999999999999999999", "1E", "nan", "inf"])
  func `what is no number is none`(text: String) { #expect(DecimalText.plain(text) == nil) }

  @Test(arguments: [
    ("General", CellFormat.number), ("Standard", .number), ("0%", .percentage),
    ("0.0\\ %", .percentage), ("dd/mm/yyyy", .day), ("jj/mm/aaaa", .day), ("mmm yy", .day),
    ("[$-40C]d\\ mmmm\\ yyyy;@", .day), ("yyyy-mm-dd h:mm:ss", .dayAndTime), ("h:mm", .time),
    ("mm:ss", .time), ("ss.000", .time), ("h:mm AM/PM", .time), ("[h]:mm", .duration),
    ("[mm]:ss", .duration), ("0\" jours\"", .number), ("\"Mois \"0", .number), ("0 jours", .number),
    ("[Red]0;[Blue]-0", .number), ("0_);\\(0\\)", .number), ("#,##0.00\\ \"€\"", .euros),
    ("#,##0 [$dh-40C]", .number), ("@", .number), ("", .number), ("\"", .number), ("[", .number),
    ("\\", .number), ("\"VRAI\";\"VRAI\";\"FAUX\"", .number),
  ])
  func `a format says what a number is`(code: String, format: CellFormat) {
    #expect(CellFormat(code: code) == format)
  }

  @Test(arguments: [
    ("46093", CellFormat.day, "2026-03-12"),
    ("46093.604166666664", .dayAndTime, "2026-03-12 14:30"),
    ("46093.99999999", .dayAndTime, "2026-03-13"), ("59", .day, "1900-02-28"),
    ("1", .day, "1900-01-01"),
    ("61", .day, "1900-03-01"), ("0.5", .time, "12:00"), ("1.5", .duration, "36:00"),
    ("0.000011574", .time, "00:00:01"), ("2958465", .day, "9999-12-31"),
  ])
  func `days are counted as spreadsheets count them`(
    text: String, format: CellFormat, shown: String
  ) {
    #expect(SerialDay(text, since1904: false)?.text(format) == shown)
  }

  @Test(arguments: ["", "-1", "2958466", "1E300", "nan", "x"])
  func `no day is made of other numbers`(text: String) {
    #expect(SerialDay(text, since1904: false) == nil)
    #expect(SerialDay(text, since1904: true) == nil)
  }

  @Test(arguments: [
    ("a_x000D__x000A_b", "a\nb"), ("a_x000D_\nb", "a\nb"), ("_x005F_x000D_", "_x000D_"),
    ("_x000G_", "_x000G_"), ("_x00", "_x00"), ("a_x0007_b_x001B_", "ab"), ("_xD800_x", "x"),
  ])
  func `characters that XML lacks are what they stand for`(written: String, text: String) {
    #expect(XLSXTexts.plain(Array(written.utf8)) == text)
  }

  @Test(arguments: [
    ("PT14H30M00S", "14:30"), ("PT36H00M00.5S", "36:00"), ("PT1M1S", "00:01:01"), ("P1D", "P1D"),
    ("PT99999999999999999999H", "PT99999999999999999999H"),
  ])
  func `times of OpenDocument are read`(iso: String, text: String) {
    #expect(ISOTime.duration(iso) == text)
  }

  private enum Name: String, CaseIterable { case a, b }

  /// The texts and the starts of known elements.
  private func read(_ text: String) throws -> String {
    try read(XMLReader(Array(text.utf8), Name.self))
  }

  private func read(_ start: XMLReader<Name>) throws -> String {
    var reader = start
    var out: [UInt8] = []
    while true {
      switch try reader.next() {
      case .start(let name?):
        out += Array("<\(name.rawValue)\(try reader.attribute("k") ?? "")>".utf8)
      case .text: try reader.appendText(to: &out)
      case .finished: return String(decoding: out, as: UTF8.self)
      default: break
      }
    }
  }

  @Test(arguments: [
    ("<a/>", "<a>"), ("<?xml version='1.0'?><!-- <b> --><a>x<b/>y</a>\n", "<a>x<b>y"),
    ("<x:a xmlns:x='u' x:k=\"1&lt;&#50;&#x33;\">&amp;&quot;&apos;&gt;</x:a >", "<a1<23>&\"'>"),
    ("<a><![CDATA[<b>&amp;]]></a>", "<a><b>&amp;"), ("<a>1\r\n2\r3</a>", "<a>1\n2\n3"),
    ("\u{FEFF}<a>é</a>", "<a>é"), ("<c><a k='>'/></c>", "<a>>"),
  ])
  func `an XML says its texts`(xml: String, text: String) throws { #expect(try read(xml) == text) }

  /// Wherever pieces of a part of a ZIP cut it: in a character, an entity, a name, a line end.
  @Test func `a part that comes in pieces says what it says whole`() throws {
    let rows = (0..<9_000).map { "<b k='\($0)é&lt;'>t\($0)&amp;é👩\u{200D}&#233;</b><c x=\"ü\"/>\n" }
    let long = String(repeating: "mot&amp;é\r\nà\r", count: 20_000)
    for text in [
      "<a>\(rows.joined())</a>", "<a>x\(long)<!--\(long)--><b>\(long)</b><![CDATA[\(long)]]></a>",
    ] {
      for isStored in [false, true] {
        var zip = ZipWriter()
        zip.add("x", Array(text.utf8), isStored: isStored)
        let archive = try ZipArchive(zip.finished())
        let pieces = try read(XMLReader(archive.pieces(of: "x"), Name.self))
        #expect(try pieces == read(text))
      }
    }
  }

  @Test func `a part that was changed is damaged, whatever is wrong in it then`() throws {
    var zip = ZipWriter()
    zip.add(
      "x", Array("<a><b>\(String(repeating: "mot ", count: 40_000))</b></a>".utf8), isStored: true)
    var file = zip.finished()
    let place = try #require(file.firstIndex(of: UInt8(ascii: "m")))
    file.replaceSubrange(place..<place + 4, with: Array("<!D ".utf8))
    var reader = try XMLReader(ZipArchive(file).pieces(of: "x"), Name.self)
    var fault: OfficeFault?
    do throws(OfficeFault) { while try reader.next() != .finished {} } catch { fault = error }
    let isWhole = reader.isWhole()
    #expect(fault == .unusual && !isWhole)
  }

  @Test(arguments: [
    "", "x", "<a>", "</a>", "<a></b>", "<a/><a/>", "<a/>x", "<a k/>", "<a k=1/>", "<a k='<'/>",
    "<a k='1>", "<a>&x;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#99999999999;</a>",
    "<a>&amp</a>", "<a><![CDATA[</a>", "<!-- ", "<a>\u{0}</a>", "<", "< a/>", "<a><", "<a>&",
    String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300),
  ])
  func `what is no XML is refused`(xml: String) {
    #expect(throws: OfficeFault.damaged) { try read(xml) }
  }

  @Test(arguments: ["<!DOCTYPE a><a/>", "<a><!ENTITY x ''></a>", "<![CDATA[x]]>"])
  func `nothing is declared`(xml: String) { #expect(throws: OfficeFault.unusual) { try read(xml) } }

  @Test func `bytes that are no text are refused`() {
    for bytes in [[0x3C, 0x61, 0x3E, 0xE9], [0xFF, 0xFE, 0x3C], [0xFE, 0xFF, 0xD8, 0, 0, 0x41]] {
      #expect(throws: OfficeFault.damaged) { try XMLReader(bytes.map(UInt8.init), Name.self) }
    }
  }
}
