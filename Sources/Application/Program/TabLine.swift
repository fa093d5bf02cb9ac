import TerminalUI

/// The tab line: each screen with its number, the present one marked.
struct TabLine {
  private let area: Rect
  private let bar: TabBar

  init(_ state: State) {
    area = WindowLayout(state.size).tabs
    bar = TabBar(
      Screen.tabs.map {
        TabBar.Tab(key: String($0.number), title: $0.title, shortTitle: $0.shortTitle)
      },
      active: Screen.tabs.firstIndex { $0.number == state.screen.tabNumber } ?? 0)
  }

  func screen(at position: Position) -> Screen? {
    bar.tab(at: position, in: area).map { Screen.tabs[$0] }
  }

  func draw(on canvas: inout Canvas) {
    bar.draw(on: &canvas, in: area)
  }
}
