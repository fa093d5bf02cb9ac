/// The rows that the items of a list take: one each, and more for long ones where rows are left.
///
/// Rows that stay free once each item has one are given item by item, as many as it needs: to the
/// selected one, to those that come first, then from the top, until none is free. A list that is
/// longer than its area has one row an item, and a scroll bar in its last column.
package struct ListRows: Hashable, Sendable {
  /// Where the items stand, without the scroll bar.
  package let area: Rect
  /// Rows that no item takes: none while an item could use one more.
  package let free: Int
  private let visible: Range<Int>
  private let count: Int
  private let heights: [Int]

  /// Of the items seen, each is asked for its `lines` only while rows are free; those that are first
  /// are served before the ones above them.
  ///
  /// - Complexity: O(visible items).
  package init(
    _ visible: Range<Int>, of count: Int, selected: Int?, in area: Rect,
    isFirst: (Int) -> Bool = { _ in false }, lines: (Int) -> Int = { _ in 1 }
  ) {
    var rest = area
    let isWhole = visible.count >= count
    if !isWhole, area.width > 1 { _ = rest.takeRight(1) }
    var heights = Array(repeating: 1, count: visible.count)
    var free = isWhole ? area.height - visible.count : 0
    func serve(_ item: Int) {
      let index = item - visible.lowerBound
      guard free > 0, heights.indices.contains(index), heights[index] == 1 else { return }
      let more = min(free, max(0, lines(item) - 1))
      heights[index] += more
      free -= more
    }
    if free > 0 {
      if let selected { serve(selected) }
      for item in visible where free > 0 && isFirst(item) { serve(item) }
      for item in visible where free > 0 { serve(item) }
    }
    self.area = rest
    self.free = free
    self.visible = visible
    self.count = count
    self.heights = heights
  }

  /// Whether every item is seen.
  package var isWhole: Bool { visible.count >= count }

  /// Where an item stands; nil where it is not seen.
  package func place(of item: Int) -> Rect? {
    guard visible.contains(item) else { return nil }
    let index = item - visible.lowerBound
    let above = heights[..<index].reduce(0, +)
    return Rect(
      column: area.column, row: area.row + above, width: area.width, height: heights[index])
  }

  /// The item at a position.
  package func item(at position: Position) -> Int? {
    guard area.contains(position) else { return nil }
    var end = area.row
    for (index, height) in heights.enumerated() {
      end += height
      if position.row < end { return visible.lowerBound + index }
    }
    return nil
  }

  /// Draws each item in its rows, and the scroll bar of a longer list.
  package func draw(on canvas: inout Canvas, drawItem: (inout Canvas, Rect, Int) -> Void) {
    if !isWhole, area.width > 0 {
      let bar = Rect(column: area.endColumn, row: area.row, width: 1, height: area.height)
      canvas.drawScrollbar(
        bar, first: visible.lowerBound, visible: visible.count, total: count)
    }
    var rest = area
    for (index, height) in heights.enumerated() {
      drawItem(&canvas, rest.takeTop(height), visible.lowerBound + index)
    }
    canvas.tell(self)
  }

  /// Draws one item anew, of a list that was drawn.
  package func redraw(
    _ item: Int, on canvas: inout Canvas, drawItem: (inout Canvas, Rect, Int) -> Void
  ) {
    guard let place = place(of: item) else { return }
    drawItem(&canvas, place, item)
    canvas.tell(self)
  }

  /// The rows of so many items when each has the lines that it asks for, no more than `most`.
  ///
  /// - Complexity: O(most).
  package static func wanted(by count: Int, upTo most: Int, lines: (Int) -> Int) -> Int {
    guard count < most else { return max(0, most) }
    var rows = 0
    for item in 0..<count where rows < most { rows += max(1, lines(item)) }
    return min(rows, most)
  }
}

extension ListRows {
  /// Rows in which texts stand that share them otherwise than as the items of a list.
  fileprivate init(_ area: Rect, free: Int) {
    self.area = area
    self.free = max(0, free)
    (visible, count, heights) = (0..<0, 0, [])
  }
}

extension Canvas {
  /// Says where texts stand that share rows otherwise than in a list, and how many rows are free.
  package mutating func tell(textsIn area: Rect, free: Int) {
    tell(ListRows(area, free: free))
  }

  fileprivate mutating func tell(_ list: ListRows) {
    if !lists.contains(list) { lists.append(list) }
  }

  /// Lays an area on the ground of what is selected, in bold, with a half bar on each of its rows in
  /// the margin column before it, where that is blank.
  package mutating func select(_ area: Rect) {
    lay(area, on: .selected, .bold)
    drawSelectionBar(beside: area)
  }

  /// Says that an area is what is selected: the cursor stands on the first sign written in it.
  package mutating func point(at area: Rect) {
    let area = area.intersection(self.area)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn where self[column, row].glyph != .space {
        selection = Position(column: column, row: row)
        return
      }
    }
    selection = Position(column: area.column, row: area.row)
  }

  /// Draws the half bar of what is selected, and points at it.
  package mutating func drawSelectionBar(beside area: Rect) {
    point(at: area)
    let margin = area.column - 1
    for row in area.row..<area.endRow where self[margin, row].glyph == .space {
      let ground = self[margin, row].style.ground
      draw(symbols.sign("▐", ascii: ">"), at: margin, row, Style(.accent, on: ground, .bold))
    }
  }
}
