import DPES
import TerminalUI

/// A screen, and where it stands in the window.
struct Pane: Hashable, Sendable {
  let screen: Screen
  /// Where its content stands, without the pane's own title.
  let area: Rect
  /// The row of its title, when several stand side by side.
  let title: Rect?
}

/// The parts of the window.
struct WindowLayout: Hashable, Sendable {
  let header: Rect
  let tabs: Rect
  let content: Rect
  /// What was said; nil where the row is lent to the content.
  let message: Rect?
  let keys: Rect

  init(_ size: Size) {
    var rest = Rect(size)
    header = rest.takeTop(1)
    tabs = rest.takeTop(1)
    keys = rest.takeBottom(1)
    message = size.height < Self.messageFrom ? nil : rest.takeBottom(1)
    if size.height >= 22 { _ = rest.takeTop(1) }
    content = rest.inset(columns: size.width >= 80 ? 1 : 0)
  }
}

/// The screens that F2 asked for.
struct PaneChoice: Hashable, Sendable {
  /// How many stand side by side.
  var count = 1
  /// The one beside the screen in hand, when there are two.
  var other: Screen
}

extension WindowLayout {
  /// Rows of the lowest window in which messages have a row of their own.
  static let messageFrom = 17

  /// Columns that the screen in hand has at least, beside another.
  static let mainPane = 76

  /// How many screens a window has room for, side by side.
  static func mostPanes(_ size: Size) -> Int {
    size.height < 40 || size.width < 140 ? 1 : size.width < 200 ? 2 : 3
  }
}

extension State {
  /// Below this nothing can be shown fairly.
  static let smallest = Size(40, 12)

  var isTooSmall: Bool { size.width < State.smallest.width || size.height < State.smallest.height }

  /// What was asked for in a window of this size: one screen, until F2 is pressed.
  var paneChoice: PaneChoice {
    get { panesChosen[size] ?? PaneChoice(other: screen.neighbour) }
    set { panesChosen[size] = newValue }
  }

  /// How many screens stand side by side.
  var paneCount: Int {
    let most = screen.standsBesideOthers ? WindowLayout.mostPanes(size) : 1
    return most == 1 ? 1 : min(paneChoice.count, most)
  }

  /// Rows that a panel at the foot takes from the screens, of a content so many rows high.
  func panelRows(in height: Int) -> Int {
    for mode in modes {
      let rows = mode.panelRows(self, in: height)
      if rows > 0 { return rows }
    }
    return 0
  }

  /// The screens shown, from left to right, always in the order of the tab line.
  var panes: [Pane] {
    var rest = WindowLayout(size).content
    // The screens make room for the capture: what was just said stays in sight.
    _ = rest.takeBottom(panelRows(in: rest.height))
    let count = paneCount
    if count == 1 { return [Pane(screen: screen, area: rest, title: nil)] }
    let beside = paneChoice.other
    let screens = Screen.all.filter {
      $0 == screen
        || $0.standsBesideOthers && (count == 3 || count == 2 && $0 == beside)
    }
    if screens.count == 1 { return [Pane(screen: screen, area: rest, title: nil)] }
    let share = (rest.width - 3 * (screens.count - 1)) / screens.count
    // The screen in hand keeps what it needs.
    let main = screens.count == 2 ? max(share, WindowLayout.mainPane) : share
    let other = screens.count == 2 ? rest.width - 3 - main : share
    return screens.enumerated().map { index, place in
      let width = place == screen ? main : other
      var area = rest.takeLeft(index == screens.count - 1 ? rest.width : width)
      _ = rest.takeLeft(3)
      let title = area.takeTop(1)
      _ = area.takeTop(1)
      return Pane(screen: place, area: area, title: title)
    }
  }
}
