import DPES
import Testing

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso), "\(iso)") }

@Suite struct SuiviTests {
  private func demarche(echeance: Int? = 12) throws -> Demarche {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai", debut: try day("2026-01-01"))
    demarche.schema.paliers = [try palier(echeance, [indicateur([])])]
    return demarche
  }

  private let signature = Signature(
    quand: Instant(seconds: 0), jour: Day(iso: "2026-08-01") ?? Day(number: 0), qui: "p1")

  private func written(_ demarche: Demarche) -> [String] {
    demarche.schema.paliers[0].indicateurs[0].objectifs.entries.map {
      "\($0.mois) \($0.value.rawValue)"
    }
  }

  @Test(arguments: [
    (12, Objectif?.none, ["12 aucun"]), (12, .verifier, ["12 verifier"]), (12, .atteindre, []),
    (18, nil, ["18 aucun"]), (18, .atteindre, ["18 atteindre"]), (18, .verifier, []),
    (6, .atteindre, ["6 atteindre"]), (6, nil, []),
  ])
  func `only what is not usual is written`(
    mois: Int, objectif: Objectif?, expected: [String]
  ) throws {
    var demarche = try demarche()
    let changed = demarche.modifierObjectif(
      deIndicateur: "i1", periode: mois, objectif, signature)
    #expect(written(demarche) == expected && changed == !expected.isEmpty)
    // And it is what the tableau expects.
    let cells = Avancement(demarche.schema, le: try day("2026-08-01"))[.utilite].paliers[0]
      .indicateurs[0].cases
    #expect(cells.first { $0.periode.mois == mois }?.objectif == objectif)
  }

  @Test func `an objective that comes back to the usual one leaves nothing but its traces`() throws
  {
    var demarche = try demarche()
    let changes = [("i1", Objectif?.none), ("i1", .verifier), ("i1", .verifier), ("inconnu", nil)]
      .map { id, objectif in
        demarche.modifierObjectif(deIndicateur: id, periode: 18, objectif, signature)
      }
    #expect(changes == [true, true, false, false])
    #expect(written(demarche).isEmpty)
    #expect(demarche.historique.map(\.quoi) == ["objectif", "objectif"])
    #expect(demarche.historique.map(\.objet) == ["i1/18", "i1/18"])
    #expect(demarche.historique.map(\.avant) == [.texte("verifier"), .texte("aucun")])
    #expect(demarche.historique.map(\.apres) == [.texte("aucun"), .texte("verifier")])
    #expect(demarche.historique.map(\.qui) == ["p1", "p1"])
  }

  @Test func `a period is closed once, and stays closed`() throws {
    var demarche = try demarche()
    try demarche.clorePeriode(6, signature)
    #expect(demarche.estClose(6) && !demarche.estClose(12))
    #expect(demarche.periodesCloses.map(\.le) == [signature.jour])
    #expect(demarche.periodesCloses.map(\.par) == ["p1"])
    #expect(demarche.historique.map(\.quoi) == ["cloture"])
    #expect(demarche.historique.map(\.objet) == ["6"])
    let before = demarche
    #expect(throws: Demarche.RefusDeClore.dejaClose(signature.jour)) {
      try demarche.clorePeriode(6, signature)
    }
    #expect(demarche == before)
  }

  @Test func `what has not begun, or is no column, is not closed`() throws {
    var demarche = try demarche()
    #expect(throws: Demarche.RefusDeClore.pasCommencee(try day("2027-01-01"))) {
      try demarche.clorePeriode(18, signature)
    }
    #expect(throws: Demarche.RefusDeClore.inconnue) { try demarche.clorePeriode(7, signature) }
    #expect(throws: Demarche.RefusDeClore.inconnue) { try demarche.clorePeriode(42, signature) }
    #expect(demarche.periodesCloses.isEmpty && demarche.historique.isEmpty)
    // The present one may be closed before its end.
    try demarche.clorePeriode(12, signature)
  }
}
