import Application
import ArgumentParser
import DPES
import TerminalUI

struct Ecran: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ecran",
    abstract: "Imprime un écran, tel que le plein écran le montre à cette taille.")

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String

  @OptionGroup var options: ViewOptions

  @Option(help: ArgumentHelp("Colonnes et lignes.", valueName: "LxH"))
  var taille = "100x30"

  @Option(
    help: ArgumentHelp(
      "Identifiant de ce qui est sélectionné, ou section de l’état des lieux.",
      valueName: "id"))
  var selection: String?

  @Option(
    help: ArgumentHelp(
      "Page du mur, avec --salle : \(State.wallPageNames.joined(separator: ", ")).",
      valueName: "page"), completion: .list(State.wallPageNames))
  var page: String?

  @Flag(help: "Imprime aussi les couleurs.")
  var couleurs = false

  @Flag(help: "Imprime en phrases ce que dit le mode linéaire.")
  var lineaire = false

  func run() throws {
    let look = try options.look()
    let size = try Size(typed: taille, option: "--taille")
    let now = try options.clock().now()
    let file = try DemarcheFile.open(fichier)
    if let reason = file.readOnlyReason { Output.tell(reason) }
    var state = State(
      State.Environment(
        today: now.day, now: now.instant, ids: IDGenerator(seed: 0),
        isASCII: look.isASCII && !lineaire,
        hasChosenDay: options.date != nil),
      size: lineaire ? Lineaire.size : size, screen: look.screen ?? .cercle, theme: look.theme,
      document: file.documentWithCopies,
      wall: look.isOnWall || page != nil
        ? WallStart(letters: Desk(clock: try options.clock()).letters, page: page) : nil)
    if state.wantsReferentiels {
      _ = state.update(Desk(clock: try options.clock()).referentiels)
    }
    if state.wantsCycles { _ = state.update(Desk(clock: try options.clock()).cycles) }
    if let selection, !state.select(selection) {
      throw Failure(Sentences.unknownID(selection, option: "--selection"))
    }
    if state.wantsSuggestions {
      _ = state.update(.suggestions(Desk(clock: try options.clock()).suggestions))
    }
    if let page, page != state.wallPageName {
      throw Failure(Sentences.unknown(page, option: "--page", known: state.wallPageNames))
    }
    if lineaire {
      return try Output.write(Lineaire.page(of: state).map { $0 + "\n" }.joined())
    }
    let canvas = state.view
    let text = couleurs ? canvas.ansi(theme: look.theme, colors: .many) : canvas.description
    try Output.write(text + "\n")
  }
}
