import TerminalUI

/// A canvas of texts in no order, wide, combining and cut ones among them.
struct Noise {
  let seed: UInt64
  /// Whether it is drawn anew, all of it: the last row says so.
  var isWhole = false

  init(seed: UInt64) { self.seed = seed }

  func canvas(_ size: Size) -> Canvas {
    var canvas = Canvas(size)
    // Some of what the one before had, so that there is something not to draw again.
    for age in [1, 0] where seed >= age {
      var random = Random(state: seed - UInt64(age))
      for _ in 0..<size.height { scribble(on: &canvas, &random) }
    }
    // Rows are written from the first to the last: when the last is there, so are the others.
    canvas.fill(Rect(column: 0, row: size.height - 1, width: size.width, height: 1))
    canvas.draw("noise \(seed)" + (isWhole ? " whole" : ""), at: 0, size.height - 1)
    return canvas
  }

  private func scribble(on canvas: inout Canvas, _ random: inout Random) {
    let texts = [
      "œuvre", "日本語", "e\u{301}e\u{301}", "● vert", "─────", "x", "한", "  ", "👩\u{200D}🌾",
      "«\u{A0}oui\u{A0}»",
    ]
    let size = canvas.size
    canvas.draw(
      texts[random.below(texts.count)], at: random.below(size.width), random.below(size.height),
      Style.Ink.allCases.map { Style($0) }[random.below(Style.Ink.allCases.count)])
  }

  /// Knuth's linear congruential generator: the same noise every time.
  private struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
  }
}
