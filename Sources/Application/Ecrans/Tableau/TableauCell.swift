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
  ///
  /// Blanks have the style of what they follow, and nothing is bold: a change of style costs more bytes
  /// than all of a cell's words.
  func draw(at column: Int, _ row: Int, isCursor: Bool, _ canvas: inout Canvas) {
    let ground: Style.Ground = isCursor ? .chip : .base
    let end = column + layout.width
    if isCursor {
      let area = Rect(column: column, row: row, width: layout.width, height: 1)
      canvas.fill(area, .space, Style(.text, on: ground))
    }
    let isUnsaid = cell.realise == nil
    let passed = marks.passed(cell)
    if let objectif = cell.objectif {
      let isReach = objectif == .atteindre
      // On the chip in the ink of what follows.
      let ink: Style.Ink = isCursor ? .text : isReach ? .accent : .faint
      canvas.draw(isReach ? "a" : "v", at: column, row, Style(ink, on: ground))
    }
    guard let mark = TableauText(marks: marks).mark(of: cell) else { return }
    let told = isUnsaid ? passed ?? mark : mark
    let late = isUnsaid ? " " : passed?.sign ?? " "
    let lateInk = isUnsaid ? told.ink : passed?.ink ?? told.ink
    canvas.draw(late, at: column + 1, row, Style(lateInk, on: ground))
    let next = canvas.draw("\(told.sign) ", at: column + 2, row, Style(told.ink, on: ground))
    guard layout.hasValue else { return }
    let style = Style(isUnsaid && !isCursor ? .faint : .text, on: ground)
    let after = canvas.draw(value ?? "", at: next, row, style, upTo: end)
    canvas.fill(
      Rect(column: after, row: row, width: end - after, height: 1), .space,
      value == nil ? Style(told.ink, on: ground) : style)
  }

  /// The value entered, else the target to come; nil where there is none.
  private var value: String? {
    guard let indicateur else { return nil }
    if let realise = cell.realise {
      return realise.valeur.map { indicateur.short($0, in: layout.valueWidth) }
    }
    guard marks.passed(cell) == nil, cell.objectif != nil else { return nil }
    guard let target = indicateur.cible(a: cell.periode.mois), case .nombre = target else {
      return nil
    }
    return indicateur.short(target, in: layout.valueWidth)
  }
}
