import DPES
import Testing

@testable import Documents

/// How workbooks come on paper, and what stands in them for those who read or filter.
@Suite struct WorkbookLayoutTests {
  private func part(_ name: String, _ workbook: Workbook, _ form: Workbook.Form) throws -> String {
    try #require(try Everything.parts(workbook.bytes(form)).first { $0.name == name }).text
  }

  @Test func `the tableau de bord is one page wide on A3, and two on A4 with its paliers on both`()
    throws
  {
    let dossier = Dossier(of: try example())
    let sheet = dossier.tableauSheet
    let (large, small) = (PrintLayout(sheet, on: .a3), PrintLayout(sheet, on: .a4))
    #expect(large.paper == .a3 && large.scale == nil && large.breaks == [])
    // Letters of nine points stay above 7.4.
    let width = sheet.columns.reduce(0) { $0 + $1.width }
    #expect(9 * (420 - 2 * PrintLayout.margin) * 10 / width >= 74)
    // Before « 24 mois ».
    #expect(small.paper == .a4 && small.scale == 83 && small.breaks == [11])
    let text = String(
      decoding: Workbook([sheet], papier: .a4).bytes(.fods), as: UTF8.self)
    #expect(text.contains("style:scale-to=\"83%\"") && !text.contains("style:scale-to-X"))
    let broken = text.split(separator: "<style:style ").filter { $0.contains("break-before") }
    #expect(broken.count == 1 && broken[0].hasPrefix("style:name=\"co0-11\""))
    let repeated = text.split(separator: "<table:table-header-columns>")[1]
      .split(separator: "</table:table-header-columns>")[0]
    #expect(repeated.split(separator: "<table:table-column ").count == 3)
    let excel = try part("xl/worksheets/sheet1.xml", Workbook([sheet], papier: .a4), .xlsx)
    #expect(excel.contains("<brk id=\"11\"") && excel.contains("paperSize=\"9\""))
    let names = try part("xl/workbook.xml", Workbook([sheet]), .xlsx)
    #expect(names.contains(">'Tableau de bord'!$A:$C,'Tableau de bord'!$1:$3<"))
  }

  @Test func `in a workbook of Excel a few rows do not spill on a second page of A3`() throws {
    var demarche = try example()
    let sheet = { Workbook([Dossier(of: demarche).tableauSheet], papier: .a3) }
    let fitting = try part("xl/worksheets/sheet1.xml", sheet(), .xlsx)
    #expect(fitting.contains("fitToWidth=\"1\" fitToHeight=\"1\""))
    // Where the letters would be too small there are more pages.
    let paliers = demarche.schema.paliers
    for index in 0..<40 {
      var more = paliers[0]
      more.id = "plus-\(index)"
      demarche.schema.paliers.append(more)
    }
    let long = try part("xl/worksheets/sheet1.xml", sheet(), .xlsx)
    #expect(long.contains("fitToWidth=\"1\" fitToHeight=\"0\""))
  }

