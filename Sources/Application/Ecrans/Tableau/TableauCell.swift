import DPES
import TerminalUI

/// One cell of the grid: its objective, and its réalisé with a shape, and a letter or a word.
struct TableauCell {
  let cell: Avancement.Case
  let marks: Marks
  let layout: TableauCellLayout

  func draw(at column: Int, _ row: Int, isCursor: Bool, _ canvas: inout Canvas) {
    if let objectif = cell.objectif {
      let isReach = objectif == .atteindre
      let style = isReach ? Style(.accent, .bold) : .faint
      let words = isReach ? ("atteindre", "a") : ("vérifier", "v")
      let text = layout.hasObjectifWords ? words.0 : words.1
      canvas.draw(text, at: column + (layout.hasObjectifWords ? 0 : 1), row, style)
    }
    drawRealise(at: column + layout.realise, row, isCursor: isCursor, &canvas)
  }

  private func drawRealise(at column: Int, _ row: Int, isCursor: Bool, _ canvas: inout Canvas) {
    let emphasis: Style.Emphasis = isCursor ? .reverse : []
    let words = TableauText(marks: marks)
    let mark = words.mark(of: cell)
    if isCursor {
      let area = Rect(column: column, row: row, width: layout.realiseWidth, height: 1)
      canvas.fill(area, .space, Style(mark?.ink ?? .text, .reverse))
    }
    guard let mark else { return }
    let text: String =
      if layout.hasRealiseWords {
        cell.realise == nil ? mark.sign : "\(mark.sign) \(mark.word)"
      } else {
        mark.sign + (isLoose ? " " : "") + words.letter(of: cell)
      }
    let end = column + layout.realiseWidth
    let next = canvas.draw(text, at: column, row, Style(mark.ink, emphasis), upTo: end)
    guard cell.etat == .enRetard else { return }
    let late = marks.late
    let style = Style(isCursor ? mark.ink : late.ink, emphasis.union(.bold))
    canvas.draw(late.sign, at: layout.hasRealiseWords ? next + 1 : end - 1, row, style, upTo: end)
  }

  /// Room for a blank between the shape and its letter.
  private var isLoose: Bool { layout.realiseWidth > 4 }
}
