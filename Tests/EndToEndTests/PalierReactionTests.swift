import Foundation
import Testing

/// The mouse, and how soon Échap is heard.
struct PalierReactionTests {
  @Test(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
  func `a click on a tab shows its screen, and the wheel moves`() throws {
    let palier = try PalierFolder()
    let terminal = try palier.tmux()
    #expect(try terminal.hasMouse)
    let first = rows(try terminal.capture())
    let column = try #require(first[1].firstRange(of: "Schéma")).lowerBound
    try terminal.type(Self.mouse(0, first[1].distance(from: first[1].startIndex, to: column), 1))
    let schema = rows(try palier.printed("schema"))
    try terminal.waitFor { rows($0) == schema }

    try terminal.send("3")
    try terminal.waitFor { rows($0) == first }
    // Down, then up again: the frame before.
    try terminal.type(Self.mouse(65, 50, 8))
    try terminal.waitFor { $0.contains("2 orange") }
    try terminal.type(Self.mouse(64, 50, 8))
    try terminal.waitFor { rows($0) == first }
  }

  @Test(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
  func `F7 gives the mouse to the terminal, and takes it back`() throws {
    let palier = try PalierFolder()
    let terminal = try palier.tmux()
    try terminal.send("F7")
    try terminal.waitFor { $0.contains("rendue au terminal") }
    #expect(try !terminal.hasMouse)
    try terminal.send("F7")
    try terminal.waitFor { $0.contains("agit dans Palier") }
    #expect(try terminal.hasMouse)
    try terminal.type(Self.mouse(65, 50, 8))
    try terminal.waitFor { $0.contains("2 orange") }
    let without = try palier.tmux(["--sans-souris"])
    #expect(try !without.hasMouse)
  }

  @Test func `opening the capture writes its panel, not the screen above it`() throws {
    let palier = try PalierFolder()
    let base = palier.environment(["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"])
    let pty = try Pty(palier.command(), environment: base, width: 100, height: 30)
    try pty.waitFor { $0.contains("aide") && $0.hasSuffix("\u{1B}[?2026l") }
    let opened = pty.output.count
    pty.write("n")
    try pty.waitFor { _ in
      let written = String(decoding: pty.output[opened...], as: UTF8.self)
      return written.contains("Nouvelle observation") && written.hasSuffix("\u{1B}[?2026l")
    }
    #expect(pty.output.count - opened <= 1_500)
  }

  @Test func `Échap in the capture does not wait for another key`() throws {
    let palier = try PalierFolder()
    let pty = try palier.pty()
    let times = try (1...10).map { _ in
      let opened = pty.output.count
      pty.write("n")
      try pty.waitFor { _ in pty.says("observation", after: opened) }
      // The frame has been read when there is nothing to read for a while.
      while pty.read(forMilliseconds: 100) > 0 {}
      let start = Date.now
      pty.write("\u{1B}")
      _ = try wait(
        for: { pty.read(forMilliseconds: 1000) > 0 ? true : nil },
        found: { "nothing" })
      let time = Date.now.timeIntervalSince(start) * 1000
      while pty.read(forMilliseconds: 100) > 0 {}
      return time
    }
    #expect(try palier.verify() == 0)
    // The fastest: others may have waited for a processor.
    #expect(times.min() ?? .infinity < 40, "\(times)")
  }

  /// The bytes of a button pressed or a wheel turned, in the form that terminals send: counted
  /// from 1.
  private static func mouse(_ button: Int, _ column: Int, _ row: Int) -> String {
    "\u{1B}[<\(button);\(column + 1);\(row + 1)M"
  }
}

extension Pty {
  fileprivate func says(_ words: String, after count: Int) -> Bool {
    String(decoding: output[count...], as: UTF8.self).contains(words)
  }
}
