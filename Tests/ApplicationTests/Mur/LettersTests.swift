import TerminalUI
import Testing

@testable import Application

@Suite struct LettersTests {
  private let text: String
  private let letters: Letters

  init() throws {
    text = try shippedLetters()
    letters = try #require(Letters(text))
  }

  @Test func `every sign that French is written with has a letter`() {
    let plain = "abcdefghijklmnopqrstuvwxyz"
    let accented = "éèêëàâäçîïôöùûüÿœæ"
    let signs = "0123456789’'«»!?:;,.()-–—…%€/ \u{A0}\u{202F}"
    let wanted = Set(plain + plain.uppercased() + accented + accented.uppercased() + signs)
    #expect(wanted.subtracting(letters.characters) == [])
  }

  @Test func `a letter and its accent typed apart are the same letter`() {
    #expect(letters["e\u{301}"] == letters["é"])
    #expect(letters["é"] != nil)
  }

  @Test func `every letter has four rows of its width, and no two look alike`() {
    var seen: [Letters.Letter: Character] = [:]
    // Signs that are drawn alike on purpose.
    let alike: [Set<Character>] = [
      [" ", "\u{A0}", "\u{202F}"], ["-", "‐", "‑"], ["–", "−"],
    ]
    for character in letters.characters.sorted() {
      guard let letter = letters[character] else { continue }
      #expect(letter.cells.count == Letters.rows * letter.width, "\(character)")
      if let other = seen[letter], !alike.contains([other, character]),
        !alike.contains(where: { $0.isSuperset(of: [other, character]) })
      {
        Issue.record("\(character) is drawn as \(other)")
      }
      seen[letter] = character
    }
  }

  @Test(arguments: [
    "", "U+0041 A\n|█|\n|█|\n|█|\n", "U+0041 A\n|█|\n|█|\n|█|\n|██|\n",
    "U+0041 A\n|█|\n|x|\n|█|\n|█|\n", "A\n|█|\n|█|\n|█|\n|█|\n", "U+0041 A\n|█|\n|█|\n|█|\n█\n",
    "U+FFFFFFFF\n|█|\n|█|\n|█|\n|█|\n", "U+0041 A\n||\n||\n||\n||\n",
  ])
  func `a file that is not as it should be gives no letters`(text: String) {
    #expect(Letters(text) == nil)
  }

  /// The long way looks for each of its characters.
  @Test(arguments: [
    "On n’embauche plus : l’équipe s’en va… « déjà » ?",
    "Où ça, à l’hôtel\u{202F}? Là-bas, ou peut-être ici",
    "a\tb\nc", "tour-de-table Ctrl-R", "Œuvre\u{A0}! 12 % de n漢",
  ])
  func `a text with its accents typed apart is set in the same lines`(text: String) {
    let apart = text.decomposed
    for width in [3, 9, 20, 33, 60, 200] {
      for lines in 1...8 {
        #expect(
          letters.lines(of: text, width: width, maxLines: lines)
            == letters.lines(of: apart, width: width, maxLines: lines), "\(width) \(lines)")
      }
    }
  }

  @Test func `a line of letters is drawn as its file has it`() {
    var canvas = Canvas(Size(9, 4))
    canvas.draw("né", in: letters, at: 0, 0, .text)
    #expect(canvas.description == "     ▟▀\n█▀▙ ▟▀▙\n█ █ █▀▀\n▀ ▀ ▝▀▀")
    #expect(letters.columns(of: "né") == 7)
    #expect(letters.columns(of: "n漢") == nil)
  }

  @Test func `twice as large, a quarter is a cell`() {
    var canvas = Canvas(Size(8, 8))
    canvas.draw("i", in: letters, at: 0, 0, scale: 2, .text)
    #expect(canvas.description == "██\n\n██\n██\n██\n██\n██\n")
    var plain = Canvas(Size(8, 8), symbols: .ascii)
    plain.draw("i", in: letters, at: 0, 0, scale: 2, .text)
    #expect(plain.description == "##\n\n##\n##\n##\n##\n##\n")
  }

  @Test func `lines break between words, keep French signs with theirs, and never cut a word`() {
    #expect(
      letters.lines(of: "Qui le sait ? Nous.", width: 24, maxLines: 4) == [
        "Qui le", "sait ?", "Nous.",
      ])
    #expect(letters.lines(of: "anticonstitutionnellement", width: 40, maxLines: 9) == nil)
    #expect(letters.lines(of: "deux mots", width: 20, maxLines: 1) == nil)
    #expect(letters.lines(of: "", width: 20, maxLines: 1) == nil)
  }

  @Test func `no line is wider than asked, whatever the text and the width`() {
    let words = "Une petite unité pour les très âgés : personne d’autre n’y travaille « par ici » !"
    for width in 1...160 {
      guard let lines = letters.lines(of: words, width: width, maxLines: 40) else { continue }
      #expect(lines.joined(separator: " ") == words)
      for line in lines { #expect((letters.columns(of: line) ?? .max) <= width) }
    }
  }

  @Test(arguments: [
    ("Oui", Size(100, 20), WallSentence.Setting.letters(scale: 4, gap: 2)),
    ("Oui", Size(40, 8), .letters(scale: 2, gap: 1)),
    ("Deux CDD sont devenus des CDI", Size(76, 14), .letters(scale: 1, gap: 1)),
    ("Deux CDD sont devenus des CDI", Size(76, 8), .letters(scale: 1, gap: 0)),
    ("Deux CDD sont devenus des CDI", Size(76, 7), .spaced),
    ("Deux CDD sont devenus des CDI", Size(20, 2), .single),
    ("Écrit en 漢字", Size(76, 14), .spaced),
  ])
  func `a sentence is as large as its place allows`(
    text: String, size: Size, setting: WallSentence.Setting
  ) {
    let set = WallSentence(text, in: size, letters: letters)
    #expect(set.setting == setting)
    #expect(set.rows <= size.height)
  }

  @Test func `without letters a sentence is bold, and cut only when it has no room at all`() {
    let long = String(repeating: "Une phrase. ", count: 100)
    #expect(WallSentence("Oui", in: Size(100, 20), letters: nil).setting == .spaced)
    let cut = WallSentence(long, in: Size(36, 8), letters: letters)
    #expect(cut.setting == .single)
    #expect(cut.lines.count == 8 && cut.lines.last?.hasSuffix("…") == true)
  }
}

extension String {
  /// With its accents typed apart.
  fileprivate var decomposed: String {
    let pairs: [Character: String] = [
      "é": "e\u{301}", "à": "a\u{300}", "ù": "u\u{300}", "ç": "c\u{327}", "ô": "o\u{302}",
      "ê": "e\u{302}",
    ]
    return map { pairs[$0] ?? String($0) }.joined()
  }
}
