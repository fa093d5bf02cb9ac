import TerminalUI

/// The tab line: each screen with its number, the present one marked.
struct TabLine {
  private let area: Rect
  private let bar: TabBar

  init(_ state: State) {
    area = WindowLayout(state.size).tabs
    bar = TabBar(
      Screen.all.map {
        TabBar.Tab(
          key: String($0.number), title: $0.title, shortTitle: $0.shortTitle,
          opensGroup: $0.opensGroup)
      },
      active: Screen.all.firstIndex(of: state.screen) ?? 0)
  }

  func screen(at position: Position) -> Screen? {
    bar.tab(at: position, in: area).map { Screen.all[$0] }
  }

  func draw(on canvas: inout Canvas) {
    bar.draw(on: &canvas, in: area)
  }
}
