import DPES
import JSONTree
import Testing

@testable import Documents

/// Which titles are those of a table that says them several times, or on two rows.
@Suite struct ImportRepeatedTitlesTests {
  private static let empty = ImportRowKindsTests.empty

  private func taken(_ text: String, _ choices: ImportChoices = ImportChoices()) throws
    -> Importation
  {
    try importation(text, .indicateurs, into: Self.empty, choices: choices)
  }

  private static func aside(_ taken: Importation) -> [Int] {
    for case .aside(let rows) in taken.notices { return rows[.heading] ?? [] }
    return []
  }

  /// Titles on two rows, those below said again on one.
  private static let two = """
    Plan d’actions
    Axe;Objectif;Action;Calendrier;;Suivi;;;Budget
    ;;;Début;Fin;Indicateur;Cible;Porteur;
    U;Mieux;Un;;12;Livrets;100;MD;5
    U;Mieux;Deux;;18;Binômes;12;LB;5
    """

  @Test(arguments: [
    (
      two
        + "\nAxe;Objectif;Action;Début;Fin;Indicateur;Cible;Porteur;Budget\nT;Voisins;Trois;;6;Venus;2;SC;3\n",
      [6]
    ),
    (
      two
        + "\nAxe;Objectif;Action;Calendrier;;Suivi;;;Budget\n;;;Début;Fin;Indicateur;Cible;Porteur;\nT;Voisins;Trois;;6;Venus;2;SC;3\n",
      [6, 7]
    ),
    (
      "Plan\nAxe;Action;Quand;Porteur;Indicateur\nU;Un;12;MD;Livrets\nU;Deux;18;LB;Binômes\n\nAxe;Action;Échéance;Porteur;Indicateur;Cible\nT;Trois;6;SC;Venus;2\n",
      [6]
    ),
  ])
  func `fuller titles among the rows do not hide the rows above them`(
    text: String, again: [Int]
  ) throws {
    let taken = try taken(text)
    #expect(taken.refusals == [])
    #expect(taken.demarche.schema.paliers.map(\.intitule) == ["Un", "Deux", "Trois"])
    #expect(taken.demarche.schema.paliers.map(\.echeanceMois) == [12, 18, 6])
    #expect(Self.aside(taken) == again)
    let last = try #require(taken.demarche.schema.paliers.last?.indicateurs.first)
    #expect(last.cible == .nombre(JSONNumber(2)), "a column named there counts from there on")
  }

  @Test func `a column named further down is none where rows above have cells in it`() throws {
    let taken = try taken("Axe;Action;Échéance\nU;Un;12;x\nAxe;Action;Échéance;Cible\nT;Deux;6;4\n")
    #expect(taken.refusals.map(\.row) == [2, 4])
  }

  @Test func `titles in another order are asked about, and read by themselves when told so`()
    throws
  {
    for gap in ["", "\n"] {
      let text =
        "Axe;Action;Échéance;Pilote\nU;Un;12;MD\n\(gap)Axe;Action;Pilote;Échéance\nT;Deux;LB;6\n"
      let row = gap.isEmpty ? 3 : 4
      let titles = "Axe, Action, Pilote, Échéance"
      let asked = try taken(text)
      #expect(asked.refusals.map(\.row) == [row])
      #expect(asked.asked.map(\.subject) == [.word(titles, column: Importation.otherTable)])
      #expect(asked.asked.map(\.options) == [["lire", "laisser", "lignes"]])
      var choices = ImportChoices()
      _ = choices.add(meaning: "\(titles)=lire")
      let read = try taken(text, choices)
      #expect(read.refusals == [] && read.notices.contains(.otherTable(rows: [row], left: [])))
      #expect(read.demarche.schema.paliers.map(\.echeanceMois) == [12, 6])
      _ = choices.add(meaning: "\(titles)=laisser")
      let left = try taken(text, choices)
      #expect(left.refusals == [] && left.added == 1)
      let all: [LeftAside: [Int]] = [.other: [row, row + 1]]
      #expect(left.notices.contains(.aside(all)))
    }
    let texts = try taken(
      "Action;Indicateur\nUn;A\nIndicateur;Action\nB;Deux\n", .init(axe: .utilite))
    #expect(texts.refusals.map(\.row) == [3])
  }

