import DPES
import TerminalUI

/// The page of the board: the four axes side by side, never added up; in a narrow window one row
/// each, and the chosen one in full.
struct PageDuCAView: Sendable {
  /// The axis looked at, and the rows scrolled away.
  private var axe: Axe
  private var first: Int
  private let marks: Marks
  private let page: PageDuCA
  private let head: Rect
  private let foot: Rect
  private let footLines: StyledLines
  private let body: Rect
  /// The four columns; empty in a narrow window.
  private let columns: [Rect]
  /// What stands in each of them.
  private let axes: [PageAxis]

  private static let gap = 2

  /// What decides it, beside what is scrolled.
  struct Key: Hashable, Sendable {
    let derived: Derived.Stamp
    let area: Rect
    let isASCII: Bool

    init(_ state: State, in area: Rect) {
      (derived, self.area, isASCII) = (state.derived.stamp, area, state.environment.isASCII)
    }
  }

  /// The one that is kept, else a new one.
  static func of(_ state: State, _ page: PageDuCA, in area: Rect) -> PageDuCAView {
    var view = state.ca.view.value(of: Key(state, in: area)) {
      PageDuCAView(state, page, in: area)
    }
    (view.axe, view.first) = (state.ca.axe, state.ca.first)
    return view
  }

  init(_ state: State, _ page: PageDuCA, in area: Rect) {
    (axe, first) = (state.ca.axe, state.ca.first)
    marks = state.marks
    self.page = page
    var rest = area
    head = rest.takeTop(1)
    if area.height >= 14 { _ = rest.takeTop(1) }
    footLines = Self.decisions(page, width: area.width)
    let room = area.height >= 18 ? min(footLines.lines.count, rest.height / 4) : 0
    foot = rest.takeBottom(room)
    if room > 0 { _ = rest.takeBottom(1) }
    body = rest
    let width = (rest.width - 3 * Self.gap) / 4
    columns = (0..<(area.width >= 76 ? 4 : 0)).map {
      Rect(
        column: rest.column + $0 * (width + Self.gap), row: rest.row, width: width,
        height: rest.height)
    }
    let (marks, page) = (state.marks, page)
    axes = zip(columns, page.axes).map { PageAxis($1, of: page, marks, width: $0.width) }
  }

  /// The axis whose column, or row, stands at a position.
  func axe(at position: Position) -> Axe? {
    let rows = (0..<4).map {
      Rect(column: body.column, row: body.row + $0, width: body.width, height: 1)
    }
    let areas = columns.isEmpty ? rows : columns
    return areas.firstIndex { $0.contains(position) }.map { Axe.allCases[$0] }
  }

  func draw(on canvas: inout Canvas) {
    var title = StyledLines(width: head.width)
    title.add(facts: facts.map { [Span($0, .faint)] })
    title.draw(in: head, on: &canvas)
    if columns.isEmpty {
      drawRows(on: &canvas)
    } else {
      for index in axes.indices {
        draw(page.axes[index], axes[index], in: columns[index], on: &canvas)
      }
      for column in columns.dropLast() {
        canvas.drawVertical(at: column.endColumn, column.row, length: column.height)
      }
    }
    canvas.tell(textsIn: foot, free: foot.isEmpty ? 0 : freeRows)
    footLines.draw(in: foot, on: &canvas)
  }

  /// Rows that the fullest column leaves.
  private var freeRows: Int {
    zip(columns, axes).map { $0.height - 1 - $1.rows }.min() ?? 0
  }

  /// As many as one line has room for.
  private var facts: [String] {
    var facts = ["Au \(page.jour.french)"]
    if let mois = page.mois {
      facts.append(mois < 0 ? "avant le départ" : "mois \(mois) sur \(page.dureeMois)")
    }
    if let periode = page.periode {
      facts.append(
        "période \(periode.mois)" + (periode.fin.map { ", jusqu’au \($0.french)" } ?? ""))
    }
    if let image = page.image { facts.append("image du \(image.french)") }
    while facts.count > 1, !TextWidth.fits(facts.joined(separator: " · "), head.width) {
      facts.removeLast()
    }
    return facts
  }

  private static func decisions(_ page: PageDuCA, width: Int) -> StyledLines {
    var lines = StyledLines(width: max(1, width))
    for note in page.decisions {
      let lead = ["Décision", note.date.map { "du \($0.french)" }].compactMap { $0 }
        .joined(separator: " ")
      lines.add("\(lead)\u{A0}: \(note.decision ?? "")", .text, maxLines: 2)
    }
    return lines
  }

  // One axis.

  private func draw(
    _ axis: PageDuCA.ParAxe, _ shown: PageAxis, in column: Rect, on canvas: inout Canvas
  ) {
    let isChosen = axis.axe == axe
    var rest = column
    let title = rest.takeTop(1)
    canvas.draw(
      axis.axe.nomCourt, at: title.column, title.row,
      isChosen ? Style(.accent, [.bold, .reverse]) : .title, upTo: title.endColumn)
    if isChosen { canvas.point(at: title) }
    shown.draw(in: rest, from: first, on: &canvas)
  }

  /// How far the page scrolls: as far as its longest column, or the chosen axis in full.
  var lastFirst: Int {
    if columns.isEmpty {
      let area = chosenArea
      return chosen(width: area.width)?.lastFirst(in: area) ?? 0
    }
    return zip(columns, axes).map { column, axis in
      var rest = column
      _ = rest.takeTop(1)
      return axis.lastFirst(in: rest)
    }.max() ?? 0
  }

  /// The rows that a page of it shows.
  var pageRows: Int { max(1, (columns.first ?? chosenArea).height - 3) }

  // A narrow window.

  /// The chosen axis, and the decisions where the foot has no room for them.
  private func chosen(width: Int) -> PageAxis? {
    let decisions = foot.isEmpty ? Self.decisions(page, width: width) : nil
    return page.axes.first { $0.axe == axe }.map {
      PageAxis($0, of: page, marks, width: width, decisions: decisions)
    }
  }

  /// Where the chosen axis stands in full, below a row for each.
  private var chosenArea: Rect {
    var rest = body
    _ = rest.takeTop(page.axes.count)
    if rest.height > 6 { _ = rest.takeTop(1) }
    return rest
  }

  private func drawRows(on canvas: inout Canvas) {
    var rest = body
    for axis in page.axes {
      let row = rest.takeTop(1)
      guard row.height == 1 else { return }
      drawRow(axis, in: row, on: &canvas)
      if axis.axe == axe {
        canvas.lay(row, on: .selected)
        canvas.point(at: row)
      }
    }
    let area = chosenArea
    chosen(width: area.width)?.draw(in: area, from: first, on: &canvas)
  }

  private func drawRow(_ axis: PageDuCA.ParAxe, in row: Rect, on canvas: inout Canvas) {
    canvas.draw(axis.axe.nomCourt, at: row.column, row.row, .title, upTo: row.column + 18)
    var column = canvas.draw(
      axis.paliers == 0 ? "sans palier" : "\(axis.actuel) sur \(axis.paliers)",
      at: row.column + 19, row.row, .text, upTo: row.endColumn)
    let signs = [
      (axis.perdus.count, marks.lost, "perdus"), (axis.enRetard.count, marks.late, "en retard"),
      (axis.echus.count, marks.past, "échéances passées"),
    ]
    for (count, mark, several) in signs where count > 0 {
      let word =
        row.width >= 60
        ? " \(count.agreeing(mark.word, several))" : ""
      column = canvas.draw(
        "\(mark.sign) \(count)\(word)", at: column + 2, row.row, Style(mark.ink),
        upTo: row.endColumn)
    }
  }
}
