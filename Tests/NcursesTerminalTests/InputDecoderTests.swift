import TerminalUI
import Testing

@testable import NcursesTerminal

/// Bytes put together into keys, characters and pastes, without a terminal.
struct InputDecoderTests {
  @Test func `marks join the character before them, in one batch`() {
    var typing = Typing()
    #expect(typing.keys("ae\u{301}\u{323}") == [.character("a"), .character("e\u{301}\u{323}")])
    #expect(typing.keys("\u{301}") == [.character("\u{301}")])
  }

  @Test func `a mark joins nothing but a character`() {
    var typing = Typing()
    #expect(typing.keys("\u{1B}[A\u{301}\t") == [.up, .character("\u{301}"), .tab])
  }

  @Test func `a character may come in two batches`() {
    var typing = Typing()
    #expect(typing.events([0xC3]) == [])
    #expect(typing.events([0xA9]) == [.key(.character("é"))])
  }

  @Test(arguments: [
    [0xE9], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF8], [0x80], [0xFF], [0xC2, 0x9B],
  ])
  func `bytes that are not text take no key with them`(bad: [UInt8]) {
    var typing = Typing()
    #expect(typing.events(bad + Array("qé".utf8)).suffix(2).first == .key(.character("q")))
    #expect(typing.keys("x") == [.character("x")])
  }

  @Test func `every scalar survives`() {
    var typing = Typing()
    let sample = stride(from: UInt32(0xA0), to: 0x11_0000, by: 97).compactMap(Unicode.Scalar.init)
    for scalar in sample {
      let character = Character(scalar)
      #expect(typing.keys(String(character)) == [.character(character)])
    }
  }

  @Test func `a lone Escape is told when its delay is over, not before`() {
    for delay in [0, 25, 300] {
      var typing = Typing(escapeDelay: delay)
      #expect(typing.events("\u{1B}") == [])
      #expect(typing.decoder.wait(at: typing.time) == delay)
      if delay > 0 { #expect(typing.pass(delay - 1) == []) }
      #expect(typing.pass(1) == [.key(.escape)])
      #expect(typing.decoder.wait(at: typing.time) == nil)
    }
  }

  @Test func `a key is whole though the program was busy between its bytes`() {
    for text in ["\u{1B}[2~", "\u{1B}OA", "\u{1B}[<0;50;10M", "\u{1B}]52;c;Ym9u\u{7}"] {
      let bytes = Array(text)
      for cut in bytes.indices.dropFirst() {
        var (whole, typing) = (Typing(), Typing())
        let expected = whole.events(text + "x") + whole.pass(3_000)
        let cutEvents =
          typing.events(String(bytes[..<cut]), afterBusy: 2_500, String(bytes[cut...]) + "x")
          + typing.pass(3_000)
        #expect(cutEvents == expected, "\(text.debugDescription) cut at \(cut)")
      }
    }
  }

  @Test func `two Escapes are two`() {
    var typing = Typing()
    #expect(typing.events("\u{1B}\u{1B}") == [])
    #expect(typing.pass(25) == [.key(.escape), .key(.escape)])
    #expect(typing.events("\u{1B}\u{1B}\u{1B}") == [.key(.escape)])
    #expect(typing.pass(25) == [.key(.escape), .key(.escape)])
  }

  @Test func `a key typed after Escape is that key`() {
    for (text, key) in [("q", Key.character("q")), ("O", .character("O")), ("[", .character("["))] {
      var typing = Typing()
      #expect(typing.events("\u{1B}") + typing.pass(25) == [.key(.escape)])
      #expect(typing.events(text) == [.key(key)])
    }
  }

  @Test(arguments: [
    "\u{1B}o", "\u{1B}O", "\u{1B}é", "\u{1B}日", "\u{1B}\r", "\u{1B}\t", "\u{1B} ", "\u{1B}[3;3~",
    "\u{1B}[1;5A", "\u{1B}[1;7C", "\u{1B}\u{1B}[A", "\u{1B}\u{1B}OP", "\u{1B}\u{3}",
  ])
  func `a key with a modifier that means nothing is refused whole`(bytes: String) {
    var typing = Typing()
    #expect(typing.events(bytes) + typing.pass(2_000) == [])
    #expect(typing.keys("x") == [.character("x")])
  }

  @Test func `Alt deletes a word and moves by words`() {
    var typing = Typing()
    #expect(typing.keys("\u{1B}\u{7F}\u{1B}\u{8}") == [.control("w"), .control("w")])
    #expect(typing.keys("\u{1B}[1;3D\u{1B}\u{1B}[D") == [.wordLeft, .wordLeft])
    #expect(typing.keys("\u{1B}[1;3C\u{1B}\u{1B}OC") == [.wordRight, .wordRight])
  }

  @Test func `Alt with O, and a key after it`() {
    var typing = Typing()
    #expect(typing.events("\u{1B}O") + typing.pass(300) == [])
    #expect(typing.keys("é") == [.character("é")])
    #expect(typing.events("\u{1B}P") + typing.pass(300) == [])
    #expect(typing.keys("n") == [.character("n")])
  }

  @Test func `what a terminal answers late is swallowed, also without its end`() {
    for answer in Typing.answers {
      var typing = Typing()
      #expect(typing.events(answer) == [], "\(answer.debugDescription)")
      #expect(typing.keys("x") == [.character("x")], "\(answer.debugDescription)")
      _ = typing.pass(2_000)
      #expect(typing.events(String(answer.dropLast())) + typing.pass(1_100) == [])
      #expect(typing.keys("x") == [.character("x")], "\(answer.debugDescription)")
    }
  }

  @Test func `a mouse report that makes no sense is dropped whole`() {
    var typing = Typing()
    let reports = [
      "\u{1B}[<0;0;5M", "\u{1B}[<99;1;1M", "\u{1B}[<;;M", "\u{1B}[<1M", "\u{1B}[M!!!",
      "\u{1B}[<0;99999999;1M", "\u{1B}[<999999999999999999999;1;1M",
    ]
    for report in reports { #expect(typing.events(report) == [], "\(report.debugDescription)") }
  }
}

// MARK: - Pastes and bursts

extension InputDecoderTests {
  @Test func `a paste is one text, whatever its batches`() {
    var typing = Typing()
    #expect(typing.events("\u{1B}[200~q\r\nœ") == [])
    #expect(typing.events("\t\u{1B}[31mé\r\u{1B}[A\u{1B}") == [])
    #expect(
      typing.events("[201~x")
        == [.paste("q\nœ\té\n"), .key(.character("x"))])
  }

  @Test func `a paste without an end is shown within a second, and keys act again`() {
    var typing = Typing()
    #expect(typing.events("\u{1B}[200~bonjour") == [])
    #expect(typing.pass(940) == [])
    #expect(typing.pass(60) == [.paste("bonjour")])
    #expect(typing.keys("\r") == [.enter])
    #expect(typing.events("\u{1B}") + typing.pass(25) == [.key(.escape)])
    // Its end, much later.
    #expect(typing.pass(2_000) == [])
    #expect(typing.events("\u{1B}[201~") == [])
  }

  @Test func `the rest of a paste that was shown already is a paste`() {
    var typing = Typing()
    #expect(typing.events("\u{1B}[200~un\rde") + typing.pass(1_200) == [.paste("un\nde")])
    #expect(typing.events("ux\rtrois\u{1B}[201~o") == [.paste("ux\ntrois"), .key(.character("o"))])
  }

  @Test(arguments: [("\u{1B}[B", Key.down), ("\u{3}", .control("c"))])
  func `a paste without an end ends at a key pressed alone`(bytes: String, key: Key) {
    var typing = Typing()
    #expect(typing.events("\u{1B}[200~lost") + typing.events("a") == [])
    #expect(typing.events(bytes) == [.paste("losta"), .key(key)])
    #expect(typing.keys("a") == [.character("a")])
  }

  @Test func `a long paste is cut, between two characters, and keeps its end`() {
    var typing = Typing()
    let text = String(repeating: "é", count: 1 << 19)
    let expected = "x" + text.dropLast()
    #expect(typing.events("\u{1B}[200~x\(text)\u{1B}[201~") == [.paste(expected)])
  }

  @Test func `an empty paste is nothing`() {
    var typing = Typing()
    #expect(typing.events("\u{1B}[200~\u{1B}[201~\u{1B}[201~") == [])
  }

  @Test func `characters that come together are a burst, once no more come`() {
    var typing = Typing()
    #expect(typing.events("Un\rDe") == [])
    #expect(typing.pass(10) + typing.events("ux\té") == [])
    #expect(typing.decoder.wait(at: typing.time) == 15)
    #expect(typing.pass(15) == [.burst("Un\nDeux\té")])
    #expect(typing.keys("ab") == [.character("a"), .character("b")])
  }

  @Test func `a burst comes before the key that follows it`() {
    var typing = Typing()
    #expect(typing.events("abc\u{1B}[Bd") == [.burst("abc"), .key(.down), .key(.character("d"))])
    #expect(typing.events("abc") + typing.events("\u{1B}[B") == [.burst("abc"), .key(.down)])
  }
}

