/// A selected cell, and where a grid that is larger than its area stands.
///
/// Like ``ListView`` it holds no cells. The first columns can be frozen and the heading always
/// stays; the selected cell is always in sight.
package struct Grid: Hashable, Sendable {
  /// The row selected, and the rows' scrolling.
  package private(set) var rows: ListView
  /// The column selected.
  package private(set) var column: Int
  /// The first scrolled column when it was last moved.
  private var firstColumn = 0

  package init(row: Int = 0, column: Int = 0) {
    rows = ListView(selection: row)
    self.column = max(0, column)
  }

  package var row: Int { rows.selection }
}

extension Grid {
  /// Where the cells are in an area, with the selected one among them.
  package func layout(_ shape: GridShape, in area: Rect) -> GridLayout {
    var body = area
    // In a tiny area rows come before their heading.
    let heading = body.takeTop(min(shape.headingRows, max(0, area.height - 1)))
    let columns = shape.visibleColumns(
      from: area.column, width: area.width, firstScrolled: firstColumn,
      showing: min(column, shape.columns.count - 1))
    let scrolled = columns.map(\.index).filter { $0 >= shape.frozen }
    let isScrollable = shape.frozen < shape.columns.count
    return GridLayout(
      columns: columns, rows: rows.visibleRows(of: shape.rowCount, height: body.height),
      heading: heading, body: body,
      hasMoreLeft: isScrollable && (scrolled.first ?? shape.frozen) > shape.frozen,
      hasMoreRight: isScrollable && (scrolled.last ?? -1) < shape.columns.count - 1)
  }

  /// Selects a cell, or the nearest that exists.
  package mutating func select(row: Int, column: Int, _ shape: GridShape, in area: Rect) {
    self.column = min(max(0, column), max(0, shape.columns.count - 1))
    rows.select(row, of: shape.rowCount, height: layout(shape, in: area).body.height)
    let scrolled = layout(shape, in: area).columns.first { $0.index >= shape.frozen }
    if let scrolled { firstColumn = scrolled.index }
  }

  /// Moves the rows under the eyes, as a wheel does.
  package mutating func scroll(by rows: Int, _ shape: GridShape, in area: Rect) {
    let height = layout(shape, in: area).body.height
    self.rows.scroll(by: rows, of: shape.rowCount, height: height)
  }

  /// Does what a key does in a grid, and returns whether it does anything there.
  package mutating func handle(_ key: Key, _ shape: GridShape, in area: Rect) -> Bool {
    switch key {
    case .left: select(row: row, column: column - 1, shape, in: area)
    case .right: select(row: row, column: column + 1, shape, in: area)
    default:
      let height = layout(shape, in: area).body.height
      return rows.handle(key, of: shape.rowCount, height: height)
    }
    return true
  }

  /// Draws the cells that are seen, each by `drawCell`, then lays the selected row on its ground.
  package func draw(
    on canvas: inout Canvas, _ layout: GridLayout, isActive: Bool = true,
    drawCell: (inout Canvas, Rect, _ row: Int, _ column: Int) -> Void
  ) {
    for row in layout.rows {
      for column in layout.columns {
        guard let area = layout.cell(row: row, column: column.index) else { continue }
        drawCell(&canvas, area, row, column.index)
      }
      if isActive, row == min(self.row, layout.rows.upperBound - 1), let line = layout.line(row) {
        canvas.lay(line, on: .selected)
      }
    }
  }
}
