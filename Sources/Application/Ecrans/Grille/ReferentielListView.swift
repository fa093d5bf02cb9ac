import DPES
import TerminalUI

extension ReferentielList {
  private static let widest = 110

  /// Rows of what is said of the selected one.
  private static func footRows(_ height: Int) -> Int { height >= 16 ? 6 : height >= 11 ? 4 : 3 }

  /// How many a content area of a size shows at once: the frame, the heading and the foot apart.
  static func height(in size: Size) -> Int { max(1, size.height - 3 - footRows(size.height)) }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let foot = Self.footRows(area.height)
    let isLoose = rows.contains { $0.axes.contains { $0.axe == nil } }
    let line = { (index: Int, width: Int) in
      switch items[index] {
      case .famille(let name): ListLine(name, width: width, Style(.accent, on: .card, .bold))
      case .row(let row): self.line(row, Columns(width, isLoose: isLoose), width: width)
      }
    }
    var card = canvas.drawCard(
      title: "Outils et référentiels", width: Self.widest, of: items.count,
      others: 1 + foot, in: area, line: line)
    let columns = Columns(card.width, isLoose: isLoose)
    drawHeading(columns, in: card.takeTop(1), on: &canvas)
    let below = card.takeBottom(min(foot, max(0, card.height - 1)))
    list.draw(on: &canvas, in: card, of: items.count, line: line)
    drawFoot(columns, in: below, on: &canvas)
  }

  /// Which columns a width has room for, from its right end.
  private struct Columns {
    let date: Int
    let total: Int
    /// Of each axis; 0 where the foot tells them.
    let axis: Int
    let axes: [Axe?]

    init(_ width: Int, isLoose: Bool) {
      date = width >= 50 ? 12 : 0
      total = width >= 50 ? 15 : 8
      axes = Axe.allCases + (isLoose ? [nil] : [])
      axis = width >= 40 + date + total + 7 * axes.count ? 7 : 0
    }

    var width: Int { date + total + axis * axes.count }
  }

  private func drawHeading(_ columns: Columns, in row: Rect, on canvas: inout Canvas) {
    var line = ListLine("Points qui ont une réponse", width: row.width, Style(.faint, on: .card))
    let axes = columns.axes.map { ($0.map { String($0.lettre) } ?? "–", columns.axis, false) }
    let total = columns.axis > 0 ? "en tout" : ""
    Self.add(
      axes + [(total, columns.total, false), ("le", columns.date, false)], to: &line,
      width: row.width)
    line.draw(in: row, on: &canvas)
  }

  /// What stands at the end of a column of a width: said, or faint.
  private typealias Cell = (text: String, width: Int, isSaid: Bool)

  /// The columns at the end of a row, none of them where its width is 0.
  private static func add(_ cells: [Cell], to line: inout ListLine, width: Int) {
    var column = width - cells.reduce(0) { $0 + $1.width }
    for cell in cells {
      column += cell.width
      guard cell.width > 0 else { continue }
      line.add(cell.text, before: column, Style(cell.isSaid ? .text : .faint, on: .card))
    }
  }

  private func line(_ row: Row, _ columns: Columns, width: Int) -> ListLine {
    let isOpen = row.reponses > 0
    var line = ListLine()
    // Under its heading, where there is one.
    line.add(
      row.nom, from: items.count > rows.count && columns.date > 0 ? 2 : 0,
      upTo: width - columns.width - 1,
      Style(isOpen ? .text : .faint, on: .card))
    let axes = columns.axes.map { axe -> Cell in
      guard let axis = row.axes.first(where: { $0.axe == axe && $0.points > 0 }) else {
        return ("", columns.axis, false)
      }
      return ("\(axis.reponses)/\(axis.points)", columns.axis, axis.reponses > 0)
    }
    let total = row.sujets ?? "\(row.reponses)/\(row.points.map(String.init) ?? "?")"
    let date = row.date?.frenchShort ?? (isOpen ? "sans date" : "")
    Self.add(
      axes + [(total, columns.total, isOpen), (date, columns.date, isOpen)], to: &line,
      width: width)
    return line
  }

  /// What the columns had no room for, then what it is and where it comes from.
  private func drawFoot(_ columns: Columns, in area: Rect, on canvas: inout Canvas) {
    guard let row = selected else { return }
    var lines: [(String, Style.Ink)] = []
    if row.referentiel == nil {
      lines.append(("Pas sur cet ordinateur\u{A0}: ses réponses restent dans le fichier.", .orange))
    }
    if columns.axis == 0, !row.axes.isEmpty {
      let axes = row.axes.filter { $0.points > 0 }.map { axis in
        "\(axis.axe.map { String($0.lettre) } ?? "sans axe")\u{A0}\(axis.reponses)/\(axis.points)"
      }
      lines.append((axes.joined(separator: " · "), .text))
    }
    if columns.date == 0, row.reponses > 0 {
      lines.append((row.date.map { "Dernières réponses le \($0.frenchShort)." } ?? "", .faint))
    }
    if let text = row.referentiel?.description { lines.append((text, .text)) }
    if let text = row.referentiel?.source { lines.append((text, .faint)) }
    var rest = area
    if rest.height > 4 { _ = rest.takeTop(1) }
    for (text, ink) in lines where !text.isEmpty {
      let texts = TextWidth.wrap(text, width: max(1, rest.width), maxLines: rest.height)
      canvas.draw(texts, Style(ink, on: .card), fromTopOf: &rest)
    }
  }
}