// MARK: - Cuts

extension InputDecoderTests {
  /// Everything that a terminal sends in more than one byte: each key alone, with Alt as an ESC before
  /// it, and with another key right after it.
  private static let whole: [String] =
    keys + keys.map { "\u{1B}" + $0 } + pairs + Typing.answers
    + Typing.reports + [
      "é", "日", "👩", "\u{1B}é", "\u{1B}o", "\u{1B}\r", "\u{1B}[200~un\rdé\u{1B}[201~",
    ]

  /// Of two bytes, the second alone is a key as well.
  private static let pairs = keys.filter { $0.utf8.count > 2 }.map { $0 + "\u{1B}OA" }
  private static let keys = KeySequence.all.map(\.sequence) + Typing.unknownKeys

  /// An Escape that is taken back did nothing.
  private static func effective(_ events: [Event]) -> [Event] {
    events.reduce(into: []) { result, event in
      guard event == .escapeTakenBack else { return result.append(event) }
      #expect(result.popLast() == .key(.escape))
    }
  }

  @Test(arguments: [1, 24, 26, 60, 150, 900, 1_000])
  func `what is cut in two is the whole, or nothing`(pause: Int) {
    for sequence in Self.whole {
      let bytes = Array(sequence.utf8)
      var typing = Typing()
      let expected = typing.events(bytes) + typing.pass(2_000)
      for cut in 1..<bytes.count where Self.isTold(bytes, cut, after: pause) {
        var typing = Typing()
        let events =
          typing.events(bytes[..<cut]) + typing.pass(pause) + typing.events(bytes[cut...])
          + typing.pass(2_000)
        #expect(
          [[], expected].contains(Self.effective(events).joiningPastes),
          "\(sequence.debugDescription) cut at \(cut), \(pause) ms")
        #expect(typing.keys("x") == [.character("x")], "\(sequence.debugDescription) at \(cut)")
      }
    }
  }

  /// Whether a cut can be told from Escape and another key, which also come one by one.
  private static func isTold(_ bytes: [UInt8], _ cut: Int, after pause: Int) -> Bool {
    guard bytes[..<cut].allSatisfy({ $0 == 0x1B }), pause >= 25 else { return true }
    let tail = bytes[cut...]
    if tail.first == 0x1B { return false }
    let isAlone = tail.count == 1 || tail.first.map { $0 >= 0x80 } == true
    return !isAlone
  }

  @Test func `a key cut in three by the slowest of lines does no harm`() {
    for sequence in ["\u{1B}[A", "\u{1B}[3~", "\u{1B}[<0;50;10M", "\u{1B}[1;2A"] {
      var typing = Typing()
      let bytes = Array(sequence.utf8)
      var events = typing.events(bytes[..<1]) + typing.pass(200)
      events += typing.events(bytes[1..<bytes.count - 1]) + typing.pass(200)
      events += typing.events(bytes[(bytes.count - 1)...])
      var whole = Typing()
      if bytes.count > 3 { #expect(Self.effective(events) == whole.events(bytes)) }
    }
  }
}

