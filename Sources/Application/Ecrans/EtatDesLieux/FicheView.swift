import DPES
import TerminalUI

/// What is written down of the organisation or of its pilotage: a row for each thing, and the
/// selected one in full below.
struct FicheView: SectionView {
  let etat: EtatEcran
  let layout: ListLayout
  private let rows: [EtatRows.FicheRow]
  private let foot: StyledLines
  /// Columns of the widest label, and of the blank after it.
  private let labels: Int

  init(_ state: State, in area: Rect) {
    etat = state.etat
    rows = state.etat.rows.fiches[state.etat.section] ?? []
    foot = Self.foot(state, width: area.width)
    layout = ListLayout(area, rows: rows.count, footRows: foot.lines.count)
    let widest = rows.map { TextWidth.columns(of: $0.label) }.max() ?? 0
    labels = min(widest + 2, layout.list.width / 2)
  }

  func draw(on canvas: inout Canvas) {
    canvas.draw(
      heading, at: layout.heading.column, layout.heading.row, .faint,
      upTo: layout.heading.endColumn)
    etat.list.view.draw(on: &canvas, in: layout.list, of: rows.count, line: line)
    foot.draw(in: layout.foot, on: &canvas)
  }

  /// The length of the candidature as a whole: the call takes two pages.
  private var heading: String {
    guard etat.section == .structure else { return "Qui pilote la démarche, et pourquoi" }
    let length = rows.filter { $0.content == .rubrique(.candidature) && $0.isLong }
      .reduce(0) { $0 + $1.value.count }
    guard length > 0 else { return "Carte d’identité, exercices, candidature" }
    let text = "Candidature\u{A0}: \(length.counting("signe"))"
    let whole = "\(text)\u{A0}; deux pages en font environ 6\u{A0}000"
    return TextWidth.fits(whole, layout.heading.width) ? whole : text
  }

  func line(_ row: Int, width: Int) -> ListLine {
    let row = rows[row]
    var line = ListLine()
    line.add(row.label, from: 0, upTo: labels - 1, .faint)
    line.add(
      row.value.isEmpty ? "à dire" : row.value, from: labels, upTo: width - 1,
      row.value.isEmpty ? .faint : .text)
    return line
  }

  private static func foot(_ state: State, width: Int) -> StyledLines {
    var lines = StyledLines(width: max(1, width))
    guard let row = state.etat.ficheRow else { return lines }
    let length = row.isLong && !row.value.isEmpty ? row.value.count.counting("signe") : nil
    lines.add(facts: [[Span(row.label, .title)]] + (length.map { [[Span($0, .faint)]] } ?? []))
    if !row.value.isEmpty { lines.add(row.value, .text) }
    if !row.aide.isEmpty { lines.add(row.aide, .faint) }
    if let question = EtatEcran.pilotageQuestion(state) {
      lines.add("?\u{A0}\(question.texte)", .faint, maxLines: 2)
    }
    return lines
  }
}
