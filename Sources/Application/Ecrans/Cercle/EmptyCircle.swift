import DPES
import TerminalUI

/// The cercle before anything is said: the question of each axis, in the corner where it stands.
enum EmptyCircle {
  static func draw(_ state: State, _ circle: Rect, in area: Rect, on canvas: inout Canvas) {
    guard !circle.isEmpty else { return drawLines(state, in: area, on: &canvas) }
    canvas.draw(CircleView.rim(circle.size), at: circle.column, circle.row)
    let width = (area.width - circle.width) / 2 - 1
    for axe in Axe.allCases {
      let lines = TextWidth.wrap(AccueilPage.question(of: axe), width: width)
      var row = axe.isTop ? area.row + 1 : area.endRow - lines.count - 2
      for (text, style) in [(axe.nomCourt, Style.strong)] + lines.map({ ($0, .faint) }) {
        let start = axe.isLeft ? area.column + 1 : area.endColumn - 1 - TextWidth.columns(of: text)
        canvas.draw(text, at: start, row, style, upTo: area.endColumn)
        row += 1
      }
    }
    let middle = middle(state)
    var row = circle.row + (circle.height - middle.count) / 2
    for line in middle {
      let start = circle.column + (circle.width - line.columns) / 2
      if line.columns > 0 {
        canvas.fill(Rect(column: start - 1, row: row, width: line.columns + 2, height: 1))
      }
      draw(line, at: start, row, on: &canvas)
      row += 1
    }
    canvas.point(
      at: Rect(
        column: circle.column, row: row - middle.count, width: circle.width, height: 1))
  }

  /// « Que voyons-nous ? », and how to begin.
  private static func middle(_ state: State) -> [[Span]] {
    [[Span("Que voyons-nous\u{A0}?", .strong)], []] + ways(state)
  }

  private static func ways(_ state: State) -> [[Span]] {
    let begin = [[Span("n", .title), Span("  première observation", .title)]]
    let think = [[Span("2", .title), Span("  la grille, pour y penser", .faint)]]
    return (state.readOnlyReason == nil ? begin : []) + think
  }

  private static func draw(_ line: [Span], at start: Int, _ row: Int, on canvas: inout Canvas) {
    var column = start
    for span in line { column = canvas.draw(span.text, at: column, row, span.style) }
  }

  /// Without room for a circle: the four names and questions, as fully as there is room for.
  private static func drawLines(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let title = [Span("Que voyons-nous\u{A0}?", .strong)]
    let ways = ways(state)
    let tellings = questions(width: area.width)
    let whole = tellings.map { [title, []] + $0 + [[]] + ways }
    let tight = tellings.map { [title] + $0 + ways }
    let tightest = tellings.map { [title] + $0 + ways.prefix(1) }
    let lines =
      (whole + tight + tightest).first { $0.count <= area.height } ?? [title] + ways
    var rest = area
    canvas.selection = Position(column: rest.column, row: rest.row)
    for line in lines {
      let row = rest.takeTop(1)
      guard !row.isEmpty else { return }
      draw(line, at: row.column, row.row, on: &canvas)
    }
  }

  /// The questions on a row each with the names before them, below the names, or after their letters.
  private static func questions(width: Int) -> [[[Span]]] {
    let names = Axe.allCases.map { TextWidth.columns(of: $0.nomCourt) }.max() ?? 0
    func told(_ indent: Int, _ head: (Axe) -> String) -> [[Span]] {
      Axe.allCases.flatMap { axe -> [[Span]] in
        let lines = TextWidth.wrap(AccueilPage.question(of: axe), width: max(1, width - indent))
        return lines.enumerated().map { index, line in
          let start = index == 0 ? head(axe) : ""
          let blanks = String(repeating: " ", count: indent - TextWidth.columns(of: start))
          return [Span(start + blanks, .strong), Span(line, .faint)]
        }
      }
    }
    let beside = told(names + 2, \.nomCourt)
    let below = Axe.allCases.flatMap { axe in
      [[Span(axe.nomCourt, .strong)]]
        + TextWidth.wrap(AccueilPage.question(of: axe), width: width).map { [Span($0, .faint)] }
    }
    return [beside, below, told(2) { String($0.lettre) }]
  }
}
