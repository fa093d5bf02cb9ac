import DPES
import Testing

@testable import Documents

/// Somebody of the tour de table whom a plan, an observation or any other column names in other words.
@Suite struct ImportKnownPeopleTests {
  private static func here() -> Demarche {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    let people = [("MD", "Marie DUPONT"), ("LP", "Luc PETIT"), ("JPL", "Jean-Pierre LEROY")]
    for (initials, name) in people {
      var one = Participant()
      (one.id, one.initiales, one.nom) = ("id-\(initials)", initials, name)
      demarche.participants.append(one)
    }
    return demarche
  }

  private func taken(
    _ cell: String, _ kind: Importation.Kind = .indicateurs, _ choices: [String] = []
  ) throws -> Importation {
    var said = ImportChoices()
    for choice in choices where !said.add(meaning: choice) { Issue.record("\(choice)") }
    let text =
      kind == .observations
      ? "texte;auteur\nUn;\"\(cell)\"\n"
      : "axe;palier;indicateur;responsable\nU;Un;Une;\"\(cell)\"\n"
    return try importation(text, kind, into: Self.here(), choices: said)
  }

  @Test(arguments: [
    ("DUPONT Marie", "MD"), ("Dupont Marie", "MD"), ("Mme Marie Dupont", "MD"),
    ("Jean Pierre Leroy", "JPL"), ("LEROY Jean-Pierre", "JPL"), ("Marie Dupont", "MD"),
  ])
  func `is the same person where that is sure, and told`(cell: String, initials: String) throws {
    for kind in [Importation.Kind.indicateurs, .observations] {
      let taken = try taken(cell, kind)
      #expect(taken.refusals == [] && taken.demarche.participants.count == 3)
      let who =
        kind == .observations
        ? taken.demarche.cercles.first?.observations.first?.auteur
        : taken.demarche.schema.paliers.first?.indicateurs.first?.responsable
      #expect(who == "id-\(initials)")
      let told = taken.notices.contains { if case .sameName = $0 { true } else { false } }
      #expect(told == (cell != "Marie Dupont"))
    }
  }

  @Test(arguments: [
    ("L. Petit", "LP"), ("J.-P. Leroy", "JPL"), ("Mme Dupont", "MD"), ("Petit", "LP"),
    ("Lucie Petit", "LP"),
  ])
  func `is asked about where it may be another`(cell: String, initials: String) throws {
    let asked = try taken(cell).asked
    #expect(asked.map(\.subject) == [.same(cell)])
    #expect(asked.first?.options.first == initials)
    let same = try taken(cell, .indicateurs, ["\(cell)=\(initials)"])
    #expect(same.refusals == [] && same.demarche.participants.count == 3)
    let free = try #require(asked.first?.options.last)
    let other = try taken(cell, .indicateurs, ["\(cell)=\(free)"])
    #expect(other.refusals == [] && other.demarche.participants.count == 4)
  }

  @Test func `of two who may be meant one is said`() throws {
    var demarche = Self.here()
    var one = Participant()
    (one.id, one.initiales, one.nom) = ("id-AD", "AD", "Anne Dupont")
    demarche.participants.append(one)
    let asked = try importation(
      "texte;auteur\nUn;Mme Dupont\n", .observations, into: demarche
    ).asked
    #expect(asked.map(\.options) == [["id-MD", "id-AD"]])
  }

  @Test func `two names that would get the same initials are offered different ones`() throws {
    let text = "texte;auteur\nUn;L. Petit\nDeux;Lucie Petit\n"
    let asked = try importation(text, .observations, into: Self.here()).asked
    #expect(asked.map(\.options) == [["LP", "LPe"], ["LP", "LPet"]])
  }

  @Test func `a name in capitals before the first name gives the initials of both orders`() throws {
    let empty = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    let list = try importation("Nom\nMARTIN Paul\nAnne ROUX\n", .participants, into: empty)
    #expect(list.demarche.participants.map(\.initiales) == ["PM", "AR"])
    let plan = "axe;palier;indicateur;responsable\nU;Un;Une;MARTIN Paul\nP;Deux;Deux;Paul Martin\n"
    #expect(try importation(plan, .indicateurs, into: empty).asked.map(\.proposal) == ["PM", "PM"])
  }

  @Test(arguments: ["JEAN", "NOE", "ALI", "AMAP", "CCAS", "DAF"])
  func `capitals that may be a word are asked about`(cell: String) throws {
    #expect(try taken(cell).refusals.map(\.reason) == [.name(cell, initials: nil)])
    #expect(try taken(cell, .indicateurs, ["\(cell)=\(cell)"]).refusals == [])
  }
}
