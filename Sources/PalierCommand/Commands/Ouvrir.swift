import ArgumentParser

struct Ouvrir: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ouvrir",
    abstract: "Ouvre une démarche en plein écran, ou la liste des fichiers récents.")

  @Argument(help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"))
  var fichier: String?

  @OptionGroup var options: ViewOptions

  @Flag(help: "Laisse la souris au terminal.")
  var sansSouris = false

  func run() throws {
    let look = try options.look()
    let desk = Desk(clock: try options.clock())
    let opening = try fichier.map { (path) throws(Failure) in try desk.open(path) }
    try FullScreen.run(desk, look, usesMouse: !sansSouris, opening: opening)
  }
}
