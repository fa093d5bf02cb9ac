import DPES
import TerminalUI

/// The start screen, drawn: recent files, a new démarche, the example.
enum StartView {
  static func draw(_ state: State, on canvas: inout Canvas) {
    var rest = area(in: state.size)
    let title = rest.takeTop(1)
    canvas.draw("Palier", at: title.column, title.row, .title)
    canvas.draw("Démarche de progrès en économie solidaire", in: rest.takeTop(1), .faint)
    _ = rest.takeTop(1)
    let lost = lost(state, width: rest.width)
    let told = rest.takeBottom(lost.count)
    let choices = state.start.choices
    state.start.list.draw(on: &canvas, in: rest, of: choices.count) { canvas, row, index in
      draw(choices[index], in: row, on: &canvas)
    }
    for (row, line) in lost.enumerated() {
      canvas.draw(line, at: told.column + 1, told.row + row, .faint, upTo: told.endColumn)
    }
  }

  /// The rows that the list has.
  static func rows(in state: State) -> Int {
    let area = area(in: state.size)
    return max(1, area.height - 3 - lost(state, width: area.width).count)
  }

  private static func area(in size: Size) -> Rect {
    var area = Rect(size)
    _ = area.takeBottom(1)
    return area.inset(columns: max(2, (area.width - 76) / 2), rows: area.height >= 20 ? 3 : 1)
  }

  /// What was opened before and is not there now: moved, deleted, or on a key that is not plugged in.
  private static func lost(_ state: State, width: Int) -> [String] {
    let lost = state.start.lost
    guard !lost.isEmpty else { return [] }
    let head = lost.count.counting("fichier récent introuvable", "fichiers récents introuvables")
    let places = lost.map { "\($0.lastPathPart), dans \($0.folderPart)" }
    let text = "\(head)\u{A0}: " + places.joined(separator: "\u{A0}; ")
    return TextWidth.wrap(
      text, width: max(1, width - 2), maxLines: state.size.height >= 20 ? 3 : 1)
  }

  private static func draw(_ choice: StartState.Choice, in row: Rect, on canvas: inout Canvas) {
    let column = row.column + 1
    switch choice {
    case .recent(let path):
      let next = canvas.draw(path.lastPathPart, at: column, in: row, .strong)
      canvas.draw(path.folderPart, at: next + 2, in: row, .faint)
    case .new:
      canvas.draw("Nouvelle démarche", at: column, in: row, .title)
    case .open:
      canvas.draw("Ouvrir un fichier…", at: column, in: row, .title)
    case .importing:
      canvas.draw("Importer le CSV d’un tableur…", at: column, in: row, .title)
    case .example:
      canvas.draw(
        "Exemple : une résidence, quatorze mois après son départ", at: column, in: row, .title)
    }
  }
}
