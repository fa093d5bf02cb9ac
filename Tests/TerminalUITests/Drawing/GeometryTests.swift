import Seeded
import TerminalUI
import Testing

@Suite struct GeometryTests {
  @Test(arguments: 0..<20)
  func `cutting an area leaves parts that fill it and never overlap`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let size = Size(
        Int.random(in: 1...300, using: &generator), Int.random(in: 1...100, using: &generator))
      var rest = Rect(size)
      var parts: [Rect] = []
      for _ in 0..<6 {
        let amount = Int.random(in: -2...120, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: parts.append(rest.takeTop(amount))
        case 1: parts.append(rest.takeBottom(amount))
        case 2: parts.append(rest.takeLeft(amount))
        default: parts.append(rest.takeRight(amount))
        }
      }
      parts.append(rest)
      #expect(parts.allSatisfy { $0.intersection(Rect(size)) == $0 })
      #expect(parts.reduce(0) { $0 + $1.width * $1.height } == size.width * size.height)
      for (index, part) in parts.enumerated() {
        #expect(parts[(index + 1)...].allSatisfy { $0.intersection(part).isEmpty })
      }
    }
  }

  @Test(arguments: [(0, 0), (1, 0), (0, 1), (2, 3), (9, 9)])
  func `an inset is inside, and empty rather than negative`(columns: Int, rows: Int) {
    for width in 0...8 {
      for height in 0...8 {
        let area = Rect(column: 3, row: 4, width: width, height: height)
        let inside = area.inset(columns: columns, rows: rows)
        #expect(inside.size == Size(width - 2 * columns, height - 2 * rows))
        #expect(inside.isEmpty || inside.intersection(area) == inside)
      }
    }
  }

  @Test func `a size is never negative`() {
    #expect(Size(-3, 4) == Size(0, 4))
    #expect(Rect(column: 1, row: 1, width: -2, height: -1).isEmpty)
  }
}
