import DPES
import Foundation
import Testing

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso), "\(iso)") }

/// Months later as another calendar counts them, for comparison.
private func adding(_ months: Int, to iso: String, days: Int = 0) throws -> Day {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
  let start = Date(timeIntervalSince1970: Double(try day(iso).number) * 86_400)
  let later = try #require(calendar.date(byAdding: .month, value: months, to: start))
  return Day(number: Int(later.timeIntervalSince1970 / 86_400) + days)
}

@Suite struct EcheanceTests {
  /// Ordinary, on the 31st of a month, on a 29 February, at the end of a year.
  static let starts = ["2026-01-01", "2026-08-31", "2024-02-29", "2027-12-31", "2025-03-30"]

  /// One palier due after so many months, with one indicator.
  private func indicator(
    _ mois: Int, _ start: String, le jour: Day, dureeMois: Int = 60
  ) throws -> Avancement.ParIndicateur {
    var schema = SchemaDeProgres()
    schema.debut = try day(start)
    schema.dureeMois = dureeMois
    schema.paliers = [try palier(mois, [indicateur([])])]
    return try #require(Avancement(schema, le: jour)[.utilite].paliers.first?.indicateurs.first)
  }

  @Test(arguments: starts)
  func `a deadline of 1 to 60 months is expected in the first column that holds it`(
    start: String
  ) throws {
    for mois in 1...60 {
      let column = (1...10).first { $0 * 6 >= mois }.map { $0 * 6 }
      let cases = try indicator(mois, start, le: day(start)).cases
      #expect(cases.map(\.periode.mois) == Array(stride(from: 6, through: 60, by: 6)))
      #expect(
        cases.map(\.objectif)
          == cases.map {
            $0.periode.mois == column ? .atteindre : $0.periode.mois > column ?? 0 ? .verifier : nil
          }, "\(mois)")
    }
  }

  /// Due from the first to the last day of its column, its deadline passed where it lies inside, late
  /// from the day after (R6).
  @Test(arguments: starts)
  func `a cell is due in its period, past its deadline and late after its last day`(start: String)
    throws
  {
    for mois in 1...60 {
      let column = (mois + 5) / 6 * 6
      let first = try adding(column - 6, to: start)
      let last = try adding(column, to: start, days: -1)
      for (jour, etat) in [
        (first.adding(days: -1), Avancement.Case.Etat.calme), (first, .due),
        (last, mois < column ? .echue : .due),
        (last.adding(days: 1), .enRetard),
      ] {
        let cell = try indicator(mois, start, le: jour).cases.first { $0.periode.mois == column }
        #expect(cell?.etat == etat, "\(mois) months, \(jour.iso)")
      }
    }
  }

  @Test(arguments: [(1, 36, 36), (36, 36, 36), (37, 36, 42), (60, 36, 60), (5, 4, 6), (61, 60, 66)])
  func `columns go to the first that holds the duration, or the latest deadline`(
    mois: Int, duree: Int, last: Int
  ) throws {
    let cases = try indicator(mois, "2026-01-01", le: day("2026-01-01"), dureeMois: duree).cases
    #expect(cases.last?.periode.mois == last)
  }
}
