import ArgumentParser
import DPES
import DPESStore
import Documents

struct Importer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "importer",
    abstract: "Ajoute ce que contient le CSV d’un tableur, tout ou rien.",
    discussion: """
      La première ligne nomme les colonnes. observations : axe, statut, texte, auteur, numero, \
      priorite. participants : initiales, nom, college, organisme, implication. indicateurs : axe, \
      palier, echeance, indicateur, nature, cible, unite, responsable. realises : indicateur, \
      periode, statut, valeur, commentaire, date, piece.
      """)

  @Argument(help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"))
  var fichier: String

  @Argument(help: ArgumentHelp("Le CSV.", valueName: "source"))
  var source: String

  @Option(
    help: ArgumentHelp("observations, participants, indicateurs ou realises.", valueName: "quoi"))
  var quoi: String

  @Flag(help: "Dit ce qui se passerait, et n’écrit rien.")
  var essai = false

  @Option(help: ArgumentHelp("Le jour de la saisie\u{A0}; aujourd’hui sinon.", valueName: "jour"))
  var date: String?

  func run() throws {
    guard let kind = Importation.Kind(rawValue: quoi) else {
      throw Failure(
        Sentences.unknown(
          quoi, option: "--quoi", known: Importation.Kind.allCases.map(\.rawValue)))
    }
    let table = try Self.table(source)
    let clock = try Clock.system(typed: date)
    let ids = IDGenerator(seed: .random(in: .min ... .max))
    if essai {
      let demarche = try DemarcheFile.open(fichier).demarche
      let importation = try importation(of: table, kind, into: demarche, clock, ids)
      return try tell(importation, isDone: false)
    }
    var done: Importation?
    try DemarcheFile.change(fichier, at: clock, keepingBefore: true) { (demarche) throws(Failure) in
      let importation = try importation(of: table, kind, into: demarche, clock, ids)
      done = importation
      guard !importation.isRefused, importation.demarche != demarche else { return false }
      demarche = importation.demarche
      return true
    }
    if let done { try tell(done, isDone: true) }
  }

  private func importation(
    of table: CSVTable, _ kind: Importation.Kind, into demarche: Demarche, _ clock: Clock,
    _ ids: IDGenerator
  ) throws(Failure) -> Importation {
    let signature = Desk(clock: clock).signature(in: demarche)
    return try telling(try Importation(table, kind, into: demarche, signature, ids: ids)) {
      (fault: Headers.Fault) in
      Failure(Sentences.sentence(fault, in: source), status: ExitStatus.problems)
    }
  }

  private func tell(_ importation: Importation, isDone: Bool) throws(Failure) {
    for notice in importation.notices { Output.tell(Sentences.sentence(notice)) }
    for refusal in importation.refusals { Output.tell(Sentences.sentence(refusal)) }
    let summary = Sentences.summary(importation, isDone: isDone && !importation.isRefused)
    guard !importation.isRefused else {
      throw Failure(summary, status: ExitStatus.problems)
    }
    try Output.write(summary + "\n")
  }

  static func table(_ path: String) throws(Failure) -> CSVTable {
    let bytes = try telling(try DataFile.open(path).bytes) {
      Failure(Sentences.cannotImport($0, path))
    }
    if let refusal = FileKind(bytes).flatMap({ Sentences.refusal($0, path) }) {
      throw Failure(refusal)
    }
    return try telling(try CSVTable(bytes)) { (fault: CSVTable.Fault) in
      Failure(Sentences.sentence(fault, in: path), status: ExitStatus.problems)
    }
  }
}
