import Foundation
import Glibc

/// A program in a real terminal emulator: a tmux server of its own, with one window.
///
/// ```swift
/// let terminal = try Tmux([Programs.palier, file], width: 120, height: 36)
/// terminal.send("n")
/// terminal.type("é")
/// try terminal.waitFor { $0.contains("é") }
/// ```
/// Nothing of the user's reaches the program: its environment is what is passed, with a PATH, a HOME
/// and a TERM. Once it ended, the screen stays as it left it.
final class Tmux {
  private let folder: TemporaryFolder
  private let socket: String

  /// Starts a command in a window of so many columns and rows.
  init(
    _ command: [String], environment: [String: String] = ["LC_ALL": "C.UTF-8"],
    width: Int = 80, height: Int = 24
  ) throws {
    folder = try TemporaryFolder()
    socket = folder.path + "/tmux"
    let base = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.path, "TERM": "tmux-256color",
    ]
    let variables = base.merging(environment) { $1 }.map { "\($0)=\($1)" }.sorted()
    try tmux(
      ["set-option", "-g", "remain-on-exit", "on", ";", "set-option", "-g", "status", "off", ";"]
        + ["set-option", "-g", "default-size", "\(width)x\(height)", ";"]
        + ["new-session", "-d", "-x", "\(width)", "-y", "\(height)", "env", "-i"]
        + variables + command)
  }

  deinit { kill() }

  /// As ``Pty/apart``.
  static let apart = "IC"

  /// Presses keys, by tmux's names: `"n"`, `"Enter"`, `"C-c"`, `"BTab"`, `"F5"`.
  func send(_ keys: String...) throws {
    try tmux(["send-keys"] + keys)
  }

  /// Presses a key that closes what shows a text, and waits until it did: Escape with a key right
  /// behind it would be Alt and that key.
  func close(_ text: String, by key: String) throws {
    try send(key)
    try waitFor { !$0.contains(text) }
  }

  /// Types a text, character by character.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", "--", text])
  }

  /// Pastes a text, between the marks of a bracketed paste when the program asked for them.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text, ";", "paste-buffer", "-p"])
  }

  func resize(width: Int, height: Int) throws {
    try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  /// What is on the screen: a line a row, without the blanks at the end of each.
  func capture() throws -> String {
    try tmux(["capture-pane", "-p"])
  }

  /// What is on the screen, with the sequences that style it.
  func styledCapture() throws -> String {
    try tmux(["capture-pane", "-p", "-e"])
  }

  /// Whether the program asked for the mouse.
  var hasMouse: Bool {
    get throws { try tmux(["display-message", "-p", "#{mouse_any_flag}"]).hasPrefix("1") }
  }

  /// Waits until the screen is as it should be, and returns it.
  ///
  /// - Throws: ``Timeout``, with the last screen.
  @discardableResult
  func waitFor(seconds: Double = 30, _ condition: (String) -> Bool) throws -> String {
    var screen = ""
    return try wait(
      seconds: seconds,
      for: {
        screen = try capture()
        return condition(screen) ? screen : nil
      }, found: { screen })
  }

  /// Waits until the program ended, and returns its exit status.
  func waitForExit(seconds: Double = 30) throws -> Int {
    try wait(
      seconds: seconds,
      for: {
        let answer = try tmux(["display-message", "-p", "#{pid} #{pane_dead} #{pane_dead_status}"])
        let words = answer.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
        // tmux 3.3 may miss the signal that tells the status of what died.
        if words.count == 2, words[1] == 1 { Glibc.kill(words[0], SIGCHLD) }
        return words.count == 3 ? Int(words[2]) : nil
      }, found: { (try? capture()) ?? "" })
  }

  /// The process in the window.
  var processID: Int32 {
    get throws {
      let answer = try tmux(["display-message", "-p", "#{pane_pid}"])
      return Int32(answer.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }
  }

  /// The device of the window, for others to write on the screen as well.
  var device: String {
    get throws {
      try tmux(["display-message", "-p", "#{pane_tty}"]).trimmingCharacters(
        in: .whitespacesAndNewlines)
    }
  }

  /// Ends the server, and the program with it.
  func kill() {
    // Nothing to do about a server that is gone already.
    _ = try? tmux(["kill-server"])
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    var environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    environment["TMUX"] = nil
    let (ending, text) = try run(
      ["tmux", "-u", "-S", socket, "-f", "/dev/null"] + arguments, environment: environment)
    guard ending == .exit(0) else { throw TmuxError(arguments: arguments, text: text) }
    return text
  }
}

/// What tmux said when it refused a command.
struct TmuxError: Error {
  let arguments: [String]
  let text: String
}
