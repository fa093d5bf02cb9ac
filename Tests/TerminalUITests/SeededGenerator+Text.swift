import Seeded

extension SeededGenerator {
  /// Up to twenty pieces of text that terminals get wrong, and some scalars taken at random.
  mutating func nastyText() -> String {
    let pieces = [
      "a", "é", " ", "\u{A0}", "-", "’", "…", "日", "한", "e\u{301}", "\u{301}", "\u{1160}",
      "👨\u{200D}👩\u{200D}👧",
      "👍🏽", "🇫", "🇫🇷", "⚠\u{FE0F}", "\u{200D}", "\u{202E}", "\u{1B}[31m", "\n", "\r\n", "\t",
      "\u{0}", "\u{9B}", "क्षि", "\u{AD}", "\u{FEFF}", "\u{10FFFF}", "ộ", "●",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...20, using: &self) {
      if Int.random(in: 0..<4, using: &self) == 0 {
        let value = UInt32.random(in: 0...0x2FFFF, using: &self)
        text.unicodeScalars.append(Unicode.Scalar(value) ?? "?")
      } else {
        text += pieces.randomElement(using: &self) ?? ""
      }
    }
    return text
  }
}
