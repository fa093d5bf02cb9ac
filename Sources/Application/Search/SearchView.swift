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
      draw(index[results[place]], in: row, on: &canvas)
    }
  }

  private var countText: String {
    switch results.count {
    case 0: "Rien ne correspond. Les accents et les majuscules ne comptent pas."
    case 1: "1 résultat"
    default: "\(results.count) résultats"
    }
  }

  private func draw(_ entry: Entry, in row: Rect, on canvas: inout Canvas) {
    let room = row.width >= 70 ? 40 : row.width >= 50 ? 22 : 0
    let end = row.endColumn - room
    canvas.draw(entry.text, at: row.column, row.row, Style(.text, on: .card), upTo: end)
    if room > 0 {
      canvas.draw(
        entry.whereabouts, at: end + 1, row.row, Style(.faint, on: .card), upTo: row.endColumn)
    }
  }
}
