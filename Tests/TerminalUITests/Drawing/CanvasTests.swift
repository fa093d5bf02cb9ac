import Seeded
import Testing

@testable import TerminalUI

@Suite struct CanvasTests {
  @Test func `text is drawn, cut at its end and clipped to the canvas`() {
    var canvas = Canvas(Size(12, 3))
    #expect(canvas.draw("Résidence du Halage", at: 0, 0) == 12)
    #expect(canvas.draw("日本語", at: 1, 1, upTo: 6) == 6)
    #expect(canvas.draw("gauche", at: -3, 2) == 3)
    canvas.draw("dehors", at: 0, -1)
    canvas.draw("dehors", at: 0, 3)
    canvas.draw("dehors", at: 12, 0)
    #expect(canvas.description == "Résidence d…\n 日本…\nche")
  }

  @Test(arguments: 0..<200)
  func `a text drawn is its glyphs put one after the other`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (drawn, put) = (Canvas(Size(14, 1)), Canvas(Size(14, 1)))
    for _ in 0..<6 {
      let text =
        Bool.random(using: &random)
        ? random.nastyText()
        : ["été", "── ■", "日a本b", "abc日", "a\u{300}bc", "œ…œ"].randomElement(using: &random)!
      let column = Int.random(in: -3...14, using: &random)
      let end = Bool.random(using: &random) ? Int.random(in: 0...16, using: &random) : nil
      let style = Style(Style.Ink.allCases.randomElement(using: &random)!, on: .card, .bold)
      let next = drawn.draw(text, at: column, 0, style, upTo: end)
      var place = column
      for (glyph, width) in TextWidth.glyphs(of: text, fitting: min(end ?? 14, 14) - column) {
        put.put(glyph, width: width, at: place, 0, style)
        place += width
      }
      #expect(
        drawn == put && next == place, "\(text.debugDescription) at \(column) to \(end ?? -1)")
    }
  }

  @Test func `a cell keeps its glyph and its role`() {
    let glyphs = [
      Glyph("a"), Glyph("日"), Glyph("\u{10FFFF}"), .continuation, Glyph("e", "\u{301}"),
      Glyph("e", "\u{1D167}", "\u{20E3}"),
    ]
    for ground in Style.Ground.allCases {
      for ink in Style.Ink.allCases {
        for emphasis in [[], Style.Emphasis.bold, .underline, [.bold, .reverse]] {
          var cell = Cell(.space, Style(ink, on: ground, emphasis))
          for glyph in glyphs {
            cell.glyph = glyph
            #expect(cell.glyph == glyph && cell.style == Style(ink, on: ground, emphasis))
          }
          #expect(
            (cell.style.ink, cell.style.ground, cell.style.emphasis) == (ink, ground, emphasis))
        }
      }
    }
    #expect(Glyph("e", "\u{1D167}", "\u{20E3}").scalars == ["e", "\u{1D167}", "\u{20E3}"])
    // Two marks of which the second has no room.
    #expect(Glyph("e", "\u{301}", "\u{1D167}").scalars == ["e", "\u{301}"])
  }

  @Test func `half a wide glyph never remains`() {
    var canvas = Canvas(Size(8, 6))
    for row in 0..<6 { canvas.draw("日本語", at: 1, row) }
    canvas.draw("a", at: 2, 0)
    canvas.draw("a", at: 3, 1)
    canvas.draw("中", at: 2, 2)
    canvas.fill(Rect(column: 4, row: 3, width: 2, height: 1), Glyph("."))
    canvas.draw("日", at: -1, 4)
    canvas.put(Glyph("日"), width: 2, at: 7, 5)
    #expect(
      canvas.description == "  a本語\n 日a 語\n  中 語\n 日 ..\n 日本語\n 日本語")
  }

  @Test func `the cells of a canvas of no size are nowhere`() {
    var canvas = Canvas(Size(0, 0))
    canvas.draw("texte", at: 0, 0)
    canvas.fill(Rect(column: -3, row: -3, width: 10, height: 10))
    canvas.drawFrame(Rect(column: 0, row: 0, width: 4, height: 4))
    #expect(canvas == Canvas(Size(0, 0)))
    #expect(canvas.description == "")
  }

  @Test func `roles are read a letter a column`() {
    var canvas = Canvas(Size(16, 3))
    canvas.draw("titre", at: 0, 0, .title)
    canvas.draw("■ 日", at: 6, 0, Style(.red))
    canvas.lay(Rect(column: 0, row: 1, width: 16, height: 1), on: .selected)
    canvas.draw("pâle", at: 2, 1, Style(.faint, on: .selected))
    canvas.draw(" 13 ", at: 0, 2, Style(.orange, .reverse))
    #expect(canvas.roles == "AAAAA r rr\n==ffff==========\nOOOO")
  }

  @Test func `lines are drawn in ASCII where Unicode is missing`() {
    var unicode = Canvas(Size(7, 4))
    var ascii = Canvas(Size(7, 4), symbols: .ascii)
    let inside = unicode.drawFrame(unicode.area)
    ascii.drawFrame(ascii.area)
    #expect(inside == Rect(column: 1, row: 1, width: 5, height: 2))
    #expect(unicode.description == "╭─────╮\n│     │\n│     │\n╰─────╯")
    #expect(ascii.description == "+-----+\n|     |\n|     |\n+-----+")
  }

  @Test func `signs and keys in a text are ASCII in the ASCII set`() {
    let set = SymbolSet.ascii
    let texts = [set.arrow, set.times, set.minus, set.dot, set.nothing, set.sign("●", ascii: "V")]
    #expect(texts == ["->", "x", "-", "*", ".", "V"])
    #expect(set.spelled("← → ⌫ r") == "gauche droite Ret. r")
    #expect(SymbolSet.unicode.spelled("← →") == "← →")
    #expect(SymbolSet.unicode.arrow == "→" && SymbolSet.unicode.sign("●", ascii: "V") == "●")
  }

  @Test(arguments: Symbol.allCases)
  func `a symbol is one column wide, and ASCII in the ASCII set`(symbol: Symbol) {
    let unicode = SymbolSet.unicode[symbol].scalars
    let ascii = SymbolSet.ascii[symbol].scalars
    #expect(unicode.map { TextWidth.columns(of: $0) } == [1])
    #expect(ascii.map(\.isASCII) == [true])
  }

  @Test(arguments: [
    (0, "█\n█\n│\n│\n│"), (50, "│\n│\n█\n█\n│"), (60, "│\n│\n│\n█\n█"), (999, "│\n│\n│\n█\n█"),
  ])
  func `the scroll bar shows where the window is`(first: Int, drawn: String) {
    var canvas = Canvas(Size(1, 5))
    canvas.drawScrollbar(canvas.area, first: first, visible: 40, total: 100)
    #expect(canvas.description == drawn)
  }

  @Test func `the scroll bar is not drawn when everything is visible`() {
    var canvas = Canvas(Size(1, 5))
    canvas.drawScrollbar(canvas.area, first: 0, visible: 5, total: 5)
    #expect(canvas == Canvas(Size(1, 5)))
  }
}

extension String {
  /// The same lines, without the blanks that end them.
  var trimmed: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
    .joined(separator: "\n")
  }
}
