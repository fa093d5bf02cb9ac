import DPES
import JSONTree
import Testing

@testable import Documents

/// Tables as people have them: their own titles, words, days and totals.
@Suite struct ImportMeaningTests {
  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

  @Test func `titles stand where they stand, under a title and an empty line`() throws {
    let text = "Observations de la séance du 12 mars;;\n;;\naxe;statut;texte\nU;rouge;Le titre\n"
    let taken = try importation(text, .observations, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 1)
    #expect(taken.notices == [.titles(row: 3)])
    #expect(taken.demarche.cercles[0].observations.map(\.texte) == ["Le titre"])
  }

  @Test(arguments: ["Observations\naxe;texte\nU;Un\n", "Axe;;\naxe;texte;statut\nU;Un;vert\n"])
  func `a title that is a column's name is none where a fuller row follows`(text: String) throws {
    let taken = try importation(text, .observations, into: Self.empty)
    #expect(taken.refusals == [] && taken.notices == [.titles(row: 2)])
  }

  @Test func `a row of totals is left aside, and told`() throws {
    let text = "axe;statut;texte\nU;rouge;Un texte\nTotal;1;\n"
    let taken = try importation(text, .observations, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 1 && taken.notices == [.aside([.total: [3]])])
    let other = try importation("texte\nTotal des heures\n", .observations, into: Self.empty)
    #expect(other.added == 1)
  }

