import TerminalUI

extension ChaineList {
  private static let widest = 110

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let kindWidth = rows.map { TextWidth.columns(of: indented($0)) }.max() ?? 0
    let line = { (index: Int, width: Int) in
      self.line(rows[index], kindWidth: min(kindWidth, width / 2), width: width)
    }
    let card = canvas.drawCard(
      title: "La chaîne\u{A0}: avant et après", width: Self.widest, of: rows.count, others: 0,
      in: area, line: line)
    let first = list.visibleRows(of: rows.count, height: card.height).lowerBound
    list.draw(on: &canvas, in: card, of: rows.count, line: line) { canvas, area, index in
      guard index == first || rows[index - 1].place != rows[index].place else { return }
      let (word, style) = told(rows[index].place)
      canvas.draw(word, in: area, style)
    }
  }

  private func told(_ place: Row.Place) -> (String, Style) {
    switch place {
    case .before: ("avant", Style(.faint, on: .card))
    case .here: ("ici", Style(.accent, on: .card, .bold))
    case .after: ("après", Style(.faint, on: .card))
    }
  }

  /// What came of it is set in by a column a step.
  private func indented(_ row: Row) -> String {
    let indent = row.place == .after ? min(row.distance - 1, 3) : 0
    return String(repeating: " ", count: indent) + row.text.kind
  }

  /// What a row says after the word of its place.
  private func line(_ row: Row, kindWidth: Int, width: Int) -> ListLine {
    let kind = indented(row)
    var line = ListLine()
    line.add(row.text.mark, from: 6, upTo: 7, Style(row.text.ink, on: .card, .bold))
    let end = 8 + min(TextWidth.columns(of: kind), max(1, width / 2))
    line.add(kind, from: 8, upTo: end, Style(.accent, on: .card))
    line.add(
      row.text.words, from: max(width < 60 ? end + 2 : 10 + kindWidth, end + 1), upTo: width,
      Style(.text, on: .card, row.place == .here ? .bold : []))
    return line
  }
}
