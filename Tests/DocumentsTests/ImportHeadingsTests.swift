import DPES
import Testing

@testable import Documents

/// Titles of columns said again among the rows, and titles of axes wherever they stand.
@Suite struct ImportHeadingsTests {
  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

  private static func aside(_ taken: Importation) -> [LeftAside: [Int]] {
    for case .aside(let rows) in taken.notices { return rows }
    return [:]
  }

  @Test(arguments: [
    "Axe;Action;Échéance;Pilote\nU;Ouvrir;12;MD\nAxe;Action;Échéance;Pilote\nP;Former;24;PM\n",
    "Axe;Action;Échéance;Pilote\nU;Ouvrir;12;MD\nAXE;ACTIONS;Délai;\nP;Former;24;PM\n",
  ])
  func `titles of columns among the rows are left aside, and told`(text: String) throws {
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 2)
    #expect(taken.demarche.schema.paliers.map(\.intitule) == ["Ouvrir", "Former"])
    #expect(Self.aside(taken) == [.heading: [3]])
  }

  @Test(arguments: [
    "La Remise;;;\n;;;\nOrientation;Intention;Responsable de l’action;Date d’échéance\nU;Ouvrir;MD;12\n",
    "Plan;;\nAnnée;2026;\nOrientation;Intention;Responsable de projet;Délai de réalisation\nU;Un;MD;12\n",
  ])
  func `the row that looks most like titles is asked about, and not the name of the document`(
    text: String
  ) throws {
    let titles = text.split(separator: "\n")[2].split(separator: ";").map(String.init)
    #expect(
      throws: Headers.Fault.missing(
        column: "palier", row: 3, found: titles,
        known: Importation.Kind.indicateurs.columns.map(\.name))
    ) { try importation(text, .indicateurs, into: Self.empty) }
  }

  @Test(arguments: [
    "Date de début", "Date de démarrage", "Date de lancement", "Date de mise à jour",
  ])
  func `a date of something else is no deadline`(title: String) throws {
    let text = "Axe;Action;\(title)\nU;Ouvrir;01/02/2027\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.demarche.schema.paliers.map(\.echeanceMois) == [nil])
    let meant = try importation(
      "Axe;Action;Date de réalisation\nU;Ouvrir;01/02/2027\n", .indicateurs, into: Self.empty)
    #expect(meant.demarche.schema.paliers.map(\.echeanceMois) != [nil])
  }

  @Test func `a row that has one title for a value is a row`() throws {
    let text = "Axe;Action;Indicateur\nU;Action;Indicateurs suivis\nP;Former;Formés\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.demarche.schema.paliers.map(\.intitule) == ["Action", "Former"])
    #expect(Self.aside(taken) == [:])
    let alone = try importation(
      "Axe;Action;Indicateur\nU;Un;A\n;Action;\nP;Former;B\n", .indicateurs, into: Self.empty)
    #expect(alone.added == 3 && Self.aside(alone) == [:])
  }

  @Test func `blocks by axis, the first title above the titles of columns, are all taken`() throws {
    let text = """
      Axe 1 : Utilité sociale;
      Action;Indicateur
      Ouvrir le samedi;Accueil
      AXE 3 – GOUVERNANCE DÉMOCRATIQUE;
      Action;Indicateur
      Former;Formés
      Axe 4 : Ancrage territorial;
      Action;Indicateur
      Acheter;Part
      """
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [], "\(taken.refusals)")
    #expect(taken.demarche.schema.paliers.map(\.axe) == [.utilite, .democratie, .territoire])
    #expect(Self.aside(taken) == [.heading: [5, 8]])
    #expect(taken.notices.contains(.section(.utilite, rows: [1])))
    // Nothing above the titles of columns is left aside.
    #expect(!taken.notices.contains(.titles(row: 2)))
    let again = try importation(text, .indicateurs, into: taken.demarche)
    #expect(again.demarche == taken.demarche)
  }

  @Test(arguments: [
    "Axe 9 : Culture;;\nAxe;Action;Indicateur\nU;Un;A\n",
    "Démocratie;;\nAxe;Action;Indicateur\nU;Un;A\n",
  ])
  func `what stands above a column of axes is no axis`(text: String) throws {
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [] && taken.demarche.schema.paliers.map(\.axe) == [.utilite])
    #expect(taken.notices.contains(.titles(row: 2)))
  }

  @Test(arguments: [
    "Axe;Action;Échéance;Indicateur\nU;Un;12;A\n\nBilan;;;\nPoste;Montant;;\nSalaires;1200;;\nAchats;300;;\n",
    "Axe;Action;Échéance;Indicateur\nU;Un;12;A\n\nPoste;Montant;;\nSalaires;1200;;\nAchats;300;;\n",
  ])
  func `a table of other columns below a gap is left aside, and told`(text: String) throws {
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 1, "\(taken.refusals)")
    let rows = Self.aside(taken)[.other] ?? []
    #expect(rows.first == 4 && rows.last == text.split(separator: "\n").count + 1)
  }

  @Test(arguments: [
    // A gap among rows, one before a row that is not filled in, and no gap at all.
    "U;Un;12;A\n\nP;Deux;24;B\n", "U;Un;12;A\n\n;Deux;;\n",
    "U;Un;12;A\n\nTravail;Deux;;\nP;Trois;12;C\n", "U;Un;12;A\nPoste;Montant;;\n",
  ])
  func `rows below a gap that are of the table stay`(rows: String) throws {
    let text = "Axe;Action;Échéance;Indicateur\n" + rows
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(Self.aside(taken)[.other] == nil)
    #expect(taken.added + taken.refusals.count == 2 + (rows.contains("Trois") ? 1 : 0))
  }

  @Test func `a table that goes on below other titles is no second one`() throws {
    let text = """
      Action;Échéance;Pilote
      Un;12;MD

      Poste;Montant;
      Action;Échéance;Pilote
      Trois;24;
      """
    let taken = try importation(
      text, .indicateurs, into: Self.empty, choices: ImportChoices(axe: .utilite))
    #expect(Self.aside(taken) == [.heading: [5]])
    #expect(taken.demarche.schema.paliers.contains { $0.intitule == "Trois" })
  }

  @Test func `a title beside the one that is its column is told as such`() throws {
    let taken = try importation(
      "Axe;Objectif;Action;Budget\nU;Mieux;Un;3\n", .indicateurs, into: Self.empty)
    #expect(
      taken.notices.contains(.beside("Objectif", taken: "Action", column: "palier")))
    #expect(taken.notices.contains(.unknownColumns(["Budget"])))
  }

  @Test(arguments: [
    ("Utilité", Axe.utilite), ("Fiche Territoire", .territoire),
    ("Axe 3 - Démocratie", .democratie),
    ("Feuil1", nil), ("Personne et territoire", nil),
  ])
  func `a sheet called after an axis proposes it`(name: String, axe: Axe?) throws {
    var grid = try Grid(csv: Array("Action;Indicateur\nUn;A\n".utf8))
    grid.name = name
    let taken = try Importation(
      grid, .indicateurs, into: Self.empty,
      Signature(quand: Instant(seconds: today.number * 86_400), jour: today),
      ids: IDGenerator(seed: 7), words: try importWords())
    #expect(taken.asked.map(\.subject) == [.axe])
    #expect(taken.asked.map(\.proposal) == [axe?.rawValue])
  }

  @Test func `a title above that is no axis of here gives none`() throws {
    let text = "Axe 9 : Culture;\nAction;Indicateur\nUn;A\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.asked.map(\.subject) == [.axe])
  }
}
