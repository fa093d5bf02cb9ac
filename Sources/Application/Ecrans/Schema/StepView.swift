import DPES
import TerminalUI

/// One palier on the timeline, drawn: a step whose corner stands at its deadline.
struct StepView {
  let palier: Avancement.ParPalier
  let label: StepLabel
  /// The corner of the step above; nil for the last one, or one that has no deadline.
  let nextCorner: Int?
  let isLast: Bool
  /// Whether the tread of the step below reaches its corner.
  let isReached: Bool
  let mark: Marks.Mark

  init(
    _ axis: Avancement.ParAxe, at position: Int, _ label: StepLabel, above lower: StepLabel?,
    on timeline: Timeline, marks: Marks
  ) {
    palier = axis.paliers[position]
    self.label = label
    mark = marks.mark(palier.etat)
    isReached =
      lower.flatMap { lower in label.corner.map { $0 > lower.words.upperBound } } ?? false
    isLast = position == axis.paliers.count - 1
    nextCorner =
      isLast
      ? nil
      : StepLabel.corner(
        of: axis.paliers[position + 1], among: axis.paliers.count, on: timeline)
  }

  func draw(in area: Rect, on timeline: Timeline, isSelected: Bool, canvas: inout Canvas) {
    // Neither guides nor « aujourd’hui » stand against a word.
    let around = Rect(
      column: label.words.lowerBound - 1, row: area.row, width: label.words.count + 2,
      height: area.height)
    canvas.fill(around.intersection(area))
    drawLines(in: area, on: timeline, canvas: &canvas)
    let ground: Style.Ground = isSelected ? .selected : .base
    if isSelected {
      let start = label.isRight ? label.sign.lowerBound : label.words.lowerBound - 1
      let end = label.words.upperBound + 1
      canvas.lay(
        Rect(column: start, row: area.row, width: end - start, height: area.height)
          .intersection(area), on: .selected)
      canvas.selection = Position(column: label.sign.lowerBound, row: area.row)
    }
    let next = canvas.draw(
      mark.sign, at: label.sign.lowerBound, area.row, Style(mark.ink, on: ground, .bold))
    canvas.draw("\(palier.rang)", at: next, area.row, Style(.text, on: ground, .bold))
    let style = Style(.text, on: ground, isSelected ? .bold : [])
    for (row, line) in zip(area.row..<area.endRow, label.lines) {
      canvas.draw(line, at: label.start(of: line), row, style, upTo: area.endColumn)
    }
  }

  /// The corner, the riser beside further lines, and the tread up to the next step.
  private func drawLines(in area: Rect, on timeline: Timeline, canvas: inout Canvas) {
    guard let corner = label.corner else { return }
    let isFirst = palier.rang == 1
    let joined: Symbol = isFirst ? .bottomLeft : .teeLeft
    canvas.put(nextCorner == corner ? joined : .topLeft, at: corner, area.row, .faint)
    if isReached { canvas.drawVertical(at: corner, area.row + 1, length: area.height - 1, .faint) }
    let start = label.words.upperBound + 1
    let end = isLast ? timeline.endColumn : nextCorner ?? corner
    guard end + (isLast ? 0 : 1) - start >= 2 else { return }
    canvas.drawHorizontal(at: start, area.row, length: end - start, .faint)
    if let nextCorner { canvas.put(.bottomRight, at: nextCorner, area.row, .faint) }
  }
}
