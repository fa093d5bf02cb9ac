/// How a cell of the tableau de bord is spread over its columns.
///
/// Wide: `│a ✔ 83,3 %`, the objective's letter, a late mark, the sign, the value. Narrow: `a ✔`.
struct TableauCellLayout: Hashable, Sendable {
  let hasValue: Bool

  /// - Parameter width: Columns of the whole tableau.
  init(width: Int) { hasValue = width >= 116 }

  /// Columns from a period to the next.
  var stride: Int { hasValue ? 11 : 6 }
  /// Columns of the line before what a cell and its heading show.
  var bar: Int { hasValue ? 1 : 0 }
  /// Columns for what a cell and its heading show.
  var width: Int { hasValue ? 10 : 5 }
  /// Columns for a value.
  var valueWidth: Int { 6 }
}
