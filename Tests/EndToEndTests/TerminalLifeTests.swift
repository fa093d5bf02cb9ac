import Foundation
import Testing

/// Opening, idling and the ways of ending that are not crashes: the terminal is given back as it was.
struct TerminalLifeTests {
  @Test func `leaving gives the terminal back as it was`() throws {
    let probe = try Probe()
    try probe.waitFor { _ in probe.pty.modes != probe.pty.firstModes }
    probe.pty.write("q")
    #expect(try probe.pty.waitForExit() == .exit(0))
    try expectGivenBack(probe, saying: "left: q")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `being told to end is an event, then an orderly end`(signal: Int32) throws {
    let probe = try Probe()
    probe.pty.send(signal: signal)
    #expect(try probe.pty.waitForExit() == .exit(0))
    #expect(probe.events.last == "closed")
    try expectGivenBack(probe, saying: "left: closed")
  }

  @Test(arguments: [true, false])
  func `a terminal that is gone ends the program`(isControlling: Bool) throws {
    let probe = try Probe(isControlling: isControlling)
    probe.pty.hangUp()
    #expect(try probe.pty.waitForExit() == .exit(0))
    #expect(probe.events.last == "closed")
  }

  @Test(arguments: ["nonsense", "", "xterm-kitty"])
  func `an unknown terminal opens all the same`(term: String) throws {
    let probe = try Probe(environment: ["LC_ALL": "C.UTF-8", "TERM": term])
    try probe.pty.waitFor { $0.contains("80x24") }
    #expect(try probe.events(for: "é") == ["character é e9"])
  }

  @Test func `a terminal that cannot move its cursor is refused, untouched`() throws {
    let pty = try Pty([Programs.probe], environment: ["TERM": "dumb"])
    #expect(try pty.waitForExit() == .exit(2))
    #expect(pty.modes == pty.firstModes)
    #expect(pty.text.hasSuffix("error: unusable(term: Optional(\"dumb\"))\r\n"))
    #expect(!pty.text.contains("\u{1B}"))
  }

  @Test func `what is not a terminal is refused`() throws {
    let (ending, output) = try run([Programs.probe], environment: ["TERM": "xterm"])
    #expect(ending == .exit(2))
    #expect(output == "error: notATerminal\n")
  }

  @Test func `nothing is done and nothing is written while nothing happens`() throws {
    let probe = try Probe()
    #expect(try probe.events(for: "a") == ["character a 61"])
    // The last frame has been read when there is nothing to read for a while.
    while probe.pty.read(forMilliseconds: 200) > 0 {}
    let before = try switches(of: probe.pty.process)
    #expect(probe.pty.read(forMilliseconds: 3000) == 0)
    #expect(try switches(of: probe.pty.process) == before)
  }

  @Test func `a change is written at once`() throws {
    let probe = try Probe()
    try probe.pty.waitFor { $0.contains("opened") }
    // The first frame has been read when there is nothing to read for a while.
    while probe.pty.read(forMilliseconds: 200) > 0 {}
    let before = try writes(of: probe.pty.process)
    probe.pty.write("a")
    try probe.pty.waitFor { $0.contains("character a 61") }
    // One for the log, one to memory, where a frame is shortened, one for the screen.
    #expect(try writes(of: probe.pty.process) == before + 3)
  }

  @Test func `a worker ends the wait`() throws {
    let probe = try Probe()
    probe.pty.write("\u{17}")
    try probe.waitFor { $0 == ["opened", "key control(\"w\")", "woken"] }
  }

  @Test func `what is said on standard error comes after the screen`() throws {
    let probe = try Probe()
    probe.pty.write("\u{5}")
    try probe.waitFor { $0.last == "key control(\"e\")" }
    probe.pty.write("q")
    #expect(try probe.pty.waitForExit() == .exit(0))
    let parts = probe.pty.text.components(separatedBy: "\u{1B}[?1049l")
    #expect(parts.count == 2)
    #expect(!parts[0].contains("said on standard error"))
    #expect(parts.last?.contains("said on standard error") == true)
  }

  /// The screen, the modes and the cursor as they were before.
  private func expectGivenBack(_ probe: Probe, saying words: String) throws {
    #expect(probe.pty.modes == probe.pty.firstModes)
    let parts = probe.pty.text.components(separatedBy: "\u{1B}[?1049l")
    #expect(parts.count == 2)
    #expect(parts[0].contains("\u{1B}[?2004l"))
    #expect(parts.last?.contains(words) == true)
    #expect(probe.pty.text.contains("\u{1B}[?12l\u{1B}[?25h"))
  }

  /// How often the threads of a process gave a processor up, or had it taken.
  private func switches(of process: pid_t) throws -> [Int] {
    let folder = "/proc/\(process)/task"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { thread in
      try String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
        .split(separator: "\n")
        .filter { $0.contains("ctxt_switches") }
        .compactMap { $0.split(separator: "\t").last.flatMap { Int($0) } }
    }
  }

  /// How often a process wrote.
  private func writes(of process: pid_t) throws -> Int {
    let counts = try String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)
    let line = counts.split(separator: "\n").first { $0.hasPrefix("syscw: ") }
    return try #require(line.flatMap { Int($0.dropFirst(7)) })
  }
}
