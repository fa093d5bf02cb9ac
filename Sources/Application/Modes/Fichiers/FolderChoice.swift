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
    let width = min(76, area.width - 4)
    var card = canvas.drawCard(
      title: "Où la garder\u{A0}?", content: Size(width, folders.count), in: area)
    list.draw(on: &canvas, in: card.takeTop(folders.count), of: folders.count) {
      canvas, line, row in
      canvas.draw(folders[row].label, in: line, Style(.text, on: .card))
    }
  }
}

extension FolderChoice: Pick {
  func take(in state: inout State) -> [Effect] {
    guard let row = list.selectedRow(of: folders.count) else { return [] }
    state.modes.removeLast()
    return [.create(raisonSociale: raisonSociale, folder: folders[row].path, table: table)]
  }
}
