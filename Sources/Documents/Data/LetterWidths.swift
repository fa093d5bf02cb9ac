import DPES

/// How wide the letters of the templates' font are, in thousandths of its size: those of Liberation
/// Sans, which has the measures of Arial.
enum LetterWidths {
  /// From the space to `~`.
  private static let ascii = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  private static let others: [Unicode.Scalar: Int] = [
    "\u{A0}": 278, "\u{202F}": 278, "’": 222, "‘": 222, "“": 333, "”": 333, "…": 1000, "—": 1000,
    "Œ": 1000, "œ": 944, "Æ": 1000, "æ": 889, "°": 400, "→": 1000, "•": 350,
  ]

  /// How many lines a text takes, broken at spaces and after hyphens as Writer breaks it.
  static func lines(of text: String, width: Int) -> Int {
    var (lines, used, gap) = (1, 0, 0)
    var word = 0
    func end() -> Bool { used > 0 && used + gap + word > width }
    // A word that is longer than a line goes on below.
    func goOn() {
      let more = max(0, used - 1) / max(1, width)
      (lines, used) = (lines + more, used - more * width)
    }
    for scalar in text.unicodeScalars {
      if scalar != " " { word += Self.width(of: scalar) }
      guard scalar == " " || scalar == "-" else { continue }
      if end() { (lines, used, gap) = (lines + 1, 0, 0) }
      (used, gap, word) = (used + gap + word, scalar == " " ? ascii[0] : 0, 0)
      goOn()
    }
    if end() { (lines, used) = (lines + 1, word) } else { used += gap + word }
    goOn()
    return lines
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if let known = others[scalar] { return known }
    // A letter with a sign is as wide as without.
    let plain = scalar.isASCII ? scalar : String(scalar).folded.unicodeScalars.first ?? scalar
    let place = Int(plain.value) - 32
    return ascii.indices.contains(place) ? ascii[place] : 556
  }
}