  @Test func `titles that are near a column are taken for it, and told`() throws {
    let text = "axe;palier;Échéance en mois;Indicateur de résultat\nU;Un palier;24;Une preuve\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(
      taken.notices == [
        .guessedColumn("Échéance en mois", column: "echeance"),
        .guessedColumn("Indicateur de résultat", column: "indicateur"),
      ])
    let palier = try #require(taken.demarche.schema.paliers.first)
    #expect(palier.echeanceMois == 24 && palier.indicateurs.map(\.intitule) == ["Une preuve"])
  }

  @Test(
    arguments: [
      ("Action;Pilote;Délai", ["palier", "responsable", "echeance"], []),
      ("Objectif;Action;Porteur;Date de fin", ["palier", "responsable", "echeance"], []),
      ("Mesure;Qui;Pour quand ?", ["palier", "responsable", "echeance"], []),
      ("Palliers;Responsables", ["palier", "responsable"], []),
      ("Palier;Budget", ["palier"], ["Budget"]),
    ] as [(String, [String], [String])])
  func `columns are found by what they mean`(
    titles: String, columns: [String], unknown: [String]
  ) throws {
    let grid = try Grid(csv: Array("\(titles)\n".utf8))
    let headers = try Headers(grid.rows[0], .indicateurs, importWords())
    #expect(headers.understood.map(\.column).sorted() == columns.sorted())
    #expect(headers.unknown == unknown)
  }

  @Test func `of two titles that are near one column none is chosen`() throws {
    let text = "palier;échéance prévue;échéance réelle\nUn;12;13\n"
    #expect(
      throws: Headers.Fault.unsure(
        column: "echeance", row: 1, titles: ["échéance prévue", "échéance réelle"])
    ) { try importation(text, .indicateurs, into: Self.empty) }
  }

  @Test(arguments: [
    ("31/12/2027", 24), ("2027", 24), ("T4 2027", 24), ("18.0", 18), ("2027-12-31", 24),
    ("2028-01-01", 25), ("fin 2027", 24), ("4e trimestre 2027", 24), ("1er semestre 2027", 18),
    ("S1 2027", 18), ("décembre 2027", 24), ("12/2027", 24), ("46752", 24), ("18 mois", 18),
    ("18,0", 18), ("M18", 18), ("2027-12-31 14:30", 24), ("mars 2026", 3), ("06/27", 18),
    ("juin-27", 18), ("sept 27", 21), ("sept. 2027", 21), ("T3 27", 21), ("mi-2027", 18),
    ("printemps 2027", 18), ("été 2027", 21), ("hiver 2027", 15), ("mi-juin 2027", 18),
  ])
  func `a deadline comes to months from the start`(text: String, months: Int) throws {
    let table = "axe;palier;echeance\nU;Un;\(text)\n"
    let taken = try importation(table, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [])
    #expect(taken.demarche.schema.paliers.first?.echeanceMois == months)
    let isCounted = text.contains("18") && !text.contains("2027")
    let day = Self.empty.schema.jour(months)
    #expect(taken.notices == (isCounted ? [] : [.month(row: 2, text, day, months)]))
  }

  @Test(arguments: [
    "2027 ou 2028", "T5 2027", "bientôt", "13/2027", "99999999999999999999", "1er",
    "27 juin", "semaine 2 2027", "2026-2027", "1.5",
  ])
  func `what is no deadline is refused`(text: String) throws {
    let table = "axe;palier;echeance\nU;Un;\(text)\n"
    let taken = try importation(table, .indicateurs, into: Self.empty)
    #expect(taken.refusals.map(\.row) == [2])
  }

  @Test(arguments: [("2 ans", 24), ("1 an", 12), ("d’ici un an", 12), ("1,5 an", 18)])
  func `years are counted in months`(text: String, months: Int) throws {
    let table = "axe;palier;echeance\nU;Un;\"\(text)\"\n"
    let taken = try importation(table, .indicateurs, into: Self.empty)
    #expect(taken.demarche.schema.paliers.map(\.echeanceMois) == [months])
    #expect(taken.notices == [.month(row: 2, text, nil, months)])
  }

  @Test func `a day before the start is refused`() throws {
    let start = try #require(Self.empty.schema.debut)
    let table = "axe;palier;echeance\nU;Un;2025\n"
    let taken = try importation(table, .indicateurs, into: Self.empty)
    #expect(taken.refusals.map(\.reason) == [.beforeStart("2025", start)])
    // It is asked about with its reason, and nothing is dropped by default.
    #expect(taken.asked.map(\.reason) == [.beforeStart("2025", start)])
    #expect(taken.asked.map(\.proposal) == [nil])
  }

  @Test(arguments: [
    ("1. Utilité", Axe.utilite), ("Axe 2 : Personne", .personne), ("Utilité", .utilite),
    ("3 - démocratie interne", .democratie), ("Coopération et implication", .territoire),
    ("4. T", .territoire), ("Territoire et réseaux", .territoire),
  ])
  func `an axis is known by its number, its word or its beginning`(text: String, axe: Axe) throws {
    let taken = try importation("axe;texte\n\(text);Un\n", .observations, into: Self.empty)
    #expect(taken.demarche.cercles.first?.observations.map(\.axe) == [axe])
  }

  @Test(arguments: ["5", "Axe 2", "Per", "Utilité et territoire"])
  func `what may be several axes, or none, is refused`(text: String) throws {
    let taken = try importation("axe;texte\n\(text);Un\n", .observations, into: Self.empty)
    #expect(taken.refusals.map(\.row) == [2])
  }

  @Test func `a statut in other words is asked for, and taken as it is answered`() throws {
    let text = "statut;texte\nÀ améliorer;Un\n"
    #expect(
      try importation(text, .observations, into: Self.empty).refusals.map(\.reason)
        == [.unsureWord("À améliorer", column: "statut", proposal: "orange")])
    var choices = ImportChoices()
    #expect(choices.add(meaning: "à améliorer=orange") && !choices.add(meaning: "orange"))
    let taken = try importation(text, .observations, into: Self.empty, choices: choices)
    #expect(taken.demarche.cercles.first?.observations.map(\.statut) == [.orange])
  }

  @Test func `collèges have their words`() throws {
    let text = "initiales;collège\nAB;CA\nCD;membre du CA\nEF;équipe\nGH;élu\n"
    let taken = try importation(text, .participants, into: Self.empty)
    #expect(
      taken.refusals == [
        .init(
          row: 5,
          reason: .unsureWord("élu", column: "college", proposal: "administrateurs-benevoles"))
      ])
    #expect(
      taken.demarche.participants.map(\.college)
        == [.administrateursBenevoles, .administrateursBenevoles, .salaries])
  }

  @Test func `two people are two, and a name is asked to be initials`() throws {
    let text =
      "axe;palier;indicateur;responsable\nU;Un;Une preuve;SC, LB\nU;Un;Autre;Marie Dupont\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [.init(row: 3, reason: .name("Marie Dupont", initials: "MD"))])
    #expect(Set(taken.demarche.participants.compactMap(\.initiales)) == ["SC", "LB"])
    let one = try #require(taken.demarche.schema.paliers.first?.indicateurs.first)
    let known = taken.demarche.participants
    #expect(one.personnes.map { id in known.first { $0.id == id }?.initiales } == ["SC", "LB"])
  }

  @Test(arguments: [("1.234,50", "1234.50"), ("1.234.567", "1234567"), ("12,5 %", "12.5")])
  func `numbers of other habits are read`(text: String, value: String) throws {
    let table = "axe;palier;indicateur;nature;cible\nU;Un;Une;nombre;\"\(text)\"\n"
    let taken = try importation(table, .indicateurs, into: Self.empty)
    guard case .nombre(let number)? = taken.demarche.schema.paliers.first?.indicateurs.first?.cible
    else {
      Issue.record("no number")
      return
    }
    #expect(number.spelling == value)
  }

  @Test func `without a column for the axis, one is said for all, or each row is refused alike`()
    throws
  {
    let text = "palier;indicateur\nDeux contrats;CDD devenus CDI\nUn autre;Autre\n"
    let refused = try importation(text, .indicateurs, into: Self.empty)
    #expect(refused.refusals.map(\.reason) == [.noAxe(likely: nil), .noAxe(likely: nil)])
    let taken = try importation(
      text, .indicateurs, into: Self.empty, choices: ImportChoices(axe: .personne))
    #expect(taken.refusals == [])
    #expect(taken.demarche.schema.paliers.map(\.axe) == [.personne, .personne])
  }

  @Test func `a number is who an observation is, and what changes is told`() throws {
    let before = try importation(
      "axe;statut;texte;numero\nU;vert;Un texte;1\nU;;Deux;2\n", .observations, into: Self.empty
    ).demarche
    let text = "axe;statut;texte;numero\nU;rouge;Un premier texte;1\nU;;Deux;2\n"
    let taken = try importation(text, .observations, into: before)
    #expect(taken.added == 0 && taken.changed == 1 && taken.unchanged == 1)
    #expect(taken.demarche.cercles[0].observations.map(\.texte) == ["Un premier texte", "Deux"])
    #expect(
      taken.changes == [
        .init(
          row: 2, column: "texte", subject: "n°\u{A0}1", before: "Un texte",
          after: "Un premier texte"),
        .init(row: 2, column: "statut", subject: "n°\u{A0}1", before: "vert", after: "rouge"),
      ])
    let again = try importation(text, .observations, into: taken.demarche)
    #expect(again.demarche == taken.demarche && again.changes == [])
  }
}
