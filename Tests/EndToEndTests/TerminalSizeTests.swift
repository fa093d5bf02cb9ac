import Foundation
import Testing

/// The size, and stopping and coming back, in a real emulator.
@Suite(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
struct TerminalSizeTests {
  static let sizes = [(1, 1), (2, 1), (1, 2), (60, 16), (240, 67), (300, 100), (5, 40), (80, 24)]

  @Test func `every size is followed`() throws {
    let terminal = try Tmux([Programs.probe])
    try terminal.waitFor { $0.contains("bottom") }
    for (width, height) in Self.sizes {
      try terminal.resize(width: width, height: height)
      let name = "\(width)x\(height)"
      if width >= 12, height >= 2 {
        let last = String(repeating: " ", count: width - 6) + "bottom"
        try terminal.waitFor { screen in
          let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
          return lines.count >= height && lines[0].hasPrefix(name) && lines[height - 1] == last
        }
      }
    }
    try terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test(arguments: [(1, 1), (300, 100), (0, 0)])
  func `every size can be opened`(width: Int, height: Int) throws {
    let probe = try Probe(width: width, height: height)
    #expect(try probe.events(for: "a") == ["character a 61"])
    probe.pty.resize(width: 70, height: 20)
    try probe.waitFor { $0.last == "resize 70x20" }
  }

  @Test func `a burst of sizes ends at the last one`() throws {
    let probe = try Probe()
    for width in 1...60 { probe.pty.resize(width: width, height: 1 + width / 2) }
    let events = try probe.waitFor { $0.last == "resize 60x31" }
    #expect(events.count <= 61)
  }

  @Test func `the size is the window's, not that of LINES and COLUMNS`() throws {
    let probe = try Probe(environment: [
      "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "LINES": "10", "COLUMNS": "20",
    ])
    try probe.pty.waitFor { $0.contains("80x24") }
  }

  @Test func `suspended, the shell is usable, and the screen comes back, of the new size`() throws {
    let terminal = try Tmux(
      ["bash", "--norc", "--noprofile"], environment: ["LC_ALL": "C.UTF-8", "PS1": "shell> "])
    try terminal.waitFor { $0.contains("shell>") }
    try terminal.type("\(Programs.probe)\n")
    try terminal.waitFor { $0.contains("bottom") }
    try terminal.send("C-z")
    try terminal.waitFor { $0.contains("Stopped") && !$0.contains("bottom") }
    try terminal.resize(width: 70, height: 20)
    try terminal.type("stty -a | grep -o -w -e -icanon -e -echo -e -isig; echo sane\n")
    let screen = try terminal.waitFor { $0.contains("\nsane") }
    // Not any dash: the path of the program wraps.
    #expect(!screen.contains(/\n-(icanon|echo|isig)\n/))
    try terminal.type("fg\n")
    let back = try terminal.waitFor { $0.contains("resize 70x20") && $0.contains("bottom") }
    #expect(back.contains("resumed"))
    try terminal.paste("encore\nlà")
    try terminal.waitFor { $0.contains(#"paste "encore\nlà""#) }
    try terminal.send("q")
    try terminal.waitFor { $0.contains("left: q") }
  }

  @Test func `a suspended program that is told to end does`() throws {
    let terminal = try Tmux(
      ["bash", "--norc", "--noprofile"], environment: ["LC_ALL": "C.UTF-8", "PS1": "shell> "])
    try terminal.waitFor { $0.contains("shell>") }
    try terminal.type("\(Programs.probe)\n")
    try terminal.waitFor { $0.contains("bottom") }
    try terminal.send("C-z")
    try terminal.waitFor { $0.contains("Stopped") }
    try terminal.type(
      "p=$(jobs -p); kill %1; while kill -0 $p 2>&-; do sleep 0.01; done; echo gone\n")
    let screen = try terminal.waitFor { $0.contains("\ngone") }
    #expect(screen.contains("left: closed"))
  }

  @Test func `stopped from outside and told to end, the program leaves the shell alone`() throws {
    let folder = try TemporaryFolder()
    let terminal = try Tmux(
      ["bash", "--norc", "--noprofile"], environment: ["LC_ALL": "C.UTF-8", "PS1": "shell> "])
    try terminal.waitFor { $0.contains("shell>") }
    try terminal.type("\(Programs.probe)\n")
    try terminal.waitFor { $0.contains("bottom") }
    try terminal.send("C-z")
    try terminal.waitFor { $0.contains("Stopped") }
    try terminal.type("p=$(jobs -p); echo $p > \(folder.path)/process; fg\n")
    try terminal.waitFor { $0.contains("resumed") }
    let process = try String(contentsOfFile: folder.path + "/process", encoding: .utf8)
    kill(try #require(pid_t(process.dropLast())), SIGSTOP)
    try terminal.waitFor { $0.contains("Stopped") }
    try terminal.type("kill -TERM $p; kill -CONT $p\n")
    try terminal.type("while kill -0 $p 2>&-; do sleep 0.01; done; echo gone\n")
    try terminal.waitFor { $0.contains("\ngone") }
  }

  @Test func `stopped and continued from outside, the screen comes back`() throws {
    let terminal = try Tmux([Programs.probe])
    try terminal.waitFor { $0.contains("bottom") }
    let process = try terminal.processID
    kill(process, SIGSTOP)
    kill(process, SIGCONT)
    try terminal.waitFor { $0.contains("resumed") && $0.contains("bottom") }
    try terminal.send("q")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `where nobody could bring it back, suspending does not stop the program`() throws {
    let terminal = try Tmux([Programs.probe])
    try terminal.waitFor { $0.contains("bottom") }
    try terminal.send("C-z")
    try terminal.waitFor { $0.contains("resumed") && $0.contains("bottom") }
    try terminal.type("é")
    try terminal.waitFor { $0.contains("character é") }
  }
}
