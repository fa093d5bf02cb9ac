import DPES
import JSONTree
import Testing

/// What the example and the corrections of a closed period ask of the démarche.
@Suite struct ShiftAndCorrectionTests {
  @Test func `a shifted démarche moves every day and instant, and nothing else`() throws {
    let demarche = try exampleDemarche()
    let later = try demarche.shifted(byDays: 400)
    #expect(later != demarche)
    #expect(try later.shifted(byDays: -400) == demarche)
    #expect(later.schema.debut == demarche.schema.debut?.adding(days: 400))
    #expect(
      later.historique[0].quand?.seconds == (demarche.historique[0].quand?.seconds ?? 0)
        + 34_560_000)
    func withoutDates(_ value: JSONValue) -> String {
      String(decoding: JSONValue.write(value), as: UTF8.self)
        .replacing(/"\d{4}-\d\d-\d\d(T[\d:]+Z)?"/, with: "")
    }
    #expect(withoutDates(later.json) == withoutDates(demarche.json))
  }

  @Test(arguments: [
    ("2026-11-21", 14), ("2026-08-31", 14), ("2028-02-29", 14), ("2024-01-01", 0),
  ])
  func `it can be as old as one likes on any day`(iso: String, months: Int) throws {
    let today = try #require(Day(iso: iso))
    let demarche = try exampleDemarche()
    let shifted = try demarche.shifted(byDays: demarche.days(toBeOld: months, le: today))
    #expect(shifted.schema.debut.map { $0.months(to: today) } == months)
    #expect(Demarche().days(toBeOld: months, le: today) == 0)
  }

  @Test func `a correction that changes nothing is not kept`() throws {
    var demarche = try exampleDemarche()
    demarche.schema.paliers[0].indicateurs[0].realises[6] = nil
    let before = demarche
    let id = demarche.schema.paliers[0].indicateurs[0].id
    let signature = Signature(quand: Instant(seconds: 0), jour: Day(number: 20_000))
    #expect(demarche.estClose(6) && !demarche.estClose(12))
    let changed = demarche.corrigerRealise(deIndicateur: id, periode: 6, motif: "x", signature) {
      _ in
    }
    #expect(!changed)
    #expect(demarche == before)
  }
}
