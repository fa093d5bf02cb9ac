import DPES
import TerminalUI

extension ExportCard {
  private static let mostPreview = 9

  /// Rows of the list and of the preview that an area has room for; no preview where it would be
  /// less than two lines.
  func heights(in area: Rect) -> (list: Int, preview: Int) {
    // Two of the card's frame, one for the names, one for the séance.
    let room = max(1, area.height - 4)
    // A list that scrolls leaves room for three lines, unless the window is a small one.
    let most = room < 10 ? room : room - 4
    let width = Self.width(in: area)
    let list = ListRows.wanted(by: documents.count, upTo: most) {
      line($0, width: width).rows(upTo: most)
    }
    let rest = room - list - 1
    return (list, rest < 2 ? 0 : min(Self.mostPreview, rest))
  }

  static func width(in area: Rect) -> Int { max(1, min(76, area.width - 4)) }

  private func line(_ index: Int, width: Int) -> ListLine {
    var line = ListLine()
    let start = line.add(documents[index].program, before: width - 1, Style(.faint, on: .card))
    line.add(documents[index].title, from: 1, upTo: start - 1, Style(.text, on: .card))
    return line
  }

  /// With names or without, and the endings that the name asked for next chooses between.
  private func drawChoices(in row: Rect, on canvas: inout Canvas) {
    let names =
      document?.isAlwaysNameless ?? false
      ? "toujours sans les noms"
      : sansNoms ? "sans les noms (n les remet)" : "avec les noms (n les ôte)"
    canvas.draw(
      names, at: row.column + 1, in: row, Style(sansNoms ? .accent : .faint, on: .card))
    let endings = (document?.endings ?? []).map { ".\($0)" }.joined(separator: " ")
    let start = row.width - 1 - TextWidth.columns(of: endings)
    guard start > TextWidth.columns(of: names) + 2 else { return }
    canvas.draw(endings, at: row.column + start, in: row, Style(.faint, on: .card))
  }

  /// What goes out has names in it, unless they are left out: the room would read them.
  func shownPreview(_ state: State) -> [String] {
    state.hidesNames && !sansNoms
      ? ["Les noms sont cachés\u{A0}: n les ôte du document, et le montre."]
      : preview ?? ["Aperçu…"]
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let (rows, lines) = heights(in: area)
    let width = Self.width(in: area)
    let inside = canvas.drawCard(
      title: "Sortir un document",
      content: Size(width, rows + 2 + (lines == 0 ? 0 : lines + 1)), in: area)
    var card = inside
    list.draw(on: &canvas, in: card.takeTop(rows), of: documents.count, line: line)
    drawChoices(in: card.takeTop(1), on: &canvas)
    let moment = card.takeTop(1)
    let isChosen = choix != ChoixDeDocument()
    canvas.draw(
      TextWidth.truncated(told(state), to: moment.width - 16)
        + (hasOtherMoment(state) ? " (d autre)" : ""),
      at: moment.column + 1,
      in: moment, Style(isChosen ? .accent : .faint, on: .card))
    let shown = shownPreview(state)
    let first = min(firstLine, max(0, shown.count - lines))
    let hidden = shown.count - first - lines
    canvas.drawBeyond(
      above: "", below: hidden > 0 ? hidden.counting("ligne d’aperçu", "lignes d’aperçu") : "",
      of: inside, in: area)
    guard lines > 0 else { return }
    _ = card.takeTop(1)
    for line in shown.dropFirst(first).prefix(lines) {
      let row = card.takeTop(1)
      canvas.draw(
        TextWidth.truncated(line, to: row.width - 2), at: row.column + 1, in: row,
        Style(.text, on: .card))
    }
  }
}
