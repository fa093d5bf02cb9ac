/// What a grid is made of: the same at each call about it, for one state of the data.
package struct GridShape: Hashable, Sendable {
  package var columns: [GridColumn]
  package var rowCount: Int
  /// How many columns, from the left, never scroll.
  package var frozen: Int
  /// How many rows the heading takes.
  package var headingRows: Int
  /// Blank terminal columns between two columns.
  package var gap: Int

  package init(
    columns: [GridColumn], rowCount: Int, frozen: Int = 1, headingRows: Int = 1, gap: Int = 1
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.frozen = frozen
    self.headingRows = headingRows
    self.gap = gap
  }
}

/// How wide a column of a grid is, in terminal columns.
package enum GridColumn: Hashable, Sendable {
  case fixed(Int)
  /// At least so wide; what room is left is shared between these columns.
  case flexible(minimum: Int)

  fileprivate var minimum: Int {
    switch self {
    case .fixed(let width), .flexible(minimum: let width): max(1, width)
    }
  }
}

extension GridShape {
  /// Lays columns out in `width` columns from `start`: the frozen ones first, then those from the
  /// first scrolled one that keeps `column` in sight.
  ///
  /// Only whole columns are laid out; when not even the frozen ones fit, the last is narrower.
  func visibleColumns(
    from start: Int, width: Int, firstScrolled: Int, showing column: Int
  ) -> [GridLayout.Column] {
    let shown = shownColumns(in: width, firstScrolled: firstScrolled, showing: column)
    let flexible = shown.filter { if case .flexible = columns[$0] { true } else { false } }
    let used = shown.reduce(0) { $0 + columns[$1].minimum } + gap * max(0, shown.count - 1)
    let room = max(0, width - used)
    var next = start
    var placed: [GridLayout.Column] = []
    for index in shown where next < start + width {
      var wide = columns[index].minimum
      if let rank = flexible.firstIndex(of: index) {
        wide += room * (rank + 1) / flexible.count - room * rank / flexible.count
      }
      wide = min(wide, start + width - next)
      placed.append(GridLayout.Column(index: index, start: next, width: wide))
      next += wide + gap
    }
    return placed
  }

  private func shownColumns(
    in width: Int, firstScrolled: Int, showing column: Int
  ) -> [Int] {
    let minimums = columns.map(\.minimum)
    let total = minimums.reduce(0, +) + gap * max(0, columns.count - 1)
    if total <= width { return Array(columns.indices) }
    let frozen = min(max(0, frozen), columns.count)
    let frozenWidth = minimums[..<frozen].reduce(0) { $0 + $1 + gap }
    let scrolled = window(
      minimums[frozen...], first: firstScrolled, showing: column, in: width - frozenWidth)
    return Array(0..<frozen) + scrolled
  }

  /// The columns seen in `width` columns, starting as near `first` as keeps `column` in sight.
  private func window(
    _ minimums: ArraySlice<Int>, first: Int, showing column: Int, in width: Int
  ) -> Range<Int> {
    guard !minimums.isEmpty else { return minimums.startIndex..<minimums.startIndex }
    func end(from first: Int) -> Int {
      var end = first
      var used = 0
      while end < minimums.endIndex, used + minimums[end] <= width {
        used += minimums[end] + gap
        end += 1
      }
      return end
    }
    var first = min(max(first, minimums.startIndex), minimums.endIndex - 1)
    if minimums.indices.contains(column) {
      first = min(first, column)
      while first < column, end(from: first) <= column { first += 1 }
    }
    // No empty room on the right while columns are hidden on the left.
    while first > minimums.startIndex, end(from: first) == minimums.endIndex,
      end(from: first - 1) == minimums.endIndex
    {
      first -= 1
    }
    // A column too wide for the room is laid out all the same, narrower.
    return first..<max(end(from: first), first + 1)
  }
}
