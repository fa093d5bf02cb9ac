import DPES
import Foundation
import JSONTree
import Testing

@testable import PalierCommand

/// The real program in a terminal, on its own copy of the shipped example.
///
/// Everything that it keeps goes to a folder removed at the end. The day is the one on which the
/// example is fourteen months old.
final class PalierFolder {
  let folder: CommandFolder
  /// The copy.
  let file: String
  private let name = "exemple.dpes.json"

  init() throws {
    folder = try CommandFolder()
    file = try folder.putExample(in: name)
  }

  func command(_ more: [String] = []) -> [String] {
    [Programs.palier, file, "--date", "2026-12-01"] + more
  }

  /// A home of its own, in C.UTF-8 unless said otherwise.
  func environment(_ more: [String: String] = ["LC_ALL": "C.UTF-8"]) -> [String: String] {
    var environment = ["HOME": folder.path("home")]
    for kind in ["STATE", "DATA", "CONFIG", "CACHE"] {
      environment["XDG_\(kind)_HOME"] = folder.path("home/\(kind)")
    }
    environment["XDG_RUNTIME_DIR"] = folder.path("home/runtime")
    return environment.merging(more) { $1 }
  }

  /// The program in an emulator, its first frame shown.
  func tmux(
    _ more: [String] = [], environment: [String: String] = ["LC_ALL": "C.UTF-8"],
    width: Int = 80, height: Int = 24
  ) throws -> Tmux {
    let terminal = try Tmux(
      command(more), environment: self.environment(environment), width: width, height: height)
    try terminal.waitFor(isWhole)
    return terminal
  }

  /// The program on a bare terminal, its first frame written.
  func pty(_ more: [String: String] = [:]) throws -> Pty {
    let base = environment(["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"])
    let pty = try Pty(command(), environment: base.merging(more) { $1 })
    // The line of keys is drawn last.
    try pty.waitFor { $0.contains("aide") }
    return pty
  }

  /// What `palier ecran` prints at a size.
  func printed(
    _ screen: String = "cercle", width: Int = 80, height: Int = 24,
    environment: [String: String] = ["LC_ALL": "C.UTF-8"]
  ) throws -> String {
    let answer = try folder.run(
      Programs.palier,
      ["ecran", file, "--date", "2026-12-01", "--ecran", screen, "--taille", "\(width)x\(height)"],
      environment)
    try #require(answer.status == 0, "\(answer.error)")
    return answer.output
  }

  var bytes: [UInt8] { get throws { try folder.bytes(name) } }

  var demarche: Demarche { get throws { try Demarche(file: JSONValue.parse(try bytes)) } }

  /// The observations of the newest image.
  var observations: [Observation] {
    get throws { try #require(try demarche.cercles.last?.observations) }
  }

  /// The scalars of each text of the newest image: `==` on strings takes é for e and an accent.
  var texts: [[Unicode.Scalar]] { get throws { try observations.map { $0.texte.scalars } } }

  /// The exit status of `palier verifier`: 2 is a file that can't be read.
  func verify() throws -> Int32 { try folder.palier("verifier", file).status }

  /// Whether the file is what Palier would write again.
  var isAsWritten: Bool { get throws { JSONValue.write(try demarche.json) == (try bytes) } }
}

/// Whether the first frame is there to its last line.
func isWhole(_ screen: String) -> Bool { screen.contains("Halage") && screen.contains("aide") }

/// A screen row by row, without the blanks at the end of each, nor the rows after the last that
/// holds something.
func rows(_ screen: String) -> [String] {
  var rows = screen.split(separator: "\n", omittingEmptySubsequences: false).map { row in
    var row = row
    while row.last == " " { row.removeLast() }
    return String(row)
  }
  while rows.last == "" { rows.removeLast() }
  return rows
}

extension String {
  var scalars: [Unicode.Scalar] { Array(unicodeScalars) }
}

/// Whether the header says that what was done is safe, and when.
func saysSaved(_ screen: String) -> Bool {
  rows(screen).first?.contains(/enregistré \d\d:\d\d$/) == true
}
