import TerminalUI

/// The last line: the keys that matter now, or one sentence about the last gesture.
///
/// What it shows comes from the action table; in a narrow window the lighter ones go first.
struct KeyLine {
  private let area: Rect
  private let notice: State.Notice?
  private let actions: [Action]
  private let bar: KeyBar

  init(_ state: State) {
    area = WindowLayout(state.size).keys
    notice = state.notice
    actions = KeyLine.scopes(for: state).flatMap(Action.lineActions)
    bar = KeyBar(
      actions.map { action in
        let keys = action.lineKeys ?? action.keys.first?.label ?? ""
        return KeyBar.Item(
          state.environment.isASCII ? KeyLine.spelled(keys) : keys, action.short ?? "",
          importance: action.weight)
      })
  }

  /// The scopes whose actions the line shows.
  static func scopes(for state: State) -> [Action.Scope] {
    if let mode = state.modes.last { return mode.scopes }
    return state.document == nil ? [.start] : [.screen(state.screen), .everywhere]
  }

  /// Arrows in words, for a terminal that shows no others.
  private static func spelled(_ keys: String) -> String {
    let words: [Character: String] = [
      "↑": "haut", "↓": "bas", "←": "gauche", "→": "droite", "⌫": "Ret.",
    ]
    return keys.map { words[$0] ?? String($0) }.joined()
  }

  func action(at position: Position) -> Action? {
    guard notice == nil else { return nil }
    return bar.item(at: position, in: area).map { actions[$0] }
  }

  func draw(on canvas: inout Canvas) {
    guard let notice else { return bar.draw(on: &canvas, in: area) }
    canvas.fill(area, .space, Style(.text, on: .bar))
    let ink: Style.Ink = notice.kind == .done ? .green : .orange
    canvas.draw(notice.text, at: 1, area.row, Style(ink, on: .bar, .bold), upTo: area.endColumn)
  }
}
