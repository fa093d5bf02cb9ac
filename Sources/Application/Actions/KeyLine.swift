import TerminalUI

/// The last line: the keys that matter now.
///
/// What it shows comes from the action table; in a narrow window the lighter ones go first.
struct KeyLine {
  private let area: Rect
  private let actions: [Action]
  private let bar: KeyBar

  init(_ state: State) {
    area = WindowLayout(state.size).keys
    // Little can be done with an earlier version or a comparison: only that is shown. Of what is
    // heard everywhere too: a second screen has room in few windows.
    let isReadOnly = state.isViewing || state.screen.ecran.isComparing(state)
    let all = KeyLine.tables(for: state).flatMap { table in
      isReadOnly || table == .everywhere
        ? table.inLine.filter { $0.impossible(state) == nil } : table.inLine
    }
    // The help stands at the end, where it is looked for.
    actions = all.filter { $0.weight < Action.always } + all.filter { $0.weight >= Action.always }
    bar = KeyBar(
      actions.map { action in
        let keys = action.lineKeys ?? action.keys.first?.label ?? ""
        return KeyBar.Item(
          state.environment.symbols.spelled(keys), action.short ?? "",
          importance: action.weight)
      })
  }

  /// The tables whose actions the line shows.
  static func tables(for state: State) -> [ActionTable] {
    if let mode = state.modes.last { return mode.tables }
    if !state.isOpen { return [.start] }
    if state.isInSalle { return [.salle, state.screen.ecran.wallTable] }
    return (state.isViewing ? [.version] : [])
      + (state.screen.ecran.isComparing(state) ? [.comparison] : [])
      + state.screen.ecran.tables(state) + [.everywhere]
  }

  func action(at position: Position) -> Action? {
    bar.item(at: position, in: area).map { actions[$0] }
  }

  func draw(on canvas: inout Canvas) { bar.draw(on: &canvas, in: area) }
}
