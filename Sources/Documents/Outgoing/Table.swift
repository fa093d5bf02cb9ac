extension OutgoingDocument {
  /// A table for other programs, or for a French Excel; all but the grille and the data come in again.
  static let table = OutgoingDocument(
    name: "observations", title: "Observations", program: "Excel, CSV",
    help: "une table, qui se réimporte",
    files: [CSVFlavour.neutral, .excel].flatMap { flavour in
      [csv(.tableau, flavour) { $0.realiseSheet }]
        + (sheets + [donnees]).map { csv($0.part, flavour, $0.sheet) }
        + [csv(.acteurs, flavour) { $0.relationSheet }]
    },
    onScreen: csv(.observations, .excel) { $0.observationSheet },
    preview: .file(csv(.observations) { $0.observationSheet }),
    alsoOnScreen: [.ods, .xlsx, .fods].map { workbook($0, .observations) { [$0.observationSheet] } }
  )

  /// The sheets that may also stand alone in a spreadsheet.
  static let sheets: [(part: Part, sheet: @Sendable (Dossier) -> Sheet)] = [
    (.grille, { $0.grilleSheet }), (.outil, { $0.outilSheet }), (.cercle, { $0.observationSheet }),
    (.observations, { $0.observationSheet }), (.schema, { $0.indicateurSheet }),
    (.participants, { $0.participantSheet }),
  ]

  /// What stands alone, as it stacks with the same of other structures.
  static let donnees: (part: Part, sheet: @Sendable (Dossier) -> Sheet) = (
    .donnees, { $0.donneesSheet }
  )

  static func csv(
    _ part: Part, _ flavour: CSVFlavour = .neutral, _ sheet: @escaping @Sendable (Dossier) -> Sheet
  ) -> File {
    File(
      format: .csv, part: part, flavour: flavour, saysGrille: part == .grille || part == .outil,
      writing: .plain { sheet($0).csv(flavour) })
  }
}
