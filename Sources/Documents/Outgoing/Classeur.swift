import DPES

extension OutgoingDocument {
  /// The tableau de bord laid out as a spreadsheet, with what else a sheet can say.
  static let classeur = OutgoingDocument(
    name: "classeur", title: "Tableau de bord", program: "tableur",
    help: "un classeur (.ods pour tous, .xlsx pour Excel, .fods d’un seul tenant)",
    files: [.ods, .xlsx, .fods].flatMap { format in
      [workbook(format, .tableau, tableauDeBord)]
        + (sheets + [donnees]).map { part, sheet in workbook(format, part) { [sheet($0)] } }
        // Only for those who ask for it by its name.
        + [
          workbook(format, .acteurs) { [$0.relationSheet] }, workbook(format, .tout) { $0.sheets },
        ]
    },
    onScreen: workbook(.ods, .tableau, tableauDeBord),
    preview: .file(csv(.tableau) { $0.realiseSheet }))

  private static let tableauDeBord: @Sendable (Dossier) -> [Sheet] = {
    [$0.tableauSheet, $0.observationSheet, $0.indicateurSheet]
  }

  static func workbook(
    _ format: Format, _ part: Part, _ sheets: @escaping @Sendable (Dossier) -> [Sheet]
  ) -> File {
    let form = format.workbook ?? .ods
    return File(
      format: format, part: part, saysGrille: [.grille, .outil, .tout].contains(part),
      cuts: { form == .xlsx ? $0.workbook(sheets($0)).cutTexts : 0 },
      writing: .plain { $0.workbook(sheets($0)).bytes(form) })
  }
}

extension Dossier {
  /// All of them, that of the grille where there are answers.
  var sheets: [Sheet] {
    [tableauSheet, observationSheet, indicateurSheet, realiseSheet, participantSheet]
      + (hasGrille ? [grilleSheet] : [])
  }

  func workbook(_ sheets: [Sheet]) -> Workbook {
    let foot =
      "\(demarche.structure.raisonSociale) · \(jour.french)" + (sansNoms ? " · sans noms" : "")
    return Workbook(sheets, foot: foot, papier: papier)
  }
}
