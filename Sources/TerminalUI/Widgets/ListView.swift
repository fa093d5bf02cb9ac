/// A selected row, and where a list that is longer than its area stands.
///
/// It holds no rows: how many there are and how many fit come in at each call, so that it stays
/// right when the rows change. Only the rows that are seen are asked for.
package struct ListView: Hashable, Sendable {
  /// The row last selected, from 0; ``selectedRow(of:)`` when rows may have gone since.
  package private(set) var selection: Int
  /// The first row shown when it was last moved.
  private var first = 0

  package init(selection: Int = 0) {
    self.selection = max(0, selection)
  }

  /// The row selected among so many, the last one when it is gone; nil in an empty list.
  package func selectedRow(of count: Int) -> Int? {
    count > 0 ? min(selection, count - 1) : nil
  }

  /// The rows seen in `height` rows: always with the selection, moved no more than it takes.
  package func visibleRows(of count: Int, height: Int) -> Range<Int> {
    guard let selection = selectedRow(of: count), height > 0 else { return 0..<0 }
    let first = min(max(self.first, selection - height + 1), selection, max(0, count - height))
    return first..<min(first + height, count)
  }
}

extension ListView {
  /// Selects a row, or the nearest that exists.
  package mutating func select(_ row: Int, of count: Int, height: Int) {
    selection = min(max(0, row), max(0, count - 1))
    first = visibleRows(of: count, height: height).lowerBound
  }

  /// Moves the list under the eyes, as a wheel does; the selection comes along at the edges.
  package mutating func scroll(by rows: Int, of count: Int, height: Int) {
    let visible = visibleRows(of: count, height: height)
    guard !visible.isEmpty else { return }
    first = min(max(0, visible.lowerBound + rows), max(0, count - height))
    selection = min(max(selection, first), first + visible.count - 1)
  }

  /// Does what a key does in a list, and returns whether it does anything there.
  package mutating func handle(_ key: Key, of count: Int, height: Int) -> Bool {
    let page = max(1, height - 1)
    switch key {
    case .up: select(selection - 1, of: count, height: height)
    case .down: select(selection + 1, of: count, height: height)
    case .pageUp: select(selection - page, of: count, height: height)
    case .pageDown: select(selection + page, of: count, height: height)
    case .home: select(0, of: count, height: height)
    case .end: select(count - 1, of: count, height: height)
    default: return false
    }
    return true
  }

  /// The rows that the items take in an area; see ``ListRows``.
  package func rows(
    of count: Int, in area: Rect, isFirst: (Int) -> Bool = { _ in false },
    lines: (Int) -> Int = { _ in 1 }
  ) -> ListRows {
    ListRows(
      visibleRows(of: count, height: area.height), of: count, selected: selectedRow(of: count),
      in: area, isFirst: isFirst, lines: lines)
  }

  /// Draws the rows that are seen, each by `drawRow`, then shows which is selected.
  ///
  /// `drawRow` gets the area of an item, one row high unless `lines` are asked for, and its number. A
  /// scroll bar takes the last column when there are more than fit.
  package func draw(
    on canvas: inout Canvas, in area: Rect, of count: Int, lines: (Int) -> Int = { _ in 1 },
    drawRow: (inout Canvas, Rect, Int) -> Void
  ) {
    let rows = rows(of: count, in: area, lines: lines)
    rows.draw(on: &canvas, drawItem: drawRow)
    guard let selected = selectedRow(of: count), let place = rows.place(of: selected) else {
      return
    }
    canvas.select(place)
    // Below the first row the cursor leaves the field that filters the list.
    if selected > 0 { canvas.cursor = nil }
  }
}
