import TerminalUI

/// The tab line: each screen with its number, the present one marked.
struct TabLine {
  private let row: Int
  private let tabs: [(screen: Screen, label: String, column: Int, width: Int)]
  private let active: Screen

  init(_ state: State) {
    row = WindowLayout(state.size).tabs.row
    active = state.screen
    let long = Screen.allCases.map { " \($0.number) \($0.title) " }
    let fits = long.reduce(2) { $0 + TextWidth.columns(of: $1) + 1 } <= state.size.width
    var column = 1
    tabs = Screen.allCases.enumerated().map { index, screen in
      let label = fits ? long[index] : " \(screen.number) \(screen.shortTitle) "
      let width = TextWidth.columns(of: label)
      defer { column += width + 1 }
      return (screen, label, column, width)
    }
  }

  func screen(at position: Position) -> Screen? {
    guard position.row == row else { return nil }
    return tabs.first { $0.column <= position.column && position.column < $0.column + $0.width }?
      .screen
  }

  func draw(on canvas: inout Canvas) {
    for tab in tabs {
      canvas.draw(
        tab.label, at: tab.column, row,
        tab.screen == active ? Style(.accent, [.bold, .reverse]) : .faint)
    }
  }
}
