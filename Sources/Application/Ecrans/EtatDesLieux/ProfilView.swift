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
      etat.list.view.draw(on: &canvas, in: gridArea, of: etat.rows.profil.count, line: line)
    }
    drawFoot(on: &canvas)
  }

  func line(_ row: Int, width: Int) -> ListLine {
    let row = etat.rows.profil[row]
    var line = ListLine()
    guard row.index == nil else {
      line.add("·", from: 2, upTo: 3)
      line.add(row.texte, from: 4, upTo: width - 1)
      return line
    }
    let boite = etat.rows.profilStrategique[row.cle]
    let title = marks.sign(of: row.cle) + row.cle.nom
    guard boite.elements.isEmpty else {
      line.add(title, from: 0, upTo: width - 1, .strong)
      return line
    }
    let word = boite.etat == .neant ? "néant" : "à demander"
    let end = min(TextWidth.columns(of: title), width - 3 - TextWidth.columns(of: word))
    line.add(title, from: 0, upTo: end, .faint)
    line.add(word, from: end + 2, upTo: width - 1, boite.etat == .neant ? .text : .faint)
    return line
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
