import Application
import NcursesTerminal

/// The full screen on the terminal of the process.
enum FullScreen {
  static func run(
    _ desk: Desk, _ look: Look, usesMouse: Bool = true, opening: Opening? = nil
  ) throws(Failure) {
    let terminal = try terminal()
    defer { terminal.close() }
    var session = try Session(terminal, desk, look, usesMouse: usesMouse, opening: opening)
    try session.run()
  }

  /// The same line by line, with nothing drawn.
  static func runByLines(_ desk: Desk, _ look: Look, opening: Opening) throws(Failure) {
    let terminal = try LineTerminal(Lineaire.size)
    var session = try Session(terminal, desk, look, usesMouse: false, opening: opening)
    try session.run()
  }

  /// The wall of a file, as another window shows it.
  static func follow(
    _ file: DemarcheFile, _ desk: Desk, _ look: Look, usesMouse: Bool
  ) throws(Failure) {
    let terminal = try terminal()
    defer { terminal.close() }
    var follower = try Follower(terminal, desk, look, file, usesMouse: usesMouse)
    follower.run()
  }

  private static func terminal() throws(Failure) -> NcursesTerminal {
    try telling(
      try NcursesTerminal(
        lastWords: "Palier s’est arrêté sur une erreur. Ce qu’il disait enregistré l’est.")
    ) { (error: TerminalError) in Failure(Sentences.sentence(error)) }
  }
}
