import ArgumentParser
import DPES
import DPESStore
import Documents

struct Exporter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exporter",
    abstract: "Écrit la démarche pour un navigateur, un tableur, un agenda.",
    discussion: """
      html : une page à imprimer ; svg : le cercle, le schéma ou le radar ; csv : une table, qui se \
      réimporte ; fods : un classeur pour LibreOffice ; ics : les échéances pour un agenda.
      """)

  @Argument(help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"))
  var fichier: String

  @Option(help: ArgumentHelp("html, svg, csv, fods ou ics.", valueName: "format"))
  var format: String

  @Option(help: ArgumentHelp("Le fichier à écrire.", valueName: "chemin"))
  var vers: String

  @Option(
    help: ArgumentHelp(
      "grille, cercle, observations, schema, radar, tableau, participants ou tout.",
      valueName: "partie"))
  var quoi: String?

  @Flag(help: "CSV pour un Excel français\u{A0}: points-virgules, virgules, dates JJ/MM/AAAA.")
  var excel = false

  @OptionGroup var options: DocumentOptions

  func run() throws {
    let export = try export()
    let file = try DemarcheFile.open(fichier)
    if let reason = file.readOnlyReason { Output.tell(reason) }
    try NewDocument.check(vers, isNot: fichier)
    let dossier = try options.dossier(file.demarche)
    let (bytes, notice) = try dossier.bytes(export, TemplateShelf())
    if let notice { Output.tell(notice) }
    try NewDocument.put(
      bytes, in: vers, replacing: options.remplacer, for: file.file.readers)
    try Output.write(Sentences.written(vers, sansNoms: options.sansNoms) + "\n")
  }

  private func export() throws(Failure) -> Export {
    guard let format = Export.Format(rawValue: self.format) else {
      throw Failure(
        Sentences.unknown(
          self.format, option: "--format", known: Export.Format.allCases.map(\.rawValue)))
    }
    if excel, format != .csv { throw Failure(Sentences.excelIsForCSV) }
    let part = try quoi.map { (text) throws(Failure) in
      guard let part = Export.Part(rawValue: text) else {
        throw Failure(
          Sentences.unknown(text, option: "--quoi", known: format.parts.map(\.rawValue)))
      }
      return part
    }
    guard let export = Export(format, part, flavour: excel ? .excel : .neutral) else {
      throw Failure(
        Sentences.cannotHold(
          format.rawValue, part?.rawValue ?? "", known: format.parts.map(\.rawValue)))
    }
    return export
  }
}
