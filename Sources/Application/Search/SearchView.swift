import DPES
import TerminalUI

extension Search {
  /// How many results a window of a size shows at once.
  static func height(in size: Size) -> Int {
    max(1, WindowLayout(size).content.height - 4)
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var card = canvas.drawCard(
      title: "Chercher dans la démarche",
      content: Size(min(110, area.width - 4), area.height), in: area)
    let prompt = card.takeTop(1)
    canvas.put(.prompt, at: prompt.column, prompt.row, Style(.accent, on: .card, .bold))
    field.draw(
      on: &canvas,
      in: Rect(column: prompt.column + 2, row: prompt.row, width: prompt.width - 2, height: 1),
      placeholder: "Des mots d’une observation, d’un palier, d’un indicateur")
    let count = card.takeTop(1)
    canvas.draw(
      countText, at: count.column, count.row, Style(.faint, on: .card), upTo: count.endColumn)
    list.draw(on: &canvas, in: card, of: results.count) { canvas, row, place in
      draw(index[results[place]], state, in: row, on: &canvas)
    }
  }

  private var countText: String {
    switch results.count {
    case 0: "Rien ne correspond. Les accents et les majuscules ne comptent pas."
    case 1: "1 résultat"
    default: "\(results.count) résultats"
    }
  }

  private func draw(
    _ entry: Entry, _ state: State, in row: Rect, on canvas: inout Canvas
  ) {
    if entry.isObservation {
      let mark = state.marks.mark(entry.statut)
      canvas.draw(mark.sign, at: row.column, row.row, Style(mark.ink, on: .card, .bold))
    }
    let isWide = row.width >= 80
    let end = row.endColumn - (isWide ? 38 : row.width >= 44 ? 18 : 0)
    canvas.draw(entry.text, at: row.column + 2, row.row, Style(.text, on: .card), upTo: end)
    if end < row.endColumn {
      canvas.draw(
        isWide ? entry.whereabouts : entry.shortWhereabouts, at: end + 1, row.row,
        Style(.faint, on: .card), upTo: row.endColumn)
    }
  }
}
