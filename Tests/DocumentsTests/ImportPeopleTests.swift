import DPES
import Testing

@testable import Documents

/// Who joins the tour de table from a cell, who is asked about, and what is nobody.
@Suite struct ImportPeopleTests {
  private static let empty = Demarche(id: "d", raisonSociale: "Essai", debut: today)

  private func taken(_ cell: String, _ choices: ImportChoices = ImportChoices()) throws
    -> Importation
  {
    try importation(
      "texte;auteur\nUn;\"\(cell)\"\n", .observations, into: Self.empty, choices: choices)
  }

  @Test(arguments: ["SC", "JPM", "ABCD", "P2", "J.-P.", "SCa"])
  func `initials join`(cell: String) throws {
    let taken = try taken(cell)
    #expect(taken.refusals == [] && taken.demarche.participants.map(\.initiales) == [cell])
  }

  @Test(arguments: ["-", "–", "?", "…", "/", "n/a", "N/A", "néant", "Aucun", "personne", "- / -"])
  func `a filler is nobody`(cell: String) throws {
    let taken = try taken(cell)
    #expect(taken.refusals == [] && taken.added == 1 && taken.demarche.participants.isEmpty)
    let plan = "axe;palier;indicateur;responsable\nU;Un;Une;\"\(cell)\"\n"
    let other = try importation(plan, .indicateurs, into: Self.empty)
    #expect(other.refusals == [] && other.demarche.participants.isEmpty)
  }

  @Test(arguments: ["Anne", "Jean", "Zoé", "Léa", "Luc", "marc", "zz", "A"])
  func `a name is asked about, however short`(cell: String) throws {
    let taken = try taken(cell)
    #expect(taken.refusals.map(\.reason) == [.name(cell, initials: nil)])
    #expect(taken.demarche.participants.isEmpty)
    #expect(taken.asked.map(\.subject) == [.person(cell)])
    let table = try importation("initiales;nom\n\(cell);X\n", .participants, into: Self.empty)
    #expect(table.refusals.map(\.reason) == [.name(cell, initials: nil)])
  }

  @Test(arguments: [
    "CA", "le CA", "élu", "élus", "Tous", "CODIR", "Dir", "Direction", "L’équipe", "Bureau",
    "Équipe du matin", "Conseil d’administration", "bénévoles", "salariés",
  ])
  func `a group is asked about, and nobody proposed`(cell: String) throws {
    let asked = try taken(cell)
    #expect(asked.refusals.map(\.reason) == [.group(cell)])
    #expect(asked.asked.map(\.proposal) == [""])
    for (answer, initials) in [("", []), ("AB", ["AB"]), ("personne", []), ("CA", ["CA"])] {
      var choices = ImportChoices()
      choices.add(meaning: answer, of: cell, in: Importation.personColumn)
      let done = try taken(cell, choices)
      #expect(done.refusals == [] && done.demarche.participants.map(\.initiales) == initials)
    }
  }

  @Test(arguments: [
    ("SC, -", ["SC"]), ("SC et", ["SC"]), ("SC, LB", ["SC", "LB"]), ("SC et LB", ["SC", "LB"]),
    ("SC - LB", ["SC", "LB"]),
    ("SC / LB", ["SC", "LB"]), ("SC & LB", ["SC", "LB"]),
    ("M. Dupont et L. Bernard", ["M. Dupont", "L. Bernard"]), ("Dupont, Marie", ["Dupont, Marie"]),
  ])
  func `several people of a cell are several`(cell: String, people: [String]) throws {
    var choices = ImportChoices()
    for (index, name) in people.enumerated() where name.count > 2 {
      choices.add(meaning: "X\(index)", of: name, in: Importation.personColumn)
    }
    let plan = "axe;palier;indicateur;responsable\nU;Un;Une;\"\(cell)\"\n"
    let taken = try importation(plan, .indicateurs, into: Self.empty, choices: choices)
    #expect(taken.refusals == [] && taken.demarche.participants.count == people.count)
  }

  @Test func `initials with dots are those without`() throws {
    let text = "texte;auteur\nUn;SC\nDeux;S.C.\n"
    let taken = try importation(text, .observations, into: Self.empty)
    #expect(taken.refusals == [])
    #expect(taken.demarche.participants.map(\.initiales) == ["SC"])
  }

  @Test func `two names that would have the same initials are proposed different ones`() throws {
    let plan =
      "axe;palier;indicateur;responsable\nU;Un;Une;Marie Dupont\nP;Deux;Deux;Michel Durand\n"
    let asked = try importation(plan, .indicateurs, into: Self.empty).asked
    #expect(asked.map(\.proposal) == ["MD", "MDu"])
    var choices = ImportChoices()
    for name in ["Marie Dupont", "Michel Durand"] {
      choices.add(meaning: "MD", of: name, in: Importation.personColumn)
    }
    let done = try importation(plan, .indicateurs, into: Self.empty, choices: choices)
    #expect(
      done.notices.contains(.sameInitials("MD", names: ["Marie Dupont", "Michel Durand"])))
  }

  @Test(
    arguments: [
      ("Marie Dupont", "MD"), ("Marie-Claude Dupont", "MCD"), ("M. Dupont", "MD"),
      ("SC (asso)", "SC"), ("Mme Dupont", nil), ("Sylvie C.", "SC"),
      ("quelqu’un de la mairie ou du quartier voisin", nil),
    ] as [(String, String?)])
  func `initials are proposed where a name has some`(cell: String, initials: String?) throws {
    #expect(try taken(cell).refusals.map(\.reason) == [.name(cell, initials: initials)])
  }

  @Test func `somebody of the tour de table is proposed for a first name`() throws {
    var demarche = Self.empty
    var one = Participant()
    (one.id, one.initiales, one.nom) = ("p", "ZK", "Zoé Kerr")
    demarche.participants = [one]
    let taken = try importation("texte;auteur\nUn;Zoé\n", .observations, into: demarche)
    #expect(taken.refusals.map(\.reason) == [.name("Zoé", initials: "ZK")])
  }

  @Test func `an answer that is asked about too is followed`() throws {
    var choices = ImportChoices()
    choices.add(meaning: "Marie Dupont", of: "Marie", in: Importation.personColumn)
    #expect(try taken("Marie", choices).asked.map(\.subject) == [.person("Marie Dupont")])
    choices.add(meaning: "MD", of: "Marie Dupont", in: Importation.personColumn)
    #expect(try taken("Marie", choices).demarche.participants.map(\.initiales) == ["MD"])
  }
}
