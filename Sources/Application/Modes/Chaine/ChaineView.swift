import TerminalUI

extension ChaineList {
  private static let widest = 110

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let card = canvas.drawCard(
      title: "La chaîne\u{A0}: avant et après",
      content: Size(min(Self.widest, area.width - 4), rows.count), in: area)
    let visible = list.visibleRows(of: rows.count, height: card.height)
    let kindWidth = min(
      rows.map { TextWidth.columns(of: indented($0)) }.max() ?? 0, card.width / 2)
    list.draw(on: &canvas, in: card, of: rows.count) { canvas, row, index in
      draw(
        rows[index],
        isFirst: index == visible.lowerBound || rows[index - 1].place != rows[index].place,
        kindWidth: kindWidth, in: row, on: &canvas)
    }
  }

  /// What came of it is set in by a column a step.
  private func indented(_ row: Row) -> String {
    let indent = row.place == .after ? min(row.distance - 1, 3) : 0
    return String(repeating: " ", count: indent) + row.text.kind
  }

  private func draw(
    _ row: Row, isFirst: Bool, kindWidth: Int, in line: Rect, on canvas: inout Canvas
  ) {
    var rest = line
    let isNarrow = line.width < 60
    let tag = rest.takeLeft(6)
    let word =
      switch row.place {
      case .before: "avant"
      case .here: "ici"
      case .after: "après"
      }
    if isFirst {
      canvas.draw(
        word, at: tag.column, tag.row,
        Style(row.place == .here ? .accent : .faint, on: .card, row.place == .here ? .bold : []))
    }
    canvas.draw(row.text.mark, at: rest.column, rest.row, Style(row.text.ink, on: .card, .bold))
    _ = rest.takeLeft(2)
    let kind = indented(row)
    let end = canvas.draw(kind, in: rest, Style(.accent, on: .card))
    let start = isNarrow ? end + 2 : rest.column + kindWidth + 2
    canvas.draw(
      row.text.words, at: max(start, end + 1), in: rest,
      Style(.text, on: .card, row.place == .here ? .bold : []))
  }
}
