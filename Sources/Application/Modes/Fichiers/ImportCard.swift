import TerminalUI

/// A table chosen to come in: what its rows are, then, where none is open, the démarche that they go
/// to.
struct ImportCard: Pick {
  var tables: [ActionTable] { [.pick] }

  let source: String
  private var kind: ImportedTable.Kind?
  var list = ListView()

  init(_ source: String) { self.source = source }

  private func rows(_ state: State) -> [String] {
    kind == nil
      ? ImportedTable.Kind.allCases.map(\.words)
      : ["Une nouvelle démarche"] + state.start.recents.map(\.lastPathPart)
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (rows(state).count, max(1, WindowLayout(state.size).content.height - 3))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let rows = rows(state)
    let title = kind == nil ? "Que contient ce CSV\u{A0}?" : "Où va-t-il\u{A0}?"
    let line = { (row: Int, width: Int) in
      ListLine(rows[row], width: width, Style(.text, on: .card))
    }
    var card = canvas.drawCard(
      title: title, width: 76, of: rows.count, others: 1, in: area, line: line)
    canvas.draw(source.lastPathPart, in: card.takeTop(1), Style(.faint, on: .card))
    list.draw(on: &canvas, in: card, of: rows.count, line: line)
  }

  func take(in state: inout State) -> [Effect] {
    guard let row = list.selectedRow(of: rows(state).count) else { return [] }
    guard let kind else {
      if let demarche = state.document?.demarche {
        let table = ImportedTable(source: source, kind: ImportedTable.Kind.allCases[row])
        return state.replaceMode(ImportPreview(table, into: demarche))
          + [.readTable(table, into: demarche)]
      }
      var card = self
      card.kind = ImportedTable.Kind.allCases[row]
      card.list = ListView()
      return state.replaceMode(card)
    }
    state.modes.removeLast()
    let table = ImportedTable(source: source, kind: kind)
    return row == 0
      ? state.ask("Nom de la structure", for: RaisonSocialeQuestion(table: table))
      : [.importTable(table, path: state.start.recents[row - 1])]
  }
}
