import DPES
import TerminalUI

/// The actions of the present place, with their keys, filtered by typing: the palette.
struct ActionList: Choice {
  var tables: [ActionTable] { [.choice] }
  var onWall: OnWall { .comes }

  /// Those of the place where it was opened.
  let listed: [ActionTable]
  var field = TextField(limit: 100)
  var list = ListView()

  init(in state: State) { listed = KeyLine.tables(for: state) }

  var actions: [Action] { Action.matching(field.text, in: listed) }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (actions.count, max(1, WindowLayout(state.size).content.height - 2 - Self.otherRows))
  }

  /// Does the selected action, where the list was opened.
  func take(in state: inout State) -> [Effect] {
    let actions = actions
    guard let row = list.selectedRow(of: actions.count) else { return [] }
    state.modes.removeLast()
    return actions[row].performed(in: &state)
  }

  func paste(_ text: String, in state: inout State) {
    var list = self
    list.field.insert(text)
    state.replaceMode(list)
  }

  /// Rows of the card that are not actions: the field, a blank, the help sentence.
  private static let otherRows = 5

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let actions = actions
    var card = canvas.drawCard(
      title: "Toutes les actions",
      content: Size(min(100, area.width - 4), actions.count + Self.otherRows), in: area)
    canvas.drawPrompt(field, placeholder: "Taper pour filtrer", in: card.takeTop(1))
    _ = card.takeTop(card.height > 8 ? 1 : 0)
    let foot = card.takeBottom(card.height > 6 ? 3 : 1)
    let now = state.withoutTopMode
    list.draw(on: &canvas, in: card, of: actions.count) { canvas, row, index in
      Self.draw(actions[index], now, in: row, on: &canvas)
    }
    drawFoot(actions, now, in: foot, on: &canvas)
  }

  private static func draw(_ action: Action, _ state: State, in row: Rect, on canvas: inout Canvas)
  {
    let keys = action.keys.map(\.label).joined(separator: " ")
    let isPossible = action.impossible(state) == nil
    let keyWidth = min(16, row.width / 3)
    canvas.draw(
      keys, at: row.column, row.row, Style(.accent, on: .card, .bold),
      upTo: row.column + keyWidth - 1)
    canvas.draw(
      action.title, at: row.column + keyWidth, in: row,
      Style(isPossible ? .text : .faint, on: .card))
  }

  /// What the selected action does, or why it can't be done now.
  private func drawFoot(
    _ actions: [Action], _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    var rest = area
    if area.height > 2 { _ = rest.takeTop(1) }
    guard let row = list.selectedRow(of: actions.count) else {
      canvas.draw("Aucune action ne correspond.", in: rest, Style(.faint, on: .card))
      return
    }
    let reason = actions[row].impossible(state)
    canvas.drawLines(
      reason.map { "Impossible maintenant. \($0)" } ?? actions[row].help, in: rest,
      Style(reason == nil ? .text : .orange, on: .card))
  }
}

extension Action {
  /// The actions of some places whose title or key has every word typed.
  static func matching(_ typed: String, in tables: [ActionTable]) -> [Action] {
    let words = typed.folded.split(separator: " ")
    return tables.flatMap(\.actions).filter { action in
      let text = "\(action.title) \(action.keys.map(\.label).joined(separator: " "))".folded
      return words.allSatisfy { text.contains($0) }
    }
  }
}
