import Foundation
import Testing

/// However the process dies, the terminal is usable, and nobody is asked anything.
struct TerminalCrashTests {
  struct Crash: CustomTestStringConvertible {
    let testDescription: String
    let key: String
    let signals: [Int32]
  }

  static let crashes = [
    // A trap is one instruction or another, by processor.
    Crash(testDescription: "trap", key: "\u{14}", signals: [SIGILL, SIGTRAP]),
    Crash(testDescription: "abort", key: "\u{1}", signals: [SIGABRT]),
    Crash(testDescription: "segmentation fault", key: "\u{7}", signals: [SIGSEGV]),
    Crash(testDescription: "stack overflow", key: "\u{B}", signals: [SIGSEGV]),
    Crash(testDescription: "trap on a worker", key: "\u{19}", signals: [SIGILL, SIGTRAP]),
    Crash(
      testDescription: "trap on a worker while frames are drawn", key: "\u{18}",
      signals: [SIGILL, SIGTRAP]),
  ]

  @Test(arguments: crashes, ["", "enable=yes,interactive=yes", "enable=no"])
  func `a crash gives the terminal back`(of crash: Crash, backtrace: String) throws {
    let probe = try Probe(environment: [
      "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "SWIFT_BACKTRACE": backtrace,
    ])
    probe.pty.write("\u{F}" + crash.key)
    let ending = try probe.pty.waitForExit()
    #expect(crash.signals.map(Ending.signal).contains(ending))
    #expect(probe.pty.modes == probe.pty.firstModes)
    let parts = probe.pty.text.components(separatedBy: "\u{1B}[?1049l")
    #expect(parts.count == 2)
    #expect(parts[0].contains("\u{1B}[?2004l"))
    #expect(parts[0].contains("\u{1B}[?1000l"))
    #expect(parts[0].contains("\u{1B}[?25h"))
    #expect(parts.last?.contains("said before the crash\r\n") == true)
    #expect(parts.last?.hasSuffix("Last words.\r\n") == true)
    // Nothing is drawn any more, by another thread either.
    let said = parts.last?.components(separatedBy: "said").dropFirst() ?? []
    #expect(!said.joined().contains("\u{1B}"))
  }
}
