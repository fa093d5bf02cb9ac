import TerminalUI
import Testing

@testable import Application

@Suite struct LegibilityTests {
  /// The table of the rule: the ratio of distance and image height, and the most rows.
  @Test(arguments: [(3, 30), (4, 22), (5, 18), (6, 15), (8, 11)])
  func `the most rows are those of the rule`(ratio: Int, rows: Int) {
    for height in [100, 150, 203] {
      #expect(Legibility.mostRows(distance: ratio * height, imageHeight: height) == rows)
    }
  }

  @Test func `lengths that are none give no rows`() {
    #expect(Legibility.mostRows(distance: 0, imageHeight: 150) == 0)
    #expect(Legibility.mostRows(distance: 600, imageHeight: -1) == 0)
    #expect(Legibility.isFar(distance: 901, imageHeight: 150))
    #expect(!Legibility.isFar(distance: 900, imageHeight: 150))
  }

  @Test(arguments: [
    ("6", 600), ("6,5", 650), ("1.50", 150), ("0,05 m", 5), ("12 M", 1200), (" 3 ", 300),
    ("2,", 200), ("", nil), ("0", nil), ("-3", nil), ("6,5,1", nil), ("abc", nil), ("1e3", nil),
    ("101", nil), ("999999999999999999999", nil), ("4,x", nil), ("4,-1", nil),
  ])
  func `metres are read as people write them`(text: String, centimetres: Int?) {
    #expect(Length(metres: text)?.centimetres == centimetres)
  }

  @Test func `the card says whether the present window reads from the last row`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.press(.character("d"))
    state.type("6")
    state.press(.tab)
    #expect(!state.words.contains("lignes au plus"))
    state.type("1,5")
    #expect(state.words.contains("on lit 22 lignes au plus."))
    #expect(state.words.contains("Cette fenêtre en a 24, c’est trop"))
    _ = state.update(.event(.resize(Size(60, 16))))
    #expect(state.words.contains("Cette fenêtre en a 16 : c’est lisible."))
    state.press(.enter, .character("d"))
    #expect(state.words.contains("on lit 22 lignes au plus."))
    state.press(.down, .backspace, .backspace, .backspace)
    state.type("0,5")
    #expect(state.words.contains("au plus"))
  }
}
