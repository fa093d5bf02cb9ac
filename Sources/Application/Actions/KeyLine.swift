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
    // Of what is heard everywhere only what can be done: a second screen has room in few windows.
    let tables = RefusedText.isHeld(state) ? [.refusedText] : KeyLine.tables(for: state)
    let all = tables.flatMap { table in
      table == .everywhere ? table.inLine.filter { $0.impossible(state) == nil } : table.inLine
    }
    let word = { (action: Action) in
      state.modes.isEmpty ? state.screen.ecran.short(action, state) : action.short
    }
    actions = Self.fitting(all, state).filter { word($0) != nil }
    bar = KeyBar(
      actions.map { action in
        let keys = action.lineKeys ?? action.keys.first?.label ?? ""
        return KeyBar.Item(
          state.environment.symbols.spelled(keys), word(action) ?? "",
          importance: action.weight)
      })
  }

  /// The tables whose actions the line shows.
  static func tables(for state: State) -> [ActionTable] {
    if let mode = state.modes.last { return mode.tables }
    if !state.isOpen { return [.start] }
    if state.isOnWall { return [.wall, state.screen.ecran.wallTable] }
    return (state.isViewing ? [.version] : [])
      + (state.screen.ecran.isComparing(state) ? [.comparison] : [])
      + state.screen.ecran.tables(state) + [.everywhere]
  }

  /// Where little can be done, as with a version, a comparison, or a frozen or empty image, only what can be is
  /// shown, beginning with what leads on.
  private static func fitting(_ all: [Action], _ state: State) -> [Action] {
    let mode = state.modes.last
    let opener = mode == nil ? state.screen.ecran.opener(state) : nil
    let offersOnlyPossible =
      mode?.offersOnlyPossible
      ?? (opener != nil || state.isViewing || state.screen.ecran.isComparing(state))
    let possible = offersOnlyPossible ? all.filter { $0.impossible(state) == nil } : all
    // The help stands at the end, where it is looked for.
    let rest = possible.filter { $0.id != opener }
    return possible.filter { $0.id == opener } + rest.filter { $0.weight < Action.always }
      + rest.filter { $0.weight >= Action.always }
  }

  func action(at position: Position) -> Action? {
    bar.item(at: position, in: area).map { actions[$0] }
  }

  func draw(on canvas: inout Canvas) { bar.draw(on: &canvas, in: area) }
}
