import TerminalUI
import Testing

@Suite struct BraillePlotTests {
  @Test func `each dot has its place in a cell`() {
    for (index, scalar) in "⠁⠈⠂⠐⠄⠠⡀⢀".unicodeScalars.enumerated() {
      var plot = BraillePlot(Size(1, 1))
      plot.set(index % 2, index / 2)
      #expect(frame(plot) == String(scalar))
    }
  }

  @Test func `an ellipse is round, closed and symmetric`() {
    var plot = BraillePlot(Size(20, 10))
    plot.ellipse(center: (19.5, 19.5), radius: (19.5, 19.5))
    #expect(
      frame(plot) == """
            ⢀⠤⠒⠒⠉⠉⠉⠉⠒⠒⠤⡀
          ⢠⠒⠁          ⠈⠒⡄
         ⡔⠁              ⠈⢢
        ⢸                  ⡇
        ⡇                  ⢸
        ⡇                  ⢸
        ⢸                  ⡇
         ⠣⡀              ⢀⠜
          ⠘⠤⡀          ⢀⠤⠃
            ⠈⠒⠤⠤⣀⣀⣀⣀⠤⠤⠒⠁
        """)
  }

  @Test func `lines reach both ends`() {
    var plot = BraillePlot(Size(8, 3))
    plot.line(from: (0, 0), to: (15, 11))
    plot.line(from: (15, 0), to: (0, 0))
    plot.line(from: (7, 11), to: (7, 3))
    #expect(
      frame(plot) == """
        ⠙⠫⡉⢉⠉⠉⠉⠉
          ⠈⢹⢄⡀
           ⢸ ⠈⠢⢄
        """)
  }

  @Test func `in ASCII a dot is a full stop`() {
    var plot = BraillePlot(Size(9, 4))
    plot.ellipse(center: (8.5, 7.5), radius: (8.5, 7.5))
    #expect(
      frame(plot, .ascii) == """
         .......
        .       .
        .       .
         .......
        """)
  }

  @Test func `dots outside are dropped, and cells without dots left alone`() {
    var plot = BraillePlot(Size(4, 2))
    plot.ellipse(center: (3.5, 3.5), radius: (40, 3))
    plot.ellipse(center: (-90, 1e6), radius: (10, 10))
    plot.line(from: (-5, -5), to: (20, 20))
    var canvas = Canvas(Size(4, 2))
    canvas.draw("abcd", at: 0, 0)
    canvas.draw(BraillePlot(Size(4, 2)), at: 0, 0)
    #expect(canvas.description == "abcd\n")
    canvas.draw(plot, at: 3, 1)
    #expect(canvas[2, 0].glyph == Glyph("c"))
  }

  @Test(arguments: [(1.0, 1.0), (7.5, 3.0), (30, 11), (39.5, 39.5), (12, 35)])
  func `an outline has no gap and mirrors itself`(rx: Double, ry: Double) {
    var plot = BraillePlot(Size(40, 20))
    plot.ellipse(center: (39.5, 39.5), radius: (rx, ry))
    let points = dots(of: plot)
    for point in points {
      let around = (-1...1).flatMap { dy in
        (-1...1).map { Position(column: point.column + $0, row: point.row + dy) }
      }
      #expect(points.intersection(around).count >= 3)
      #expect(points.contains(Position(column: 79 - point.column, row: point.row)))
      #expect(points.contains(Position(column: point.column, row: 79 - point.row)))
    }
  }

  private func frame(_ plot: BraillePlot, _ symbols: SymbolSet = .unicode) -> String {
    var canvas = Canvas(plot.size, symbols: symbols)
    canvas.draw(plot, at: 0, 0)
    return canvas.description
  }

  /// The dots set, read back from the glyphs.
  private func dots(of plot: BraillePlot) -> Set<Position> {
    var canvas = Canvas(plot.size)
    canvas.draw(plot, at: 0, 0)
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    var dots: Set<Position> = []
    for y in 0..<plot.height {
      for x in 0..<plot.width {
        let value = canvas[x / 2, y / 4].glyph.scalars[0].value
        if value >= 0x2800, (value - 0x2800) & bits[y % 4][x % 2] != 0 {
          dots.insert(Position(column: x, row: y))
        }
      }
    }
    return dots
  }
}
