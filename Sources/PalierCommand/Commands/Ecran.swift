import Application
import ArgumentParser
import DPES
import TerminalUI

struct Ecran: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Imprime un écran, tel que le plein écran le montre à cette taille.")

  @Argument(help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"))
  var fichier: String

  @OptionGroup var options: ViewOptions

  @Option(help: ArgumentHelp("Colonnes et lignes.", valueName: "LxH"))
  var taille = "100x30"

  @Option(help: ArgumentHelp("Identifiant de ce qui est sélectionné.", valueName: "id"))
  var selection: String?

  @Flag(help: "Imprime aussi les couleurs.")
  var couleurs = false

  func run() throws {
    let screen = try options.screen()
    let theme = try options.chosenTheme()
    let size = try Size(typed: taille, option: "--taille")
    let now = Clock.system(on: try options.day()).now()
    let file = try DemarcheFile.open(fichier)
    if let reason = file.readOnlyReason { Output.tell(reason) }
    var state = State(
      State.Environment(
        today: now.day, now: now.instant, ids: IDGenerator(seed: 0), isASCII: options.isASCII),
      size: size, screen: screen, theme: theme, document: file.document)
    if let selection, !state.select(selection) {
      throw Failure(Sentences.unknownID(selection))
    }
    let canvas = state.view
    let text = couleurs ? canvas.ansi(theme: theme, colors: .many) : canvas.description
    try Output.write(text + "\n")
  }
}
