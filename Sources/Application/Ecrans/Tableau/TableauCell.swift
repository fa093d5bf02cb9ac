import DPES
import TerminalUI

/// One cell of the grid: the letter of its objective, what is late, the sign of its réalisé, and where
/// there is room its value, or the target to come.
struct TableauCell {
  let cell: Avancement.Case
  /// nil for what is folded: its cells stand for several indicators.
  let indicateur: Indicateur?
  let marks: Marks
  let layout: TableauCellLayout

  /// The selected one is drawn on a chip.
  func draw(at column: Int, _ row: Int, isCursor: Bool, _ canvas: inout Canvas) {
    let ground: Style.Ground = isCursor ? .chip : .base
    if isCursor {
      let area = Rect(column: column, row: row, width: layout.width, height: 1)
      canvas.fill(area, .space, Style(.text, on: ground))
    }
    if let objectif = cell.objectif {
      let style =
        objectif == .atteindre ? Style(.accent, on: ground, .bold) : Style(.faint, on: ground)
      canvas.draw(objectif == .atteindre ? "a" : "v", at: column, row, style)
    }
    guard let mark = TableauText(marks: marks).mark(of: cell) else { return }
    let isUnsaid = cell.realise == nil
    let isLate = cell.etat == .enRetard
    if isLate, !isUnsaid {
      canvas.draw(marks.late.sign, at: column + 1, row, Style(marks.late.ink, on: ground, .bold))
    }
    let told = isLate && isUnsaid ? marks.late : mark
    canvas.draw(told.sign, at: column + 2, row, Style(told.ink, on: ground, .bold))
    guard layout.hasValue, let value else { return }
    let ink: Style.Ink = isUnsaid && !isCursor ? .faint : .text
    canvas.draw(value, at: column + 4, row, Style(ink, on: ground), upTo: column + layout.width)
  }

  /// The value entered, else the target to come; nil where there is none.
  private var value: String? {
    guard let indicateur else { return nil }
    if let realise = cell.realise {
      return realise.valeur.map { indicateur.short($0, in: layout.valueWidth) }
    }
    guard cell.etat != .enRetard, cell.objectif != nil else { return nil }
    let target = indicateur.cibles[cell.periode.mois] ?? indicateur.cible
    guard let target, case .nombre = target else { return nil }
    return indicateur.short(target, in: layout.valueWidth)
  }
}
