import Application
import ArgumentParser
import DPESStore
import NcursesTerminal
import TerminalUI

struct Ouvrir: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ouvre une démarche en plein écran, ou la liste des fichiers récents.")

  @Argument(help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"))
  var fichier: String?

  @OptionGroup var options: ViewOptions

  @Flag(help: "Laisse la souris au terminal.")
  var sansSouris = false

  func run() throws {
    let desk = Desk(places: .current(), clock: .system(on: try options.day()))
    let file = try fichier.map { (path) throws(Failure) in try desk.open(path) }
    try FullScreen.run(desk, options, usesMouse: !sansSouris, file: file)
  }
}

/// The full screen on the terminal of the process.
enum FullScreen {
  static func run(
    _ desk: Desk, _ options: ViewOptions, usesMouse: Bool, file: DemarcheFile?
  ) throws(Failure) {
    let screen = try options.screen()
    let theme = try options.chosenTheme()
    let terminal: NcursesTerminal
    do throws(TerminalError) {
      terminal = try NcursesTerminal(
        lastWords: "Palier s’est arrêté sur une erreur. Ce qu’il disait enregistré l’est.")
    } catch {
      throw Failure(Sentences.sentence(error))
    }
    defer { terminal.close() }
    var session = try Session(
      terminal, desk, screen: screen, theme: theme, isASCII: options.isASCII,
      usesMouse: usesMouse, file: file)
    try session.run()
  }
}
