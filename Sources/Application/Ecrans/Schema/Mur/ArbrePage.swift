import DPES
import TerminalUI

/// The method's own drawing: four branches from one root, a node a palier.
///
/// The three profiles join the nodes: four axes side by side, without a total.
enum ArbrePage: WallPage {
  static let name = "arbre"
  static let title = "l’arbre"

  static func isOffered(_ state: State) -> Bool { refusal(state) == nil }

  /// Why it can't be shown; nil when it can.
  static func refusal(_ state: State) -> String? {
    guard state.derived.avancement?.axes.contains(where: { !$0.paliers.isEmpty }) == true else {
      return "Le schéma n’a pas encore de palier\u{A0}: il n’y a pas d’arbre à montrer."
    }
    return state.wallScale < .full
      ? "L’arbre demande 100 colonnes et 30 lignes\u{A0}: z montre l’escalier d’un axe." : nil
  }

  static func bandeau(_ state: State) -> Bandeau {
    Bandeau(
      ground: .plain, word: "Arbre des quatre axes", subject: [state.schema.axe.nomCourt],
      lines: [
        "Du centre vers les coins\u{A0}: un nœud par palier, et trois profils qui les relient.",
        "Les quatre axes côte à côte, sans total.",
      ])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let avancement = state.derived.avancement else { return }
    var rest = area
    let top = rest.takeTop(1)
    let legend = Self.legend(avancement, state)
    let bottom = rest.takeBottom(1)
    let corners = Axe.allCases.map { axe in
      let name = Style(.accent, axe == state.schema.axe ? [.bold, .underline] : .bold)
      return [
        Span(axe.nomCourt, name),
        Span("  \(PalierWords.level(avancement[axe]))", .faint),
      ]
    }
    // Between the lower corners where there is room, else above them.
    let side = max(corners[2].columns, corners[3].columns)
    let shown = legend.first { $0.columns + 6 <= area.width - 2 * side }
    let row = shown == nil ? rest.takeBottom(1) : bottom
    Self.draw(
      shown ?? legend[0], at: row.column + (row.width - (shown ?? legend[0]).columns) / 2, row.row,
      on: &canvas)
    ArbreFigure(avancement, state, in: rest).draw(on: &canvas)
    for (index, spans) in corners.enumerated() {
      let row = index < 2 ? top : bottom
      let isLeft = index % 2 == 0
      let told = isLeft ? spans : [Span("\(spans[1].text.dropFirst(2))  ", .faint), spans[0]]
      Self.draw(
        told, at: isLeft ? row.column : row.endColumn - told.columns, row.row, on: &canvas)
    }
  }

  static func keys(_ state: State) -> [String] { ["↑ ↓ palier", "← → axe"] }

  private static func draw(
    _ spans: [Span], at column: Int, _ row: Int, on canvas: inout Canvas
  ) {
    var column = column
    for span in spans { column = canvas.draw(span.text, at: column, row, span.style) }
  }

  /// What the letters and the lines are: with the months, then without.
  private static func legend(_ avancement: Avancement, _ state: State) -> [[Span]] {
    let symbols = state.environment.symbols
    func line(_ unicode: String, _ ascii: String) -> String { symbols.sign(unicode, ascii: ascii) }
    let months = [
      "", ", \(avancement.intermediaireMois)\u{A0}mois", ", \(avancement.dureeMois)\u{A0}mois",
    ]
    return [months, ["", "", ""]].map { months in
      [
        Span("A \(line("──", "##")) actuel", .strong),
        Span("   I \(line("╌╌", "++")) intermédiaire\(months[1])", .title),
        Span("   C \(line("··", "**")) cible\(months[2])", .title),
      ]
    }
  }
}
