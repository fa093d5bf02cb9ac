import TerminalUI

/// A list of texts of which each takes the lines that it needs, however many there are: what is
/// seen is found from the line on top, so that a key costs no more than a window.
struct LongList: Hashable, Sendable {
  private(set) var selection = 0
  /// The item on top when it was last moved.
  private var first = 0

  /// The items seen in so many rows, the selected one among them; `rows` says how many one takes.
  ///
  /// - Complexity: O(height).
  func visible(of count: Int, height: Int, rows: (Int) -> Int) -> Range<Int> {
    guard count > 0, height > 0 else { return 0..<0 }
    let selection = min(selection, count - 1)
    var first = min(self.first, selection)
    // The least that keeps the selection whole, and leaves no rows free at the end.
    first = max(first, top(for: selection, height: height, rows: rows))
    first = min(first, max(top(for: count - 1, height: height, rows: rows), 0))
    var (end, used) = (first, 0)
    while end < count, used < height {
      used += max(1, rows(end))
      end += 1
    }
    return first..<max(end, first + 1)
  }

  /// The highest item from which all down to one is seen.
  private func top(for item: Int, height: Int, rows: (Int) -> Int) -> Int {
    var (first, used) = (item, max(1, rows(item)))
    while first > 0 {
      used += max(1, rows(first - 1))
      guard used <= height else { break }
      first -= 1
    }
    return first
  }

  mutating func select(_ item: Int, of count: Int, height: Int, rows: (Int) -> Int) {
    selection = min(max(0, item), max(0, count - 1))
    first = visible(of: count, height: height, rows: rows).lowerBound
  }

  /// Does what a key does in a list, and returns whether it does anything there.
  mutating func handle(_ key: Key, of count: Int, height: Int, rows: (Int) -> Int) -> Bool {
    let page = max(1, visible(of: count, height: height, rows: rows).count - 1)
    let item: Int
    switch key {
    case .up: item = selection - 1
    case .down: item = selection + 1
    case .pageUp: item = selection - page
    case .pageDown: item = selection + page
    case .home: item = 0
    case .end: item = count - 1
    default: return false
    }
    select(item, of: count, height: height, rows: rows)
    return true
  }
}
