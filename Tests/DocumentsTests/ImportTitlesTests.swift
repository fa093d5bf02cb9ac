import DPES
import Testing

@testable import Documents

/// Titles that are nearly a column's.
@Suite struct ImportTitlesTests {
  private static let empty = ImportRowKindsTests.empty

  private func headers(
    _ titles: String, _ kind: Importation.Kind, _ choices: ImportChoices = ImportChoices()
  ) throws -> Headers {
    try Headers(Grid(csv: Array("\(titles)\n".utf8)).rows[0], kind, importWords(), choices)
  }

  @Test func `a column's own name is it, whatever other names of it stand beside`() throws {
    let taken = try importation(
      "Thème;Axe;Observation\nTransport;U;Le bus passe trop tôt\n", .observations,
      into: Demarche(id: "d", raisonSociale: "Essai", debut: today))
    #expect(taken.demarche.cercles[0].observations.map(\.axe) == [.utilite])
    #expect(taken.notices == [.beside("Thème", taken: "Axe", column: "axe")])
  }

  @Test(arguments: [
    ("Date d’échéance", "echeance"), ("Fin prévue", "echeance"), ("Date butoir", "echeance"),
    ("Terme", "echeance"), ("Date de réalisation", "echeance"), ("Année", "echeance"),
    ("Délai de réalisation", "echeance"), ("Axe DPES", "axe"), ("Axe du cercle", "axe"),
    ("Les axes", "axe"), ("axe (U/P/D/T)", "axe"), ("Pilier", "axe"),
    ("Pilote de l’action", "responsable"), ("Nom du porteur", "responsable"),
    ("Qui ?", "responsable"), ("Qui?", "responsable"), ("Quand ?", "echeance"),
  ])
  func `a title with the word of one column is that column`(title: String, column: String) throws {
    let found = try headers("Palier;\(title)", .indicateurs)
    #expect(found.understood.map(\.column) == ["palier", column])
    #expect(found.unknown == [] && found.resembling == [])
  }

  @Test(arguments: [
    "Intitulé de l'action", "Libellé de l’action", "Description de l’action", "Action",
  ])
  func `an action is a palier in other words`(title: String) throws {
    let found = try headers("Axe;\(title)", .indicateurs)
    #expect(found.understood.map(\.column) == ["axe", "palier"])
  }

  @Test(arguments: [
    ("Thématique du projet", "axe"), ("Critère", "indicateur"),
  ])
  func `a column left that looks like one that is not there is told apart`(
    title: String, column: String
  ) throws {
    let found = try headers("Palier;\(title);Budget", .indicateurs)
    #expect(found.resembling == [.init(title: title, column: column, isGuess: true)])
    #expect(found.unknown == ["Budget"])
    let table = "Palier;\(title);Budget\nUn;;\n"
    let taken = try importation(
      table, .indicateurs, into: Self.empty, choices: ImportChoices(axe: .utilite))
    #expect(
      taken.notices.prefix(2) == [
        .resembles(title, column: column), .unknownColumns(["Budget"]),
      ])
  }

  @Test(arguments: ["Date de début", "Coût de l’action", "État d’avancement", "Échéance révisée"])
  func `a title of something else is not taken where the column is there`(title: String) throws {
    let found = try headers("Axe;Palier;Échéance;\(title)", .indicateurs)
    #expect(found.understood.map(\.column) == ["axe", "palier", "echeance"])
    #expect(found.unknown == [title] && found.resembling == [])
  }

  @Test func `a title with words of two columns is none`() throws {
    let found = try headers("Palier;Axe et échéance", .indicateurs)
    #expect(found.understood.map(\.column) == ["palier"])
    #expect(found.resembling.map(\.column) == ["axe", "echeance"])
  }

  @Test func `a title is what a person says that it is`() throws {
    var choices = ImportChoices()
    #expect(choices.add(column: "Échéance réelle=") && choices.add(column: "Où on va = palier"))
    #expect(!choices.add(column: "Coût") && !choices.add(column: "Coût=prix"))
    let found = try headers("Où on va;échéance prévue;échéance réelle", .indicateurs, choices)
    #expect(found.understood.map(\.column) == ["palier", "echeance"])
    #expect(found.understood.first?.isGuess == false && found.unknown == ["échéance réelle"])
  }

  @Test(arguments: Importation.Kind.allCases)
  func `what the program writes to be read is called by its name`(kind: Importation.Kind) throws {
    let data = Sheet.donneesColumns.map(\.title).joined(separator: ";")
    #expect(throws: Headers.Fault.own(.donnees)) {
      try importation("\(data)\nx\n", kind, into: Self.empty)
    }
    let board = "Titre\n;6 mois\nPalier;Échéance;Indicateur;Cible;Responsable;Objectif;Réalisé\nx\n"
    #expect(throws: Headers.Fault.own(.tableau)) {
      try importation(board, kind, into: Self.empty)
    }
  }

  @Test func `the line that a model shows is left aside where it still stands`() throws {
    var words = try importWords()
    for model in try ImportModelTests.models() { words.add(exampleOf: model) }
    for model in try ImportModelTests.models() {
      let table = try #require(model.sheets.first).csv(.excel)
      let taken = try Importation(
        Grid(csv: table), model.kind, into: Self.empty,
        Signature(quand: Instant(seconds: today.number * 86_400), jour: today),
        ids: IDGenerator(seed: 3), words: words)
      #expect(taken.refusals == [] && taken.added == 0, "\(model.kind)")
      #expect(taken.notices == [.aside([.example: [2]])])
    }
  }
}
