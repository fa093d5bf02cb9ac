import TerminalUI
import Testing

@testable import NcursesTerminal

/// Bytes put together into characters and pastes, without a terminal.
struct InputDecoderTests {
  private func bytes(_ text: String) -> [RawInput] { text.utf8.map(RawInput.byte) }

  @Test func `marks join the character before them, in one batch`() {
    var decoder = InputDecoder()
    #expect(
      decoder.decode(bytes("ae\u{301}\u{323}b"))
        == [.key(.character("a")), .key(.character("e\u{301}\u{323}")), .key(.character("b"))])
    #expect(decoder.decode(bytes("\u{301}")) == [.key(.character("\u{301}"))])
  }

  @Test func `a mark joins nothing but a character`() {
    var decoder = InputDecoder()
    #expect(
      decoder.decode([.key(.up)] + bytes("\u{301}\t"))
        == [.key(.up), .key(.character("\u{301}")), .key(.tab)])
  }

  @Test func `a character may come in two batches`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([.byte(0xC3)]) == [])
    #expect(decoder.decode([.byte(0xA9)]) == [.key(.character("é"))])
  }

  @Test(arguments: [
    [0xE9], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF8], [0x80], [0xFF], [0xC2, 0x9B],
  ])
  func `bytes that are not text take no key with them`(bad: [UInt8]) {
    var decoder = InputDecoder()
    #expect(
      decoder.decode(bad.map(RawInput.byte) + bytes("qé")).suffix(2).first == .key(.character("q")))
    #expect(decoder.decode(bytes("x")) == [.key(.character("x"))])
  }

  @Test func `every scalar survives`() {
    var decoder = InputDecoder()
    let sample = stride(from: UInt32(0xA0), to: 0x11_0000, by: 97).compactMap(Unicode.Scalar.init)
    for scalar in sample {
      let character = Character(scalar)
      #expect(decoder.decode(bytes(String(character))) == [.key(.character(character))])
    }
  }

  @Test func `Escape before a letter is Escape, and the letter`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes("\u{1B}q")) == [.key(.escape), .key(.character("q"))])
    #expect(decoder.decode(bytes("\u{1B}[")) == [.key(.escape), .key(.character("["))])
    #expect(decoder.decode(bytes("\u{1B}\u{1B}")) == [.key(.escape), .key(.escape)])
  }

  @Test func `a paste is one text, whatever its batches`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([.pasteStart] + bytes("q\r\nœ")) == [])
    #expect(decoder.decode(bytes("\t\u{1B}[31mé\r") + [.key(.up)]) == [])
    #expect(
      decoder.decode([.pasteEnd] + bytes("x"))
        == [.paste("q\nœ\t[31mé\n"), .key(.character("x"))])
  }

  @Test(arguments: [
    (RawInput.key(.down), Event.key(.down)), (.byte(0x1B), .key(.escape)),
    (.byte(0x03), .key(.control("c"))),
  ])
  func `a paste without an end ends at a key pressed alone`(input: RawInput, event: Event) {
    var decoder = InputDecoder()
    #expect(decoder.decode([.pasteStart] + bytes("lost")) == [])
    #expect(decoder.decode(bytes("a")) == [])
    #expect(decoder.decode([input]) == [.paste("losta"), event])
    #expect(decoder.decode(bytes("a")) == [.key(.character("a"))])
  }

  @Test func `a long paste is cut, between two characters`() {
    var decoder = InputDecoder()
    let long = [RawInput.byte(UInt8(ascii: "x"))] + bytes(String(repeating: "é", count: 1 << 19))
    let expected = "x" + String(repeating: "é", count: (1 << 19) - 1)
    #expect(decoder.decode([.pasteStart] + long + [.pasteEnd]) == [.paste(expected)])
  }

  @Test func `an empty paste is nothing`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([.pasteStart, .pasteEnd, .pasteEnd]) == [])
  }

  @Test func `a mouse report that makes no sense is dropped whole`() {
    var decoder = InputDecoder()
    #expect(
      decoder.decode(bytes("\u{1B}[<0;0;5M\u{1B}[<99;1;1M\u{1B}[<;;M\u{1B}[<1M\u{1B}[M!")) == [])
    #expect(decoder.decode(bytes("\u{1B}[<999999999999999999999;1;1M")) == [])
  }
}
