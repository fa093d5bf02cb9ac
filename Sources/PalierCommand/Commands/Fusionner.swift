import ArgumentParser
import DPES
import DPESStore
import JSONTree

struct Fusionner: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fusionner",
    abstract: "Réunit ce que deux personnes ont fait d’une démarche, ou ses copies en conflit.",
    discussion: """
      palier fusionner BASE NOTRE LEUR --vers X\u{A0}: à partir de leur dernier état commun, BASE, qui \
      peut être vide.
      palier fusionner FICHIER --copies\u{A0}: les autres états de la démarche qui sont à côté, comme les \
      copies en conflit d’un dossier synchronisé.

      Rend 1 quand les deux ont changé la même chose autrement\u{A0}: la nôtre est gardée, la leur est \
      dans l’historique.
      """)

  @Argument(
    help: ArgumentHelp("BASE, NOTRE et LEUR, ou la démarche avec --copies.", valueName: "fichier"),
    completion: .demarches)
  var fichiers: [String]

  @Option(help: ArgumentHelp("Le fichier à écrire.", valueName: "fichier"), completion: .file())
  var vers: String?

  @Flag(
    help: "Remplace l’état de la démarche que ce fichier contient déjà\u{A0}; il peut être NOTRE.")
  var remplacer = false

  @Flag(help: "Réunit les copies en conflit qui sont à côté du fichier.")
  var copies = false

  func run() throws {
    if copies { return try mergeCopies() }
    guard fichiers.count == 3 else {
      throw Failure(Sentences.needsThreeFiles(count: fichiers.count))
    }
    guard let vers else { throw Failure(Sentences.needsDestination) }
    let base = try ancestor(fichiers[0])
    let ours = try side(fichiers[1])
    let theirs = try side(fichiers[2])
    for (demarche, path) in [(base, fichiers[0]), (theirs, fichiers[2])]
    where demarche.map({ $0.id != ours.id }) ?? false {
      throw Failure(Sentences.otherDemarche(path, than: fichiers[1]))
    }
    var fusion = Fusion(ours)
    let signature = Desk(clock: .system()).signature(in: ours)
    try fusion.add(theirs, since: base, copy: nil, signature)
    // Git's own names have no ending.
    let path = fichiers.contains(vers) ? vers : FileName.completed(vers)
    let readers = Readers.common(fichiers.compactMap { Readers(of: $0) })
    try DemarcheFile.put(fusion.merged, in: path, replacing: remplacer, for: readers) {
      $0.id == ours.id
    }
    try Output.write(fusion.report(in: path))
    if !fusion.toSee.isEmpty { throw ExitCode(ExitStatus.problems) }
  }

  private func side(_ path: String) throws(Failure) -> Demarche {
    try DemarcheFile.openWritable(path).demarche
  }

  /// nil for an empty file: git gives one when the two sides have no ancestor.
  private func ancestor(_ path: String) throws(Failure) -> Demarche? {
    do throws(ReadError) {
      return try DemarcheFile.read(path).demarche
    } catch .json(let error) where error.cause == .empty {
      return nil
    } catch {
      throw Failure(DemarcheFile.sentence(error, of: path))
    }
  }
}
