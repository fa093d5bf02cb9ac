import DPES
import JSONTree
import Testing

@testable import Documents

/// A cell that is one down several rows says the same of each of them.
@Suite struct ImportMergedCellsTests {
  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

  /// A sheet whose cells in some places are one with those below them.
  private static func taken(
    _ rows: [[String]], merged: [(column: Int, rows: ClosedRange<Int>)]
  ) throws -> Importation {
    var builder = GridBuilder()
    for (place, row) in rows.enumerated() { try builder.append(row, at: place + 1) }
    try builder.merge(
      merged.map { CellArea(rows: $0.rows, columns: $0.column...$0.column) })
    return try Importation(
      builder.grid(), .indicateurs, into: empty,
      Signature(quand: Instant(seconds: 0), jour: today), ids: IDGenerator(seed: 1),
      words: importWords())
  }

  @Test func `a deadline, people, a target and an axis over several rows are each row's`() throws {
    let taken = try Self.taken(
      [
        ["Axe", "Action", "Échéance", "Indicateur", "Cible", "Responsable", "Avec"],
        ["Utilité", "Livret", "12", "Remis", "4", "SC", ""],
        ["", "Parrainage", "", "Couples", "", "", ""],
        ["", "Tutorat", "", "Heures", "", "", ""],
        ["Territoire", "Fête", "", "Visiteurs", "", "", ""],
      ],
      merged: [(0, 2...4), (2, 2...4), (4, 2...3), (5, 2...4)])
    #expect(taken.refusals == [])
    let paliers = taken.demarche.schema.paliers
    #expect(paliers.map(\.axe) == [.utilite, .utilite, .utilite, .territoire])
    #expect(paliers.map(\.echeanceMois) == [12, 12, 12, nil])
    let four = Valeur.nombre(JSONNumber(4))
    #expect(paliers.map { $0.indicateurs.first?.cible } == [four, four, nil, nil])
    let sc = taken.demarche.participants.first?.id
    #expect(sc != nil && paliers.map { $0.indicateurs.first?.responsable } == [sc, sc, sc, nil])
  }

  @Test func `a title alone beside a merged axis is asked about as where there is none`() throws {
    let taken = try Self.taken(
      [
        ["Axe", "Action", "Échéance"], ["Utilité", "Livret", "12"],
        ["", "Objectif 2 : accueillir", ""], ["", "Jardin", ""], ["", "Tutorat", "13"],
      ], merged: [(0, 2...5)])
    let reason = Importation.Reason.bareTitle("Objectif 2 : accueillir", meanings: ["palier"])
    #expect(taken.refusals == [.init(row: 3, reason: reason)])
    #expect(taken.notices.contains(.bareTitles(.indicateurs, rows: [4], ["Jardin"])))
  }

  @Test func `an action over several rows is one palier, and what says who a row is stays its own`()
    throws
  {
    let taken = try Self.taken(
      [
        ["Id", "Axe", "Action", "Indicateur"], ["A1", "Utilité", "Livret", "Remis"],
        ["", "", "", "Lus"],
      ], merged: [(0, 2...3), (1, 2...3), (2, 2...3)])
    #expect(taken.refusals == [])
    #expect(taken.demarche.schema.paliers.map(\.intitule) == ["Livret"])
    #expect(taken.demarche.schema.paliers[0].indicateurs.map(\.intitule) == ["Remis", "Lus"])
  }

  @Test func `a formula that was never worked out is no empty cell where a row is known by it`()
    throws
  {
    var builder = GridBuilder()
    for (place, row) in [
      ["Axe", "Action", "Indicateur", "Cible"], ["U", "Livret", "Remis", "4"], ["", "", "Lus", ""],
      ["Total", "", "", ""],
    ].enumerated() { try builder.append(row, at: place + 1) }
    for (row, column) in [(3, 1), (3, 3), (4, 1)] { builder.missesResult(row: row, column: column) }
    let taken = try Importation(
      builder.grid(), .indicateurs, into: Self.empty,
      Signature(quand: Instant(seconds: 0), jour: today), ids: IDGenerator(seed: 1),
      words: importWords())
    #expect(
      taken.refusals == [.init(row: 3, reason: .cellError("#FORMULE!", column: "palier"))])
    #expect(taken.demarche.schema.paliers.map { $0.indicateurs.map(\.intitule) } == [["Remis"]])
  }

  @Test func `cells of a flat document of LibreOffice that are one are found`() throws {
    let content = """
      <?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
      office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>\
      <table:table table:name="Plan"><table:table-row><table:table-cell><text:p>Action</text:p></table:table-cell>\
      <table:table-cell><text:p>Échéance</text:p></table:table-cell></table:table-row>\
      <table:table-row><table:table-cell><text:p>Livret</text:p></table:table-cell>\
      <table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1"><text:p>12</text:p></table:table-cell></table:table-row>\
      <table:table-row><table:table-cell><text:p>Fête</text:p></table:table-cell><table:covered-table-cell/></table:table-row>\
      </table:table></office:spreadsheet></office:body></office:document>
      """
    let grid = try WorkbookFile(Array(content.utf8)).grid()
    #expect(grid.merged == [CellArea(rows: 2...3, columns: 1...1)])
    let taken = try Importation(
      grid, .indicateurs, into: Self.empty, Signature(quand: Instant(seconds: 0), jour: today),
      ids: IDGenerator(seed: 1), words: importWords(), choices: ImportChoices(axe: .utilite))
    #expect(taken.demarche.schema.paliers.map(\.echeanceMois) == [12, 12])
  }
}
