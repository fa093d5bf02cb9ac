import TerminalUI

extension Countdown {
  /// Draws the time left, as large as the area allows, and what is to be known of it.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let text = text(at: state.environment.uptime)
    let words =
      switch phase {
      case .over: "Le temps est écoulé"
      case .running: ""
      case .waiting:
        state.wallWindow?.isFollower == true ? "En attente" : "En attente\u{A0}: Entrée lance"
      }
    let style = Style(phase == .over ? .orange : .text, .bold)
    // The figures, in the largest letters that there is room for, or plain.
    let letters = state.letters
    let columns = letters?.columns(of: text) ?? Int.max
    // ASCII has no quarters of a cell.
    let scales = canvas.symbols == .ascii ? [4, 2] : [4, 2, 1]
    let scale = scales.first { columns <= area.width / $0 && Letters.rows * $0 + 2 <= area.height }
    let size =
      scale.map { Size(columns * $0, Letters.rows * $0) } ?? Size(TextWidth.columns(of: text), 1)
    var rest = area
    _ = rest.takeTop((area.height - size.height - 2) / 2)
    let row = rest.takeTop(size.height).row
    let column = area.column + max(0, area.width - size.width) / 2
    if let letters, let scale {
      canvas.draw(text, in: letters, at: column, row, scale: scale, style)
    } else {
      canvas.draw(text, at: column, row, style)
    }
    _ = rest.takeTop(1)
    canvas.draw(
      words, at: area.column + max(0, area.width - TextWidth.columns(of: words)) / 2, rest.row,
      phase == .over ? style : .faint, upTo: area.endColumn)
  }
}
