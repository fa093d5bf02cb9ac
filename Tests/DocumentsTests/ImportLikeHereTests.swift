import DPES
import Testing

@testable import Documents

/// A plan that was brought in once is asked nothing about again, in another session either.
@Suite struct ImportLikeHereTests {
  private static let plan = """
    axe;palier;indicateur;responsable
    1. Utilité;Livret;Remis;Marie Dupont
    2. Acteurs;Enquête;Réponses;Le pilote
    2. Acteurs;Usagers invités;Présents;Tous
    2. Acteurs;Accueil;Visites;Le pilote
    """

  private static func planned() throws -> Demarche {
    var choices = ImportChoices()
    choices.add(meaning: "personne", of: "2. Acteurs", in: "axe")
    for (name, initials) in [("Marie Dupont", "MD"), ("Le pilote", "ZK"), ("Tous", "")] {
      choices.add(meaning: initials, of: name, in: Importation.personColumn)
    }
    return try importation(
      plan, .indicateurs, into: Demarche(id: "d", raisonSociale: "Essai", debut: today),
      choices: choices
    ).demarche
  }

  @Test func `words and names stand for what they stood for, and that is told`() throws {
    let before = try Self.planned()
    let again = try importation(Self.plan, .indicateurs, into: before)
    #expect(again.refusals == [] && again.demarche == before)
    #expect(
      again.notices == [
        .likeHere([
          .init(text: "Marie Dupont", column: "personne", value: "MD"),
          .init(text: "2. Acteurs", column: "axe", value: "personne"),
          .init(text: "Le pilote", column: "personne", value: "ZK"),
          .init(text: "Tous", column: "personne", value: ""),
        ])
      ])
    // What was said of a word goes before.
    var choices = ImportChoices()
    choices.add(meaning: "MDu", of: "Marie Dupont", in: Importation.personColumn)
    let other = try importation(Self.plan, .indicateurs, into: before, choices: choices)
    #expect(other.changes.map(\.after) == ["MDu"])
  }

  @Test func `what contradicts what is here, or is said of one thing alone, is asked`() throws {
    let before = try Self.planned()
    let one = Self.plan.split(separator: "\n").prefix(3).joined(separator: "\n")
    let alone = try importation(one, .indicateurs, into: before)
    #expect(
      alone.asked.map(\.subject) == [.word("2. Acteurs", column: "axe")])
    let moved = Self.plan.replacing("1. Utilité;Livret", with: "2. Acteurs;Livret")
    #expect(
      try importation(moved, .indicateurs, into: before).asked.map(\.subject)
        == [.word("2. Acteurs", column: "axe")])
    let named = Self.plan.replacing("Tous", with: "Luc Bernard")
    #expect(
      try importation(named, .indicateurs, into: before).asked.map(\.subject)
        == [.person("Luc Bernard")])
    let given = Self.plan.replacing("Présents;Tous", with: "Présents;Marie Dupont")
    #expect(
      try importation(given, .indicateurs, into: before).asked.map(\.subject)
        == [.person("Marie Dupont")])
  }
}
