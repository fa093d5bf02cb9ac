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
    let isWide = isWide(line.width)
    let column = line.column + 1
    if isComparing {
      let between = isWide ? 10 : 1
      let after = column + between + TextWidth.columns(of: arrow) + (isWide ? 1 : 0)
      if point.isChanged {
        draw(point.autrefois, isWide, at: column, line.row, on: &canvas)
        canvas.draw(arrow, at: column + between, line.row, .faint)
      }
      draw(point.reponse, isWide, at: after, line.row, on: &canvas)
    } else {
      draw(point.reponse, isWide, at: column, line.row, on: &canvas)
    }
    let end = line.endColumn - TextWidth.columns(of: led)
    canvas.draw(led, at: end, line.row, Style(.accent), upTo: line.endColumn)
    let isFaint = isComparing ? !point.isChanged : point.reponse?.existante != nil
    canvas.drawLines(
      point.point.intitule, from: line.column + start(isWide), upTo: end, in: line,
      isFaint ? .faint : .text)
  }

  /// The lines that its question fills.
  func lines(width: Int) -> Int {
    let room = width - start(isWide(width)) - TextWidth.columns(of: led)
    return TextWidth.lineCount(of: point.point.intitule, width: room)
  }

  private func isWide(_ width: Int) -> Bool { width >= (isComparing ? 64 : 60) }

  /// Where the question begins in the line.
  private func start(_ isWide: Bool) -> Int {
    let answer = 1 + (isWide ? 11 : 3)
    guard isComparing else { return answer }
    return answer + (isWide ? 11 : 1) + TextWidth.columns(of: arrow)
  }

  /// The observations that it led to.
  private var led: String {
    let numbers = point.observations.compactMap(\.numero).prefix(3)
    return numbers.isEmpty
      ? "" : " \(arrow) \(numbers.map(String.init).joined(separator: " "))"
  }

  private func draw(
    _ reponse: Reponse?, _ isWide: Bool, at column: Int, _ row: Int, on canvas: inout Canvas
  ) {
    let answer = reponse?.existante
    let word = answer.map { isWide ? $0.motCourt : $0.lettre } ?? marks.nothing
    canvas.draw(word, at: column, row, Style(answer?.ink ?? .faint))
  }
}