  @Test(arguments: [
    ("U;Zéro;6;LB\nAxe;Action;Échéance;Pilote\nU;Un;12;MD\n", [1]),
    // The first titles are no headers: a column is there twice.
    (
      "Axe;Action;Échéance;Pilote;Pilote\nU;Un;12;MD;LB\nU;Deux;;LB;SC\nAxe;Action;Échéance;Pilote;Notes\nT;Trois;6;MD;x\n",
      [2, 3]
    ),
    ("Un;A;MD\nAction;Indicateur;Pilote\nDeux;B;LB\n", [1]),
  ])
  func `what looks like a row above the titles is refused, or left aside when told so`(
    text: String, rows: [Int]
  ) throws {
    var choices = ImportChoices(axe: .utilite)
    let taken = try taken(text, choices)
    #expect(taken.refusals.map(\.row) == rows)
    let question = try #require(taken.asked.first)
    #expect(question.subject == .aside("aboveTitles") && question.rows == rows)
    choices.aside = ["aboveTitles"]
    let others = try self.taken(text, choices)
    #expect(others.refusals == [] && others.added == 1)
    #expect(others.notices.contains(.leftOut(rows: rows)))
  }

  @Test(arguments: [
    "Structure :;Association;Date :;12/03/2026\nAction :;Plan;Responsable :;MD\nVersion;2;Page;1\n\n",
    "Axe;Pilote\nU;MD\nT;LB\n\n", "A;B;C;D;E\n", "Action;Quoi;Suivi\n",
  ])
  func `what stands above titles as a head of page does is left aside`(head: String) throws {
    let taken = try taken(head + "Axe;Action;Échéance;Pilote;Indicateur\nU;Un;12;MD;x\n")
    #expect(taken.refusals == [] && taken.added == 1, "\(taken.refusals)")
    let row = head.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(taken.notices.contains(.titles(row: row)))
  }

  @Test(arguments: [
    ("Axe;Action;Calendrier;;Suivi;;\n;;Début;Fin;Indicateur;Cible;Porteur", 12),
    ("Axe;Action;Calendrier;;Indicateur;Cible;Porteur\n;;Début;Fin;;;", 12),
    ("Axe;Action;Calendrier;;Indicateur;;Porteur\n;;Début;Fin;Intitulé;Cible;", 12),
    ("Plan d’action;;Calendrier;;Suivi;;\nAxe;Action;Début;Fin;Indicateur;Cible;Porteur", 12),
    ("Axe;Action;Échéance;;Indicateur;Cible;Porteur\n;;initiale;révisée;;;", 6),
    ("Axe;Action;Délai;Budget;Indicateur;;Porteur\n;;;;Libellé;Cible;", 6),
  ])
  func `titles merged down two rows count beside titles over several columns`(
    titles: String, echeance: Int
  ) throws {
    let taken = try taken(titles + "\nU;Livret;6;12;Livrets remis;100;MD\n")
    #expect(taken.refusals == [], "\(taken.refusals)")
    let palier = try #require(taken.demarche.schema.paliers.first)
    #expect(palier.axe == .utilite && palier.intitule == "Livret")
    #expect(palier.echeanceMois == echeance)
    #expect(palier.indicateurs.map(\.intitule) == ["Livrets remis"])
    #expect(palier.indicateurs.first?.cible == .nombre(JSONNumber(100)))
    #expect(taken.demarche.participants.map(\.initiales) == ["MD"])
    // Nothing is told to stand above them.
    #expect(
      !taken.notices.contains { if case .titles = $0 { true } else { false } }
        || titles.hasPrefix("Plan"))
  }

  @Test(arguments: [
    "Objectif;;Pilote\nA;Accueillir;\nB;Former;MD\n", "Axe;Action;;Pilote\nU;Un;x;\nT;Deux;y;MD\n",
  ])
  func `a row below a title over two columns is no row of titles`(text: String) throws {
    let taken = try taken(text, ImportChoices(axe: .utilite))
    #expect(taken.added + taken.refusals.count == 2)
  }

  @Test func `a row with an id and no title keeps the title of its indicator`() throws {
    let first = try taken("axe;palier;indicateur;cible;responsable\nU;Un;A;3;MD\nU;Un;B;4;LB\n")
    let ids = try #require(first.demarche.schema.paliers.first?.indicateurs.map(\.id))
    for columns in ["axe;palier;indicateur;responsable;id", "axe;palier;x;responsable;id"] {
      let again = try importation(
        "\(columns)\nU;Un;;MD;\(ids[0])\nU;Un;;SC;\(ids[1])\n", .indicateurs, into: first.demarche)
      #expect(again.refusals == [])
      let palier = try #require(again.demarche.schema.paliers.first)
      #expect(palier.indicateurs.map(\.intitule) == ["A", "B"])
      #expect(again.changes.map(\.column) == ["responsable"])
    }
  }
}
