import TerminalUI

/// The start screen, drawn: recent files, a new démarche, the example.
enum StartView {
  static func draw(_ state: State, on canvas: inout Canvas) {
    var area = Rect(state.size)
    _ = area.takeBottom(1)
    var rest = area.inset(columns: max(2, (area.width - 76) / 2), rows: area.height >= 20 ? 3 : 1)
    let title = rest.takeTop(1)
    canvas.draw("Palier", at: title.column, title.row, .title)
    canvas.draw("Démarche de progrès en économie solidaire", in: rest.takeTop(1), .faint)
    _ = rest.takeTop(1)
    let choices = state.start.choices
    state.start.list.draw(on: &canvas, in: rest, of: choices.count) { canvas, row, index in
      draw(choices[index], in: row, on: &canvas)
    }
  }

  private static func draw(_ choice: StartState.Choice, in row: Rect, on canvas: inout Canvas) {
    let column = row.column + 1
    switch choice {
    case .recent(let path):
      let folder = "/" + path.split(separator: "/").dropLast().joined(separator: "/")
      let next = canvas.draw(path.lastPathPart, at: column, in: row, .strong)
      canvas.draw(folder, at: next + 2, in: row, .faint)
    case .new:
      canvas.draw("Nouvelle démarche", at: column, in: row, .title)
    case .example:
      canvas.draw(
        "Exemple : une résidence, quatorze mois après son départ", at: column, in: row, .title)
    }
  }
}
