import ArgumentParser
import DPES
import Documents

struct Importer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "importer",
    abstract: "Ajoute ce que contient une feuille de tableur, tout ou rien.",
    discussion: """
      palier importer --modele indicateurs --vers plan.ods (ou .xlsx, .csv) écrit un tableau à \
      remplir. La source est un classeur (.xlsx, .ods, .fods) ou un CSV. Une ligne, parmi les \
      vingt premières, \
      nomme les colonnes. observations : axe, statut, texte, auteur, numero, \
      priorite. participants : initiales, nom, prenom, college, organisme, implication. indicateurs : axe, \
      palier, echeance, indicateur, nature, cible, unite, responsable. realises : indicateur, \
      periode, statut, valeur, commentaire, date, piece, motif. Une colonne id désigne un indicateur.
      """)

  @Argument(
    help: ArgumentHelp("Le fichier de la démarche.", valueName: "fichier"), completion: .demarches)
  var fichier: String?

  @Argument(
    help: ArgumentHelp("Le classeur ou le CSV.", valueName: "source"), completion: .tableaux)
  var source: String?

  @Option(
    help: ArgumentHelp("observations, participants, indicateurs ou realises.", valueName: "quoi"),
    completion: .list(Importation.Kind.allCases.map(\.rawValue)))
  var quoi: String?

  @Option(
    help: ArgumentHelp("La feuille du classeur, s’il en a plusieurs.", valueName: "nom"))
  var feuille: String?

  @Option(
    help: ArgumentHelp(
      "L’axe des lignes qui n’en nomment pas\u{A0}: U, P, D ou T.", valueName: "axe"),
    completion: .list(Axe.allCases.map { String($0.lettre) }))
  var axe: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Ce que veut dire un mot, là où il est demandé\u{A0}: « à améliorer=orange »\u{A0}; d’une seule "
        + "colonne\u{A0}: « Statut:oui=atteint ». Se répète.",
      valueName: "mot=valeur"))
  var comme: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Quelle colonne est un titre\u{A0}: « Date butoir=echeance », « Coût= » pour n’en rien prendre. Se "
        + "répète.", valueName: "titre=colonne"))
  var colonne: [String] = []

  @Option(
    help: ArgumentHelp(
      "Les numéros du tableau\u{A0}: memes, ceux d’ici, dont les textes sont corrigés\u{A0}; autres, d’un "
        + "autre document, dont les lignes sont nouvelles.", valueName: "lesquels"),
    completion: .list(ImportChoices.Numeros.allCases.map(\.rawValue)))
  var numeros: String?

  @Option(
    help: ArgumentHelp(
      "Des lignes du tableur à laisser de côté, par leurs numéros\u{A0}: « 4,9-12 ».",
      valueName: "lignes"))
  var laisser: String?

  @Option(
    help: ArgumentHelp(
      "Le mois 0 d’une démarche qui n’en a pas\u{A0}: les dates du tableau se comptent de lui.",
      valueName: "jour"))
  var debut: String?

  @Option(
    help: ArgumentHelp(
      "Écrit un tableau à remplir, avec --vers\u{A0}: observations, participants, indicateurs ou realises.",
      valueName: "quoi"), completion: .list(Importation.Kind.allCases.map(\.rawValue)))
  var modele: String?

  @Option(help: ArgumentHelp("Le tableau à remplir.", valueName: "chemin"), completion: .file())
  var vers: String?

  @Flag(help: "Remplace le tableau à remplir s’il existe déjà.")
  var remplacer = false

  @Flag(help: "Dit ce qui se passerait, et n’écrit rien.")
  var essai = false

  @Option(help: ArgumentHelp("Le jour de la saisie\u{A0}; aujourd’hui sinon.", valueName: "jour"))
  var date: String?

  func run() throws {
    if let modele { return try writeModel(modele) }
    guard vers == nil else { throw Failure(Sentences.versIsForModels) }
    guard let fichier else { throw Failure(Sentences.isMissing("<fichier>", of: "importer")) }
    guard let source else { throw Failure(Sentences.isMissing("<source>", of: "importer")) }
    guard let quoi else { throw Failure(Sentences.isMissing("--quoi <quoi>", of: "importer")) }
    let kind = try Self.kind(quoi, option: "--quoi")
    let desk = Desk(clock: try Clock.system(typed: date))
    let choices = try choices()
    if essai {
      let table = try desk.table(source, sheet: feuille, of: kind)
      let demarche = try DemarcheFile.open(fichier).demarche
      let importation = try desk.importation(
        of: table, kind, into: demarche, from: source, choices: choices)
      return try tell(importation, isDone: false) { () throws(Failure) in
        try Desk.refuseNearTitles(importation, in: source)
      }
    }
    if let done = try desk.importTable(
      source, sheet: feuille, kind, into: fichier, choices: choices)
    {
      try tell(done, isDone: true)
    }
  }

  private static func kind(_ text: String, option: String) throws(Failure) -> Importation.Kind {
    // What the table of a plan is called by who brings one.
    let isPlan = ["plan", "paliers", "schema"].contains(text.folded)
    guard let kind = isPlan ? .indicateurs : Importation.Kind(rawValue: text.folded) else {
      throw Failure(
        Sentences.unknown(
          text, option: option, known: Importation.Kind.allCases.map(\.rawValue)))
    }
    return kind
  }

  /// Writes a table to be filled in, and says what its columns are for.
  private func writeModel(_ modele: String) throws {
    guard fichier == nil, quoi == nil else { throw Failure(Sentences.modelStandsAlone) }
    guard let vers else { throw Failure(Sentences.isMissing("--vers <chemin>", of: "importer")) }
    let desk = Desk(clock: try Clock.system(typed: date))
    let model = try desk.model(try Self.kind(modele, option: "--modele"))
    try desk.write(model, in: vers, replacing: remplacer)
    try Output.write(
      (model.explanations + [Sentences.written(vers, sansNoms: false)]).map { $0 + "\n" }.joined())
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
    if let numeros {
      guard let known = ImportChoices.Numeros(rawValue: numeros.folded) else {
        throw Failure(
          Sentences.unknown(
            numeros, option: "--numeros", known: ImportChoices.Numeros.allCases.map(\.rawValue)))
      }
      choices.numeros = known
    }
    choices.debut = try debut.map { (text) throws(Failure) in
      try Day(typed: text, option: "--debut")
    }
    if let laisser {
      guard let rows = Self.rows(laisser) else { throw Failure(Sentences.noRows(laisser)) }
      choices.leftRows = rows
    }
    for meaning in comme where !choices.add(meaning: meaning) {
      throw Failure(Sentences.noMeaning(meaning))
    }
    for text in colonne where !choices.add(column: text) {
      throw Failure(Sentences.noColumn(text))
    }
    return choices
  }

  private static let mostRows = 100_000

  /// The numbers of `4,9-12`; nil for another form.
  private static func rows(_ text: String) -> Set<Int>? {
    var rows: Set<Int> = []
    for part in text.split(separator: ",") {
      let ends = part.split(separator: "-").map { Int($0.filter { !$0.isWhitespace }) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first > 0,
        first <= last, last - first < mostRows, last < Int(Int32.max)
      else { return nil }
      rows.formUnion(first...last)
    }
    return rows.isEmpty ? nil : rows
  }

  /// Says what comes in; `refusal` throws before the last line where nothing would.
  private func tell(
    _ importation: Importation, isDone: Bool, refusal: () throws(Failure) -> Void = {}
  ) throws(Failure) {
    for notice in Sentences.sentences(importation.notices) { Output.tell(notice) }
    for refusal in Sentences.sentences(importation.refusals, of: importation) {
      Output.tell(refusal)
    }
    if essai {
      try Output.write(Sentences.preview(importation).map { $0 + "\n" }.joined())
    }
    if isDone, !importation.isRefused {
      try Output.write(Sentences.changes(importation).map { $0 + "\n" }.joined())
    }
    let summary = Sentences.summary(importation, isDone: isDone && !importation.isRefused)
    guard !importation.isRefused else {
      throw Failure(summary, status: ExitStatus.problems)
    }
    try refusal()
    try Output.write(summary + "\n")
  }
}
