import DPES
import JSONTree
import Testing

@testable import Documents

/// Rows that are none of the table's, and titles of axes among them.
@Suite struct ImportRowKindsTests {
  static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

  private func aside(_ taken: Importation) -> [LeftAside: [Int]] {
    for case .aside(let rows) in taken.notices { return rows }
    return [:]
  }

  private static let plan = "axe;action;échéance;indicateur;cible;pilote\n"
  private static let rows = "U;Ouvrir;2027;Samedis;40;MD\nD;Voter;2028;Votes;2;SC\n"

  @Test(arguments: [
    "ex : U;Ex. : ouvrir plus;ex. 2027;ex. nombre;ex. 10;initiales",
    "Choisir un axe;Décrire l’action;Année;Comment le mesurer;Valeur visée;Qui ?",
    "(1);(2);(3);(4);(5);(6)", "(choisir dans la liste);;mois/année;;;Initiales",
    "[U/P/D/T];<texte>;;;;", "Sélectionnez;Indiquez l’action;préciser;;;",
  ])
  func `help below the titles is left aside, and told`(help: String) throws {
    let taken = try importation("\(Self.plan)\(help)\n\(Self.rows)", .indicateurs, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 2, "\(taken.refusals)")
    #expect(aside(taken) == [.help: [2]])
  }

  @Test(arguments: [
    "U;Choisir un logiciel de paie;2027;Logiciel choisi;1;MD", "U;(Re)ouvrir;2027;Jours;1;MD",
    "U;Ex-salariés invités;2027;Invités;1;MD", ";Indiquer les horaires;;Panneaux;3;",
  ])
  func `a first row with values of its own is a row`(row: String) throws {
    let taken = try importation(
      "\(Self.plan)\(row)\n\(Self.rows)", .indicateurs, into: Self.empty,
      choices: ImportChoices(axe: .utilite))
    #expect(taken.refusals == [] && taken.added == 3, "\(taken.refusals)")
    #expect(aside(taken) == [:])
  }

  @Test(
    arguments: [
      ("Total;;;;42;", .total), ("Total : 2 actions;;;;42;", .total), (";TOTAL;;;42;", .total),
      (";;;;42;", .numbers), ("Sous-total utilité;;;;42;", .total),
      ("Total général;;;;42;", .total),
      ("Nombre d’actions;;;;2;", .total), (";Total : 2 actions;;;;", .total),
      ("* à valider par le CA;;;;;", .note), ("Légende : U = utilité, D = démocratie;;;;;", .note),
      ("Document mis à jour le 12/01/2026;;;;;", .note), (";* hors subvention;;;;", .note),
      ("Plan présenté aux équipes en mars;;;;;", .note), (";Note : à revoir;;;;", .note),
    ] as [(String, LeftAside)])
  func `what adds up and what stands at the foot is left aside`(
    row: String, what: LeftAside
  ) throws {
    let taken = try importation("\(Self.plan)\(Self.rows)\(row)\n", .indicateurs, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 2, "\(taken.refusals)")
    #expect(aside(taken) == [what: [4]])
  }

  @Test(arguments: [
    "U;rouge;Total manque de moyens",
    ";;Total des heures", ";;Total incompréhension : 3 conflits",
    ";;* Les repas", ";;Sous-total des besoins", ";;Note de la mairie illisible", "U;;(rien)",
    ";;Nombre d’actions insuffisant", ";;Légende locale mal connue",
  ])
  func `an observation that begins like a total or a note stays`(row: String) throws {
    let text = "axe;statut;texte\nU;vert;* Un\n\(row)\n"
    let taken = try importation(text, .observations, into: Self.empty)
    let count = 1 + row.split(separator: "\n").count
    #expect(taken.refusals == [] && taken.added == count && aside(taken) == [:])
  }

  @Test(
    arguments: [
      (";;Total : 12 observations", .total), ("Total;2;", .total), ("Total;;2", .total),
      ("* relevé par SC;;", .note), (";;Légende : R = rouge", .note),
    ] as [(String, LeftAside)])
  func `totals and notes of observations are left aside`(row: String, what: LeftAside) throws {
    let text = "axe;statut;texte\nU;vert;Un\nU;rouge;Deux\n\(row)\n"
    let taken = try importation(text, .observations, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 2, "\(taken.refusals)")
    #expect(aside(taken) == [what: [4]])
  }

