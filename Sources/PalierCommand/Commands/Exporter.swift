import ArgumentParser
import Documents

struct Exporter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exporter",
    abstract: "Écrit la démarche pour un navigateur, un tableur, un agenda.",
    discussion: files.formats.flatMap { format in
      OutgoingDocument.exports.filter { $0.files.formats.contains(format) }
        .map { "\(format) : \($0.help)" }
    }.joined(separator: " ; ") + ".")

  private static let files = OutgoingDocument.exports.flatMap(\.files)

  @Argument(help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"))
  var fichier: String

  @Option(help: ArgumentHelp("\(Sentences.list(files.formats)).", valueName: "format"))
  var format: String

  @Option(help: ArgumentHelp("Le fichier à écrire.", valueName: "chemin"))
  var vers: String

  @Option(help: ArgumentHelp("\(Sentences.list(files.parts)).", valueName: "partie"))
  var quoi: String?

  @Flag(help: "CSV pour un Excel français\u{A0}: points-virgules, virgules, dates JJ/MM/AAAA.")
  var excel = false

  @OptionGroup var options: DocumentOptions

  func run() throws { try options.write(try file(), of: fichier, in: vers) }

  private func file() throws(Failure) -> OutgoingDocument.File {
    let known = Self.files.filter { $0.format.rawValue == format }
    guard !known.isEmpty else {
      throw Failure(
        Sentences.unknown(format, option: "--format", known: Self.files.formats))
    }
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
