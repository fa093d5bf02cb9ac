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
    let all = KeyLine.tables(for: state).flatMap(\.inLine)
    actions = Self.fitting(all, state)
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

  /// Where little can be done, as with a version, a comparison, or a frozen image, only what can be is
  /// shown, beginning with what leads on.
  private static func fitting(_ all: [Action], _ state: State) -> [Action] {
    let mode = state.modes.last
    let opener = mode == nil ? state.screen.ecran.opener(state) : nil
    guard
      mode?.offersOnlyPossible
        ?? (opener != nil || state.isViewing || state.screen.ecran.isComparing(state))
    else { return all }
    let possible = all.filter { $0.impossible(state) == nil }
    return possible.filter { $0.id == opener } + possible.filter { $0.id != opener }
  }

  func action(at position: Position) -> Action? {
    guard notice == nil else { return nil }
    return bar.item(at: position, in: area).map { actions[$0] }
  }

  func draw(on canvas: inout Canvas) {
    if notice == nil { bar.draw(on: &canvas, in: area) }
  }

  /// Draws the notice over the foot of the screen, in as many rows as it needs, at most three.
  func drawNotice(on canvas: inout Canvas) {
    guard let notice else { return }
    let lines = Self.lines(of: notice.text, width: area.width)
    let top = max(0, area.row - lines.count + 1)
    let place = Rect(column: 0, row: top, width: area.width, height: area.row - top + 1)
    canvas.fill(place, .space, Style(.text, on: .bar))
    let ink: Style.Ink = notice.kind == .refused ? .orange : .green
    for (index, line) in lines.prefix(place.height).enumerated() {
      canvas.draw(line, at: 1, top + index, Style(ink, on: .bar, .bold), upTo: area.endColumn)
    }
  }

  /// Most rows that a notice takes.
  static let noticeRows = 3

  static func lines(of text: String, width: Int) -> [String] {
    TextWidth.wrap(text, width: max(1, width - 2), maxLines: noticeRows)
  }
}