/// Somebody who types, and the time that passes.
struct Typing {
  var decoder: InputDecoder
  private(set) var time = 5_000

  /// What terminals answer, to whoever asked.
  static let answers = [
    "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}]10;rgb:ffff/ffff/ffff\u{1B}\\",
    "\u{1B}]52;c;Ym9uam91cg==\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P>|xterm(390)\u{1B}\\",
    "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^du\u{1B}\\", "\u{1B}[?62;22c", "\u{1B}[>41;390;0c",
    "\u{1B}[12;40R", "\u{1B}[?2026;2$y", "\u{1B}[0n", "\u{1B}[I", "\u{1B}[O", "\u{1B}[?1u",
  ]
  /// Keys held with others, and keys that mean nothing here.
  static let unknownKeys = [
    "\u{1B}[1;5A", "\u{1B}[1;6C", "\u{1B}[3;3~", "\u{1B}[15;5~", "\u{1B}[27;5;97~",
    "\u{1B}[97;5u", "\u{1B}[25~", "\u{1B}O1;5P", "\u{1B}[1;2P", "\u{1B}[29~", "\u{1B}OE",
  ]
  static let reports = [
    "\u{1B}[<0;50;10M", "\u{1B}[<0;50;10m", "\u{1B}[<64;3;4M", "\u{1B}[<35;1;1M", "\u{1B}[M !!",
    "\u{1B}[M#!!",
  ]

  private static let keys = Dictionary(
    KeySequence.all.map { (Array($0.sequence.utf8), $0.key) }, uniquingKeysWith: { $1 })

  init(escapeDelay: Int = 25) {
    decoder = InputDecoder(escapeDelay: escapeDelay) { Self.keys[$0] }
  }

  mutating func events(_ bytes: some Collection<UInt8>) -> [Event] {
    defer { decoder.rest(at: time) }
    return decoder.decode(bytes, at: time)
  }

  /// What comes of bytes that were read after so long, in which nobody looked whether there were any.
  mutating func events(_ text: String, afterBusy milliseconds: Int, _ more: String) -> [Event] {
    let first = decoder.decode(Array(text.utf8), at: time)
    time += milliseconds
    return first + events(more)
  }

  mutating func events(_ text: String) -> [Event] { events(Array(text.utf8)) }

  /// What is told by itself while so many milliseconds pass.
  mutating func pass(_ milliseconds: Int) -> [Event] {
    let end = time + milliseconds
    var events: [Event] = []
    while let wait = decoder.wait(at: time), time + wait <= end {
      time += wait
      events += decoder.decode([], at: time)
    }
    time = end
    return events
  }

  /// The keys of a text that is no burst.
  mutating func keys(_ text: String) -> [Key] {
    events(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }
}

extension [Event] {
  /// Two pastes one after the other put the same into a field as one.
  fileprivate var joiningPastes: [Event] {
    reduce(into: []) { result, event in
      if case .paste(let text) = event, case .paste(let before)? = result.last {
        result[result.count - 1] = .paste(before + text)
      } else {
        result.append(event)
      }
    }
  }
}
