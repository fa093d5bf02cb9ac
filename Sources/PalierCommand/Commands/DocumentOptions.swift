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
  func dossier(_ demarche: Demarche, in name: String) throws(Failure) -> Dossier {
    let now = Clock.system(
      on: try date.map { (text) throws(Failure) in try Day(typed: text, option: "--date") }
    ).now()
    var demarche = demarche
    if sansNoms {
      var ids = IDGenerator(seed: .random(in: .min ... .max))
      do throws(FormatError) {
        demarche = try demarche.anonymisee(.sansNoms, ids: &ids)
      } catch {
        throw Failure(Sentences.sentence(.format(error, nil), in: name))
      }
    }
    return Dossier(demarche, le: now.day, instant: now.instant)
  }
}
