import DPES

extension Dossier {
  /// What was said in a tool, a row for each thing said; the line of a curseur is drawn, and never a
  /// number.
  package var outilSheet: Sheet {
    var sheet = Sheet("Outil", Sheet.outilColumns)
    sheet.isWide = true
    guard let outil else { return sheet }
    for feuille in feuilles(outil) {
      let reponses = Dictionary(
        (feuille.grille?.reponses ?? []).compactMap { one in one.point.map { ($0, one) } },
        uniquingKeysWith: { $1 })
      for theme in outil.themes {
        for point in theme.points {
          let codes = [point.code] + point.anciens
          guard let reponse = codes.lazy.compactMap({ reponses[$0] }).first else { continue }
          sheet.rows += rows(outil, feuille, theme, point, reponse)
        }
      }
    }
    return sheet
  }

  private func rows(
    _ outil: Referentiel, _ feuille: Feuille, _ theme: Referentiel.Theme,
    _ point: Referentiel.Point, _ reponse: Reponse
  ) -> [Sheet.Row] {
    let isCurseur = point.forme == .curseur && reponse.existante != .nonConcerne
    let line = isCurseur ? Curseur(reponse).ligne() : ""
    func row(_ sens: String?, _ fleches: String?, _ dit: String?) -> Sheet.Row {
      .cells([
        .text(outil.nom), .text(feuille.titre), .day(feuille.grille?.date),
        .text(theme.intitule), .text(point.code), .text(point.intitule), .text(line),
        .text(isCurseur && reponse.priorite ? "pleine" : nil), .text(sens), .text(fleches),
        .text(dit),
      ])
    }
    let arguments = (isCurseur ? reponse.arguments : []).map {
      row($0.sens?.rawValue ?? "dit", $0.fleches("→", "←"), $0.texte)
    }
    let all = arguments + dits(point, reponse).map { row(nil, nil, $0) }
    return all.isEmpty ? [row(nil, nil, nil)] : all
  }
}

extension Sheet {
  static let outilColumns = [
    Column("Outil", width: 40), Column("Feuille", width: 45), Column("Date", width: 24),
    Column("Thème", width: 45), Column("Code", width: 30), Column("Point", width: 80),
    Column("Curseur", width: 36), Column("Boule", width: 20), Column("Sens", width: 20),
    Column("Déplacement", width: 28), Column("Dit", width: 80),
  ]
}
