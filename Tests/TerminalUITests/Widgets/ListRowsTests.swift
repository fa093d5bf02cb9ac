import TerminalUI
import Testing

@Suite struct ListRowsTests {
  private let area = Rect(column: 2, row: 3, width: 10, height: 8)

  private func heights(_ rows: ListRows, of count: Int) -> [Int] {
    (0..<count).compactMap { rows.place(of: $0)?.height }
  }

  @Test func `free rows go to the selected item, to those that come first, then from the top`() {
    let lines = [2, 2, 3, 2, 2]
    func given(_ height: Int) -> [Int] {
      var list = ListView()
      list.select(3, of: 5, height: height)
      let area = Rect(column: 0, row: 0, width: 9, height: height)
      return heights(
        list.rows(of: 5, in: area, isFirst: { $0 == 2 }, lines: { lines[$0] }), of: 5)
    }
    #expect(given(5) == [1, 1, 1, 1, 1])
    #expect(given(6) == [1, 1, 1, 2, 1])
    #expect(given(7) == [1, 1, 2, 2, 1])
    #expect(given(8) == [1, 1, 3, 2, 1])
    #expect(given(9) == [2, 1, 3, 2, 1])
    #expect(given(20) == lines)
  }

  @Test func `a list longer than its area has one row an item, and lays no text out`() {
    var asked = 0
    func lines(_ item: Int) -> Int {
      asked += 1
      return 3
    }
    let rows = ListView().rows(of: 500, in: area, lines: lines)
    #expect(heights(rows, of: 500) == Array(repeating: 1, count: 8))
    #expect(asked == 0 && !rows.isWhole)
    #expect(rows.place(of: 0)?.width == 9)
  }

  @Test func `no more texts are laid out than have a free row`() {
    var asked: [Int] = []
    func lines(_ item: Int) -> Int {
      asked.append(item)
      return 3
    }
    _ = ListView().rows(of: 6, in: area, lines: lines)
    #expect(asked == [0])
  }

  @Test func `a press on any row of an item is on the item`() {
    let lines = [2, 1, 3]
    let rows = ListView().rows(of: 3, in: area, lines: { lines[$0] })
    let pressed = (2...11).map { rows.item(at: Position(column: 4, row: $0)) }
    #expect(pressed == [nil, 0, 0, 1, 2, 2, 2, nil, nil, nil])
    #expect(rows.item(at: Position(column: 1, row: 3)) == nil)
  }

  @Test(arguments: [SymbolSet.unicode, .ascii])
  func `the selected item has its ground in bold, and a bar on each row of its margin`(
    symbols: SymbolSet
  ) {
    let list = ListView(selection: 1)
    var canvas = Canvas(Size(6, 4), symbols: symbols)
    canvas.draw("x", at: 0, 1)
    let area = Rect(column: 1, row: 0, width: 5, height: 4)
    func lines(_ item: Int) -> Int { 3 }
    list.draw(on: &canvas, in: area, of: 2, lines: lines) { canvas, place, index in
      canvas.draw("ab", at: place.column, place.row)
    }
    let bar = symbols == .unicode ? "▐" : ">"
    #expect(canvas.description == " ab\nxab\n\(bar)\n\(bar)")
    #expect(canvas.roles.split(separator: "\n", omittingEmptySubsequences: false).last == "A=====")
  }
}
