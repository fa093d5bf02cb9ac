import ArgumentParser
import DPESStore

struct Ouvrir: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ouvrir",
    abstract: "Ouvre une démarche en plein écran, ou la liste des fichiers récents.")

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String?

  @OptionGroup var options: ViewOptions

  @Flag(help: "Laisse la souris au terminal.")
  var sansSouris = false

  @Flag(help: "Suit dans la vue salle ce que montre une autre fenêtre, sans rien changer.")
  var suivre = false

  @Flag(help: "Dit tout ligne par ligne, pour un lecteur d’écran ou une plage braille.")
  var lineaire = false

  func run() throws {
    let look = try options.look()
    if suivre { return try follow(look) }
    let desk = Desk(clock: try options.clock())
    let opening = try fichier.map { (path) throws(Failure) in try desk.open(path) }
    if lineaire || Settings(in: desk.places).lineaire {
      guard let opening else { throw Failure(Sentences.noFileByLines) }
      return try FullScreen.runByLines(desk, look, opening: opening)
    }
    try FullScreen.run(desk, look, usesMouse: !sansSouris, opening: opening)
  }

  private func follow(_ look: Look) throws {
    guard let fichier else { throw Failure(Sentences.nothingToFollow) }
    let desk = Desk(clock: try options.clock())
    try FullScreen.follow(try DemarcheFile.open(fichier), desk, look, usesMouse: !sansSouris)
  }
}
