import Application
import ArgumentParser
import TerminalUI

struct AideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aide",
    abstract: "Montre les commandes, ou imprime les touches en une page.",
    discussion: """
      « palier aide --imprimer | lp » l’imprime ; « palier aide --imprimer > touches.txt » en fait un \
      fichier que Writer ouvre.
      """)

  @Flag(help: "Imprime l’aide-mémoire des touches, une page A4.")
  var imprimer = false

  @Flag(help: "Écrit les flèches en mots.")
  var ascii = false

  func run() throws {
    guard imprimer else {
      return try Output.write(FrenchHelp.translated(Palier.helpMessage()) + "\n")
    }
    try Output.write(AideMemoire.canvas(ascii ? .ascii : .unicode).description + "\n")
  }
}
