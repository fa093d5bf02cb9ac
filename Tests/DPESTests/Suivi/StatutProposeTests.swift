import JSONTree
import Testing

@testable import DPES

/// What the target of an indicator suggests for a value.
@Suite struct StatutProposeTests {
  private typealias Case = (
    nature: Indicateur.Nature, sens: Indicateur.Sens?, cible: String?, said: String,
    before: [(mois: Int, statut: Realise.Statut, valeur: String?)], expected: Realise.Statut?
  )

  private static let cases: [Case] = [
    // From the side of the sens; an equal one reaches.
    (.nombre, .hausse, "30", "31", [], .atteint),
    (.nombre, .hausse, "30", "30", [], .atteint),
    (.nombre, .hausse, "30", "29,9", [], .partiel),
    (.nombre, .hausse, "30", "0", [], .nonAtteint),
    (.nombre, .hausse, "30", "-4", [], .nonAtteint),
    (.nombre, .baisse, "5", "4", [], .atteint),
    (.nombre, .baisse, "5", "5", [], .atteint),
    (.nombre, .baisse, "5", "7", [], .nonAtteint),
    (.nombre, .baisse, "5", "7", [(6, .nonAtteint, "12")], .partiel),
    (.nombre, .baisse, "5", "12", [(6, .nonAtteint, "12")], .nonAtteint),
    (.nombre, .baisse, "0", "0", [], .atteint),
    // Nearer than it began, not than last time; a loss is never « partiel ».
    (.nombre, .hausse, "30", "20", [(6, .partiel, "10"), (12, .partiel, "25")], .partiel),
    (.nombre, .hausse, "30", "8", [(6, .partiel, "10")], .nonAtteint),
    (.nombre, .hausse, "0", "-3", [(6, .nonAtteint, "-8")], .partiel),
    (.nombre, .hausse, "30", "27", [(6, .atteint, "31")], .nonAtteint),
    (.nombre, .hausse, "30", "27", [(6, .atteint, "31"), (12, .partiel, "20")], .nonAtteint),
    (.nombre, .hausse, "30", "27", [(6, .partiel, "10"), (12, .atteint, "31")], .nonAtteint),
    // Held before: it holds; lost in between: it is reached anew.
    (.nombre, .hausse, "30", "31", [(6, .atteint, "31")], .verifie),
    (.nombre, .hausse, "30", "31", [(6, .verifie, nil), (12, .nonVerifie, nil)], .verifie),
    (.nombre, .hausse, "30", "31", [(6, .atteint, nil), (12, .nonAtteint, nil)], .atteint),
    (.nombre, .hausse, "30", "31", [(6, .nonConcerne, nil)], .atteint),
    // What comes later says nothing of it.
    (.nombre, .hausse, "30", "31", [(24, .atteint, "40")], .atteint),
    // Percentages, as they are written.
    (.pourcentage, .hausse, "30 %", "31,4", [], .atteint),
    (.pourcentage, .hausse, "80", "79,9 %", [], .partiel),
    (.pourcentage, .baisse, "10", "10 %", [], .atteint),
    // Without a sens only the target itself can be told; without a target nothing.
    (.nombre, nil, "30", "30", [], .atteint), (.nombre, nil, "30", "31", [], nil),
    (.nombre, nil, "30", "29", [], nil), (.nombre, .hausse, nil, "31", [], nil),
    (.pourcentage, .baisse, nil, "3", [], nil),
    (.ouiNon, nil, nil, "oui", [], .atteint), (.ouiNon, nil, nil, "non", [], .nonAtteint),
    (.ouiNon, nil, "oui", "oui", [(6, .atteint, "oui")], .verifie),
    (.ouiNon, nil, "non", "non", [], .atteint), (.ouiNon, nil, "non", "oui", [], .nonAtteint),
    (.texte, nil, "Tous", "Tous", [], nil), (.texte, nil, nil, "Tous", [], nil),
  ]

  @Test(arguments: cases.indices)
  func `a value proposes what its target and its sens suggest`(index: Int) throws {
    let one = Self.cases[index]
    var indicateur = Indicateur()
    indicateur.nature = one.nature
    indicateur.sens = one.sens
    indicateur.cible = one.cible.flatMap { Valeur(ecrite: $0, nature: one.nature) }
    for before in one.before {
      var realise = Realise()
      realise.statut = before.statut
      realise.valeur = before.valeur.flatMap { Valeur(ecrite: $0, nature: one.nature) }
      indicateur.realises[before.mois] = realise
    }
    let valeur = try #require(Valeur(ecrite: one.said, nature: one.nature))
    #expect(indicateur.statutPropose(pour: valeur, a: 18) == one.expected, "\(one)")
  }

  @Test func `a period has its own target, and another type than the target's says nothing`() {
    var indicateur = Indicateur()
    indicateur.nature = .nombre
    indicateur.sens = .hausse
    indicateur.cible = .nombre(JSONNumber(30))
    indicateur.cibles[12] = .nombre(JSONNumber(10))
    let twelve = Valeur.nombre(JSONNumber(12))
    #expect(indicateur.statutPropose(pour: twelve, a: 12) == .atteint)
    #expect(indicateur.statutPropose(pour: twelve, a: 18) == .partiel)
    #expect(indicateur.statutPropose(pour: .texte("12"), a: 12) == nil)
    #expect(indicateur.statutPropose(pour: .ouiNon(true), a: 12) == nil)
  }

  @Test func `what its palier held from the start is « vérifié », and less of it is a loss`() {
    var indicateur = Indicateur()
    indicateur.sens = .hausse
    indicateur.cible = .nombre(JSONNumber(2))
    func proposed(_ number: Int) -> Realise.Statut? {
      indicateur.statutPropose(pour: .nombre(JSONNumber(number)), a: 6, tenuAuDepart: true)
    }
    #expect(proposed(2) == .verifie && proposed(1) == .nonAtteint)
  }
}
