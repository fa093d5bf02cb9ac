import DPES

extension Dossier {
  /// The matrix of the relations: a row an acteur, a column the structure or an acteur above the row.
  ///
  /// It says how partners are seen: no other document has it.
  package var relationSheet: Sheet {
    let acteurs = demarche.acteursDeLaCarte(le: jour)
    let columns =
      [
        Sheet.Column("Acteur, tel que le groupe le perçoit", name: "acteur", width: 70),
        Sheet.Column("nous", width: 50),
      ] + (1..<max(1, acteurs.count)).map { Sheet.Column("\($0)", width: 50) }
    let rows = acteurs.enumerated().map { row, acteur in
      let name = "\(row + 1) \(acteur.nom ?? "un acteur")"
      let others = [nil] + acteurs.prefix(max(0, acteurs.count - 1)).map { Optional($0.id) }
      let cells = others.enumerated().map { column, other in
        column > row ? Sheet.Cell.empty : .text(demarche.lien(Paire(other, acteur.id)).phrase)
      }
      return Sheet.Row.cells([.text(name)] + cells)
    }
    var sheet = Sheet("Acteurs", columns, frozen: 1, rows: rows)
    sheet.repeatedColumns = 1
    sheet.isWide = true
    return sheet
  }
}
