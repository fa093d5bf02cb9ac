import TerminalUI

/// Where a screen has its list, with a heading above it, and below it the selected row in full.
struct ListLayout: Hashable, Sendable {
  let heading: Rect
  let list: Rect
  let foot: Rect

  /// Without a heading.
  init(list: Rect, foot: Rect) {
    heading = Rect(column: list.column, row: list.row, width: list.width, height: 0)
    self.list = list
    self.foot = foot
  }

  /// The foot takes what the list leaves, a third at least.
  init(_ area: Rect, rows: Int, footRows: Int) {
    var rest = area
    heading = rest.takeTop(1)
    let wanted = max(rest.height / 3, rest.height - rows - 1)
    foot = rest.takeBottom(min(footRows, max(0, wanted)))
    if !foot.isEmpty, rest.height > 8 { _ = rest.takeBottom(1) }
    list = rest
  }
}
