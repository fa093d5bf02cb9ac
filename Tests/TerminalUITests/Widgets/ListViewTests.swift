import Seeded
import TerminalUI
import Testing

@Suite struct ListViewTests {
  @Test func `the selected row is always seen, and the list moves no more than it takes`() {
    var list = ListView()
    var windows: [Range<Int>] = []
    for key in [.down, .down, .down, .down, .up, .up, .end, .up, .home, .pageDown] as [Key] {
      _ = list.handle(key, of: 9, height: 4)
      windows.append(list.visibleRows(of: 9, height: 4))
    }
    #expect(windows == [0..<4, 0..<4, 0..<4, 1..<5, 1..<5, 1..<5, 5..<9, 5..<9, 0..<4, 0..<4])
    #expect(list.selection == 3)
  }

  @Test func `a list drawn is rows, a selected ground and a scroll bar`() {
    var list = ListView()
    list.select(4, of: 9, height: 4)
    var canvas = Canvas(Size(9, 4))
    list.draw(on: &canvas, in: canvas.area, of: 9) { canvas, area, row in
      canvas.draw("ligne \(row)", at: area.column, area.row, upTo: area.endColumn)
    }
    #expect(canvas.description == "ligne 1 █\nligne 2 │\nligne 3 │\nligne 4 │")
    #expect(canvas.roles == "ttttt t f\nttttt t l\nttttt t l\nTTTTT=T=l")
  }

  @Test func `ten thousand rows cost no more than those that are seen`() {
    var list = ListView()
    _ = list.handle(.end, of: 10_000, height: 5)
    var asked: [Int] = []
    var canvas = Canvas(Size(10, 5))
    list.draw(on: &canvas, in: canvas.area, of: 10_000) { asked.append($2) }
    #expect(asked == [9_995, 9_996, 9_997, 9_998, 9_999])
  }

  @Test func `the wheel moves the rows, and the selection at the edges only`() {
    var list = ListView(selection: 2)
    list.scroll(by: 2, of: 20, height: 5)
    #expect(list.visibleRows(of: 20, height: 5) == 2..<7)
    #expect(list.selection == 2)
    list.scroll(by: 3, of: 20, height: 5)
    #expect(list.selection == 5)
    list.scroll(by: -99, of: 20, height: 5)
    #expect(list.visibleRows(of: 20, height: 5) == 0..<5)
    #expect(list.selection == 4)
  }

  @Test func `a click is on the row drawn there, or on none`() {
    let list = ListView(selection: 6)
    let area = Rect(column: 2, row: 3, width: 10, height: 4)
    let rows = list.rows(of: 8, in: area)
    #expect(
      (2...8).map { rows.item(at: Position(column: 5, row: $0)) }
        == [nil, 3, 4, 5, 6, nil, nil])
    let short = list.rows(of: 2, in: area)
    #expect((3...6).map { short.item(at: Position(column: 5, row: $0)) } == [0, 1, nil, nil])
    #expect(rows.item(at: Position(column: 1, row: 4)) == nil)
  }

  @Test func `rows that are gone are not selected`() {
    let list = ListView(selection: 6)
    #expect(list.selectedRow(of: 3) == 2)
    #expect(list.selectedRow(of: 0) == nil)
    #expect(list.visibleRows(of: 0, height: 4).isEmpty)
  }

  @Test(arguments: 0..<30)
  func `any sequence of moves keeps the selection in sight and the list filled`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var list = ListView()
    let keys: [Key] = [.up, .down, .pageUp, .pageDown, .home, .end]
    for _ in 0..<300 {
      let count = Int.random(in: 0...30, using: &generator)
      let height = Int.random(in: 0...12, using: &generator)
      if Bool.random(using: &generator) {
        _ = list.handle(keys.randomElement(using: &generator) ?? .up, of: count, height: height)
      } else {
        list.scroll(by: Int.random(in: -5...5, using: &generator), of: count, height: height)
      }
      let visible = list.visibleRows(of: count, height: height)
      #expect(visible.count == min(count, height))
      #expect(visible.lowerBound >= 0 && visible.upperBound <= count)
      if let selected = list.selectedRow(of: count), height > 0 {
        #expect(visible.contains(selected))
      }
    }
  }
}
