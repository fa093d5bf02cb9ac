import Foundation
import Testing

/// What is on the screen after many changes is what would be there, drawn at once.
@Suite(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
struct TerminalDrawingTests {
  @Test(arguments: [(80, 24), (33, 9), (200, 50), (24, 3)])
  func `drawing only what changed gives the whole canvas`(size: (width: Int, height: Int)) throws {
    let terminal = try Tmux([Programs.probe], width: size.width, height: size.height)
    for count in 1...30 {
      try terminal.send("C-n")
      try terminal.waitFor { $0.hasSuffix("\nnoise \(count)\n") }
    }
    let changed = try terminal.capture()
    try terminal.send("C-p")
    let whole = try terminal.waitFor { $0.hasSuffix(" whole\n") }
    #expect(changed.dropLast() + " whole\n" == whole)
  }

  @Test func `Ctrl-L writes everything anew over what others wrote`() throws {
    let terminal = try Tmux([Programs.probe])
    try terminal.send("C-n")
    let screen = try terminal.waitFor { $0.hasSuffix("\nnoise 1\n") }
    try "\u{1B}[2J\u{1B}[5;5Hjunk".write(
      toFile: terminal.device, atomically: false, encoding: .utf8)
    try terminal.waitFor { $0.contains("junk") && !$0.contains("noise") }
    try terminal.send("C-l")
    try terminal.waitFor { $0 == screen }
  }
}
