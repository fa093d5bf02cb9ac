import ArgumentParser
import DPES
import Documents

/// What every command that writes a document takes.
struct DocumentOptions: ParsableArguments {
  @Flag(help: "Sans initiales, ni noms, ni auteurs, ni organisations.")
  var sansNoms = false

  @Flag(help: "Remplace le fichier s’il existe déjà.")
  var remplacer = false

  @Option(help: ArgumentHelp("Le jour dont on parle ; aujourd’hui sinon.", valueName: "jour"))
  var date: String?

  /// What a document is made from, without names if asked.
  func dossier(_ demarche: Demarche) throws(Failure) -> Dossier {
    let now = Clock.system(
      on: try date.map { (text) throws(Failure) in try Day(typed: text, option: "--date") }
    ).now()
    return try Dossier(demarche, sansNoms: sansNoms, le: now.day, instant: now.instant)
  }
}
