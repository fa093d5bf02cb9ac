import Seeded
import Testing

@testable import TerminalUI

struct CanvasChangesTests {
  @Test func `equal rows have no changes`() {
    var canvas = Canvas(Size(10, 2))
    canvas.draw("é日x", at: 0, 1)
    #expect(canvas.changes(in: 1, since: canvas) == nil)
    #expect(Canvas(Size(0, 2)).changes(in: 1, since: Canvas(Size(0, 2))) == nil)
  }

  @Test func `changes go from the first to the last cell that differs`() {
    var old = Canvas(Size(10, 1))
    old.draw("abcdefghij", at: 0, 0)
    var new = old
    new.draw("X", at: 2, 0)
    new.draw("g", at: 6, 0, .strong)
    #expect(new.changes(in: 0, since: old) == 2..<7)
    #expect(old.changes(in: 0, since: new) == 2..<7)
  }

  @Test func `what is equal for long parts two changes`() {
    let old = Canvas(Size(30, 1))
    var new = old
    for column in [2, 5, 20] { new.draw("X", at: column, 0) }
    #expect(new.changes(in: 0, since: old) == 2..<6)
    #expect(new.changes(in: 0, since: old, from: 6) == 20..<21)
    #expect(new.changes(in: 0, since: old, from: 21) == nil)
  }

  @Test func `a wide glyph is drawn whole`() {
    var old = Canvas(Size(10, 1))
    old.draw("日本", at: 1, 0)
    var new = old
    new.lay(Rect(column: 2, row: 0, width: 2, height: 1), on: .bar)
    #expect(new.changes(in: 0, since: old) == 1..<5)
    new = Canvas(Size(10, 1))
    new.draw("本", at: 2, 0)
    #expect(new.changes(in: 0, since: old) == 1..<5)
  }

  @Test(arguments: 0..<50)
  func `drawing the changes over the old canvas gives the new one`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var old = Canvas(Size(30, 3))
    for _ in 0..<6 { scribble(on: &old, &random) }
    var new = old
    for _ in 0..<3 { scribble(on: &new, &random) }
    for row in 0..<3 {
      var from = 0
      let before = old
      while let changes = new.changes(in: row, since: before, from: from) {
        for column in changes { old[column, row] = new[column, row] }
        from = changes.upperBound
      }
    }
    #expect(old == new)
  }

  private func scribble(on canvas: inout Canvas, _ random: inout SeededGenerator) {
    let text = ["a", "日", "é本", " ", "e\u{301}"].randomElement(using: &random) ?? ""
    canvas.draw(
      text, at: .random(in: -1...30, using: &random), .random(in: 0..<3, using: &random),
      Bool.random(using: &random) ? .text : .strong)
  }
}
