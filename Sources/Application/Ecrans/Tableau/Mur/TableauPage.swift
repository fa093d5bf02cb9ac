import DPES
import TerminalUI

/// One axis in one period: its indicators, each with what was expected, what came of it, and its state
/// as an aplat; the periods below.
enum TableauPage: WallPage {
  static let name = "tableau"
  static let title = "l’axe"

  static func bandeau(_ state: State) -> Bandeau {
    guard let avancement = state.derived.avancement, let line = state.tableau.selected,
      let periode = avancement.periodes.first(where: { $0.mois == state.tableau.mois })
    else {
      return Bandeau(
        ground: .banner, word: "Tableau de bord",
        lines: ["Objectif, puis réalisé\u{A0}: ce que le groupe vérifie tous les six mois."])
    }
    let words = PeriodWords(periode, avancement, state)
    return Bandeau(
      ground: .plain,
      word: state.wallScale == .least ? line.axe.axe.motCourt : line.axe.axe.nomCourt,
      place: "période de \(periode.mois)\u{A0}mois",
      lines: [words.sentence(TableauText(marks: state.marks)), "objectif, puis réalisé"])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard state.tableau.selected != nil else {
      return drawNothing(state, in: area, on: &canvas)
    }
    var rest = area
    if state.wallScale > .least, let strip = PeriodStrip(state, width: area.width) {
      strip.draw(in: rest.takeBottom(2), on: &canvas)
      canvas.drawHorizontal(at: area.column, rest.takeBottom(1).row, length: area.width)
    }
    let rule = rest.endRow
    let list = TableauWallList(state, in: rest.size)
    list.draw(state.marks, in: rest, on: &canvas)
    // More of the axis stands above or below.
    let words = (list.hasBefore ? ["↑ plus haut"] : []) + (list.hasAfter ? ["↓ plus bas"] : [])
    guard !words.isEmpty, state.wallScale > .least else { return }
    let text = " \(state.environment.symbols.spelled(words.joined(separator: " · "))) "
    canvas.draw(text, at: area.endColumn - 2 - TextWidth.columns(of: text), rule, .faint)
  }

  static func keys(_ state: State) -> [String] {
    guard state.tableau.selected != nil else { return [] }
    return ["z axe suivant", "← → période", "↑ ↓ indicateur"]
  }

  /// What is missing, and how it begins.
  static func drawNothing(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let hint =
      "Un palier, au schéma (4), dit ce qui sera atteint et quand\u{A0}; ses indicateurs viennent ici, "
      + "de six mois en six mois."
    let lines = TextWidth.wrap(hint, width: area.width, maxLines: max(1, area.height / 2))
    let foot = rest.takeBottom(lines.count)
    for (row, line) in lines.enumerated() {
      canvas.draw(line, at: foot.column, foot.row + row, .faint, upTo: foot.endColumn)
    }
    _ = rest.takeBottom(1)
    WallView.drawSentence(
      "Il n’y a pas encore d’indicateur à suivre.", state, in: &rest, on: &canvas)
  }
}
