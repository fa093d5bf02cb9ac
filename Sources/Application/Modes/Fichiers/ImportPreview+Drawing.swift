import DPES
import TerminalUI

extension ImportPreview {
  private static let width = 96

  /// Columns and rows of the list in a window.
  func room(_ state: State) -> (width: Int, height: Int) {
    let area = WindowLayout(state.size).content
    // A frame, the file's name, what Entrée does.
    return (max(1, min(Self.width, area.width - 4) - 2), max(1, area.height - 4))
  }

  /// What it asks and what is said: open questions stand first, and answers last.
  var count: Int { rows.count + lineCount }

  private var lineCount: Int { reading?.lines.count ?? 0 }

  /// Where the first question stands.
  private var firstQuestion: Int { rows.contains { !$0.isTaken } ? 0 : lineCount }

  /// The place of a question in the list.
  func item(ofQuestion place: Int) -> Int { firstQuestion + place }

  /// The question that an item of the list is; nil for something said.
  func question(at item: Int) -> Int? {
    let place = item - firstQuestion
    return rows.indices.contains(place) ? place : nil
  }

  private func line(at item: Int) -> TableReading.Line? {
    guard let reading, question(at: item) == nil else { return nil }
    let place = firstQuestion == 0 ? item - rows.count : item
    return reading.lines.indices.contains(place) ? reading.lines[place] : nil
  }

  private func text(_ item: Int, _ symbols: SymbolSet) -> String {
    if let place = question(at: item) {
      let row = rows[place]
      let words = row.chosen.map { chosen in
        row.asked.options.first { $0.value == chosen }?.words
          ?? (row.asked.isDay ? Day(iso: chosen)?.french : nil) ?? chosen
      }
      let (left, right) = (symbols.sign("‹", ascii: "<"), symbols.sign("›", ascii: ">"))
      return "\(row.isKept ? row.asked.bare : row.asked.text)\u{A0}?"
        + " \(left)\u{A0}\(words ?? "à\u{A0}choisir")\u{A0}\(right)"
        + (row.isTaken ? "" : "\u{A0}*")
    }
    let line = line(at: item)
    return (line?.tone == .notable ? "!\u{A0}" : "") + (line?.text ?? "")
  }

  private func style(_ item: Int) -> Style {
    guard let line = line(at: item) else {
      let isOpen = question(at: item).map { !rows[$0].isTaken } ?? false
      return Style(.text, on: .card, isOpen ? .bold : [])
    }
    return switch line.tone {
    case .summary: Style(reading?.demarche == nil ? .orange : .text, on: .card, .bold)
    case .plain, .change: Style(.text, on: .card)
    case .refused, .notable: Style(.orange, on: .card)
    case .sample: Style(.faint, on: .card)
    }
  }

  /// The lines that an item takes.
  func rowCount(_ item: Int, width: Int) -> Int {
    TextWidth.lineCount(of: text(item, .unicode), width: width, upTo: 8)
  }

  private var foot: String {
    guard let reading else { return "Lecture du fichier\u{A0}…" }
    let open = rows.count { !$0.isTaken }
    if open > 0 { return "\(open.counting("question", "questions"))\u{A0}: Entrée répond." }
    if !isRead { return "Lecture avec ces réponses\u{A0}…" }
    return reading.demarche == nil ? "Échap ferme." : "Entrée importe, Échap renonce."
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let symbols = state.environment.symbols
    let (width, most) = room(state)
    let all = ListRows.wanted(by: count, upTo: most) { rowCount($0, width: width) }
    var card = canvas.drawCard(
      title: "Importer\u{A0}?", content: Size(width + 2, max(1, all) + 2), in: area)
    let head = card.takeTop(1)
    let sheet = table.sheet.map { ", feuille «\u{A0}\($0)\u{A0}»" } ?? ""
    canvas.draw(
      TextWidth.truncated(table.source.lastPathPart + sheet, to: head.width), at: head.column,
      head.row, Style(.faint, on: .card), upTo: head.endColumn)
    // In a low window a message has no row but this one.
    let told = MessageRow.ownArea(state) == nil ? state.notice : nil
    let lines = TextWidth.wrap(told?.text ?? foot, width: max(1, card.width), maxLines: 2)
    if card.height > lines.count {
      let style =
        told == nil ? Style(.accent, on: .card) : Style(.orange, on: .card, .bold)
      for line in lines.reversed() {
        let last = card.takeBottom(1)
        canvas.draw(line, at: last.column, last.row, style, upTo: last.endColumn)
      }
    }
    let visible = list.visible(of: count, height: card.height) { rowCount($0, width: width) }
    if visible.count < count {
      canvas.drawScrollbar(
        card.takeRight(1), first: visible.lowerBound, visible: visible.count, total: count)
    }
    var rest = card
    for item in visible where rest.height > 0 {
      let area = rest.takeTop(min(rest.height, rowCount(item, width: width)))
      let column = Rect(
        column: area.column + 1, row: area.row, width: min(width, area.width - 1),
        height: area.height)
      canvas.drawLines(text(item, symbols), in: column, style(item))
      if item == list.selection, count > 1 { canvas.select(column) }
    }
  }
}
