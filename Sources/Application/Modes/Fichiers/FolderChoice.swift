import TerminalUI

/// Where a new démarche is kept: one of a few folders.
struct FolderChoice: ListModal {
  var tables: [ActionTable] { [.pick] }

  let raisonSociale: String
  let table: ImportedTable?
  let folders: [StartState.Folder]
  var list = ListView()

  func extent(_ state: State) -> (count: Int, height: Int) { (folders.count, folders.count) }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let line = { (row: Int, width: Int) in
      ListLine(folders[row].label, width: width, Style(.text, on: .card))
    }
    let card = canvas.drawCard(
      title: "Où la garder\u{A0}?", width: 76, of: folders.count, others: 0, in: area, line: line)
    list.draw(on: &canvas, in: card, of: folders.count, line: line)
  }
}

extension FolderChoice: Pick {
  func take(in state: inout State) -> [Effect] {
    guard let row = list.selectedRow(of: folders.count) else { return [] }
    state.modes.removeLast()
    return StartState.create(&state, raisonSociale, in: folders[row].path, for: table)
  }
}
