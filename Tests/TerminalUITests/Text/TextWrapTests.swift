import Seeded
import Testing

@testable import TerminalUI

@Suite struct TextWrapTests {
  @Test func `letters known by heart are those of Unicode`() {
    for scalar in (0..<0x3000).compactMap(Unicode.Scalar.init)
    where scalar.isAlphabetic != scalar.properties.isAlphabetic {
      Issue.record("\(scalar.value)")
    }
  }

  @Test(
    arguments: [
      ("", []),
      ("court", ["court"]),
      ("Les plannings se décident la veille", ["Les", "plannings se", "décident la", "veille"]),
      ("deux  espaces   là bas", ["deux", "espaces   là", "bas"]),
      ("un\nautre\n\nparagraphe", ["un", "autre", "", "paragraphe"]),
      ("anticonstitutionnellement oui", ["anticonstitu", "tionnellemen", "t oui"]),
      ("la vie arc-en-ciel", ["la vie arc-", "en-ciel"]),
      ("il gèle à -10 degrés", ["il gèle à", "-10 degrés"]),
      ("日本語日本語日本語", ["日本語日本語", "日本語"]),
      ("e\u{301}te\u{301} e\u{301}te\u{301} e\u{301}te\u{301} e\u{301}", ["été été été", "é"]),
    ] as [(String, [String])])
  func `text is broken between words`(text: String, lines: [String]) {
    #expect(TextWidth.wrap(text, width: 12) == lines)
  }

  @Test(
    arguments: [
      ("Est-ce bien vrai\u{A0}? Oui", ["Est-ce bien", "vrai\u{A0}? Oui"]),
      ("Est-ce bien vrai ? Oui", ["Est-ce bien", "vrai ? Oui"]),
      ("Le projet « abc » va", ["Le projet", "« abc » va"]),
      ("au moins 12\u{202F}% ici", ["au moins", "12\u{202F}% ici"]),
      ("au moins 12 % ici", ["au moins", "12 % ici"]),
      ("voici : un", ["voici : un"]),
    ] as [(String, [String])])
  func `what French keeps together is kept together`(text: String, lines: [String]) {
    #expect(TextWidth.wrap(text, width: 12) == lines)
  }

  @Test(
    arguments: [
      (0, []), (1, ["Les…"]), (2, ["Les", "planning…"]), (3, ["Les", "plannings", "sont…"]),
      (4, ["Les", "plannings", "sont", "difficil…"]),
      (5, ["Les", "plannings", "sont", "difficile", "s"]),
    ] as [(Int, [String])])
  func `the last line kept says that there is more`(maxLines: Int, lines: [String]) {
    let text = "Les plannings sont difficiles"
    #expect(TextWidth.wrap(text, width: 9, maxLines: maxLines) == lines)
  }

  @Test(arguments: 0..<40)
  func `nothing is lost and no line is too long`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = generator.nastyText()
      for width in 4...12 {
        let lines = TextWidth.wrap(text, width: width)
        // A cluster that is too wide alone can't be split.
        #expect(
          lines.allSatisfy { TextWidth.fits($0, width) || $0.count == 1 },
          "\(text.debugDescription) \(width)")
        let kept = lines.joined().unicodeScalars.filter { !$0.properties.isWhitespace }
        #expect(Array(kept) == text.unicodeScalars.filter { !$0.properties.isWhitespace })
      }
    }
  }

  @Test(arguments: 0..<40)
  func `a plain text has the lines that any text has`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = Array("aéœ--  «»:;?!%.,’(") + ["\u{A0}", "\u{2010}", "…", "→", "1", "Z"]
    for _ in 0..<60 {
      let count = Int.random(in: 0...40, using: &generator)
      let characters = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }
      let text = String(characters)
      #expect(TextWidth.plainCount(of: text) == count)
      for width in 1...14 {
        let expected = TextWidth.lineRanges(TextWidth.units(of: characters), width: width)
          .map { range in
            let line = characters[range]
            let end = line.lastIndex { $0 != " " }.map { $0 + 1 } ?? line.startIndex
            return String(line[..<end])
          }
        let told = "\(text.debugDescription) \(width)"
        #expect(TextWidth.wrap(text, width: width) == (text.isEmpty ? [] : expected), "\(told)")
        #expect(TextWidth.lineCount(of: text, width: width) == max(1, expected.count), "\(told)")
        for most in 1...3 where expected.count > most {
          #expect(TextWidth.wrap(text, width: width, maxLines: most).count == most, "\(told)")
          #expect(TextWidth.lineCount(of: text, width: width, upTo: most) == most + 1, "\(told)")
        }
      }
    }
  }

  @Test func `one letter is not parted from its hyphen`() {
    for width in 6..<12 {
      for line in TextWidth.wrap("et Ctrl-R\u{A0}rétablit", width: width) {
        #expect(!line.hasSuffix("Ctrl-"), "\(width)")
      }
    }
    #expect(TextWidth.wrap("un Ctrl-R", width: 8) == ["un", "Ctrl-R"])
    #expect(TextWidth.wrap("un après-midi", width: 10) == ["un après-", "midi"])
  }
}
