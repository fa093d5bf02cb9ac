extension OutgoingDocument {
  /// The tableau de bord laid out as a spreadsheet, with what else a sheet can say.
  static let classeur = OutgoingDocument(
    name: "classeur", title: "Tableau de bord", program: "LibreOffice",
    help: "un classeur pour LibreOffice",
    files: [tableauDeBord] + sheets.map { part, sheet in fods(part) { [sheet($0)] } }
      + [fods(.tout) { $0.sheets }],
    onScreen: tableauDeBord, preview: .file(csv(.tableau) { $0.realiseSheet }))

  private static let tableauDeBord = fods(.tableau) {
    [$0.tableauSheet, $0.observationSheet, $0.indicateurSheet]
  }

  private static func fods(_ part: Part, _ sheets: @escaping @Sendable (Dossier) -> [Sheet]) -> File
  {
    File(
      format: .fods, part: part, saysGrille: part == .grille || part == .tout,
      writing: .plain { Workbook(sheets($0)).bytes })
  }
}

extension Dossier {
  /// All of them, that of the grille where there are answers.
  var sheets: [Sheet] {
    [tableauSheet, observationSheet, indicateurSheet, realiseSheet, participantSheet]
      + (hasGrille ? [grilleSheet] : [])
  }
}
