import DPES
import Testing

@testable import Documents

/// A list of names: everybody gets initials of their own, and who may be somebody is asked.
@Suite struct ImportNamesTests {
  private static func table(_ people: [Participant] = []) -> Demarche {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    demarche.participants = people
    return demarche
  }

  private static func one(_ id: String, _ initials: String, _ name: String? = nil) -> Participant {
    var one = Participant()
    (one.id, one.initiales, one.nom) = (id, initials, name)
    return one
  }

  private static let names =
    "Nom;Prénom\nDubois;Michel\nDupont;Marie\nDurand;Marc\nDuval;Mona\nDupuis;Max\nDurand;Mila\nDupuis;Milo\n"

  @Test func `everybody of a list of names gets initials of their own, and it is said`() throws {
    let taken = try importation(Self.names, .participants, into: Self.table())
    #expect(taken.refusals == [] && taken.added == 7)
    let initials = taken.demarche.participants.compactMap(\.initiales)
    #expect(initials == ["MD", "MDu", "MDur", "MDuv", "MDup", "MD2", "MD3"])
    #expect(taken.samples == ["MD", "MDu", "MDur"])
    guard case .initialsOfNames(let told)? = taken.notices.first else {
      Issue.record("\(taken.notices)")
      return
    }
    #expect(told.count == 7 && told.last == "Milo Dupuis, MD3")
    let again = try importation(Self.names, .participants, into: taken.demarche)
    #expect(again.demarche == taken.demarche && again.unchanged == 7)
  }

  @Test(arguments: [
    ("Zoé", "ZO"), ("Mairie de Bourg", "MB"), ("Jean Pierre Paul de la Tour", "JPPT"),
    ("A", "A2"), ("123", nil), ("Marie-Claude Dupont", "MCD"),
  ])
  func `a name of one word or of many has initials too`(name: String, initials: String?) throws {
    let taken = try importation("nom\n\(name)\n", .participants, into: Self.table())
    #expect(taken.refusals == [] && taken.demarche.participants.map(\.nom) == [name])
    #expect(taken.demarche.participants.map(\.initiales) == [initials])
    #expect(taken.samples == [initials ?? name])
  }

  @Test(arguments: [nil, "Marie D."])
  func `initials that somebody has, without a name or by a like one, are asked about`(
    known: String?
  ) throws {
    let before = Self.table([Self.one("p", "MD", known)])
    let text = "nom\nMarie Dupont\nLuc Bernard\n"
    let asked = try importation(text, .participants, into: before)
    #expect(asked.asked.map(\.subject) == [.same("Marie Dupont")])
    #expect(asked.asked.map(\.options) == [["MD", "MDu"]])
    var choices = ImportChoices()
    choices.add(meaning: "MD", of: "Marie Dupont", in: Importation.personColumn)
    let same = try importation(text, .participants, into: before, choices: choices)
    #expect(same.refusals == [])
    #expect(same.demarche.participants.map(\.initiales) == ["MD", "LB"])
    #expect(same.demarche.participants.first?.nom == "Marie Dupont")
    choices.add(meaning: "MDu", of: "Marie Dupont", in: Importation.personColumn)
    let other = try importation(text, .participants, into: before, choices: choices)
    #expect(other.demarche.participants.map(\.initiales) == ["MD", "MDu", "LB"])
    #expect(other.demarche.participants.first == before.participants.first)
  }

  @Test func `another name under the initials of a row is asked about`() throws {
    let before = Self.table([Self.one("p", "MD", "Marie Dupont")])
    let text = "initiales;nom\nMD;Michel Dubois\n"
    let asked = try importation(text, .participants, into: before)
    #expect(asked.asked.map(\.subject) == [.same("Michel Dubois")])
    var choices = ImportChoices()
    choices.add(meaning: "MDu", of: "Michel Dubois", in: Importation.personColumn)
    let other = try importation(text, .participants, into: before, choices: choices)
    #expect(other.demarche.participants.map(\.nom) == ["Marie Dupont", "Michel Dubois"])
    choices.add(meaning: "MD", of: "Michel Dubois", in: Importation.personColumn)
    let same = try importation(text, .participants, into: before, choices: choices)
    #expect(same.demarche.participants.map(\.nom) == ["Michel Dubois"])
    let near = try importation(
      "initiales;nom\nMD;Marie Duponte\n", .participants, into: before)
    #expect(near.refusals == [] && near.changed == 1)
  }

  @Test(arguments: [
    ("nom\nMarie Dupont\nMichel Dubois\n", nil, 3, "Marie Dupont"),
    // Who has the name itself has the initials, wherever the row stands.
    ("nom\nMichel Dubois\nMarie Dupont\n", "Marie Dupont", 2, "Marie Dupont"),
    ("initiales;nom\nMX;Marie Dupont\nMY;Michel Dubois\n", nil, 3, "Marie Dupont"),
  ])
  func `two names answered by the same initials are asked about again, never one twice`(
    text: String, known: String?, row: Int, holder: String
  ) throws {
    var choices = ImportChoices()
    for name in ["Marie Dupont", "Michel Dubois"] {
      choices.add(meaning: "MD", of: name, in: Importation.personColumn)
    }
    let before = Self.table([Self.one("p", "MD", known)])
    let taken = try importation(text, .participants, into: before, choices: choices)
    #expect(
      taken.refusals == [
        .init(
          row: row,
          reason: .sameAnswer("Michel Dubois", as: holder, short: "MD", free: "MDu"))
      ])
    #expect(taken.asked.map(\.subject) == [.person("Michel Dubois")])
    #expect(taken.asked.map(\.proposal) == ["MDu"])
    choices.add(meaning: "MDu", of: "Michel Dubois", in: Importation.personColumn)
    let done = try importation(text, .participants, into: before, choices: choices)
    #expect(done.refusals == [])
    #expect(Set(done.demarche.participants.map(\.initiales)) == ["MD", "MDu"])
  }
}
