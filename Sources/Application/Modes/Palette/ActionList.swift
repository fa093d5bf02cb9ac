import DPES
import TerminalUI

/// The palette: what can be done here, then on every other screen, filtered by typing.
struct ActionList: Choice {
  var tables: [ActionTable] { [.choice] }
  var onWall: OnWall { .comes }

  /// Those of the place where it was opened come first.
  private let rows: [PaletteRow]
  /// Places in ``rows``, the best answer to what is typed first.
  private var results: [Int]
  var field = TextField(limit: 100)
  var list = ListView()

  /// On the wall, and without a démarche, there is no going elsewhere.
  init(in state: State) {
    let tables = state.modes.last?.heard(state) ?? KeyLine.tables(for: state)
    var titles: Set<String> = []
    // What is heard in any field and in any mode stands in both.
    let here = tables.flatMap(\.actions).filter { titles.insert($0.title).inserted }
    let ids = Set(here.map(\.id))
    let elsewhere =
      state.isOpen && !state.isOnWall
      ? PaletteRow.everywhere.filter { !ids.contains($0.action.id) } : []
    rows = here.map { PaletteRow($0) } + elsewhere
    results = Array(rows.indices)
  }

  /// What is listed, as people read it.
  var actions: [Action] { results.map { rows[$0].action } }

  mutating func filter() {
    let words = field.text.cherchable.split(separator: " ")
    let ranked = rows.indices.compactMap { place in
      rows[place].rank(words).map { (rank: $0, place: place) }
    }
    results = ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.place)
    list = ListView()
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (results.count, max(1, WindowLayout(state.size).content.height - 2 - Self.otherRows))
  }

  private var selected: PaletteRow? {
    list.selectedRow(of: results.count).map { rows[results[$0]] }
  }

  /// Does the selected action, where it is done.
  func take(in state: inout State) -> [Effect] {
    guard let selected else { return [] }
    state.modes.removeLast()
    return selected.perform(in: &state)
  }

  /// Rows of the card that are not actions: the field, a blank, the help sentence.
  private static let otherRows = 6

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let now = state.withoutTopMode
    let line = { (index: Int, width: Int) in
      Self.line(rows[results[index]], now, width: width)
    }
    var card = canvas.drawCard(
      title: "Toutes les actions", width: 100, of: results.count, others: Self.otherRows,
      in: area, line: line)
    canvas.drawPrompt(field, placeholder: "Taper pour filtrer", in: card.takeTop(1))
    _ = card.takeTop(card.height > 8 ? 1 : 0)
    let foot = card.takeBottom(card.height > 10 ? 4 : card.height > 6 ? 3 : 1)
    list.draw(on: &canvas, in: card, of: results.count, line: line)
    drawFoot(now, in: foot, on: &canvas)
  }

  private static func line(_ row: PaletteRow, _ state: State, width: Int) -> ListLine {
    let symbols = state.environment.symbols
    var line = ListLine()
    // Where there is little room, a key that is not heard here leaves it to the words.
    let hasKeys = row.place == nil || width >= 60
    let start = hasKeys ? min(16, width / 3) : 0
    line.add(
      symbols.spelled(row.action.keys.map(\.label).joined(separator: " ")), from: 0,
      upTo: start - 1, Style(row.place == nil ? .accent : .faint, on: .card, .bold))
    // Why it can't be done elsewhere is told there: nothing is worked out from here.
    let isPossible = row.place != nil || row.action.impossible(state) == nil
    let tellings = row.tellings(symbols)
    line.add(
      tellings.first { TextWidth.fits($0, width - start) } ?? tellings.last ?? "", from: start,
      upTo: width, Style(isPossible ? .text : .faint, on: .card))
    return line
  }

  /// What the selected action does, or why it can't be done now.
  private func drawFoot(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    if area.height > 2 { _ = rest.takeTop(1) }
    guard let selected else {
      canvas.drawLines(
        state.isOnWall
          ? "Aucune action du mur ne correspond\u{A0}: s ou F8 quitte la vue salle, où sont les autres."
          : "Aucune action ne correspond.", in: rest, Style(.faint, on: .card))
      return
    }
    let reason = selected.place == nil ? selected.action.impossible(state) : nil
    canvas.drawLines(
      reason.map { "Impossible maintenant. \($0)" } ?? selected.action.help, in: rest,
      Style(reason == nil ? .text : .orange, on: .card))
  }
}
