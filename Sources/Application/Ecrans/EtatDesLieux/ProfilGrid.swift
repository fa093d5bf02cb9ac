import DPES
import TerminalUI

/// The nine boxes of the profil stratégique, as the method's slide arranges them, and the lines of
/// each.
struct ProfilGrid {
  /// A line of a box.
  struct Line: Hashable {
    /// The row of ``EtatRows/profil`` that it shows; nil for a word about the box.
    let row: Int?
    let text: String
    let style: Style
    /// The number of the observation that it became.
    var numero: Int?
  }

  struct Box: Hashable {
    let cle: ProfilStrategique.Cle
    let area: Rect
    /// From the title down.
    let lines: [Line]
  }

  private(set) var boxes: [Box] = []
  /// Columns between two boxes.
  private static let gap = 3

  /// Whether an area has room for it.
  static func fits(_ area: Rect) -> Bool { area.width >= 56 && area.height >= 9 }

  init(_ state: State, in area: Rect) {
    let width = (area.width - 2 * Self.gap) / 3
    var rest = area
    for (index, keys) in ProfilStrategique.Cle.rangees.enumerated() {
      let left = 3 - index
      var row = rest.takeTop(rest.height / left + (rest.height % left == 0 ? 0 : 1))
      for (column, cle) in keys.enumerated() {
        let place = row.takeLeft(column == 2 ? row.width : width)
        if column < 2 { _ = row.takeLeft(Self.gap) }
        boxes.append(Box(cle: cle, area: place, lines: Self.lines(of: cle, state, in: place)))
      }
    }
  }

  private static func lines(
    of cle: ProfilStrategique.Cle, _ state: State, in area: Rect
  ) -> [Line] {
    let rows = state.etat.rows.profil
    let places = rows.indices.filter { rows[$0].cle == cle }
    let title = title(of: cle, state, width: area.width)
    guard let head = places.first else { return [] }
    let elements = Array(places.dropFirst())
    var lines = [Line(row: head, text: title, style: elements.isEmpty ? .faint : .strong)]
    guard !elements.isEmpty else {
      let isAsked = state.etat.rows.profilStrategique[cle].etat == .neant
      return lines
        + [
          Line(
            row: nil, text: isAsked ? "néant" : "pas encore demandé",
            style: isAsked ? .text : .faint)
        ]
    }
    let room = area.height - 1
    guard elements.count <= room else {
      return lines + window(elements, state, rows: room)
    }
    // The number of its observation stands at the end of its last row.
    func width(_ place: Int) -> Int {
      max(1, area.width - 2 - (rows[place].numero == nil ? 0 : 6))
    }
    let selected = state.etat.list.view.selectedRow(of: rows.count)
    let list = ListRows(
      0..<elements.count, of: elements.count,
      selected: selected.flatMap { elements.firstIndex(of: $0) },
      in: Rect(column: 0, row: 0, width: area.width, height: room),
      lines: { index in
        TextWidth.lineCount(
          of: rows[elements[index]].texte, width: width(elements[index]), upTo: room)
      })
    for (index, place) in elements.enumerated() {
      let texts = TextWidth.wrap(
        rows[place].texte, width: width(place), maxLines: list.place(of: index)?.height)
      lines += texts.enumerated().map { number, text in
        Line(
          row: place, text: (number == 0 ? "· " : "  ") + text, style: .text,
          numero: number == texts.count - 1 ? rows[place].numero : nil)
      }
    }
    return lines
  }

  /// One row each, around the one that is selected; the last tells how many more there are.
  private static func window(_ elements: [Int], _ state: State, rows room: Int) -> [Line] {
    let rows = state.etat.rows.profil
    guard room > 0 else { return [] }
    let shown = elements.count <= room ? elements.count : max(1, room - 1)
    let selected = state.etat.list.view.selectedRow(of: rows.count)
    let place = selected.flatMap { elements.firstIndex(of: $0) } ?? 0
    let first = min(max(0, place - shown + 1), elements.count - shown)
    var lines = elements[first..<first + shown].map { index in
      Line(row: index, text: "· \(rows[index].texte)", style: .text, numero: rows[index].numero)
    }
    let left = elements.count - shown
    if left > 0, room > 1 {
      lines.append(Line(row: nil, text: "  et \(left.counting("autre"))", style: .faint))
    }
    return lines
  }

  private static func title(
    of cle: ProfilStrategique.Cle, _ state: State, width: Int
  ) -> String {
    let sign = state.marks.sign(of: cle)
    return TextWidth.fits(sign + cle.nom, width) ? sign + cle.nom : sign + cle.nomCourt
  }

  func draw(_ etat: EtatEcran, arrow: String, on canvas: inout Canvas) {
    let selected = etat.list.view.selectedRow(of: etat.rows.profil.count)
    for box in boxes {
      for (number, line) in box.lines.prefix(box.area.height).enumerated() {
        let row = Rect(
          column: box.area.column, row: box.area.row + number, width: box.area.width, height: 1)
        var end = row.endColumn
        if number == 0 {
          let start = TextWidth.columns(of: line.text) + 1
          canvas.drawHorizontal(at: row.column + start, row.row, length: max(0, row.width - start))
        }
        if let numero = line.numero {
          let text = " \(arrow) \(numero)"
          end -= TextWidth.columns(of: text)
          canvas.draw(text, at: end, row.row, Style(.accent), upTo: row.endColumn)
        }
        canvas.draw(line.text, at: row.column, row.row, line.style, upTo: end)
        if let selected, line.row == selected {
          canvas.lay(row, on: .selected)
          if number == 0 || box.lines[number - 1].row != selected { canvas.point(at: row) }
        }
      }
    }
    for box in boxes where box.area.column > boxes[0].area.column {
      canvas.drawVertical(at: box.area.column - 2, box.area.row, length: box.area.height)
    }
  }

  /// The row of the list at a place, or the box's own.
  func row(at position: Position, of rows: [EtatRows.ProfilRow]) -> Int? {
    guard let box = boxes.first(where: { $0.area.contains(position) }) else { return nil }
    let number = position.row - box.area.row
    let line = box.lines.indices.contains(number) ? box.lines[number].row : nil
    return line ?? rows.firstIndex { $0.cle == box.cle }
  }
}

extension Marks {
  /// What stands before a box's name: whether it carries or holds back, and nothing for the others.
  func sign(of cle: ProfilStrategique.Cle) -> String {
    guard let sign = cle.signe else { return "" }
    return sign == "−" ? "\(symbols.minus) " : "\(sign) "
  }
}
