import ArgumentParser
import Documents

struct Exporter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exporter",
    abstract: "Écrit la démarche pour un navigateur, un tableur, un agenda.",
    discussion: OutgoingDocument.exports.map {
      "\($0.files.formats.joined(separator: ", ")) : \($0.help)"
    }.joined(separator: " ; ") + ". La fin du nom choisit, ou --format.")

  private static let files = OutgoingDocument.exports.flatMap(\.files)

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String

  @Option(
    help: ArgumentHelp(
      "Le fichier à écrire\u{A0}; sa fin dit le format (.ods, .xlsx, .csv…).", valueName: "chemin"),
    completion: .file())
  var vers: String

  @Option(
    help: ArgumentHelp(
      "\(Sentences.list(files.formats)), quand la fin du nom ne le dit pas.",
      valueName: "format"), completion: .list(files.formats))
  var format: String?

  @Option(
    help: ArgumentHelp("\(Sentences.list(files.parts)).", valueName: "partie"),
    completion: .list(files.parts))
  var quoi: String?

  @Flag(help: "CSV pour un Excel français\u{A0}: points-virgules, virgules, dates JJ/MM/AAAA.")
  var excel = false

  @Option(
    help: ArgumentHelp(
      "Le papier d’un grand classeur\u{A0}: a3, ou a4 sur plusieurs pages de large.",
      valueName: "papier"), completion: .list(Papier.allCases.map(\.rawValue)))
  var papier: String?

  @OptionGroup var options: DocumentOptions

  func run() throws {
    let file = try file()
    try options.write(file, of: fichier, in: vers, papier: try paper(for: file))
  }

  /// What the end of the name says, or `--format`, which never say two things.
  private func chosenFormat() throws(Failure) -> String {
    let ending = OutgoingDocument.Format(ending: vers)
    if let ending, !Self.files.formats.contains(ending.rawValue) {
      throw Failure(Sentences.isReport(vers))
    }
    guard let format else {
      if let ending { return ending.rawValue }
      throw Failure(Sentences.noFormat(vers, known: Self.files.formats, isChosenByOption: true))
    }
    guard Self.files.formats.contains(format) else {
      throw Failure(Sentences.unknown(format, option: "--format", known: Self.files.formats))
    }
    let contradicts =
      ending.map { $0.rawValue != format } ?? OutgoingDocument.Format.isForeign(vers)
    if contradicts { throw Failure(Sentences.contradicts(vers, format: format)) }
    return format
  }

  private func paper(for file: OutgoingDocument.File) throws(Failure) -> Papier? {
    guard let papier else { return nil }
    guard file.format.workbook != nil else { throw Failure(Sentences.paperIsForWorkbooks) }
    guard let found = Papier(rawValue: papier.lowercased()) else {
      throw Failure(
        Sentences.unknown(papier, option: "--papier", known: Papier.allCases.map(\.rawValue)))
    }
    return found
  }

  private func file() throws(Failure) -> OutgoingDocument.File {
    let format = try chosenFormat()
    let known = Self.files.filter { $0.format.rawValue == format }
    let files = known.filter { $0.flavour == (excel ? .excel : .neutral) }
    guard let usual = files.first else { throw Failure(Sentences.excelIsForCSV) }
    guard let quoi else { return usual }
    if let file = files.first(where: { $0.part?.rawValue == quoi }) { return file }
    throw Failure(
      Self.files.parts.contains(quoi)
        ? Sentences.cannotHold(format, quoi, known: known.parts)
        : Sentences.unknown(quoi, option: "--quoi", known: known.parts))
  }
}
