import Foundation

/// The small program of `Tests/TerminalProbe` on a bare pseudo-terminal, with the log of its events.
final class Probe {
  let pty: Pty
  private let folder: TemporaryFolder

  /// Starts it, and waits until it is ready.
  init(
    environment: [String: String] = ["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"],
    width: Int = 80, height: Int = 24, isControlling: Bool = true
  ) throws {
    folder = try TemporaryFolder()
    pty = try Pty(
      [Programs.probe, folder.path + "/log"], environment: environment,
      width: width, height: height, isControlling: isControlling)
    try waitFor { $0.first == "opened" }
  }

  /// What the terminal told it, an event a line.
  var events: [String] {
    guard let log = try? String(contentsOfFile: folder.path + "/log", encoding: .utf8) else {
      return []
    }
    return log.split(separator: "\n").map(String.init)
  }

  /// Waits until the events are as they should be, and returns them.
  @discardableResult
  func waitFor(_ condition: ([String]) -> Bool) throws -> [String] {
    var last: [String] = []
    return try wait(
      for: {
        pty.read(forMilliseconds: 1)
        last = events
        return condition(last) ? last : nil
      }, found: { last.joined(separator: "\n") })
  }

  /// Sends bytes, then a mark, and returns the events between.
  func events(for bytes: String) throws -> [String] {
    let before = events.count
    pty.write(bytes)
    // Told apart from what came before by arriving in a later batch.
    try waitFor { $0.count > before }
    pty.write("$")
    let all = try waitFor { $0.last == "character $ 24" }
    return Array(all[before...].dropLast())
  }
}
