package import TerminalUI

/// The keys on one page, to be printed and laid beside the laptop.
///
/// They come from the action tables: of each place what its bottom line can show, in the same words, and
/// what everybody needs of what is heard everywhere.
package enum AideMemoire {
  /// In cells: what Writer and the usual printers put on one A4 page of fixed letters.
  package static let size = Size(80, 64)

  /// The page as it is printed.
  package static func canvas(_ symbols: SymbolSet) -> Canvas {
    var canvas = Canvas(size, symbols: symbols)
    canvas.draw("Palier\u{A0}: les touches", at: 0, 0, Style(.text, .bold), upTo: size.width)
    var row = titleRows
    for place in places {
      canvas.draw(place.title, at: 0, row, Style(.text, .bold), upTo: titleWidth - 1)
      for line in lines(of: place.actions, symbols) {
        for (cell, text) in line {
          canvas.draw(text, at: titleWidth + cell * cellWidth, row, Style(.text), upTo: size.width)
        }
        row += 1
      }
    }
    return canvas
  }

  /// Rows that all of it takes.
  static func height(_ symbols: SymbolSet) -> Int {
    places.reduce(titleRows) { $0 + lines(of: $1.actions, symbols).count }
  }

  private static let titleRows = 2
  private static let (titleWidth, cells, cellWidth) = (16, 3, 21)

  /// Entries in cells, those that are longer than a cell in two or three of them.
  static func lines(of actions: [Action], _ symbols: SymbolSet) -> [[(cell: Int, text: String)]] {
    var lines: [[(cell: Int, text: String)]] = []
    var next = cells
    for action in actions {
      let text = entry(action, symbols)
      let span = min(cells, (TextWidth.columns(of: text) + cellWidth) / cellWidth)
      if next + span > cells {
        lines.append([])
        next = 0
      }
      lines[lines.count - 1].append((next, text))
      next += span
    }
    return lines
  }

  private static func entry(_ action: Action, _ symbols: SymbolSet) -> String {
    let keys = action.lineKeys ?? action.keys.first?.label ?? ""
    return "\(symbols.spelled(keys)) \(action.short ?? action.title)"
  }

  /// What everybody needs of what is heard on every screen.
  private static let everywhere: [Action] =
    Screen.all.compactMap { ActionTable.everywhere.actions.named("ecran.\($0.name)").first }
    + ActionTable.everywhere.actions.named(
      "annuler", "retablir", "chercher", "palette", "aide", "salle", "sortir", "importer",
      "methode",
      "glossaire", "parole", "noms", "theme", "enregistrer", "quitter")

  private static let wall: [Action] =
    ActionTable.wall.actions.named(
      "salle.page", "salle.legende", "salle.minuteur", "salle.distance")

  /// The bottom lines, without what leaves a place.
  private static let places: [(title: String, actions: [Action])] = [
    ("Partout", everywhere),
    ("Cercle", ActionTable.cercle.inLine),
    ("Saisir", [ActionTable.captureTexte, .captureAxe, .captureStatut].flatMap(\.inLine)),
    ("Images", ActionTable.images.inLine),
    ("Votes", ActionTable.votes.inLine),
    ("Vue salle", wall),
    ("Tour de table", EtatEcran.table(of: .participants).inLine),
    ("Profil", EtatEcran.table(of: .profilStrategique).inLine),
    ("Séances", EtatEcran.table(of: .seances).inLine),
    ("Cycle", EtatEcran.table(of: .cycle).inLine),
    ("Grille", ActionTable.grille.inLine),
    ("Schéma", ActionTable.schema.inLine),
    ("Tableau", ActionTable.tableau.inLine),
    ("À faire", ActionTable.aFaire.inLine),
    ("Finances", ActionTable.finances.inLine),
    ("Fiches", ActionTable.form.inLine),
    ("Documents", ActionTable.export.inLine),
  ].map { place in
    (place.0, place.1.filter { !$0.keys.contains(.escape) && !$0.keys.contains(.backspace) })
  }
}
