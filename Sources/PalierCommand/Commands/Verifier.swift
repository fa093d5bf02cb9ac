import ArgumentParser
import DPES
import JSONTree

struct Verifier: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verifier",
    abstract: "Contrôle des fichiers\u{A0}: liens rompus, rangs, périodes, dates, votes, noms…",
    discussion: """
      Rend 1 quand il y a une erreur, ou avec --strict un avertissement, et 2 quand un fichier \
      ne peut pas être lu.
      """)

  @Argument(
    help: ArgumentHelp("Les fichiers des démarches.", valueName: "fichier"), completion: .demarches)
  var fichiers: [String]

  @Flag(help: "Compte les avertissements comme des erreurs.")
  var strict = false

  @Flag(help: "Imprime les constats en JSON.")
  var json = false

  @Option(help: ArgumentHelp("Le jour dont on parle ; aujourd’hui sinon.", valueName: "jour"))
  var date: String?

  func run() throws {
    let jour = try Clock.system(typed: date).now().day
    let reports = fichiers.map { CheckReport($0, le: jour) }
    if json {
      try Output.write(.array(reports.flatMap(\.json)))
    } else {
      try Output.write(reports.map(\.text).joined(separator: "\n"))
    }
    let status = reports.map { $0.status(isStrict: strict) }.max() ?? ExitStatus.done
    if status != ExitStatus.done { throw ExitCode(status) }
  }
}
