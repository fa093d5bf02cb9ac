import DPES
import JSONTree
import Testing

@Suite struct UniteTests {
  @Test(
    arguments: [
      ("tables rondes", 1, "1 table ronde"), ("table ronde", 2, "2 tables rondes"),
      ("contrat", 1.5, "1,5 contrat"), ("contrats", 0, "0 contrat"), ("contrats", 2, "2 contrats"),
      ("réunions par an", 1, "1 réunion par an"),
      ("heure de bénévolat", 12, "12 heures de bénévolat"),
      ("heures d’accueil", 1, "1 heure d’accueil"), ("mois", 1, "1 mois"), ("mois", 3, "3 mois"),
      ("€", 2, "2 €"), ("h", 12, "12 h"), ("km", 5, "5 km"), ("ETP", 2.5, "2,5 ETP"),
      ("repas", 1, "1 repas"), ("journaux", 1, "1 journal"), ("journal", 3, "3 journaux"),
      ("bureaux", 1, "1 bureau"), ("lieu", 2, "2 lieux"), ("an", 3, "3 ans"), ("ans", 1, "1 an"),
      ("voix", 1, "1 voix"), ("réunions", -1, "−1 réunion"),
    ] as [(String, Double, String)])
  func `a unit agrees with its number`(unit: String, number: Double, expected: String) throws {
    var one = Indicateur()
    one.nature = .nombre
    one.unite = unit
    let value = try #require(JSONNumber(number))
    let whole = Int(exactly: number).map { JSONNumber($0) } ?? value
    let written = expected.replacing(" ", with: "\u{A0}", maxReplacements: 1)
    #expect(one.french(.nombre(whole)) == written)
  }
}
