import DPES
import Foundation
import Testing

/// Starting, idling, stopping and ending of the program itself.
struct PalierLifeTests {
  @Test(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
  func `suspended and back, the screen is there and a change is saved`() throws {
    let palier = try PalierFolder()
    let shell = try shell(running: palier)
    let first = rows(try shell.capture())
    // A change, and at once the suspension: it is on disk before the shell is back.
    try shell.send("r", "C-z")
    try shell.waitFor { $0.contains("Stopped") && !isWhole($0) }
    #expect(try palier.observations.first?.statut == .rouge)
    try shell.type("stty -a | grep -o -w -e -icanon -e -echo -e -isig; echo sane\n")
    let sane = try shell.waitFor { $0.contains("\nsane") }
    #expect(!sane.contains(/\n-(icanon|echo|isig)\n/))
    try shell.type("fg\n")
    let back = rows(try shell.waitFor { isWhole($0) && saysSaved($0) })
    #expect(back.count == first.count && back[1] == first[1])
    try shell.send("o")
    try shell.waitFor { $0.contains("1 orange") && saysSaved($0) }
    #expect(try palier.observations.first?.statut == .orange)
    try shell.send("q")
    try shell.waitFor { !isWhole($0) && $0.contains("shell>") }
    #expect(try palier.isAsWritten)
  }

  @Test(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
  func `suspended, then back in a window of another size, the mouse is as it was`() throws {
    let palier = try PalierFolder()
    let shell = try shell(running: palier)
    for (hasMouse, width, height) in [(true, 120, 36), (false, 100, 30)] {
      if try shell.hasMouse != hasMouse {
        try shell.send("F7")
        try shell.waitFor { $0.contains("rendue au terminal") }
        // What tells no change goes when one goes elsewhere.
        try shell.send("4", "3")
        try shell.waitFor { !$0.contains("rendue au terminal") }
      }
      try shell.send("C-z")
      try shell.waitFor { $0.contains("Stopped") && !isWhole($0) }
      #expect(try !shell.hasMouse)
      try shell.resize(width: width, height: height)
      try shell.type("fg\n")
      let printed = rows(try palier.printed(width: width, height: height))
      try shell.waitFor { rows($0) == printed }
      #expect(try shell.hasMouse == hasMouse)
    }
  }

  /// An interactive shell that runs the program, whose first frame is shown.
  private func shell(running palier: PalierFolder) throws -> Tmux {
    let shell = try Tmux(
      ["bash", "--norc", "--noprofile"],
      environment: palier.environment(["LC_ALL": "C.UTF-8", "PS1": "shell> "]))
    try shell.waitFor { $0.contains("shell>") }
    try shell.type("clear; " + palier.command().map { "'\($0)'" }.joined(separator: " ") + "\n")
    try shell.waitFor(isWhole)
    return shell
  }

  @Test(arguments: [SIGTERM, SIGHUP], [true, false])
  func `told to end, the change just made is on disk`(signal: Int32, isSaved: Bool) throws {
    let palier = try PalierFolder()
    let pty = try palier.pty()
    let before = try palier.bytes
    let shown = pty.output.count
    pty.write("r")
    // Either the change is safe already, or it was only just shown.
    if isSaved {
      _ = try wait(
        for: {
          pty.read(forMilliseconds: 1)
          return try palier.bytes != before ? true : nil
        }, found: { pty.text.debugDescription })
    } else {
      try pty.waitFor { _ in pty.output.count > shown }
    }
    pty.send(signal: signal)
    #expect(try pty.waitForExit() == .exit(0))
    #expect(try palier.observations.first?.statut == .rouge)
    #expect(try palier.isAsWritten)
    expectGivenBack(pty)
  }

  @Test func `a window closed on a change keeps it`() throws {
    let palier = try PalierFolder()
    let pty = try palier.pty()
    let shown = pty.output.count
    pty.write("r")
    try pty.waitFor { _ in pty.output.count > shown }
    pty.hangUp()
    #expect(try pty.waitForExit() == .exit(0))
    #expect(try palier.observations.first?.statut == .rouge)
  }

  @Test(arguments: ["q", "nbrouillon\u{3}qq"])
  func `leaving gives the terminal back as it was`(keys: String) throws {
    let palier = try PalierFolder()
    let before = try palier.bytes
    let pty = try palier.pty()
    pty.write(keys)
    #expect(try pty.waitForExit() == .exit(0))
    expectGivenBack(pty)
    #expect(try palier.bytes == before)
  }

  @Test func `nothing is done and nothing is written while nothing happens`() throws {
    let palier = try PalierFolder()
    let pty = try palier.pty()
    // A change, so that the thread that saves has been at work.
    pty.write("r")
    // Only the cells that differ from « enregistrement … » may be written.
    try pty.waitFor { $0.contains(/é.\d\d:\d\d/) }
    // The last frame has been read when there is nothing to read for a while.
    while pty.read(forMilliseconds: 300) > 0 {}
    let before = try switches(of: pty.process)
    #expect(!before.isEmpty)
    #expect(pty.read(forMilliseconds: 3000) == 0)
    #expect(try switches(of: pty.process) == before)
    #expect(try palier.observations.first?.statut == .rouge)
  }

  private static let refusal =
    "Palier s’ouvre dans un terminal, et l’entrée ou la sortie n’en est pas un. "
    + "Ligne par ligne\u{A0}: palier FICHIER --lineaire. Un écran seul\u{A0}: palier ecran FICHIER."

  @Test func `what is not a terminal is refused in French, the file untouched`() throws {
    let palier = try PalierFolder()
    let before = try palier.bytes
    let answer = try palier.folder.run(
      Programs.palier, Array(palier.command().dropFirst()), palier.environment())
    #expect(answer.status == 2)
    #expect(answer.output == "")
    #expect(answer.error == Self.refusal + "\n")
    #expect(try palier.bytes == before)
  }

  @Test func `on a terminal that goes nowhere but a file, Palier refuses as well`() throws {
    let palier = try PalierFolder()
    let command = palier.command().map { "'\($0)'" }.joined(separator: " ")
    let output = palier.folder.path("output")
    let pty = try Pty(
      ["/bin/sh", "-c", "\(command) > '\(output)'"], environment: palier.environment())
    #expect(try pty.waitForExit() == .exit(2))
    #expect(try palier.folder.text("output") == "")
    #expect(pty.modes == pty.firstModes)
    #expect(pty.text == Self.refusal + "\r\n")
  }

  /// The screen, the modes and the cursor as they were before.
  private func expectGivenBack(_ pty: Pty) {
    #expect(pty.modes == pty.firstModes)
    let parts = pty.text.components(separatedBy: "\u{1B}[?1049l")
    #expect(parts.count == 2)
    #expect(parts[0].contains("\u{1B}[?2004l"))
    #expect(parts[0].contains("\u{1B}[?1000l"))
    #expect(pty.text.contains("\u{1B}[?12l\u{1B}[?25h"))
    #expect(parts.last?.contains("Palier") == false, "\(parts.last ?? "")")
  }

  /// How often each thread of a process waited of its own will.
  private func switches(of process: pid_t) throws -> [String] {
    let folder = "/proc/\(process)/task"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { thread in
      try String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
        .split(separator: "\n").filter { $0.hasPrefix("voluntary") }.map(String.init)
    }
  }
}
