import DPES
import TerminalUI

/// The profil stratégique, drawn: nine boxes on one screen, or a list of them where there is less
/// room; below, what is selected in full, and something to ask about its box.
struct ProfilView: SectionView {
  let etat: EtatEcran
  let marks: Marks
  /// What is asked of the selected box.
  private let question: Suggestions.Question?
  let area: Rect
  private let foot: Rect
  /// nil where the boxes have no room side by side.
  let grid: ProfilGrid?
  private let gridArea: Rect

  init(_ state: State, in area: Rect) {
    etat = state.etat
    marks = state.marks
    question = etat.profilRow.flatMap { EtatEcran.profilQuestion(state, for: $0.cle) }
    self.area = area
    var rest = area
    let rows = area.height >= 26 ? 5 : area.height >= 20 ? 4 : area.height >= 17 ? 3 : 2
    foot = rest.takeBottom(rows)
    if rest.height > 18 { _ = rest.takeBottom(1) }
    gridArea = rest
    grid = ProfilGrid.fits(rest) ? ProfilGrid(state, in: rest) : nil
  }

  /// The list of the narrow form.
  var layout: ListLayout { ListLayout(list: gridArea, foot: foot) }

  func draw(on canvas: inout Canvas) {
    if let grid {
      grid.draw(etat, arrow: marks.symbols.arrow, on: &canvas)
    } else {
      let rows = etat.rows.profil
      etat.list.view.draw(on: &canvas, in: gridArea, of: rows.count) {
        drawRow(rows[$2], in: $1, on: &$0)
      }
    }
    drawFoot(on: &canvas)
  }

  private func drawRow(_ row: EtatRows.ProfilRow, in line: Rect, on canvas: inout Canvas) {
    let boite = etat.rows.profilStrategique[row.cle]
    let end = line.endColumn - 1
    guard row.index == nil else {
      canvas.draw("  · \(row.texte)", at: line.column, line.row, .text, upTo: end)
      return
    }
    let title = canvas.draw(
      marks.sign(of: row.cle) + row.cle.nom, at: line.column, line.row,
      boite.elements.isEmpty ? .faint : .strong,
      upTo: end)
    guard boite.elements.isEmpty else { return }
    canvas.draw(
      boite.etat == .neant ? "néant" : "à demander", at: title + 2, line.row,
      boite.etat == .neant ? .text : .faint, upTo: end)
  }

  private func drawFoot(on canvas: inout Canvas) {
    guard let row = etat.profilRow else { return }
    var lines = StyledLines(width: max(1, foot.width))
    let questionRows =
      question == nil || grid == nil && foot.height < 3 ? 0 : foot.height > 3 ? 2 : 1
    lines.add(
      row.texte, row.index == nil ? .title : .text, maxLines: max(1, foot.height - questionRows))
    if let question, questionRows > 0 {
      lines.add("?\u{A0}\(question.texte)", .faint, maxLines: questionRows)
    }
    lines.draw(in: foot, on: &canvas)
  }
}
