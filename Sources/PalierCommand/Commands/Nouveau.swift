import ArgumentParser
import DPES

struct Nouveau: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nouveau",
    abstract: "Crée une démarche ; n’écrase jamais un fichier.")

  @Argument(
    help: ArgumentHelp(
      "Le fichier à créer ; sans extension, .dpes.json est ajouté.", valueName: "fichier"),
    completion: .demarches)
  var fichier: String

  @Option(help: ArgumentHelp("Le nom de la structure.", valueName: "nom"))
  var structure: String

  @Option(
    help: ArgumentHelp(
      "Le mois 0, d’où les mois se comptent ; sans lui, le groupe le fixe au schéma.",
      valueName: "jour"))
  var debut: String?

  func run() throws {
    let debut = try debut.map { (text) throws(Failure) in try Day(typed: text, option: "--debut") }
    let name = structure.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { throw Failure(Sentences.emptyName) }
    let file = try Desk(clock: .system())
      .create(name, in: FileName.completed(fichier), debut: debut)
    try Output.write(Sentences.created(file.path, debut: file.demarche.schema.debut) + "\n")
  }
}
