import TerminalUI

/// A list whose selection stays on what it was on when rows come or go.
struct KeptList: Hashable, Sendable {
  private(set) var view = ListView()
  private var id: String?

  /// The selected row, of rows with these ids.
  func index(of ids: [String]) -> Int? { view.selectedRow(of: ids.count) }

  /// Does what a key does in a list so many rows high.
  mutating func move(_ key: Key, of ids: [String], height: Int) {
    _ = view.handle(key, of: ids.count, height: height)
    remember(ids)
  }

  mutating func select(_ row: Int, of ids: [String], height: Int) {
    view.select(row, of: ids.count, height: height)
    remember(ids)
  }

  /// - Returns: Whether there is such a row.
  mutating func select(_ id: String, of ids: [String]) -> Bool {
    guard let row = ids.firstIndex(of: id) else { return false }
    view = ListView(selection: row)
    remember(ids)
    return true
  }

  /// Finds again what was selected, among rows that may have changed.
  mutating func settle(_ ids: [String]) {
    if let id, let row = ids.firstIndex(of: id), row != view.selection {
      view = ListView(selection: row)
    }
    remember(ids)
  }

  /// Scrolls so that the selection can be seen.
  mutating func follow(of ids: [String], height: Int) {
    view.select(view.selection, of: ids.count, height: height)
  }

  private mutating func remember(_ ids: [String]) { id = index(of: ids).map { ids[$0] } }
}
