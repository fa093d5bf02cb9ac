/// Where the cells of a grid are, in an area: columns that are frozen or seen, and rows that are
/// seen under the heading.
package struct GridLayout: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    /// Which of the grid's columns it is.
    package let index: Int
    /// In the canvas.
    package let start: Int
    package let width: Int
  }

  /// The columns seen, from left to right.
  package let columns: [Column]
  /// The rows seen.
  package let rows: Range<Int>
  package let heading: Rect
  /// The area under the heading.
  package let body: Rect
  /// Whether columns are scrolled away on a side.
  package let hasMoreLeft: Bool
  package let hasMoreRight: Bool

  /// The area of a cell, when it is seen.
  package func cell(row: Int, column: Int) -> Rect? {
    guard rows.contains(row), let column = columns.first(where: { $0.index == column }) else {
      return nil
    }
    return Rect(
      column: column.start, row: body.row + row - rows.lowerBound, width: column.width, height: 1)
  }

  /// The area of the whole of a row, when it is seen.
  package func line(_ row: Int) -> Rect? {
    guard rows.contains(row) else { return nil }
    return Rect(
      column: body.column, row: body.row + row - rows.lowerBound, width: body.width, height: 1)
  }

  /// The cell at a position; beside the columns, the row and no column.
  package func cell(at position: Position) -> (row: Int, column: Int?)? {
    guard body.contains(position) else { return nil }
    let row = rows.lowerBound + position.row - body.row
    guard rows.contains(row) else { return nil }
    let column = columns.first {
      position.column >= $0.start && position.column < $0.start + $0.width
    }
    return (row, column?.index)
  }
}
