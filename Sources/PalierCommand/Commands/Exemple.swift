import ArgumentParser

struct Exemple: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exemple",
    abstract: "Ouvre votre copie de l’exemple, comme au quatorzième mois.")

  @Option(
    help: ArgumentHelp("Écrit une copie dans ce fichier, sans l’ouvrir.", valueName: "fichier"),
    completion: .file())
  var vers: String?

  @Flag(help: "Remplace la démarche que ce fichier contient déjà.")
  var remplacer = false

  func run() throws {
    let desk = Desk(clock: .system())
    guard let vers else {
      return try FullScreen.run(desk, .usual, opening: try desk.openExample())
    }
    let path = FileName.completed(vers)
    try desk.copyExample(to: path, replacing: remplacer)
    try Output.write(Sentences.copied(to: path) + "\n")
  }
}
