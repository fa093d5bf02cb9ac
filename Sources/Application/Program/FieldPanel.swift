import TerminalUI

/// A field at the foot of the screen, under a title.
enum FieldPanel {
  /// Who says what is typed, and whose turn it is then, by initials.
  struct Speaker: Hashable, Sendable {
    /// nil when nobody was named.
    var name: String?
    /// Whether it stays their turn once it is said.
    var isKept = false
    /// nil when turns are not told.
    var next: String?
    /// Whether it was said before, and is being corrected.
    var isAuthor = false

    /// From the fullest to the shortest.
    fileprivate var tellings: [String] {
      if isAuthor {
        let who = name.map { " dit par \(TextWidth.truncated($0, to: 12))" } ?? " sans auteur"
        return ["\(who), F6 le change ", "\(who) "]
      }
      let next = next.map { TextWidth.truncated($0, to: 8) }
      guard let name else {
        return [next.map { " à \($0)\u{A0}? F6\u{A0}: qui parle " }, " F6\u{A0}: qui parle "]
          .compactMap(\.self)
      }
      let shown = TextWidth.truncated(name, to: 12)
      if isKept { return [" \(shown) garde la parole ", " \(shown) garde "] }
      let speaks = " \(shown) parle"
      return (next.map { ["\(speaks), ensuite \($0) "] } ?? []) + ["\(speaks) "]
    }
  }

  /// Who speaks stands at the end of the title's row, the lines `below` under the field.
  static func draw(
    _ title: String, _ field: TextField, speaker: Speaker? = nil, below: [String] = [],
    in area: Rect, on canvas: inout Canvas
  ) {
    let width = max(1, area.width - 4)
    let rows = min(field.rows(width: width), max(1, area.height / 2))
    var rest = open(title, speaker: speaker, rows: rows + 2 + below.count, in: area, on: &canvas)
    canvas.put(.prompt, at: rest.column + 1, rest.row, Style(.accent, on: .card, .bold))
    field.draw(
      on: &canvas, in: Rect(column: rest.column + 3, row: rest.row, width: width, height: rows))
    _ = rest.takeTop(rows)
    for line in below {
      canvas.draw(line, in: rest.takeTop(1).inset(columns: 1), Style(.faint, on: .card))
    }
  }

  /// Draws an empty panel of so many rows under its title, at the foot of an area, and returns what
  /// is left of it.
  ///
  /// Its ground goes from edge to edge, as the key row's does below it.
  static func open(
    _ title: String, speaker: Speaker? = nil, rows: Int, in area: Rect, on canvas: inout Canvas
  ) -> Rect {
    var panel = area
    panel = panel.takeBottom(rows)
    canvas.fill(
      Rect(column: 0, row: panel.row, width: canvas.size.width, height: panel.height), .space,
      Style(.text, on: .card))
    drawTitle(title, speaker: speaker, in: panel.takeTop(1), on: &canvas)
    return panel
  }

  /// The row above a field: its title, and who speaks.
  private static func drawTitle(
    _ title: String, speaker: Speaker? = nil, in row: Rect, on canvas: inout Canvas
  ) {
    canvas.drawRule(in: row)
    var end = row.endColumn
    if let speaker {
      let room = row.width - TextWidth.columns(of: title) - 6
      let text = speaker.tellings.first { TextWidth.fits($0, room) } ?? speaker.tellings.last ?? ""
      end -= TextWidth.columns(of: text) + 1
      canvas.draw(
        text, at: end, in: row,
        speaker.name == nil ? Style(.faint, on: .card) : Style(.accent, on: .card, .bold))
    }
    canvas.draw(
      " \(title) ", at: row.column + 1, row.row, Style(.accent, on: .card, .bold), upTo: end)
    canvas.selection = Position(column: row.column + 2, row: row.row)
  }
}
