import Foundation
import Testing

@testable import Documents

/// Workbooks as programs write them, each file with one thing that is easily read wrong.
@Suite struct WorkbookFileTests {
  private static let simple = [
    ["axe", "statut", "texte", "auteur"],
    ["A", "rouge", "L’accueil n’est pas assuré le samedi", "MD"],
    ["B", "vert", "Deux lignes\ndans une case", "JL"],
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Tables/\(name)")))
  }

  @Test(arguments: [
    "01-simple", "08-prefixe", "09-sans-reperes", "10-antislash", "11-capitales", "12-flux",
    "13-zip64", "14-commentaire", "17-utf16", "38-queue",
  ])
  func `however a workbook of Excel is put together, its cells are the same`(name: String) throws {
    let grid = try WorkbookFile(Self.bytes(name + ".xlsx")).grid()
    #expect(grid.rows.map(\.fields) == Self.simple)
    #expect(grid.rows.map(\.number) == [1, 2, 3])
    #expect(grid.remarks == [])
  }

  @Test func `numbers are what their format shows`() throws {
    let grid = try WorkbookFile(Self.bytes("02-formats.xlsx")).grid()
    #expect(
      grid.rows.map(\.fields) == [
        ["date"], ["2026-03-12"], ["2026-03-12 14:30"], ["31\u{A0}%"], ["31.5\u{A0}%"],
        ["2026-03-12"], ["2026-03-12"], ["12"], ["1250\u{A0}€"], ["3"], ["36:00"], ["0.3"],
        ["0.0000001"], ["12345678901234600000"], ["VRAI"], ["1900-02-28"], ["2026-03-12"],
        ["46093"], ["5"],
      ])
    #expect(grid.rows.map(\.number) == Array(1...15) + Array(17...20))
    #expect(grid.remarks == [.uncalculated(1, cells: ["A16"])])
  }

  @Test(arguments: ["40-libreoffice.ods", "41-libreoffice.xlsx"])
  func `LibreOffice writes the same numbers`(name: String) throws {
    let rows = try WorkbookFile(Self.bytes(name)).grid().rows.map(\.fields)
    // An amount is one by the style of its cell in one, and by none in the other.
    let amount = name.hasSuffix(".xlsx") ? "1250\u{A0}€" : "1250"
    #expect(
      rows.prefix(14) == [
        ["date"], ["2026-03-12"], ["2026-03-12 14:30"], ["31\u{A0}%"], ["31.5\u{A0}%"],
        ["2026-03-12"], ["2026-03-12"], ["12"], [amount], ["3"], ["36:00"], ["0.3"],
        ["0.0000001"], ["12345678901234600000"],
      ])
    #expect(rows[15] == ["#DIV/0!"])
  }

  @Test(arguments: [
    ("03-1904.xlsx", [["2026-03-12"]]),
    (
      "04-fusion.xlsx",
      [
        ["titre fusionné"], ["palier", "indicateur"], ["Accueil", "un"], ["", "deux"],
        ["", "trois"],
      ]
    ),
    ("07-texte-riche.xlsx", [["Le chaîne suit "], ["bord  gardé "], ["a\tb"], ["commenté"]]),
    (
      "15-types.xlsx",
      [
        ["en ligne", "calculé", "2026-03-12", "#DIV/0!", "a\nb _x0041_", "漢", "VRAI"], ["2"],
        ["", "1"],
      ]
    ),
    ("30-repetes.ods", [["axe", "", "", "texte"], ["A"], ["A"], ["fin"]]),
    (
      "32-textes.ods",
      [["deux   espaces pliés\nseconde\nligne\ttab", "avec note", "img"]]
    ),
    (
      "33-types.ods",
      [["31\u{A0}%", "2026-03-12", "1250.5", "VRAI", "12\u{A0}€", "14:30", "#DIV/0!"]]
    ),
    ("34-fusion.ods", [["titre", "", "après"]]), ("36-suivi.ods", [["tête"], ["groupe"]]),
  ])
  func `a cell says what a person sees in it`(name: String, rows: [[String]]) throws {
    #expect(try WorkbookFile(Self.bytes(name)).grid().rows.map(\.fields) == rows)
  }

  @Test func `rows keep the numbers that the program shows`() throws {
    #expect(
      try WorkbookFile(Self.bytes("30-repetes.ods")).grid().rows.map(\.number) == [1, 2, 3, 9])
  }

  @Test(arguments: [
    (
      "05-caches.xlsx",
      [
        Grid.Remark.sheet("Vue", others: [], hidden: ["Listes", "Macro"]),
        .hidden(rows: 1, columns: 1),
      ]
    ),
    ("06-formule-sans-valeur.xlsx", [.uncalculated(2, cells: ["A2", "A3"])]),
    (
      "35-cachee.ods",
      [.sheet("Vue", others: [], hidden: ["Cachée"]), .hidden(rows: 1, columns: 0)]
    ),
  ])
  func `what is hidden or was never worked out is told`(
    name: String, remarks: [Grid.Remark]
  ) throws {
    #expect(try WorkbookFile(Self.bytes(name)).grid().remarks == remarks)
  }

  @Test(arguments: [
    ("16-doctype.xlsx", OfficeFault.unusual), ("23-coupe.xlsx", .damaged),
    ("24-abime.xlsx", .damaged), ("31-bombe-repetee.ods", .tooLarge),
    ("37-chiffre.ods", .password), ("22-binaire.xlsb", .foreign), ("25-html.xls", .foreign),
  ])
  func `what can't be read whole is refused whole`(name: String, fault: OfficeFault) throws {
    let bytes = try Self.bytes(name)
    #expect(throws: fault) { try WorkbookFile(bytes).grid() }
  }

  @Test(arguments: [
    ("01-simple.xlsx", FileKind.workbook("xlsx")), ("10-antislash.xlsx", .workbook("xlsx")),
    ("20-ancien.xls", .workbook("xls")), ("21-mot-de-passe.xlsx", .locked),
    ("22-binaire.xlsb", .workbook("xlsb")), ("25-html.xls", .page),
    ("33-types.ods", .workbook("ods")),
  ])
  func `a workbook is known by its bytes`(name: String, kind: FileKind) throws {
    #expect(try FileKind(Self.bytes(name)) == kind)
  }

  @Test func `a sheet is taken by its name, a hidden one too`() throws {
    let file = try WorkbookFile(Self.bytes("05-caches.xlsx"))
    let grid = try file.grid(sheet: "LISTES")
    #expect(grid.rows.map(\.fields) == [["liste de choix"]])
    #expect(grid.remarks == [.sheet("Listes", others: ["Vue"], hidden: ["Macro"])])
    #expect(throws: OfficeFault.unknownSheet("Vues", known: ["Vue", "Listes", "Macro"])) {
      try file.grid(sheet: "Vues")
    }
    #expect(throws: OfficeFault.empty) { try file.grid(sheet: "Macro") }
  }

  @Test func `spaces that OpenDocument folds are one, or none at the ends`() throws {
    let text =
      "<d><spreadsheet><table name='F'><table-row><table-cell><p> a <span> b</span>\n </p>"
      + "</table-cell></table-row></table></spreadsheet></d>"
    #expect(try WorkbookFile(Array(text.utf8)).grid().rows.map(\.fields) == [["a b"]])
  }

  @Test func `of several sheets with cells none is chosen`() throws {
    let table = { (name: String) in
      "<table:table table:name='\(name)'><table:table-row><table:table-cell><text:p>x</text:p>"
        + "</table:table-cell></table:table-row></table:table>"
    }
    let text =
      "<office:document><office:body><office:spreadsheet>\(table("Un"))\(table("Deux"))"
      + "<table:table table:name='Vide'/></office:spreadsheet></office:body></office:document>"
    let file = try WorkbookFile(Array(text.utf8))
    #expect(throws: OfficeFault.severalSheets(["Un", "Deux"])) { try file.grid() }
    #expect(throws: OfficeFault.empty) {
      try WorkbookFile(Array("<a><spreadsheet/></a>".utf8)).grid()
    }
  }
}
