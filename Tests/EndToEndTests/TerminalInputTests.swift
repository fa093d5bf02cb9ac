import Foundation
import Testing

/// What keys, pastes and the mouse send, as bytes, and the events that come of it.
struct TerminalInputTests {
  static let keys: [(bytes: String, event: String)] = [
    ("a", "character a 61"), ("A", "character A 41"), ("é", "character é e9"),
    ("日", "character 日 65e5"), ("e\u{301}", "character e\u{301} 65 301"),
    ("\u{301}", "character \u{301} 301"),
    ("\r", "key enter"), ("\n", "key enter"), ("\u{1B}OM", "key enter"),
    ("\t", "key tab"), ("\u{1B}[Z", "key backTab"),
    ("\u{7F}", "key backspace"), ("\u{8}", "key backspace"),
    ("\u{3}", "key control(\"c\")"), ("\u{12}", "key control(\"r\")"),
    ("\u{11}", "key control(\"q\")"), ("\u{13}", "key control(\"s\")"),
    ("\u{1B}[A", "key up"), ("\u{1B}OA", "key up"), ("\u{1B}[B", "key down"),
    ("\u{1B}OB", "key down"), ("\u{1B}[C", "key right"), ("\u{1B}OC", "key right"),
    ("\u{1B}[D", "key left"), ("\u{1B}OD", "key left"),
    ("\u{1B}[1;2A", "key shiftUp"), ("\u{1B}[1;2B", "key shiftDown"),
    ("\u{1B}[1;2C", "key shiftRight"), ("\u{1B}[1;2D", "key shiftLeft"),
    ("\u{1B}[d", "key shiftLeft"), ("\u{1B}O1;2D", "key shiftLeft"),
    ("\u{1B}[1;5C", "key wordRight"), ("\u{1B}[1;5D", "key wordLeft"),
    ("\u{1B}O5D", "key wordLeft"), ("\u{1B}Od", "key wordLeft"),
    ("\u{1B}[H", "key home"), ("\u{1B}OH", "key home"), ("\u{1B}[1~", "key home"),
    ("\u{1B}[7~", "key home"), ("\u{1B}[F", "key end"), ("\u{1B}OF", "key end"),
    ("\u{1B}[4~", "key end"), ("\u{1B}[8~", "key end"),
    ("\u{1B}[2~", "key insert"), ("\u{1B}[3~", "key delete"),
    ("\u{1B}[5~", "key pageUp"), ("\u{1B}[6~", "key pageDown"),
    ("\u{1B}OP", "key function(1)"), ("\u{1B}[11~", "key function(1)"),
    ("\u{1B}[[A", "key function(1)"), ("\u{1B}[15~", "key function(5)"),
    ("\u{1B}[20~", "key function(9)"), ("\u{1B}[24~", "key function(12)"),
    ("\u{1B}Oq", "character 1 31"), ("\u{1B}", "key escape"),
  ]

  @Test(arguments: ["xterm-256color", "xterm", "tmux-256color", "linux", "vt100"])
  func `every form of a key is that key`(term: String) throws {
    let probe = try Probe(environment: ["LC_ALL": "C.UTF-8", "TERM": term])
    for (bytes, event) in Self.keys {
      #expect(try probe.events(for: bytes) == [event], "\(bytes.debugDescription)")
    }
  }