  @Test func `on pages side by side no title goes beyond the columns that stand on each`() throws {
    let dossier = Dossier(of: try example())
    let parted = Workbook([dossier.tableauSheet], papier: .a4).sheets[0]
    let lines = parted.lines.filter { $0.look == "titre" || $0.look == "axe" }
    #expect(lines.count == 5)
    for line in lines {
      #expect(line.cells.map(\.columns) == [3, 8, parted.columns.count - 11])
      #expect(line.cells[1].value == line.cells[2].value)
    }
    #expect(
      lines[0].cells.prefix(2).map(\.value) == [
        .text("Résidence du Halage"), .text("Tableau de bord au \(today.french)"),
      ])
    // What a merged cell covers has no line of its own.
    let text = String(
      decoding: Workbook([dossier.tableauSheet], papier: .a4).bytes(.fods), as: UTF8.self)
    #expect(text.contains("<table:covered-table-cell table:style-name=\"titre\""))
    let whole = Workbook([dossier.tableauSheet]).sheets[0]
    #expect(whole.lines.first { $0.look == "titre" }?.cells.count == 1)
  }

  @Test(arguments: [1, 6, 10, 100])
  func `however many periods, no page is wider than its paper nor a period cut in two`(
    periods: Int
  ) throws {
    var demarche = try example()
    demarche.schema.dureeMois = periods * 6
    for index in demarche.schema.paliers.indices {
      demarche.schema.paliers[index].echeanceMois = 6
    }
    let sheet = Dossier(of: demarche).tableauSheet
    for papier in Papier.allCases {
      let layout = PrintLayout(sheet, on: papier)
      let ends = layout.breaks + [sheet.columns.count]
      var start = 0
      for end in ends {
        let again = start == 0 ? 0 : sheet.columns[..<3].reduce(0) { $0 + $1.width }
        let width = sheet.columns[start..<end].reduce(again) { $0 + $1.width }
        #expect(width * 83 / 100 <= papier.size.width - 2 * PrintLayout.margin)
        #expect((end - 5) % 2 == 0)
        start = end
      }
    }
  }

  @Test func `flat sheets have buttons to filter by, the tableau has none`() throws {
    let dossier = Dossier(of: try example())
    let workbook = dossier.workbook([
      dossier.tableauSheet, dossier.observationSheet, dossier.realiseSheet, dossier.donneesSheet,
    ])
    let text = try part("content.xml", workbook, .ods)
    let ranges = text.matches(
      of: /target-range-address="([^"]*)" table:display-filter-buttons="true"/)
    #expect(
      ranges.map { String($0.1) } == [
        "'Observations'.A1:'Observations'.F\(dossier.observationSheet.rows.count + 1)",
        "'Réalisés'.A1:'Réalisés'.G\(dossier.realiseSheet.rows.count + 1)",
        "'Données'.A1:'Données'.AG120",
      ])
    #expect(try !part("xl/worksheets/sheet1.xml", workbook, .xlsx).contains("autoFilter"))
    #expect(
      try part("xl/worksheets/sheet4.xml", workbook, .xlsx).contains(
        "<autoFilter ref=\"A1:AG120\"/>"))
    #expect(
      try part("xl/workbook.xml", workbook, .xlsx).contains(
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"3\" hidden=\"1\">'Données'!$A$1:$AG$120<"
      ))
  }

  @Test func `each page says the structure, the day and its number, in French`() throws {
    var demarche = try example()
    demarche.structure.raisonSociale = "12 rue & <fils>"
    var dossier = Dossier(of: demarche)
    dossier.sansNoms = true
    let workbook = dossier.workbook([dossier.tableauSheet])
    let foot = "12 rue &amp; &lt;fils&gt; · 21 novembre 2026 · sans noms · page "
    let styles = try part("styles.xml", workbook, .ods)
    #expect(styles.contains("\(foot)<text:page-number>1</text:page-number>/<text:page-count>"))
    #expect(styles.contains("fo:language=\"fr\" fo:country=\"FR\""))
    // Excel takes one & for an order, and digits after it for a size.
    #expect(
      try part("xl/worksheets/sheet1.xml", workbook, .xlsx).contains(
        "&amp;C&amp;8 12 rue &amp;&amp; &lt;fils&gt; · 21 novembre 2026 · sans noms · page &amp;P/&amp;N<"
      ))
    #expect(try part("docProps/core.xml", workbook, .xlsx).contains("<dc:language>fr-FR"))
    #expect(try part("meta.xml", workbook, .ods).contains("<dc:language>fr-FR"))
  }

  @Test func `a period that is closed says so above its columns`() throws {
    let dossier = Dossier(of: try example())
    let groups = dossier.tableauSheet.groups.map(\.value)
    #expect(groups[1] == .text("6\u{A0}mois (close)\n1er octobre 2025 → 31 mars 2026"))
    #expect(groups[2] == .text("12\u{A0}mois\n1er avril 2026 → 30 septembre 2026"))
    #expect(
      groups[3] == .text("18\u{A0}mois, profil intermédiaire\n1er octobre 2026 → 31 mars 2027"))
  }
}