  @Test func `a total and a sentence below people are left aside`() throws {
    let text = "initiales;collège\nMD;CA\nSC;usagers\nTotal : 2;\nListe arrêtée le 3 mars;\n"
    let taken = try importation(text, .participants, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == 2)
    #expect(aside(taken) == [.total: [4], .note: [5]])
  }

  @Test(arguments: [
    "action;échéance\nAxe 1 : Utilité sociale et emplois;\nOuvrir;24\nAxe 2 : Démocratie;\nVoter;36\n",
    "action;échéance\nUTILITÉ;\nOuvrir;24\n3. Démocratie;\nVoter;36\n",
    "axe;action;échéance\nAxe U;;\n;Ouvrir;24\nDémocratie;;\n;Voter;36\n",
  ])
  func `the title of an axis gives it to the rows below`(text: String) throws {
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [], "\(taken.refusals)")
    #expect(taken.demarche.schema.paliers.map(\.intitule) == ["Ouvrir", "Voter"])
    #expect(taken.demarche.schema.paliers.map(\.axe) == [.utilite, .democratie])
    #expect(taken.notices.contains(.section(.utilite, rows: [2])))
    #expect(taken.notices.contains(.section(.democratie, rows: [4])))
    let again = try importation(text, .indicateurs, into: taken.demarche)
    #expect(again.demarche == taken.demarche)
  }

  @Test func `the title of an axis gives it to observations, and one not known is refused`() throws
  {
    let text = "texte;couleur\nAxe 1 : Utilité;\nUn;vert\nAxe 7 : Culture;\nDeux;rouge\n"
    let taken = try importation(text, .observations, into: Self.empty)
    #expect(taken.refusals.map(\.row).contains(4))
    #expect(taken.demarche.cercles.first?.observations.first?.axe == .utilite)
  }

  @Test(
    arguments: [
      (
        .indicateurs, "axe;palier;indicateur\nU;Un;A\nU;Un;A\nU;Deux;A\nu; Un ;A\n", 2,
        [[2, 3, 5]]
      ),
      (.observations, "axe;statut;texte\nU;rouge;Un\nU;rouge;Un\nU;vert;Un\n", 2, [[2, 3]]),
      (.participants, "initiales;collège\nMD;CA\nMD;CA\n", 1, [[2, 3]]),
    ] as [(Importation.Kind, String, Int, [[Int]])])
  func `rows that say the same are taken once, and told`(
    kind: Importation.Kind, text: String, added: Int, rows: [[Int]]
  ) throws {
    let taken = try importation(text, kind, into: Self.empty)
    #expect(taken.refusals == [] && taken.added == added)
    #expect(taken.notices.contains(.repeated(rows)), "\(taken.notices)")
    let again = try importation(text, kind, into: taken.demarche)
    #expect(again.demarche == taken.demarche && again.unchanged == added)
  }

  @Test func `two deadlines of one palier are a contradiction, and the first stays`() throws {
    let text = "axe;palier;echeance;indicateur\nU;Un;24;A\nU;Un;36;B\nU;Un;24;C\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(
      taken.notices.contains(.deadlines(palier: "Un", rows: [2, 3], months: [24, 36])))
    #expect(taken.demarche.schema.paliers.map(\.echeanceMois) == [24])
    let again = try importation(text, .indicateurs, into: taken.demarche)
    #expect(again.demarche == taken.demarche && again.unchanged == 3 && again.changed == 0)
  }

  @Test func `a row that leaves its palier to the one above says an indicator once`() throws {
    let same = "axe;palier;indicateur;cible\nU;Un;A;3\n;;A;3\n;;A;\n"
    let taken = try importation(same, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [])
    #expect(taken.demarche.schema.paliers.map { $0.indicateurs.map(\.intitule) } == [["A"]])
    let other = "axe;palier;indicateur;cible\nU;Un;A;3\n;;A;5\nU;Un;B;5\n"
    let refused = try importation(other, .indicateurs, into: Self.empty)
    #expect(refused.refusals == [.init(row: 3, reason: .saidOtherwise("A", row: 2))])
  }

  @Test(arguments: ["Total;;2 actions;", "TOTAL;;2 actions;43", "Total;;;2"])
  func `a total that counts in the column of texts is no palier`(row: String) throws {
    let text = "n°;axe;action;cible\n1;U;Un;3\n2;U;Deux;4\n\(row)\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.demarche.schema.paliers.map(\.intitule) == ["Un", "Deux"])
    #expect(taken.notices.contains(.aside([.total: [4]])), "\(taken.notices)")
  }

  @Test func `the title of an axis over the whole row gives it, though axes have a column`() throws
  {
    let text =
      "n°;axe;palier;indicateur\nUtilité et emplois;;;\n1;;Un;A\nDémocratie;;;\n2;;Deux;B\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [], "\(taken.refusals)")
    #expect(taken.demarche.schema.paliers.map(\.axe) == [.utilite, .democratie])
  }

  @Test(arguments: [";;;;42;", "* à valider par le CA;;;;;", ";;Plan présenté aux équipes;;;"])
  func `numbers and notes between rows are not left aside`(row: String) throws {
    let rows = Self.rows.split(separator: "\n")
    let text = "\(Self.plan)\(rows[0])\n\(row)\n\(rows[1])\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(aside(taken) == [:] && taken.refusals.map(\.row) == [3])
  }

  @Test func `the letter of an axis alone, where axes have a column, is a row not filled in`()
    throws
  {
    let taken = try importation(
      "axe;action;échéance\nU;;\n;Ouvrir;24\n", .indicateurs, into: Self.empty)
    #expect(taken.refusals.map(\.reason) == [.missing(column: "palier")])
  }

  @Test func `a deadline before month 0 is asked about, and may be left empty`() throws {
    let text = "axe;palier;echeance\nU;Un;30/11/2024\n"
    let asked = try importation(text, .indicateurs, into: Self.empty)
    #expect(
      asked.asked.map(\.subject) == [.word("30/11/2024", column: "echeance")])
    var choices = ImportChoices()
    choices.add(meaning: "", of: "30/11/2024", in: "echeance")
    let taken = try importation(text, .indicateurs, into: Self.empty, choices: choices)
    #expect(taken.refusals == [] && taken.demarche.schema.paliers.map(\.echeanceMois) == [nil])
  }

  @Test func `a table of one column is read by what its title is said to be`() throws {
    let text = "Ce que dit le groupe\nLe bus passe trop tôt\nLes horaires manquent\n"
    let words = try importWords()
    let grid = try Grid(csv: Array(text.utf8))
    let open = Importation.columnAsked(of: grid, .observations, words, ImportChoices())
    #expect(open?.subject == .column("texte"))
    var choices = ImportChoices()
    let isTaken = choices.add(column: "Ce que dit le groupe=texte")
    #expect(isTaken)
    #expect(Importation.columnAsked(of: grid, .observations, words, choices) == nil)
    let taken = try importation(text, .observations, into: Self.empty, choices: choices)
    #expect(taken.added == 2 && taken.refusals == [])
  }

  @Test func `what is said of an action without an indicator is kept, and comes in once`() throws {
    let text = """
      axe;palier;indicateur;cible;unite;responsable
      U;Acheter local;;5;samedis;
      U;Former;;;;SC
      U;Tenir;;;;-
      U;Ouvrir;Jours ouverts;3;;
      """
    let taken = try importation(text, .indicateurs, into: Self.empty)
    let all = taken.demarche.schema.paliers.flatMap(\.indicateurs)
    #expect(all.map(\.intitule) == ["Acheter local", "Former", "Jours ouverts"])
    #expect(all.first?.unite == "samedis" && all.first?.cible == .nombre(JSONNumber(5)))
    let who = try #require(taken.demarche.participants.first { $0.initiales == "SC" }?.id)
    #expect(all.dropFirst().first?.responsable == who)
    #expect(taken.notices.contains(.namedAfterPalier(rows: [2, 3])), "\(taken.notices)")
    let again = try importation(text, .indicateurs, into: taken.demarche)
    #expect(again.added + again.changed == 0 && again.unchanged == 4)
  }
}
