import Seeded
import TerminalUI
import Testing

@Suite struct TextFieldTests {
  @Test(
    arguments: [
      ("|", .character("é"), "é|"), ("a|c", .character("b"), "ab|c"),
      ("e|", .character("\u{301}"), "é|"), ("e|x", .character("\u{301}"), "é|x"),
      ("abc|", .backspace, "ab|"), ("|abc", .backspace, "|abc"), ("ae\u{301}|b", .backspace, "a|b"),
      ("a|👨\u{200D}👩\u{200D}👧b", .delete, "a|b"), ("abc|", .delete, "abc|"),
      ("a|bc", .control("d"), "a|c"),
      ("ab|c", .left, "a|bc"), ("|abc", .left, "|abc"), ("ab|c", .right, "abc|"),
      ("abc|", .right, "abc|"), ("ab|c", .home, "|abc"), ("ab|c", .control("a"), "|abc"),
      ("ab|c", .end, "abc|"), ("ab|c", .control("e"), "abc|"),
      ("L’équipe du soir|", .wordLeft, "L’équipe du |soir"),
      ("L’équipe| du soir", .wordLeft, "L’|équipe du soir"),
      ("L|’équipe du soir", .wordRight, "L’équipe| du soir"),
      ("  | ", .wordLeft, "|   "), ("un  deux|", .control("w"), "un  |"),
      ("un  |", .control("w"), "|"),
      ("un |deux", .control("k"), "un |"), ("un |deux", .control("u"), "|deux"),
    ] as [(String, Key, String)])
  func `a key edits at the cursor`(before: String, key: Key, after: String) {
    var field = field(before)
    let isHandled = field.handle(key)
    #expect(isHandled)
    #expect(shown(field) == after)
  }

  @Test(arguments: [
    Key.up, .down, .enter, .escape, .tab, .backTab, .pageUp, .function(9), .control("r"), .insert,
  ])
  func `other keys are the caller's`(key: Key) {
    var field = field("un |deux")
    let isHandled = field.handle(key)
    #expect(!isHandled)
    #expect(shown(field) == "un |deux")
  }

  @Test func `a paste is one insertion, on one line and without controls`() {
    var field = field("a|z")
    let isWhole = field.insert("un\r\ndeux\ttrois\u{1B}[31m\u{0}")
    #expect(isWhole)
    #expect(shown(field) == "aun deux trois[31m|z")
  }

  @Test func `what finds no room is refused, and said`() {
    var field = TextField("abc", limit: 6)
    let fits = ["défg", "x"].map { field.insert($0) }
    #expect(fits == [false, false])
    #expect(field.text == "abcdéf")
    #expect(field.isFull)
    field.deleteBackward()
    #expect(!field.isFull)
    let fitsThen = ["e\u{301}", "x"].map { field.insert($0) }
    #expect(fitsThen == [false, true])
    #expect(field.text == "abcdéx")
  }

  @Test(arguments: 0..<30)
  func `whatever the edits, characters are those of the text and the cursor is among them`(
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    var field = TextField()
    let keys: [Key] = [
      .left, .right, .wordLeft, .wordRight, .home, .end, .backspace, .delete, .control("w"),
      .character("\u{301}"), .character("e"), .character(" "), .character("🇫"),
    ]
    for _ in 0..<200 {
      if Bool.random(using: &generator) {
        field.insert(generator.nastyText())
      } else {
        _ = field.handle(keys.randomElement(using: &generator) ?? .left)
      }
      #expect(field.characters == Array(field.text))
      #expect((0...field.characters.count).contains(field.cursor))
      #expect(field.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }

  @Test func `in prose an apostrophe after a letter is typographic, and one key takes that back`() {
    var field = TextField(isProse: true)
    func type(_ keys: Key...) { for key in keys { _ = field.handle(key) } }
    type(.character("l"), .character("'"), .character("e"))
    #expect(field.text == "l’e")
    type(.backspace, .backspace)
    #expect(field.text == "l")
    type(.character("'"), .backspace)
    #expect(field.text == "l'")
    type(.backspace, .character(" "), .character("'"))
    #expect(field.text == "l '")
    type(.character("a"), .character("'"), .left, .right, .backspace)
    #expect(field.text == "l 'a")
    var value = TextField()
    for key: Key in [.character("l"), .character("'")] { _ = value.handle(key) }
    #expect(value.text == "l'")
  }

  /// A field whose cursor stands at the bar.
  private func field(_ text: String) -> TextField {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    var field = TextField(String(parts[0]) + String(parts[1]))
    field.moveCursor(to: parts[0].count)
    return field
  }

  private func shown(_ field: TextField) -> String {
    String(field.characters[..<field.cursor]) + "|" + String(field.characters[field.cursor...])
  }
}
