import DPES
import TerminalUI

/// One point in the list: its answer, or those of two dates, its question, its observations.
struct GrilleLine {
  private let point: GrilleRows.Point
  private let marks: Marks
  private let isComparing: Bool

  init(_ point: GrilleRows.Point, _ state: State) {
    self.point = point
    marks = state.marks
    isComparing = state.grille.rows.compared != nil
  }

  private var arrow: String { marks.symbols.arrow }

  /// `partielle  Nos prix laissent-ils entrer…   → 12`.
  func draw(in line: Rect, on canvas: inout Canvas) {
    canvas.fill(line)
    let isWide = line.width >= (isComparing ? 64 : 60)
    let column = line.column + 1
    var start = column + (isWide ? 11 : 3)
    if isComparing {
      let between = isWide ? 10 : 1
      let after = column + between + TextWidth.columns(of: arrow) + (isWide ? 1 : 0)
      if point.isChanged {
        draw(point.autrefois, isWide, at: column, line.row, on: &canvas)
        canvas.draw(arrow, at: column + between, line.row, .faint)
      }
      draw(point.reponse, isWide, at: after, line.row, on: &canvas)
      start = after + (isWide ? 11 : 3)
    } else {
      draw(point.reponse, isWide, at: column, line.row, on: &canvas)
    }
    var end = line.endColumn
    let numbers = point.observations.compactMap(\.numero).prefix(3)
    if !numbers.isEmpty {
      let text = " \(arrow) \(numbers.map(String.init).joined(separator: " "))"
      end -= TextWidth.columns(of: text)
      canvas.draw(text, at: end, line.row, Style(.accent), upTo: line.endColumn)
    }
    let isFaint = isComparing ? !point.isChanged : point.reponse?.existante != nil
    canvas.draw(point.point.intitule, at: start, line.row, isFaint ? .faint : .text, upTo: end)
  }

  private func draw(
    _ reponse: Reponse?, _ isWide: Bool, at column: Int, _ row: Int, on canvas: inout Canvas
  ) {
    let answer = reponse?.existante
    let word = answer.map { isWide ? $0.motCourt : $0.lettre } ?? marks.nothing
    canvas.draw(word, at: column, row, Style(answer?.ink ?? .faint))
  }
}