  @Test(arguments: ["xterm-256color", "linux"])
  func `a key cut in two by a slow line is that key`(term: String) throws {
    let probe = try Probe(environment: ["LC_ALL": "C.UTF-8", "TERM": term])
    // A letter and its mark are two keys, on any line.
    for (text, event) in Self.keys where text != "e\u{301}" {
      let bytes = Array(text.utf8)
      for cut in bytes.indices.dropFirst() {
        let before = probe.events.count
        probe.pty.write(bytes: Array(bytes[..<cut]))
        // Longer than Escape waits for more.
        probe.pty.read(forMilliseconds: 40)
        probe.pty.read(forMilliseconds: 40)
        probe.pty.write(bytes: Array(bytes[cut...]))
        let events = try probe.waitFor {
          $0.count > before && !["key escape", "escape taken back"].contains($0.last)
        }
        .dropFirst(before)
        let escape = ["key escape", "escape taken back"]
        #expect(
          [[event], escape + [event]].contains(Array(events)),
          "\(text.debugDescription) cut at \(cut)")
      }
    }
  }

  @Test func `ESCDELAY says how long Escape waits`() throws {
    let probe = try Probe(
      environment: ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "ESCDELAY": "400"])
    probe.pty.write("\u{1B}")
    probe.pty.read(forMilliseconds: 100)
    probe.pty.write("[A")
    try probe.waitFor { $0.last == "key up" }
    #expect(!probe.events.contains("key escape"))
  }

  @Test func `an unknown sequence types nothing`() throws {
    let probe = try Probe()
    let bytes = "a\u{1B}[1;7Xb\u{1B}[<0;3;4Xc\u{1B}Ozd\u{1B}[I"
    #expect(
      try probe.events(for: bytes)
        == ["character a 61", "character b 62", "character c 63", "character d 64"])
  }

  @Test func `Escape does not wait for another key`() throws {
    let probe = try Probe()
    let times = try (1...10).map { count in
      let start = Date.now
      probe.pty.write("\u{1B}")
      try probe.waitFor { $0.filter { $0 == "key escape" }.count == count }
      return Date.now.timeIntervalSince(start) * 1000
    }
    // The fastest: others may have waited for a processor.
    #expect(times.min() ?? .infinity < 40)
  }

  @Test func `a paste comes as one text, its keys and newlines with it`() throws {
    let probe = try Probe()
    #expect(probe.pty.text.contains("\u{1B}[?2004h"))
    let paste = "\u{1B}[200~q\r\nœuvre\r\u{1B}[Aé\u{3}\n\u{1B}[201~"
    #expect(try probe.events(for: paste) == [#"paste "q\nœuvre\né\n""#])
  }

  @Test func `a paste in several pieces is one`() throws {
    let probe = try Probe()
    try probe.pty.waitFor { $0.contains("80x24") }
    for piece in ["\u{1B}[200~une", " phrase ", "\u{C3}\u{A9}", "\u{1B}[201~"] {
      probe.pty.write(piece)
      probe.pty.read(forMilliseconds: 20)
    }
    try probe.waitFor { $0.last == "paste \"une phrase Ã©\"" }
  }

  @Test func `a paste without an end mark ends at the next key`() throws {
    let probe = try Probe()
    probe.pty.write("\u{1B}[200~lost")
    // Pressed again until it comes alone, after the paste.
    let events = try wait(
      for: {
        probe.pty.write("\u{1B}[B")
        probe.pty.read(forMilliseconds: 50)
        return probe.events.count > 2 ? probe.events : nil
      }, found: { probe.events.joined(separator: "\n") })
    #expect(events[1...2] == ["paste \"lost\"", "key down"])
  }

  @Test func `a long paste comes whole`() throws {
    let probe = try Probe()
    let text = String(repeating: "déjà vu ", count: 5000)
    #expect(try probe.events(for: "\u{1B}[200~\(text)\u{1B}[201~") == ["paste \"\(text)\""])
  }

  @Test func `the mouse is heard when it is asked for`() throws {
    let probe = try Probe()
    try probe.pty.waitFor { $0.contains("80x24") }
    #expect(!probe.pty.text.contains("\u{1B}[?1000h"))
    probe.pty.write("\u{F}")
    try probe.pty.waitFor { $0.contains("\u{1B}[?1000h") }
    #expect(try probe.events(for: "\u{1B}[<0;240;67M") == ["mouse press 239,66"])
    #expect(try probe.events(for: "\u{1B}[<0;1;1m") == ["mouse release 0,0"])
    #expect(try probe.events(for: "\u{1B}[<64;3;4M") == ["mouse wheelUp 2,3"])
    #expect(try probe.events(for: "\u{1B}[<65;3;4M") == ["mouse wheelDown 2,3"])
    probe.pty.write("\u{F}")
    try probe.pty.waitFor { $0.contains("\u{1B}[?1000l") }
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "linux"])
  func `both forms of a report are heard, several in one batch`(term: String) throws {
    let probe = try Probe(environment: ["LC_ALL": "C.UTF-8", "TERM": term])
    #expect(
      try probe.events(for: "\u{1B}[M !!\u{1B}[M#!!\u{1B}[M`!!\u{1B}[<0;240;67M\u{1B}[<0;1;1m")
        == [
          "mouse press 0,0", "mouse release 0,0", "mouse wheelUp 0,0", "mouse press 239,66",
          "mouse release 0,0",
        ])
  }
}
