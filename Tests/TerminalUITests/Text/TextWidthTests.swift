import CNcurses
import Glibc
import Seeded
import TerminalUI
import Testing

@Suite struct TextWidthTests {
  @Test func `every scalar takes the columns that ncurses counts, unless it is too new to draw`()
    throws
  {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    let disagreements = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      .filter { scalar in
        let ours = TextWidth.columns(of: scalar)
        return ours != Int(cn_wcwidth(scalar.value)) && !(ours == -1 && isUnsettled(scalar))
      }
    #expect(disagreements.map { String($0.value, radix: 16) } == [])
  }

  /// Newer than Unicode 14, or of another width since.
  private func isUnsettled(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2630...0x2637, 0x268A...0x268F, 0x1D300...0x1D356, 0x1D360...0x1D376: true
    default: (scalar.properties.age?.major ?? .max) > 14
    }
  }

  @Test(arguments: [
    ("", 0), ("été", 3), ("« œuvre » : 12 %", 16), ("L’équipe…", 9), ("■▲●◐✔✘◆▼", 8),
    ("日本", 4), ("e\u{301}", 1), ("👨\u{200D}👩\u{200D}👧", 2), ("⚠\u{FE0F}", 1), ("🇫🇷", 1),
    ("a\u{1B}[31mb", 6),
    ("a\tb\r\nc", 5), ("\u{202E}abc\u{2066}", 3), ("\u{301}", 1), ("각", 2), ("क्षि", 3),
    ("co\u{AD}op", 4),
    ("\u{10FFFF}\u{0}\u{9B}", 1),
  ])
  func `text is measured as it is shown`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
    #expect(TextWidth.glyphs(of: text).reduce(0) { $0 + $1.width } == columns)
    #expect(TextWidth.fits(text, columns))
    #expect(columns == 0 || !TextWidth.fits(text, columns - 1))
  }

  @Test(arguments: [
    ("e\u{301}te\u{301}", "été"), ("o\u{323}\u{302}", "ộ"),
    ("x\u{301}\u{302}\u{303}", "x\u{301}\u{302}"),
    ("👨\u{200D}👩\u{200D}👧!", "👨!"), ("👍🏽", "👍"), ("🇫🇷", "🇫"), ("❤\u{FE0F}", "❤"),
    ("a\u{1B}[31mb", "a[31mb"),
    ("un\r\ndeux\ttrois", "un deux trois"), ("\u{301}a", "◌\u{301}a"), ("\u{10FFFF}", "\u{FFFD}"),
    ("a\u{200F}b\u{200B}c", "abc"), ("\u{7}\u{9B}2J", "2J"),
  ])
  func `what can't be shown is left out or replaced`(text: String, shown: String) {
    let scalars = TextWidth.glyphs(of: text).flatMap(\.glyph.scalars)
    #expect(scalars == Array(shown.unicodeScalars))
  }

  @Test(arguments: [
    ("Plannings", 9, "Plannings"), ("Plannings", 8, "Plannin…"), ("Plannings", 1, "…"),
    ("Plannings", 0, ""), ("Plannings", -3, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
    ("日本語", 4, "日…"), ("日本語", 1, "…"), ("e\u{301}te\u{301}", 2, "é…"),
  ])
  func `text too long is cut with an ellipsis`(text: String, columns: Int, shown: String) {
    #expect(TextWidth.truncated(text, to: columns) == shown)
  }

  @Test(
    arguments: [
      ("Le compte bancaire est à découvert", 30, "Le compte bancaire est à…"),
      ("Le compte bancaire est à découvert", 34, "Le compte bancaire est à découvert"),
      ("Le compte bancaire", 10, "Le compte…"), ("Le compte bancaire", 9, "Le…"),
      ("Quels contrats proposons-nous, et", 27, "Quels contrats…"),
      ("On dit « demain » trop vite", 10, "On dit…"), ("Extraordinaire", 6, "Extra…"),
      ("Prix : 3", 7, "Prix…"), ("", 5, ""), ("abc", 0, ""),
    ])
  func `an excerpt ends with a whole word`(text: String, columns: Int, shown: String) {
    #expect(TextWidth.excerpt(text, to: columns) == shown)
    #expect(TextWidth.fits(shown, columns))
  }

  @Test(arguments: 0..<40)
  func `nasty text never takes more columns than it is given`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = generator.nastyText()
      for columns in 0...12 {
        let glyphs = TextWidth.glyphs(of: text, fitting: columns)
        #expect(glyphs.allSatisfy { $0.width == 1 || $0.width == 2 })
        #expect(glyphs.reduce(0) { $0 + $1.width } <= columns, "\(text.debugDescription)")
        let whole = TextWidth.glyphs(of: text)
        if TextWidth.fits(text, columns) { #expect(glyphs.map(\.glyph) == whole.map(\.glyph)) }
      }
    }
  }

  @Test(arguments: 0..<40)
  func `a glyph is one that ncurses can put in a cell`(seed: UInt64) throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      for (glyph, width) in TextWidth.glyphs(of: generator.nastyText()) {
        let widths = glyph.scalars.map { Int(cn_wcwidth($0.value)) }
        #expect(widths.first == width)
        #expect(widths.dropFirst().allSatisfy { $0 == 0 })
      }
    }
  }
}
