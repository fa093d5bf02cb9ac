import TerminalUI

/// The last line: the keys that matter now, or one sentence about the last gesture.
///
/// What it shows comes from the action table; in a narrow window the lighter ones go first.
struct KeyLine {
  private struct Item {
    let action: Action
    let keys: String
    let text: String
    var column = 0
    var width: Int { TextWidth.columns(of: keys) + 1 + TextWidth.columns(of: text) }
  }

  private let row: Int
  private let width: Int
  private let notice: State.Notice?
  private var items: [Item]

  init(_ state: State) {
    row = WindowLayout(state.size).keys.row
    width = state.size.width
    notice = state.notice
    items = []
    var room = width - 2
    var chosen: Set<String> = []
    let all = KeyLine.items(for: state)
    for item in all.sorted(by: { $0.action.weight > $1.action.weight }) {
      guard item.width <= room else { continue }
      room -= item.width + 2
      chosen.insert(item.action.id)
    }
    var column = 1
    for var item in all where chosen.contains(item.action.id) {
      item.column = column
      column += item.width + 2
      items.append(item)
    }
  }

  /// The scopes whose actions the line shows.
  static func scopes(for state: State) -> [Action.Scope] {
    if let mode = state.modes.last { return mode.scopes }
    return state.document == nil ? [.start] : [.screen(state.screen), .everywhere]
  }

  private static func items(for state: State) -> [Item] {
    scopes(for: state).flatMap(Action.actions).compactMap { action in
      guard let short = action.short, let key = action.lineKeys else { return nil }
      return Item(action: action, keys: key, text: short)
    }
  }

  func action(at position: Position) -> Action? {
    guard notice == nil, position.row == row else { return nil }
    return items.first { $0.column <= position.column && position.column < $0.column + $0.width }?
      .action
  }

  func draw(on canvas: inout Canvas) {
    let area = Rect(column: 0, row: row, width: width, height: 1)
    canvas.lay(area, on: .bar)
    if let notice {
      let ink: Style.Ink = notice.kind == .done ? .green : .orange
      canvas.draw(notice.text, at: 1, row, Style(ink, on: .bar, .bold), upTo: width)
      return
    }
    for item in items {
      let next = canvas.draw(item.keys, at: item.column, row, Style(.accent, on: .bar, .bold))
      canvas.draw(item.text, at: next + 1, row, Style(.text, on: .bar))
    }
  }
}
