import DPES
import TerminalUI

extension ExportCard {
  private static let mostPreview = 9

  /// Rows of the list and of the preview that an area has room for; no preview where it would be
  /// less than two lines.
  func heights(in area: Rect) -> (list: Int, preview: Int) {
    // Two of the card's frame, one for the names.
    let room = max(1, area.height - 3)
    // A list that scrolls leaves room for three lines, unless the window is a small one.
    let list = min(documents.count, room < 10 ? room : room - 4)
    let rest = room - list - 1
    return (list, rest < 2 ? 0 : min(Self.mostPreview, rest))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let (rows, lines) = heights(in: area)
    let width = max(1, min(76, area.width - 4))
    var card = canvas.drawCard(
      title: "Sortir un document",
      content: Size(width, rows + 1 + (lines == 0 ? 0 : lines + 1)), in: area)
    list.draw(on: &canvas, in: card.takeTop(rows), of: documents.count) {
      canvas, row, index in
      let document = documents[index]
      let program = TextWidth.columns(of: document.program)
      let start = row.endColumn - program - 1
      canvas.draw(
        document.title, at: row.column + 1, row.row, Style(.text, on: .card), upTo: start - 1)
      canvas.draw(document.program, at: start, in: row, Style(.faint, on: .card))
    }
    let names = card.takeTop(1)
    canvas.draw(
      sansNoms ? "sans les noms (n les remet)" : "avec les noms (n les ôte)", at: names.column + 1,
      in: names, Style(sansNoms ? .accent : .faint, on: .card))
    guard lines > 0 else { return }
    _ = card.takeTop(1)
    // What goes out has names in it, unless they are left out: the room would read them.
    let hides = state.hidesNames && !sansNoms
    let shown =
      hides ? ["Les noms sont cachés\u{A0}: n les ôte du document, et le montre."] : preview
    for line in (shown ?? ["Aperçu…"]).prefix(lines) {
      let row = card.takeTop(1)
      canvas.draw(
        TextWidth.truncated(line, to: row.width - 2), at: row.column + 1, in: row,
        Style(.text, on: .card))
    }
  }
}
