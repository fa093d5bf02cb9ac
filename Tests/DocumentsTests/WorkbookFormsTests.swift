import DPES
import JSONTree
import Testing

@testable import Documents

/// Workbooks in their three forms: whatever stands in them, our own reader finds the same cells.
@Suite struct WorkbookFormsTests {
  /// What a reader of a sheet has to find: no empty rows, nothing empty at the end of one.
  static func expected(_ sheet: Sheet) -> [[String]] {
    sheet.lines.map { line in
      var fields = line.cells.flatMap { cell in
        [text(cell.value)] + Array(repeating: "", count: cell.columns - 1)
      }
      while fields.last?.isEmpty ?? false { fields.removeLast() }
      return fields
    }.filter { !$0.isEmpty }
  }

  private static func text(_ value: Sheet.Value) -> String {
    switch value {
    case .empty: ""
    case .text(let text), .word(_, let text):
      String(
        String.UnicodeScalarView(
          text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").unicodeScalars
            .filter(XMLText.isAllowed)))
    case .number(let number): DecimalText.plain(number.spelling) ?? number.spelling
    case .day(let day): day.iso
    }
  }

  private func expectSame(_ workbook: Workbook, _ said: String = "") throws {
    for form in Workbook.Form.allCases {
      let bytes = workbook.bytes(form)
      #expect(bytes == workbook.bytes(form), "\(form) \(said)")
      let file = try WorkbookFile(bytes)
      #expect(file.sheets.map(\.name) == workbook.sheets.map(\.name))
      for sheet in workbook.sheets {
        let rows = Self.expected(sheet)
        guard !rows.isEmpty else { continue }
        #expect(
          try file.grid(sheet: sheet.name).rows.map(\.fields) == rows,
          "\(form) \(sheet.name) \(said)")
      }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `any démarche comes back cell by cell`(seed: UInt64) throws {
    var generator = TextGenerator(seed: seed)
    let dossier = Dossier(of: generator.demarche())
    try expectSame(dossier.workbook(dossier.sheets + [dossier.donneesSheet]), "\(seed)")
  }

  @Test func `the example and an empty démarche come back cell by cell`() throws {
    for demarche in [try example(), Demarche(id: "d", raisonSociale: "Vide", debut: today)] {
      let dossier = Dossier(of: demarche)
      try expectSame(dossier.workbook(dossier.sheets + [dossier.donneesSheet]))
    }
  }

  @Test(arguments: [
    "=1+1", "+33", "@x", "-", "'x", "\u{1B}[31m\u{0}rouge\u{7}", "\u{FFFE}\u{FFFF}x", "_x0041_",
    "_x000D_ _x005F_ _x12", "  bords  ", "\n\nlignes\n\n", "a\tb\r\nc\rd", "\u{202E}abc\u{202C}",
    "שלום עולם", "🙂👩\u{200D}🔬🇫🇷", "e\u{301}", "co\u{AD}opérative", "<b>&amp;]]>\"'",
    "\u{A0}insécable\u{A0}",
    "12", "12/03/2026", "VRAI", "1E5", "#DIV/0!", "\u{200B}",
  ])
  func `a hostile text stays a text, and the same`(text: String) throws {
    let column = Sheet.Column(text, width: 40)
    let sheet = Sheet(
      "Essai", [column, Sheet.Column("b", width: 10)],
      rows: [.cells([.text(text), .text("fin")]), .heading(text + "x")])
    try expectSame(Workbook([sheet], foot: text), text)
    for form in [Workbook.Form.ods, .xlsx] {
      let parts = try Everything.parts(Workbook([sheet], foot: text).bytes(form))
      for part in parts { #expect(XMLWitness(part.text).fault == nil, "\(part.name)") }
      #expect(!parts.contains { $0.text.contains("<f>") || $0.text.contains("table:formula") })
    }
  }

  @Test func `a text that Excel has no room for is cut there, says so, and is whole elsewhere`()
    throws
  {
    let long = String(repeating: "é🙂 ", count: 12_000)
    let whole = String(repeating: "x", count: XLSXText.longest)
    let sheet = Sheet(
      "Longs", [Sheet.Column("a", width: 40)],
      rows: [.cells([.text(long + "x")]), .cells([.text(whole)])])
    let workbook = Workbook([sheet])
    #expect(workbook.cutTexts == 1)
    let read = try WorkbookFile(workbook.bytes(.xlsx)).grid().rows.map { $0.fields[0] }
    #expect(read[1].utf16.count <= XLSXText.longest && read[1].utf16.count > XLSXText.longest - 4)
    #expect(read[1].hasSuffix(XLSXText.cutMark) && read[2] == whole)
    #expect(try WorkbookFile(workbook.bytes(.ods)).grid().rows[1].fields == [long + "x"])
  }

  @Test func `numbers and days that a spreadsheet lacks are texts, and the others what they are`()
    throws
  {
    func number(_ spelling: String) throws -> Sheet.Cell {
      guard case .number(let number) = try JSONValue.parse(Array(spelling.utf8)) else {
        return .empty
      }
      return Sheet.Cell(.number(number))
    }
    let days = ["0001-01-01", "1900-02-28", "1900-03-01", "2026-11-29", "9999-12-31"]
    let cells =
      try ["0", "-12.50", "1e3", "1000000000000"].map(number)
      + days.map { Sheet.Cell.day(Day(iso: $0)) }
    let columns = cells.indices.map { Sheet.Column("c\($0)", width: 20) }
    let workbook = Workbook([Sheet("N", columns, rows: [.cells(cells)])])
    for form in Workbook.Form.allCases {
      #expect(
        try WorkbookFile(workbook.bytes(form)).grid().rows[1].fields
          == ["0", "-12.5", "1000", "1000000000000"] + days, "\(form)")
    }
    let part = try #require(
      try Everything.parts(workbook.bytes(.xlsx)).first { $0.name.hasSuffix("sheet1.xml") })
    #expect(part.text.contains("><v>-12.50</v>") && part.text.contains("<v>46355</v>"))
  }

  @Test(arguments: [
    (["Feuille"], ["Feuille"]), (["a:b*c?d/e\\f[g]"], ["a b c d e f g"]),
    (["", "", "  "], ["Feuille 1", "Feuille 2", "Feuille 3"]),
    (["Été", "été", "ÉTÉ"], ["Été", "été 2", "ÉTÉ 3"]),
    (
      [String(repeating: "long ", count: 9), String(repeating: "long ", count: 9)],
      ["long long long long long long l", "long long long long long long 2"]
    ),
    (["'cité'", "History", "a\u{0}b"], ["cité", "History 2", "a b"]),
    (["x 2", "x", "X"], ["x 2", "x", "X 3"]),
    (["🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"], ["🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"]),
  ])
  func `sheets have names that every program takes`(names: [String], given: [String]) {
    let sheets = names.map { Sheet($0, [Sheet.Column("a", width: 10)]) }
    #expect(Workbook(sheets).sheets.map(\.name) == given)
  }

  @Test func `a sheet of nothing, and a workbook of no sheet, are files too`() throws {
    for sheets in [[], [Sheet("Vide", [])], [Sheet("Titres", [Sheet.Column("", width: 10)])]] {
      for form in Workbook.Form.allCases {
        #expect(try WorkbookFile(Workbook(sheets).bytes(form)).sheets.count == max(1, sheets.count))
      }
    }
  }
}