/// The flat table, which stacks with those of other structures.
@Suite struct DonneesTests {
  @Test func `its columns never change, and a line has a key`() throws {
    let sheet = Dossier(of: try example()).donneesSheet
    let names =
      "structure,siren,demarche,axe,rang,palier,etatPalier,echeanceMois,echeance,indicateur,"
      + "indicateurId,nature,unite,sens,cible,responsable,periode,debut,fin,close,objectif,"
      + "objectifValeur,statut,etat,valeurNombre,valeurTexte,numerateur,denominateur,commentaire,"
      + "date,preuve,preuveLieu,preuveDate"
    let csv = String(decoding: sheet.csv(.neutral), as: UTF8.self)
    #expect(csv.hasPrefix(names + "\r\n"))
    #expect(sheet.columns.map(\.title).joined(separator: ",") == names)
    var (keys, alone) = (Set<[Sheet.Value]>(), 0)
    for case .cells(let cells) in sheet.rows {
      #expect(cells.count == 33)
      if cells[10].value == .empty {
        alone += 1
      } else {
        keys.insert([2, 10, 16].map { cells[$0].value })
      }
    }
    #expect(keys.count == 118 && alone == 1 && sheet.rows.count == 119)
  }

  @Test func `it says what the tableau says, each thing in its column`() throws {
    var demarche = try example()
    let palier = demarche.schema.paliers[0]
    demarche.schema.paliers[0].indicateurs[0].sens = .baisse
    demarche.schema.paliers[0].indicateurs[0].realises[42] = Realise()
    let sheet = Dossier(of: demarche).donneesSheet
    let rows = sheet.rows.compactMap { row -> [String: Sheet.Value]? in
      guard case .cells(let cells) = row else { return nil }
      return Dictionary(
        zip(sheet.columns.map(\.name), cells.map(\.value)), uniquingKeysWith: { $1 })
    }
    let own = rows.filter { $0["indicateurId"] == .text(palier.indicateurs[0].id) }
    #expect(own.map { $0["periode"] }.contains(.number(42)))
    #expect(own[0]["sens"] == .text("baisse") && own[0]["close"] == .text("oui"))
    #expect(own[0]["valeurNombre"] == .number(2) && own[0]["valeurTexte"] == .empty)
    #expect(own[0]["statut"] == .text("atteint") && own[0]["objectif"] == .text("atteindre"))
    #expect(own[0]["date"] == .day(try #require(Day(iso: "2026-02-18"))))
    #expect(rows.contains { $0["etat"] == .text("perdu") && $0["etatPalier"] == .text("perdu") })
    #expect(rows.contains { $0["etat"] == .text("en-retard") && $0["statut"] == .empty })
    #expect(rows.contains { $0["valeurTexte"] == .text("oui") && $0["valeurNombre"] == .empty })
  }

  @Test func `two of them stack, whatever stands in them`() throws {
    var (first, second) = (TextGenerator(seed: 3), TextGenerator(seed: 4))
    let sheets = [first.demarche(), second.demarche()].map { Dossier(of: $0).donneesSheet }
    let tables = try sheets.map { try Grid(csv: $0.csv(.neutral)).rows.map(\.fields) }
    let stacked = try Grid(
      csv: sheets[0].csv(.neutral) + sheets[1].csv(.neutral).drop { $0 != 10 }.dropFirst())
    #expect(stacked.rows.map(\.fields) == tables[0] + tables[1].dropFirst())
  }
}

extension Sheet.Value {
  fileprivate static func number(_ number: Int) -> Self { Sheet.Cell.number(number).value }
}
