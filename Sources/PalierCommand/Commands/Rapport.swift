import ArgumentParser
import Documents

struct Rapport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport",
    abstract:
      "Écrit un texte à relire et à retoucher : compte rendu, page pour le CA, rapport annuel.",
    discussion: OutgoingDocument.reports.map { "\($0.name) : \($0.help)" }.joined(separator: " ; ")
      + ".")

  private static let names = OutgoingDocument.reports.map(\.name)

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String

  @Option(
    help: ArgumentHelp("\(Sentences.list(names)).", valueName: "modele"), completion: .list(names))
  var modele: String

  @Option(
    help: ArgumentHelp(
      "Le fichier à écrire : .odt pour Writer ou Word, .fodt, ou .md.", valueName: "chemin"),
    completion: .file())
  var vers: String

  @OptionGroup var options: DocumentOptions

  func run() throws { try options.write(try file(), of: fichier, in: vers) }

  private func file() throws(Failure) -> OutgoingDocument.File {
    let known = OutgoingDocument.reports + TemplateShelf().ownDocuments
    guard let report = known.first(where: { $0.name == modele }) else {
      throw Failure(Sentences.unknown(modele, option: "--modele", known: known.map(\.name)))
    }
    guard let file = report.file(named: vers) else {
      throw Failure("--vers\u{A0}: \(Sentences.noFormat(vers, known: report.files.formats))")
    }
    return file
  }
}
