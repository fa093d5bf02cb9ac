import ArgumentParser
import DPES
import DPESStore
import Documents

/// What every command that writes a document takes.
struct DocumentOptions: ParsableArguments {
  @Flag(help: "Sans initiales, ni noms, ni auteurs, ni organisations.")
  var sansNoms = false

  @Flag(help: "Remplace le fichier s’il existe déjà.")
  var remplacer = false

  @Option(help: ArgumentHelp("Le jour dont on parle ; aujourd’hui sinon.", valueName: "jour"))
  var date: String?

  /// Writes a document of a démarche, and says so.
  func write(
    _ file: OutgoingDocument.File, of fichier: String, in vers: String, papier: Papier? = nil
  ) throws(Failure) {
    let source = try DemarcheFile.open(fichier)
    if let reason = source.readOnlyReason { Output.tell(reason) }
    try NewDocument.check(vers, isNot: fichier)
    let isNameless = sansNoms || file.isAlwaysNameless
    let now = try Clock.system(typed: date).now()
    var dossier = try Dossier(
      source.demarche, sansNoms: isNameless, le: now.day, instant: now.instant)
    if let papier { dossier.papier = papier }
    let (bytes, notice) = try dossier.bytes(
      file, TemplateShelf(), replacing: remplacer ? vers : nil)
    if let notice { Output.tell(notice) }
    try NewDocument.put(bytes, in: vers, replacing: remplacer, for: source.file.readers)
    let excess = file.excess(dossier)
    if excess > 0 { Output.tell(Sentences.tooLong(lines: excess)) }
    let cuts = file.cuts(dossier)
    if cuts > 0 { Output.tell(Sentences.cut(texts: cuts)) }
    try Output.write(Sentences.written(vers, sansNoms: isNameless) + "\n")
  }
}
