import DPES
import Testing

@testable import Documents

/// A plan that comes in again with titles corrected: no palier twice without a word.
@Suite struct ImportCorrectedTitlesTests {
  private static let plan = """
    axe;palier;echeance;indicateur;cible;responsable
    U;Tri;12;Sites équipés;4;SC
    U;Bio;18;;;
    P;Horaires;6;;;LB
    P;Former;12;;;SC
    D;Voter;24;;;
    """

  private static func planned(_ text: String = plan) throws -> Demarche {
    try importation(
      text, .indicateurs,
      into: Demarche(id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)
    ).demarche
  }

  private static func again(
    _ old: String, _ new: String, _ choices: ImportChoices = ImportChoices()
  ) throws -> Importation {
    try importation(
      plan.replacing(";\(old);", with: ";\(new);"), .indicateurs, into: planned(),
      choices: choices)
  }

  @Test func `a title of other words is a correction where its indicator is the same`() throws {
    let taken = try Self.again("Tri", "Gestion des biodéchets")
    #expect(taken.refusals == [] && taken.added == 0)
    #expect(taken.changes.map(\.before) == ["Tri"])
    #expect(taken.changes.map(\.after) == ["Gestion des biodéchets"])
    #expect(taken.demarche.schema.paliers.count == 5)
  }

  @Test(arguments: [
    ("Bio", "Bio en cantine", "Bio"), ("Former", "Formation au tri", "Former"),
  ])
  func `a short title that may be a correction is asked about, and never made twice`(
    old: String, new: String, proposal: String
  ) throws {
    let asked = try Self.again(old, new)
    #expect(asked.added == 0 || !asked.refusals.isEmpty)
    let question = try #require(asked.asked.first)
    #expect(question.subject == .word(new, column: "palier"))
    #expect(question.proposal == proposal && question.options.last == "")
    // What is asked is not told as gone beside it.
    #expect(!asked.notices.contains { if case .absent = $0 { true } else { false } })
    var choices = ImportChoices()
    choices.add(meaning: old, of: new, in: "palier")
    let taken = try Self.again(old, new, choices)
    #expect(taken.refusals == [] && taken.added == 0)
    #expect(taken.demarche.schema.paliers.count == 5)
    #expect(taken.changes.contains { $0.before == old && $0.after == new })
    choices = ImportChoices()
    choices.add(meaning: "", of: new, in: "palier")
    let other = try Self.again(old, new, choices)
    #expect(other.refusals == [] && other.demarche.schema.paliers.count == 6)
    #expect(other.notices.contains(.absent([old])))
  }

  @Test func `a title of other words in the same place is asked about, nothing proposed`() throws {
    let asked = try Self.again("Horaires", "Plannings")
    let question = try #require(asked.asked.first)
    #expect(question.subject == .word("Plannings", column: "palier"))
    #expect(question.proposal == nil && question.options == ["Horaires", ""])
  }

  @Test func `an indicator that has its palier's title follows it`() throws {
    var choices = ImportChoices()
    choices.add(meaning: "Horaires", of: "Plannings", in: "palier")
    let taken = try Self.again("Horaires", "Plannings", choices)
    let palier = try #require(taken.demarche.schema.paliers.first { $0.axe == .personne })
    #expect(palier.intitule == "Plannings" && palier.indicateurs.map(\.intitule) == ["Plannings"])
    #expect(taken.added == 0)
  }

  @Test func `where every title was corrected nothing comes in twice without a word`() throws {
    let text = """
      axe;palier;echeance;indicateur;cible;responsable
      U;Trier les déchets;12;Sites équipés;4;SC
      U;Manger bio;18;;;
      P;Plannings;6;;;LB
      P;Former au tri;12;;;SC
      D;Décider;24;;;
      """
    let taken = try importation(text, .indicateurs, into: Self.planned())
    #expect(taken.added == 0)
    #expect(
      taken.asked.map(\.subject)
        == ["Manger bio", "Plannings", "Former au tri", "Décider"].map {
          .word($0, column: "palier")
        })
  }

  @Test func `a new palier beside all the others is asked nothing`() throws {
    let taken = try importation(
      Self.plan + "\nT;Accueillir les voisins;12;;;\nU;Cuisiner ensemble;12;;;\n", .indicateurs,
      into: Self.planned())
    #expect(taken.refusals == [] && taken.added == 2)
  }
}
