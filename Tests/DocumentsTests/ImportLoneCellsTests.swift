import DPES
import Testing

@testable import Documents

/// Rows of one cell among others, and columns that only their cells tell.
@Suite struct ImportLoneCellsTests {
  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

  private static func taken(
    _ text: String, _ choices: ImportChoices = ImportChoices(),
    _ kind: Importation.Kind = .indicateurs
  ) throws -> Importation {
    try importation(text, kind, into: empty, choices: choices)
  }

  private static let plan = """
    Action;Échéance;Indicateur
    Axe 1 : Utilité sociale;;
    Livret;12;Remis
    NB : cette action dépend du financeur;;
    Objectif 2 : mieux accueillir;;
    Fête;6;Visiteurs
    Jardin;;
    Axe 4 : Territoire;;
    Marché;6;Étals
    Sous total;;
    Document de travail, ne pas diffuser;;
    """

  @Test func `a title alone that looks like a note is asked about, another told by its name`()
    throws
  {
    let asked = try Self.taken(Self.plan)
    let notes = [
      "NB : cette action dépend du financeur", "Objectif 2 : mieux accueillir", "Sous total",
      "Document de travail, ne pas diffuser",
    ]
    #expect(asked.refusals.map(\.reason) == notes.map { .bareTitle($0, meanings: ["palier"]) })
    #expect(asked.asked.map(\.subject) == notes.map { .word($0, column: Importation.loneTitle) })
    #expect(asked.asked.allSatisfy { $0.options == ["", "palier"] && $0.proposal == "" })
    #expect(asked.notices.contains(.bareTitles(.indicateurs, rows: [7], ["Jardin"])))
    var choices = ImportChoices()
    for note in notes.dropFirst() { choices.add(meaning: "", of: note, in: Importation.loneTitle) }
    choices.add(meaning: "palier", of: notes[0], in: Importation.loneTitle)
    let done = try Self.taken(Self.plan, choices)
    #expect(done.refusals == [])
    #expect(
      done.demarche.schema.paliers.map(\.intitule) == [
        "Livret", notes[0], "Fête", "Jardin", "Marché",
      ])
    #expect(done.notices.contains(.leftOut(rows: [5, 10, 11])))
    // What came in once is asked nothing again.
    let again = try importation(Self.plan, .indicateurs, into: done.demarche, choices: choices)
    #expect(again.demarche == done.demarche && again.refusals == [])
  }

  @Test func `a title above its own indicators, and a list of titles alone, are asked nothing`()
    throws
  {
    let above = "axe;palier;indicateur\nU;Tri;Sites\n;Objectif 2 : trier;\n;;Kilos\n"
    #expect(try Self.taken(above).refusals == [])
    #expect(
      try Self.taken("palier;indicateur\nObjectif 1;\nObjectif 2;\n", .init(axe: .utilite))
        .refusals == [])
  }

  @Test func `a note in the column of axes is left aside by one answer, or names one`() throws {
    let text = "Axe;Action;Échéance\nU;Livret;12\nActions de 2024;;\n;Fête;6\nT;Marché;6\n"
    let asked = try Self.taken(text)
    #expect(asked.refusals.map(\.reason) == [.loneWord("Actions de 2024")])
    #expect(asked.asked.map(\.options) == [[""] + Axe.allCases.map(\.rawValue)])
    #expect(asked.asked.map(\.proposal) == [""])
    var choices = ImportChoices()
    choices.add(meaning: "", of: "Actions de 2024", in: "axe")
    let left = try Self.taken(text, choices)
    #expect(left.refusals == [] && left.notices.contains(.leftOut(rows: [3])))
    #expect(left.added == 3 && left.unchanged == 0)
    #expect(left.demarche.schema.paliers.map(\.axe) == [.utilite, .utilite, .territoire])
    choices.add(meaning: "democratie", of: "Actions de 2024", in: "axe")
    let named = try Self.taken(text, choices)
    #expect(named.demarche.schema.paliers.map(\.axe) == [.utilite, .democratie, .territoire])
    var rows = ImportChoices()
    rows.leftRows = [3]
    let flagged = try Self.taken(text, rows)
    #expect(flagged.demarche == left.demarche && flagged.notices.contains(.leftOut(rows: [3])))
  }

  @Test(arguments: ["Enjeu", "Domaine", "Finalité", "Rubrique"])
  func `a column whose cells are all axes is that of axes`(title: String) throws {
    let text =
      "\(title);Action;Mois\nUtilité;Livret;6\n2. Personne;Former;6\nVie démocratique;CA;6\n"
    let taken = try Self.taken(text)
    #expect(taken.refusals == [] && taken.notices.contains(.axisColumn(title)))
    #expect(taken.demarche.schema.paliers.map(\.axe) == [.utilite, .personne, .democratie])
    let observed = try Self.taken(
      "\(title);Constat\nUtilité;Le bus\nTerritoire;La mairie\n", ImportChoices(), .observations)
    #expect(observed.demarche.cercles[0].observations.map(\.axe) == [.utilite, .territoire])
    // Not beside a column titled so, nor where one cell is something else.
    let both = try Self.taken("Axe;\(title);Action\nU;Territoire;Livret\nP;Utilité;Former\n")
    #expect(both.demarche.schema.paliers.map(\.axe) == [.utilite, .personne])
    let one = try Self.taken(text + "Cuisine;Bio;6\n")
    #expect(one.asked.map(\.subject) == [.word("Cuisine", column: "axe")])
    #expect(one.added == 3 && one.notices.contains(.axisColumn(title)))
    // Words that are mostly none are no axes.
    let others = try Self.taken("\(title);Action;Mois\nUtilité;Un;6\nCuisine;Bio;6\nHall;Sol;6\n")
    #expect(others.asked.map(\.subject) == [.axe])
  }

  @Test func `two columns that hold axes are asked about`() throws {
    let text =
      "Enjeu;Finalité;Action;Mois\nUtilité;Territoire;Livret;6\nPersonne;Utilité;Former;6\n"
    let asked = Importation.columnAsked(
      of: try Grid(csv: Array(text.utf8)), .indicateurs, try importWords(), ImportChoices())
    #expect(asked?.subject == .column("axe") && asked?.options == ["Enjeu", "Finalité"])
  }

  @Test func `what, who and when are titles, and other questions are told`() throws {
    let text = "Axe;Quoi ?;Qui ?;Quand ?;Où ?;Comment ?\nU;Livret;SC;12;Ici;Bien\n"
    let taken = try Self.taken(text)
    #expect(taken.demarche.schema.paliers.map(\.intitule) == ["Livret"])
    #expect(taken.demarche.schema.paliers[0].echeanceMois == 12)
    #expect(taken.demarche.participants.map(\.initiales) == ["SC"])
    #expect(taken.notices.contains(.unknownColumns(["Où ?", "Comment ?"])))
  }

  @Test func `rows above the titles are told with what they say`() throws {
    let text = """
      Nom;Fonction;
      Marie Dupont;Chef;
      Luc Bernard;Aide;

      Partenaires;;
      Nom;Prénom;Organisme
      Martin;Lucie;Mairie
      """
    let taken = try Self.taken(text, ImportChoices(), .participants)
    #expect(
      taken.notices.contains(
        .above([1, 2, 3], ["Nom, Fonction", "Marie Dupont, Chef", "Luc Bernard, Aide"])))
    #expect(Importation.Notice.above([1], []).isToBeSeen)
  }
}
