import DPES
import JSONTree
import Testing

@testable import Documents

/// What a corrected table says in other words is asked about, never taken twice without a word.
@Suite struct ImportRewordedTests {
  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)
  private static let plan = """
    axe;palier;echeance;indicateur;cible
    U;Ouvrir le samedi;12;Nombre de personnes;100
    U;Ouvrir le samedi;12;Satisfaction;80
    P;Entretien annuel;36;Entretiens tenus;1250
    P;Revoir le planning d’été;15;Jours de repos décalés;0
    T;Peser les bennes;18;Tonnes en benne;3
    """

  private static func taken(
    _ text: String, _ answers: [(String, String, String)] = []
  ) throws -> Importation {
    var choices = ImportChoices()
    for (word, column, meaning) in answers { choices.add(meaning: meaning, of: word, in: column) }
    let before = try importation(plan, .indicateurs, into: empty).demarche
    return try importation(text, .indicateurs, into: before, choices: choices)
  }

  @Test(arguments: [
    "Planning d’été revu avec l’équipe;15;Repos décalés (jours)",
    "Des congés mieux répartis;15;Semaines partagées",
  ])
  func `a palier reworded with its indicator, elsewhere in the table, is asked about`(
    row: String
  ) throws {
    let lines = Self.plan.replacing(
      "P;Revoir le planning d’été;15;Jours de repos décalés", with: "P;\(row)"
    ).split(separator: "\n")
    let text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    let title = String(row.prefix { $0 != ";" })
    let asked = try Self.taken(text)
    let question = try #require(asked.asked.first)
    #expect(question.subject == .word(title, column: "palier"))
    #expect(question.options == ["Revoir le planning d’été", ""])
    let proof = String(row.split(separator: ";")[2])
    let answers = [
      (title, "palier", "Revoir le planning d’été"),
      (proof, Importation.indicatorTitle, "Jours de repos décalés"),
    ]
    let taken = try Self.taken(text, answers)
    #expect(taken.refusals == [] && taken.added == 0 && taken.changed == 1)
    #expect(taken.changes.map(\.column) == ["palier", "indicateur"])
    #expect(taken.demarche.schema.paliers.count == 4)
    let new = try Self.taken(text, [(title, "palier", "")])
    #expect(new.demarche.schema.paliers.count == 5)
    #expect(new.notices.contains(.absent(["Revoir le planning d’été"])))
  }

  @Test(arguments: [
    // Half of the words of the shorter title, about the same indicator, about the same title elsewhere.
    ("P;Planning d’été revu avec l’équipe;15;Congés;0", "Revoir le planning d’été"),
    ("P;Des congés répartis;15;Nombre de jours de repos décalés;0", "Revoir le planning d’été"),
    ("U;Peser toutes les bennes;18;Kilos;3", "Peser les bennes"),
  ])
  func `among several that are new, what may be one that is gone is asked about`(
    row: String, old: String
  ) throws {
    let text = """
      axe;palier;echeance;indicateur;cible
      U;Ouvrir le samedi;12;Nombre de personnes;100
      U;Ouvrir le samedi;12;Satisfaction;80
      P;Accueillir des stagiaires;12;Stagiaires;4
      P;Tenir un livret;12;Livrets remis;20
      P;Fêter les départs;12;Fêtes;3
      \(row)
      """
    let title = String(row.split(separator: ";")[1])
    let asked = try Self.taken(text).asked
    #expect(asked.map(\.subject) == [.word(title, column: "palier")])
    #expect(asked.first?.options == [old, ""])
  }

  @Test func `two titles on another axis that are near one that is gone are both asked about`()
    throws
  {
    let text = Self.plan.replacing(
      "T;Peser les bennes;18;Tonnes en benne;3",
      with: "U;Peser toutes les bennes;18;Kilos;3\nU;Peser nos bennes;18;Cartons;3")
    let asked = try Self.taken(text).asked
    #expect(asked.map(\.rows) == [[6], [7]])
    #expect(asked.allSatisfy { $0.options == ["Peser les bennes", ""] })
  }

  @Test func `the only indicator of a known palier in other words is asked about`() throws {
    let text = Self.plan.replacing("Tonnes en benne", with: "Kilos jetés")
    let asked = try Self.taken(text)
    #expect(
      asked.asked == [
        .init(
          subject: .word("Kilos jetés", column: Importation.indicatorTitle), rows: [6],
          proposal: nil, options: ["Tonnes en benne", ""])
      ])
    #expect(asked.notices == [])
    let same = try Self.taken(
      text, [("Kilos jetés", Importation.indicatorTitle, "Tonnes en benne")])
    #expect(same.changes.map(\.before) == ["Tonnes en benne"] && same.added == 0)
    #expect(same.changes.map(\.after) == ["Kilos jetés"])
    let new = try Self.taken(text, [("Kilos jetés", Importation.indicatorTitle, "")])
    #expect(new.demarche.schema.paliers.last?.indicateurs.count == 2)
    #expect(new.notices.contains(.absentIndicateurs(["Tonnes en benne"])))
  }

  @Test func `a palier renamed with its only indicator is asked about both`() throws {
    let text = Self.plan.replacing("Peser les bennes", with: "Peser chaque benne")
      .replacing("Tonnes en benne", with: "Tonnes jetées")
    let asked = try Self.taken(text)
    #expect(
      asked.asked.map(\.subject)
        == [.word("Tonnes jetées", column: Importation.indicatorTitle)])
    #expect(asked.changes.map(\.after) == ["Peser chaque benne"])
  }

  @Test func `several indicators that are new are asked about by their words`() throws {
    let proof = "Personnes accueillies le matin et le soir"
    let text = Self.plan.replacing("Nombre de personnes", with: proof)
      .replacing("Satisfaction", with: "Sourires")
    #expect(
      try Self.taken(text).asked.map(\.subject)
        == [.word(proof, column: Importation.indicatorTitle)])
    // Two that are near the same one: none of them corrects it without a word.
    let two =
      Self.plan.replacing("Tonnes en benne;3", with: "Tonnes par benne;3")
      + "\nT;Peser les bennes;18;Tonnes en bennes;3\n"
    #expect(try Self.taken(two).asked.map(\.rows) == [[6], [7]])
  }

  @Test func `an indicator that two paliers say, or of an id of its own, is asked nothing`() throws
  {
    let both = Self.plan + "\nU;Accueillir plus;12;Satisfaction;80\n"
    let taken = try Self.taken(both)
    #expect(taken.refusals == [] && taken.added == 1)
    let coded = try Self.taken("id;axe;palier;indicateur\nA9;T;Peser les bennes;Kilos jetés\n")
    #expect(coded.refusals == [] && coded.added == 1)
  }

  @Test func `an indicator beside one that stays is new, and asked nothing`() throws {
    let taken = try Self.taken(Self.plan + "\nT;Peser les bennes;18;Bennes pesées;12\n")
    #expect(taken.refusals == [] && taken.added == 1)
  }

  @Test func `one row of a palier reworded, and not the other, is asked about`() throws {
    for old in ["Nombre", "Satisfaction"] {
      let text = Self.plan.replacing(
        "U;Ouvrir le samedi;12;\(old)", with: "U;Accueillir plus;12;\(old)")
      let asked = try Self.taken(text)
      #expect(
        asked.refusals.map(\.reason)
          == [.sharesIndicateur("Accueillir plus", of: "Ouvrir le samedi")])
      #expect(asked.asked.map(\.options) == [["Ouvrir le samedi", ""]])
      let same = try Self.taken(text, [("Accueillir plus", "palier", "Ouvrir le samedi")])
      #expect(same.refusals == [] && same.added == 0)
      let palier = try #require(same.demarche.schema.paliers.first)
      #expect(palier.intitule == "Accueillir plus" && palier.indicateurs.count == 2)
      #expect(same.demarche.schema.paliers.count == 4)
      // Another palier has the same indicator, or it goes there.
      let other = [("Accueillir plus", "palier", "")]
      let moved = try #require(try Self.taken(text, other).asked.first)
      guard case .word(let proof, Importation.indicatorPalier) = moved.subject else {
        Issue.record("\(moved)")
        return
      }
      let new = try Self.taken(text, other + [(proof, Importation.indicatorPalier, "nouveau")])
      #expect(new.demarche.schema.paliers.count == 5)
      #expect(
        new.notices.contains { notice in
          if case .absentIndicateurs(let all) = notice { return all.first?.hasPrefix(old) == true }
          return false
        })
    }
  }

  @Test func `an empty cell contradicts nothing, and a row below fills it`() throws {
    let text =
      Self.plan.replacing("Entretiens tenus;1250", with: "Entretiens tenus;")
      + "\nP;Entretien annuel;36;Entretiens tenus;1300\n"
    let taken = try Self.taken(text)
    #expect(taken.refusals == [])
    #expect(taken.changes.map { $0.after.filter(\.isNumber) } == ["1300"] && taken.changed == 1)
    let other = text + "P;Entretien annuel;36;Entretiens tenus;1400\n"
    #expect(
      try Self.taken(other).refusals
        == [.init(row: 8, reason: .saidOtherwise("Entretiens tenus", row: 4))])
  }

  private static let words = """
    axe;texte;statut
    U;Le dernier bus passe avant la fin du service;rouge
    P;Les plannings sont connus trop tard;orange
    T;La mairie nous soutient;vert
    """

  private static func observed(_ text: String, _ choices: ImportChoices = ImportChoices()) throws
    -> Importation
  {
    let before = try importation(words, .observations, into: empty).demarche
    return try importation(text, .observations, into: before, choices: choices)
  }

  @Test func `an observation without a number, corrected by a word, is asked about`() throws {
    let (old, new) = (
      "Le dernier bus passe avant la fin du service", "Le dernier bus part avant la fin du service"
    )
    let text = Self.words.replacing(old, with: new)
    let asked = try Self.observed(text)
    #expect(
      asked.asked == [
        .init(
          subject: .word(new, column: "texte"), rows: [2], proposal: old, options: [old, ""])
      ])
    var choices = ImportChoices()
    choices.add(meaning: old, of: new, in: "texte")
    let same = try Self.observed(text, choices)
    #expect(same.added == 0 && same.changes.map(\.after) == [new])
    #expect(same.demarche.cercles[0].observations.map(\.numero) == [1, 2, 3])
    choices = ImportChoices()
    choices.add(meaning: "", of: new, in: "texte")
    let other = try Self.observed(text, choices)
    #expect(other.added == 1 && other.demarche.cercles[0].observations.count == 4)
  }

  @Test func `half of the words are enough where the table says others again`() throws {
    let new = "U;Le dernier bus passe avant midi;rouge"
    let alone = try Self.observed("axe;texte;statut\n\(new)\n")
    #expect(alone.refusals == [] && alone.added == 1)
    let beside = try Self.observed(
      "axe;texte;statut\n\(new)\nT;La mairie nous soutient;vert\n")
    #expect(beside.asked.map(\.rows) == [[2]])
  }

  @Test(arguments: [
    // On another axis, said again beside, of other words, and under a number of its own.
    "T;Le dernier bus part avant la fin du service;",
    "U;Le dernier bus passe avant la fin du service;\nU;Le dernier bus part avant la fin du service;",
    "U;Les repas sont bons;",
  ])
  func `an observation that corrects none is new, and asked nothing`(rows: String) throws {
    let text =
      Self.words.split(separator: "\n").filter { !$0.contains("bus") }.joined(separator: "\n")
    let taken = try Self.observed("\(text)\n\(rows)\n")
    #expect(taken.refusals == [] && taken.added == 1)
    let numbered = try Self.observed(
      "numero;axe;texte\n9;U;Le dernier bus part avant la fin du service\n")
    #expect(numbered.refusals == [] && numbered.added == 1)
  }
}
