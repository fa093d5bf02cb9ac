import DPES
import Testing

@testable import Documents

/// People whom a table says in other words, or with other initials.
@Suite struct ImportSamePeopleTests {
  private static let empty = Demarche(id: "d", raisonSociale: "Essai", debut: today)

  private static func here() -> Demarche {
    var demarche = empty
    for (initials, name) in [("MD", "Marie Dupont"), ("ZB", "Zoé Bernard")] {
      var one = Participant()
      (one.id, one.initiales, one.nom) = ("id-\(initials)", initials, name)
      demarche.participants.append(one)
    }
    return demarche
  }

  private static func choices(_ texts: [String]) -> ImportChoices {
    var choices = ImportChoices()
    for text in texts where !choices.add(meaning: text) { Issue.record("\(text)") }
    return choices
  }

  @Test func `other initials for somebody of here are asked about, and changed when told so`()
    throws
  {
    let text = "Initiales;Nom\nMDu;Marie Dupont\n"
    let asked = try importation(text, .participants, into: Self.here())
    #expect(asked.asked.map(\.options) == [["MD", "MDu"]])
    let same = try importation(
      text, .participants, into: Self.here(), choices: Self.choices(["Marie Dupont=MD"]))
    #expect(same.demarche.participants.map(\.initiales) == ["MDu", "ZB"])
    #expect(same.changes.map(\.after) == ["MDu"])
    let other = try importation(
      text, .participants, into: Self.here(), choices: Self.choices(["Marie Dupont=MDu"]))
    #expect(other.demarche.participants.map(\.initiales) == ["MD", "ZB", "MDu"])
  }

  @Test func `a name in another order, or with « Mme » before, is the same person, and told`()
    throws
  {
    let taken = try importation(
      "Nom;Collège\nBernard Zoé;usagers\nM. Paul Martin;salaries\nMARTIN Paul;\nMme Marie Dupont;\n",
      .participants, into: Self.here())
    #expect(taken.refusals == [])
    let all = taken.demarche.participants
    #expect(all.map(\.nom) == ["Marie Dupont", "Zoé Bernard", "M. Paul Martin"])
    #expect(all.map(\.initiales) == ["MD", "ZB", "PM"])
    let told = taken.notices.compactMap {
      if case .sameName(let row, _, _) = $0 { row } else { nil }
    }
    #expect(told == [2, 4, 5])
  }

  @Test func `two names of a table with the same initials are asked about`() throws {
    let text = "Initiales;Nom\nPM;Paul Martin\nPM;Pauline Martin\n"
    let asked = try importation(text, .participants, into: Self.empty)
    #expect(
      asked.refusals.map(\.reason) == [
        .sameAnswer("Pauline Martin", as: "Paul Martin", short: "PM", free: "PMa")
      ])
    let two = try importation(
      text, .participants, into: Self.empty, choices: Self.choices(["Pauline Martin=PMa"]))
    #expect(two.demarche.participants.map(\.initiales) == ["PM", "PMa"])
    // What is here so already is asked nothing.
    let again = try importation(
      text, .participants, into: two.demarche, choices: Self.choices(["Pauline Martin=PMa"]))
    #expect(again.demarche == two.demarche)
  }

  @Test func `a cell of two names is no person`() throws {
    let asked = try importation(
      "Nom;Collège\nLuc Petit / Zoé Bernard;usagers\nAnne Roux;\n", .participants, into: Self.empty)
    #expect(
      asked.refusals == [.init(row: 2, reason: .severalNames("Luc Petit / Zoé Bernard"))])
    #expect(asked.asked.map(\.subject) == [.aside("severalNames")])
  }
}
