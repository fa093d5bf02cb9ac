import TerminalUI
import Testing

@Suite struct GridTests {
  private let shape = GridShape(
    columns: [.flexible(minimum: 10)] + Array(repeating: .fixed(5), count: 6), rowCount: 8)

  @Test func `columns share what room is left`() {
    let layout = Grid().layout(shape, in: Rect(column: 2, row: 1, width: 60, height: 6))
    #expect(layout.columns.map(\.width) == [24, 5, 5, 5, 5, 5, 5])
    #expect(layout.columns.map(\.start) == [2, 27, 33, 39, 45, 51, 57])
    #expect(layout.heading == Rect(column: 2, row: 1, width: 60, height: 1))
    #expect(layout.body == Rect(column: 2, row: 2, width: 60, height: 5))
    #expect(layout.rows == 0..<5)
    #expect(!layout.hasMoreLeft && !layout.hasMoreRight)
  }

  @Test func `the selected cell is always seen, and the frozen column stays`() {
    var grid = Grid()
    let area = Rect(Size(24, 4))
    var seen: [[Int]] = []
    for key in [.right, .right, .right, .left, .left, .right, .right, .right, .right, .right]
      as [Key]
    {
      _ = grid.handle(key, shape, in: area)
      seen.append(grid.layout(shape, in: area).columns.map(\.index))
    }
    #expect(
      seen == [
        [0, 1, 2], [0, 1, 2], [0, 2, 3], [0, 2, 3], [0, 1, 2], [0, 1, 2], [0, 2, 3], [0, 3, 4],
        [0, 4, 5], [0, 5, 6],
      ])
    let layout = grid.layout(shape, in: area)
    #expect(layout.hasMoreLeft && !layout.hasMoreRight)
  }

  @Test func `a grid drawn asks for the cells that are seen only`() {
    var grid = Grid()
    let area = Rect(Size(24, 4))
    grid.select(row: 5, column: 3, shape, in: area)
    var canvas = Canvas(area.size)
    let layout = grid.layout(shape, in: area)
    for column in layout.columns {
      canvas.draw("c\(column.index)", at: column.start, layout.heading.row, .title)
    }
    grid.draw(on: &canvas, layout) { canvas, area, row, column in
      canvas.draw("\(row).\(column)", at: area.column, area.row, upTo: area.endColumn)
    }
    #expect(
      canvas.description == """
        c0           c2    c3
        3.0          3.2   3.3
        4.0          4.2   4.3
        5.0          5.2   5.3
        """)
    #expect(canvas.roles.split(separator: "\n").last == "ttt==========ttt===ttt==")
  }

  @Test func `a click is on the cell drawn there`() {
    let area = Rect(column: 1, row: 1, width: 24, height: 4)
    let layout = Grid(row: 5, column: 3).layout(shape, in: area)
    for row in layout.rows {
      for column in layout.columns {
        let hit = layout.cell(
          at: Position(column: column.start + column.width - 1, row: 2 + row - 3))
        #expect(hit?.row == row)
        #expect(hit?.column == column.index)
      }
    }
    #expect(layout.cell(at: Position(column: 13, row: 2))?.column == nil)
    #expect(layout.cell(at: Position(column: 3, row: 1)) == nil)
  }

  @Test(arguments: 1...120)
  func `in any area cells never overlap, leave it or lose the selection`(width: Int) {
    for height in [1, 2, 3, 10, 100] {
      for column in 0..<7 {
        var grid = Grid()
        let area = Rect(column: 3, row: 2, width: width, height: height)
        grid.select(row: 6, column: column, shape, in: area)
        let layout = grid.layout(shape, in: area)
        var next = area.column
        for column in layout.columns {
          #expect(column.start >= next && column.width > 0)
          next = column.start + column.width
        }
        #expect(next <= area.endColumn)
        #expect(layout.rows.contains(6))
        #expect(layout.rows.count <= layout.body.height)
        #expect(layout.heading.endRow == layout.body.row && layout.body.endRow == area.endRow)
        if width >= 16 { #expect(layout.cell(row: 6, column: column) != nil) }
      }
    }
  }
}
