import DPES
import TerminalUI

/// One palier on the timeline: a step whose corner stands at its deadline.
///
/// ```
///             ┌ · 2 Planning partagé ────
///      ┌ ✔ 1 Achats équitables
/// ```
struct StepView {
  let palier: Avancement.ParPalier
  /// The corner of the step above; nil for the last one, or one that has no deadline.
  let nextCorner: Int?
  let isLast: Bool
  let label: StepLabel
  let mark: Marks.Mark

  init(
    _ axis: Avancement.ParAxe, at position: Int, on timeline: Timeline, rows: Int, marks: Marks
  ) {
    palier = axis.paliers[position]
    mark = marks.mark(palier.etat)
    label = StepLabel(palier, mark: mark, on: timeline, rows: rows)
    isLast = position == axis.paliers.count - 1
    nextCorner =
      isLast
      ? nil : axis.paliers[position + 1].palier.echeanceMois.map(timeline.column(ofMonth:))
  }

  func draw(in area: Rect, on timeline: Timeline, isSelected: Bool, canvas: inout Canvas) {
    drawLines(in: area, on: timeline, canvas: &canvas)
    let columns = label.columns
    let ground: Style.Ground = isSelected ? .selected : .base
    // The blanks around the words are drawn with them: a change of style costs more than a blank.
    for (row, text) in zip(area.row..<area.endRow, label.lines) {
      let isFirst = row == area.row
      let head = isFirst ? " \(label.head) " : String(repeating: " ", count: label.indent + 1)
      let end = canvas.draw(
        head, at: columns.lowerBound - 1, row, Style(isFirst ? mark.ink : .text, on: ground))
      let next = canvas.draw(text, at: end, row, Style(.text, on: ground), upTo: area.endColumn)
      canvas.fill(
        Rect(column: next, row: row, width: columns.upperBound + 1 - next, height: 1)
          .intersection(area), .space, Style(.text, on: ground))
    }
  }

  /// The riser, the corner, and the tread up to the next step.
  private func drawLines(in area: Rect, on timeline: Timeline, canvas: inout Canvas) {
    guard let corner = label.corner else { return }
    let line = palier.etat == .tenu ? Style(.green) : Style.faint
    let isFirst = palier.rang == 1
    let joined: Symbol = isFirst ? .bottomLeft : .teeLeft
    canvas.put(nextCorner == corner ? joined : .topLeft, at: corner, area.row, line)
    if !isFirst { canvas.drawVertical(at: corner, area.row + 1, length: area.height - 1, line) }
    let start = max(corner + 1, label.columns.upperBound + 1)
    let end = isLast ? timeline.endColumn : nextCorner ?? corner
    canvas.drawHorizontal(at: start, area.row, length: end - start, line)
    if let nextCorner, nextCorner >= start {
      canvas.put(.bottomRight, at: nextCorner, area.row, line)
    }
  }
}
