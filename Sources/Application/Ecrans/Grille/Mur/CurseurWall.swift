import DPES
import TerminalUI

/// A question with its curseur on the wall: the question in letters, the line as wide as the wall,
/// what was said last.
///
/// No author stands there, nor a collège.
enum CurseurWall {
  /// What the legend says of it.
  static let legend = "Chaque argument déplace le curseur\u{A0}; le groupe dit de combien."

  /// The answer as it is shown: with an argument whose move is being said, as that is now.
  static func reponse(_ point: GrilleRows.Point, _ state: State) -> Reponse? {
    (state.modes.last as? CurseurMove).map { $0.shown(point.reponse) } ?? point.reponse
  }

  static func draw(
    _ point: GrilleRows.Point, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    var rest = area
    let reponse = reponse(point, state)
    let letters = state.wallLetters
    let said = (reponse?.arguments.last?.texte).map { "«\u{A0}\($0)\u{A0}»" }
    let foot = TextWidth.wrap(
      said ?? "Aucun argument encore.", width: rest.width,
      maxLines: state.wallScale == .full ? 3 : 2)
    // Short windows have the line close under the question.
    let gap = rest.height > 12 ? 2 : rest.height > 7 ? 1 : 0
    var below = rest.takeBottom(min(rest.height - 1, 1 + 2 * gap + foot.count))
    let sentence = WallSentence(point.point.intitule, in: rest.size, letters: letters)
    sentence.draw(in: rest, letters: letters, .text, on: &canvas)
    _ = below.takeTop(gap)
    drawLine(Curseur(reponse), state, in: below.takeTop(1), on: &canvas)
    _ = below.takeTop(gap)
    canvas.draw(foot, said == nil ? .faint : .strong, fromTopOf: &below)
  }

  private static func drawLine(
    _ curseur: Curseur, _ state: State, in row: Rect, on canvas: inout Canvas
  ) {
    let symbols = state.environment.symbols
    let steps = max(1, (row.width - 7) / (2 * Curseur.pas))
    let line = "\(symbols.minus) \(curseur.ligne(symbols.curseur, parPas: steps)) +"
    let start = row.column + max(0, (row.width - TextWidth.columns(of: line)) / 2)
    canvas.draw(line, at: start, row.row, Style(.accent, .bold), upTo: row.endColumn)
  }
}
