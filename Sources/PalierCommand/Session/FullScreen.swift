import NcursesTerminal

/// The full screen on the terminal of the process.
enum FullScreen {
  static func run(
    _ desk: Desk, _ look: Look, usesMouse: Bool = true, opening: Opening? = nil
  ) throws(Failure) {
    let terminal: NcursesTerminal
    do throws(TerminalError) {
      terminal = try NcursesTerminal(
        lastWords: "Palier s’est arrêté sur une erreur. Ce qu’il disait enregistré l’est.")
    } catch {
      throw Failure(Sentences.sentence(error))
    }
    defer { terminal.close() }
    var session = try Session(terminal, desk, look, usesMouse: usesMouse, opening: opening)
    try session.run()
  }
}
