import DPES
import Foundation
import Glibc
import Testing

@testable import PalierCommand

/// The wall of the real program, and the window that follows another.
@Suite(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
struct PalierWallTests {
  private let palier: PalierFolder

  init() throws { palier = try PalierFolder() }

  private func started(_ more: [String], width: Int = 60, height: Int = 16) throws -> Tmux {
    let terminal = try Tmux(
      palier.command(more), environment: palier.environment(), width: width, height: height)
    try terminal.waitFor { $0.contains("5 novembre 2026") || $0.contains("s sortir") }
    return terminal
  }

  /// What is on the screen, its lines run together.
  private func words(_ screen: String) -> String {
    screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Without any blank, nor break.
  private func letters(_ screen: String) -> String { screen.filter { !$0.isWhitespace } }

  @Test func `the wall from the start is what is printed, and s comes and goes`() throws {
    let printed = try palier.folder.run(
      Programs.palier,
      [
        "ecran", palier.file, "--date", "2026-12-01", "--salle", "--taille", "80x24",
      ], ["LC_ALL": "C.UTF-8"])
    #expect(printed.status == 0 && printed.output.contains("▟▀▙"))
    let terminal = try started(["--salle"], width: 80, height: 24)
    try terminal.waitFor { rows($0) == rows(printed.output) }
    try terminal.send("s")
    try terminal.waitFor(isWhole)
    try terminal.send("F8")
    try terminal.waitFor { rows($0) == rows(printed.output) }
  }

  @Test func `the second window shows the first's selection, never a draft, never a name`() throws {
    let second = try started(["--salle", "--suivre"])
    let first = try palier.tmux(width: 100, height: 30)
    var seen: [String] = [try second.capture()]
    func shows(_ text: String) throws {
      seen.append(try second.waitFor { words($0).contains(words(text)) })
    }
    let texts = try palier.observations.filter { $0.axe == .personne }.map(\.texte)
    try first.send("Right", "Down", "Down")
    try shows(texts[2])

    // What is being typed stays in the first.
    try first.send("n")
    try first.type("Un brouillon secret, que personne ne doit lire au mur avant la fin")
    try first.waitFor { $0.contains("brouillon secret") }
    seen.append(try second.capture())
    try first.send("Enter", Tmux.apart, "t", "v")
    try shows("Un brouillon secret, que personne")
    try first.type("Jamais confirmé")
    try first.waitFor { $0.contains("Jamais confirmé") }
    // A sign that the second has caught up with all of it.
    try first.send("C-c", "s", "l")
    try shows("ROUGE")
    try shows("L’action menée est insuffisante")
    try first.send("C-c", "r")
    try shows("ROUGE")

    let people = try palier.demarche.participants.compactMap(\.initiales)
    #expect(people.count > 5)
    for screen in seen + [try second.capture()] {
      #expect(!screen.contains("Jamais"))
      let tokens = Set(screen.split { !$0.isLetter }.map(String.init))
      #expect(tokens.isDisjoint(with: people))
    }
  }

  @Test func `the second window shows the point of the grille under discussion`() throws {
    let second = try started(["--salle", "--suivre"])
    let first = try palier.tmux(width: 100, height: 30)
    try first.send("2")
    try first.waitFor { words($0).contains("Quels contrats proposons-nous") }
    try second.waitFor { words($0).contains("Quels contrats proposons-nous") }
  }

  @Test func `it keeps the last state when the first ends, and follows the next`() throws {
    let second = try started(["--salle", "--suivre"])
    let notes = palier.folder.path("home/runtime/palier")
    for (steps, status) in [(2, "q"), (4, "q")] {
      let first = try palier.tmux()
      for _ in 0..<steps { try first.send("Down") }
      // A short sentence stands in letters: its place among the others tells it.
      try second.waitFor { $0.contains("\(steps + 1) / 10") }
      try first.send(status)
      #expect(try first.waitForExit() == 0)
      // Its note goes with it.
      #expect(try FileManager.default.contentsOfDirectory(atPath: notes) == [])
      #expect(try second.capture().contains("\(steps + 1) / 10"))
    }
    // A first window that is killed leaves its note, and the second its last state.
    let first = try palier.tmux()
    try first.send("Down")
    try second.waitFor { $0.contains("2 / 10") }
    kill(try first.processID, SIGKILL)
    #expect(try second.capture().contains("2 / 10"))
    try second.send("q")
    #expect(try second.waitForExit() == 0)
  }

  @Test func `it writes nothing, and hears q, t and F7 alone`() throws {
    let before = try palier.bytes
    let names = try palier.folder.names
    let second = try started(["--suivre"])
    let screen = try second.capture()
    try second.send("r", "n", "x", "Enter", "u", "s", "Down", "Right", "F8", "F12", "Delete", "!")
    try second.send("t")
    try second.waitFor { $0.contains("Thème clair") }
    try second.send("F7")
    try second.waitFor { $0.contains("rendue au terminal") }
    try second.send("C-c", "q")
    #expect(try second.waitForExit() == 0)
    #expect(rows(screen).contains { $0.contains("1 / 10") })
    #expect(try palier.bytes == before)
    #expect(try palier.folder.names == names)
    let files =
      FileManager.default.enumerator(atPath: palier.folder.path("home"))?
      .compactMap { $0 as? String } ?? []
    // Its folder, and nothing in it.
    #expect(files.sorted() == ["runtime", "runtime/palier"])
  }

  @Test func `each change is on the second window once it is on disk`() throws {
    let environment = palier.environment(["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"])
    let first = try palier.pty()
    let second = try Pty(palier.command(["--suivre"]), environment: environment)
    try second.waitFor { $0.contains("5 novembre") }
    for (key, word) in zip("rovrovrov", ["ROUGE", "ORANGE", "VERT"].cycled(3)) {
      let start = second.output.count
      let inode = try inode(of: palier.file)
      first.write(String(key))
      _ = try wait(
        for: {
          for pty in [first, second] { pty.read(forMilliseconds: 1) }
          let text = String(decoding: second.output[start...], as: UTF8.self)
          let isSaved = try self.inode(of: palier.file) != inode
          return isSaved && text.contains(word.suffix(3)) ? true : nil
        }, found: { second.text })
    }
  }

  private func inode(of path: String) throws -> UInt64 {
    (try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64) ?? 0
  }

  @Test func `a countdown wakes the program once a second, and never when it is stopped`() throws {
    let environment = palier.environment(["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"])
    let pty = try Pty(palier.command(["--salle"]), environment: environment)
    try pty.waitFor { $0.contains("s sortir") }
    pty.write("m\r")
    while pty.read(forMilliseconds: 300) > 0 {}
    let running = try switches(of: pty.process)
    let start = ContinuousClock.now
    while ContinuousClock.now < start + .seconds(3) { pty.read(forMilliseconds: 500) }
    let ticks = try switches(of: pty.process) - running
    let time = ContinuousClock.now - start
    #expect(ticks > 1 && .seconds(ticks) < time + .seconds(2), "\(ticks) in \(time)")
    pty.write("\r")
    while pty.read(forMilliseconds: 1200) > 0 {}
    let stopped = try switches(of: pty.process)
    pty.read(forMilliseconds: 2000)
    #expect(try switches(of: pty.process) == stopped)
  }

  /// How often the threads of a process were woken.
  private func switches(of process: Int32) throws -> Int {
    let folder = "/proc/\(process)/task"
    return try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { sum, thread in
      let status = try String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
      return sum + (line.flatMap { Int($0.split(separator: "\t").last ?? "") } ?? 0)
    }
  }

  @Test(arguments: [(["--suivre"], "il faut le fichier"), (["absent.json", "--suivre"], "absent")])
  func `without a file to follow it says so`(arguments: [String], words: String) throws {
    let answer = try palier.folder.run(
      Programs.palier, arguments, palier.environment())
    #expect(answer.status == 2 && answer.error.contains(words), "\(answer.error)")
  }

  @Test func `a folder that others may enter is refused with what to do`() throws {
    let runtime = palier.folder.path("home/runtime/palier")
    try FileManager.default.createDirectory(
      atPath: runtime, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
    chmod(runtime, 0o777)
    let terminal = try Tmux(palier.command(["--suivre"]), environment: palier.environment())
    // It names the folder: where the terminal breaks it, inside a word too, the path decides.
    try terminal.waitFor { letters($0).contains(letters("n’est pas à vous seul")) }
    #expect(try terminal.waitForExit() == 2)
  }
}

extension Array {
  /// The elements again and again, so many times.
  fileprivate func cycled(_ times: Int) -> [Element] {
    (0..<times).flatMap { _ in self }
  }
}
