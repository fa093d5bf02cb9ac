import DPES
import Testing

@testable import Documents

/// Tables as CSV, written and read.
@Suite struct CSVTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("-Une baisse", "'-Une baisse"), ("+33", "'+33"), ("@x", "'@x"),
    ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=x", "''=x"), ("'hier", "'hier"), ("x=1", "x=1"), ("", ""),
  ])
  func `a cell that a spreadsheet would run is kept from it, and comes back`(
    text: String, written: String
  ) {
    #expect(Formula.defused(text) == written)
    #expect(Formula.restored(written) == text)
  }

  @Test func `the French flavour is what Excel opens, the other what tools read`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    _ = demarche.ajouterObservation(
      "-Une « baisse » ; \"forte\"", axe: .utilite, statut: .rouge,
      Signature(quand: Instant(seconds: 0), jour: today), ids: &Self.ids)
    let sheet = Dossier(of: demarche).observationSheet
    #expect(
      String(decoding: sheet.csv(.neutral), as: UTF8.self)
        == "axe,statut,texte,auteur,numero,priorite\r\n"
        + "utilite,rouge,\"'-Une « baisse » ; \"\"forte\"\"\",,1,\r\n")
    #expect(
      String(decoding: sheet.csv(.excel), as: UTF8.self)
        == "\u{FEFF}axe;statut;texte;auteur;numero;priorite\r\n"
        + "utilite;rouge;\"'-Une « baisse » ; \"\"forte\"\"\";;1;\r\n")
  }

  nonisolated(unsafe) private static var ids = IDGenerator(seed: 1)

  @Test(arguments: ["utf8", "bom", "utf16le", "utf16be", "utf16-bare", "windows1252"])
  func `a spreadsheet's encodings are all read`(encoding: String) throws {
    let text = "texte;statut\r\nL’été coûte 3 € à Noël;vert\r\n"
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes: [UInt8] =
      switch encoding {
      case "bom": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case "utf16le": [0xFF, 0xFE] + little
      case "utf16be": [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case "utf16-bare": little
      case "windows1252":
        text.unicodeScalars.map { ["’": 0x92, "€": 0x80][$0] ?? UInt8($0.value) }
      default: Array(text.utf8)
      }
    let table = try Grid(csv: bytes)
    #expect(
      table.rows.map(\.fields) == [["texte", "statut"], ["L’été coûte 3 € à Noël", "vert"]])
  }

  @Test(arguments: [
    ("a;b\n1;2", [["a", "b"], ["1", "2"]]),
    ("a,b\n\"1,5\",2", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\r1\t2\r", [["a", "b"], ["1", "2"]]),
    ("sep=;\na;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    ("a;b\n\"deux\nlignes\";\"x\"\"y\"\n;\n3", [["a", "b"], ["deux\nlignes", "x\"y"], ["3"]]),
  ])
  func `separators, quotes and line ends are read as they are met`(
    text: String, rows: [[String]]
  ) throws {
    #expect(try Grid(csv: Array(text.utf8)).rows.map(\.fields) == rows)
  }

  @Test func `what is no table says where`() {
    #expect(throws: CSVFault.empty) { try Grid(csv: []) }
    #expect(throws: CSVFault.openQuote(row: 2)) { try Grid(csv: Array("a;b\n1;\"x".utf8)) }
  }
}
