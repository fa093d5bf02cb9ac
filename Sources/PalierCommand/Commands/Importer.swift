import ArgumentParser
import DPES
import Documents

struct Importer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "importer",
    abstract: "Ajoute ce que contient une feuille de tableur, tout ou rien.",
    discussion: """
      La source est un classeur (.xlsx, .ods, .fods) ou un CSV. Une ligne, parmi les dix premières, \
      nomme les colonnes. observations : axe, statut, texte, auteur, numero, \
      priorite. participants : initiales, nom, college, organisme, implication. indicateurs : axe, \
      palier, echeance, indicateur, nature, cible, unite, responsable. realises : indicateur, \
      periode, statut, valeur, commentaire, date, piece.
      """)

  @Argument(help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"))
  var fichier: String

  @Argument(help: ArgumentHelp("Le classeur ou le CSV.", valueName: "source"))
  var source: String

  @Option(
    help: ArgumentHelp("observations, participants, indicateurs ou realises.", valueName: "quoi"))
  var quoi: String

  @Option(
    help: ArgumentHelp("La feuille du classeur, s’il en a plusieurs.", valueName: "nom"))
  var feuille: String?

  @Option(
    help: ArgumentHelp(
      "L’axe des lignes qui n’en nomment pas\u{A0}: U, P, D ou T.", valueName: "axe"))
  var axe: String?

  @Option(
    help: ArgumentHelp(
      "Ce que veut dire un mot du tableau\u{A0}: « à améliorer=orange ». Se répète.",
      valueName: "mot=valeur"))
  var comme: [String] = []

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
    let desk = Desk(clock: try Clock.system(typed: date))
    let choices = try choices()
    if essai {
      let table = try desk.table(source, sheet: feuille)
      let demarche = try DemarcheFile.open(fichier).demarche
      let importation = try desk.importation(
        of: table, kind, into: demarche, from: source, choices: choices)
      return try tell(importation, isDone: false)
    }
    if let done = try desk.importTable(
      source, sheet: feuille, kind, into: fichier, choices: choices)
    {
      try tell(done, isDone: true)
    }
  }

  /// What is said beside the table.
  private func choices() throws(Failure) -> ImportChoices {
    var choices = ImportChoices()
    if let axe {
      let folded = axe.folded
      let found = Axe.allCases.first {
        [$0.rawValue, String($0.lettre), $0.motCourt].contains { $0.folded == folded }
      }
      guard let found else {
        throw Failure(
          Sentences.unknown(axe, option: "--axe", known: Axe.allCases.map { String($0.lettre) }))
      }
      choices.axe = found
    }
    for meaning in comme where !choices.add(meaning: meaning) {
      throw Failure(Sentences.noMeaning(meaning))
    }
    return choices
  }

  private func tell(_ importation: Importation, isDone: Bool) throws(Failure) {
    for notice in importation.notices { Output.tell(Sentences.sentence(notice)) }
    for refusal in Sentences.sentences(importation.refusals) { Output.tell(refusal) }
    if essai {
      try Output.write(Sentences.preview(importation).map { $0 + "\n" }.joined())
    }
    let summary = Sentences.summary(importation, isDone: isDone && !importation.isRefused)
    guard !importation.isRefused else {
      throw Failure(summary, status: ExitStatus.problems)
    }
    try Output.write(summary + "\n")
  }
}
