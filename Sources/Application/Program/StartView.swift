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
    state.start.list.draw(on: &canvas, in: rest, of: choices.count) { index, width in
      line(choices[index], hidesNames: state.hidesNames, width: width)
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
    // A folder often has somebody's name.
    let places = lost.map {
      $0.lastPathPart + (state.hidesNames ? "" : ", dans \($0.folderPart)")
    }
    let text = "\(head)\u{A0}: " + places.joined(separator: "\u{A0}; ")
    return TextWidth.wrap(
      text, width: max(1, width - 2), maxLines: state.size.height >= 20 ? 3 : 1)
  }

  private static func line(
    _ choice: StartState.Choice, hidesNames: Bool, width: Int
  ) -> ListLine {
    var line = ListLine()
    let title: String
    switch choice {
    case .recent(let path):
      // Beside one another where both fit on one row, else with half of it each.
      let (name, folder) = (path.lastPathPart, hidesNames ? "" : path.folderPart)
      let whole = 1 + TextWidth.columns(of: name) + 2
      let isWhole = whole + TextWidth.columns(of: folder) <= width
      let start = isWhole ? whole : min(whole, width / 2 + 1)
      line.add(name, from: 1, upTo: start - 2, .strong)
      line.add(folder, from: start, upTo: width, .faint)
      return line
    case .new: title = "Nouvelle démarche"
    case .open: title = "Ouvrir un fichier…"
    case .importing: title = "Importer un tableur (.xlsx, .ods, CSV)…"
    case .example: title = "Exemple\u{A0}: une résidence, quatorze mois après son départ"
    }
    line.add(title, from: 1, upTo: width, .title)
    return line
  }
}
