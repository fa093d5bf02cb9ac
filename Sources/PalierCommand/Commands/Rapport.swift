import ArgumentParser
import DPES
import DPESStore
import Documents

struct Rapport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport",
    abstract:
      "Écrit un texte à relire et à retoucher : compte rendu, page pour le CA, rapport annuel.",
    discussion: """
      compte-rendu : la dernière image et sa séance ; ca : une page ; annuel : pour le Comité des \
      sages ; candidature : deux pages au plus ; engagements : les paliers de la période, à afficher.
      """)

  @Argument(help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"))
  var fichier: String

  @Option(
    help: ArgumentHelp(
      "compte-rendu, ca, annuel, candidature ou engagements.", valueName: "modele"))
  var modele: String

  @Option(
    help: ArgumentHelp("Le fichier à écrire : .fodt pour Writer, ou .md.", valueName: "chemin"))
  var vers: String

  @OptionGroup var options: DocumentOptions

  func run() throws {
    let report = try report()
    let file = try DemarcheFile.open(fichier)
    if let reason = file.readOnlyReason { Output.tell(reason) }
    try NewDocument.check(vers, isNot: fichier)
    let dossier = try options.dossier(file.demarche)
    let (bytes, notice) = try dossier.bytes(report, TemplateShelf())
    if let notice { Output.tell(notice) }
    try NewDocument.put(
      bytes, in: vers, replacing: options.remplacer, for: file.file.readers)
    if report.model == .candidature, dossier.candidatureExcess > 0 {
      Output.tell(Sentences.tooLong(lines: dossier.candidatureExcess))
    }
    try Output.write(Sentences.written(vers, sansNoms: options.sansNoms) + "\n")
  }

  private func report() throws(Failure) -> Report {
    guard let model = Report.Model(rawValue: modele) else {
      throw Failure(
        Sentences.unknown(
          modele, option: "--modele", known: Report.Model.allCases.map(\.rawValue)))
    }
    let ending = vers.split(separator: ".").last.map(String.init)?.lowercased() ?? ""
    guard let format = Report.formats.first(where: { $0.rawValue == ending }) else {
      throw Failure(Sentences.reportEnding(vers))
    }
    return Report(model, format)
  }
}
