import DPES
import TerminalUI

/// One cell of the grid: its objective, and its réalisé with a shape, and a letter or a word.
struct TableauCell {
  private let cell: Avancement.Case
  private let marks: Marks
  private let layout: TableauCellLayout

  init(_ cell: Avancement.Case, marks: Marks, layout: TableauCellLayout) {
    self.cell = cell
    self.marks = marks
    self.layout = layout
  }

  func draw(
    at column: Int, _ row: Int, on ground: Style.Ground, isCursor: Bool, _ canvas: inout Canvas
  ) {
    if let objectif = cell.objectif {
      let isReach = objectif == .atteindre
      let style = isReach ? Style(.accent, on: ground, .bold) : Style(.faint, on: ground)
      let text =
        layout.hasObjectifWords
        ? isReach ? "atteindre" : "vérifier" : isReach ? "a" : "v"
      canvas.draw(text, at: column + (layout.hasObjectifWords ? 0 : 1), row, style)
    }
    drawRealise(at: column + layout.realise, row, on: ground, isCursor: isCursor, &canvas)
  }

  private func drawRealise(
    at column: Int, _ row: Int, on ground: Style.Ground, isCursor: Bool, _ canvas: inout Canvas
  ) {
    let emphasis: Style.Emphasis = isCursor ? .reverse : []
    let mark = TableauText(marks).mark(of: cell)
    if isCursor {
      let area = Rect(column: column, row: row, width: layout.realiseWidth, height: 1)
      canvas.fill(area, .space, Style(mark?.ink ?? .text, on: ground, .reverse))
    }
    guard let mark else { return }
    let text: String =
      if layout.hasRealiseWords {
        cell.realise == nil ? mark.sign : "\(mark.sign) \(mark.word)"
      } else {
        mark.sign + (isLoose ? " " : "") + TableauText(marks).letter(of: cell)
      }
    let end = column + layout.realiseWidth
    let next = canvas.draw(text, at: column, row, Style(mark.ink, on: ground, emphasis), upTo: end)
    guard cell.etat == .enRetard else { return }
    let late = marks.late
    let style = Style(isCursor ? mark.ink : late.ink, on: ground, emphasis.union(.bold))
    canvas.draw(
      late.sign, at: layout.hasRealiseWords ? next + 1 : end - 1, row, style, upTo: end)
  }

  /// Room for a blank between the shape and its letter.
  private var isLoose: Bool { layout.realiseWidth > 4 }
}
