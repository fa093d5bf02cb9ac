import DPES

extension Dossier {
  /// The answers of every grille, the latest first: what was answered, with its question.
  package var grilleSheet: Sheet {
    var sheet = Sheet("Grille", Sheet.grilleColumns)
    sheet.isWide = true
    // What is said of an acteur or on a fiche is of its tool, and leaves with that alone.
    for grille in demarche.grilles.ordered(by: { -($0.date?.number ?? 0) })
    where grille.sujet == nil {
      sheet.rows += questions(grille).map { one in
        .cells([
          Sheet.Cell(grille.referentiel.map { .word($0, shown: name(of: grille)) } ?? .empty),
          .day(grille.date),
          .axe(one.axe),
          .text(one.theme),
          Sheet.Cell(.text(one.reponse.point ?? "")),
          .text(one.intitule),
          .word(one.reponse.existante, shown: \.mot),
          .text(one.reponse.existanteTexte),
          .word(one.reponse.aIntegrer, shown: \.mot),
          .text(one.reponse.aIntegrerTexte),
          .number(one.reponse.echeanceAns),
        ])
      }
    }
    return sheet
  }
}

extension Reponse.AIntegrer {
  fileprivate var mot: String {
    switch self {
    case .oui: "oui"
    case .non: "non"
    case .ideal: "dans l’idéal"
    }
  }
}

extension Sheet {
  static let grilleColumns = [
    Column("Référentiel", width: 40), Column("Date", width: 24), Column("Axe", width: 24),
    Column("Thème", width: 45), Column("Code", width: 30), Column("Point", width: 80),
    Column("Existante", width: 28), Column("Explication", width: 70),
    Column("Intégrer", width: 28), Column("Manière", width: 70), Column("Années", width: 18),
  ]
}
