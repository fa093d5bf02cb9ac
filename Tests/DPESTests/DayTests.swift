import DPES
import Testing

@Suite struct DayTests {
  @Test(
    arguments: [
      ("2026-08-31", 6, "2027-02-28"), ("2023-08-31", 6, "2024-02-29"),
      ("2026-01-31", 1, "2026-02-28"),
      ("2026-03-12", 36, "2029-03-12"), ("2026-03-31", -1, "2026-02-28"),
      ("2026-12-15", 1, "2027-01-15"),
      ("2024-02-29", 12, "2025-02-28"), ("2026-05-31", 0, "2026-05-31"),
    ])
  func `months are added with the day kept in the month`(from: String, months: Int, to: String)
    throws
  {
    let day = try #require(Day(iso: from))
    #expect(day.adding(months: months).iso == to)
  }

  @Test func `every day from 1600 to 2400 reads back, in order`() throws {
    let first = try #require(Day(iso: "1600-01-01"))
    let last = try #require(Day(iso: "2400-12-31"))
    for number in first.number...last.number {
      let day = Day(number: number)
      let parts = Day(year: day.year, month: day.month, day: day.day)
      if parts != day { Issue.record("\(number) gives \(day.iso)") }
    }
    #expect(Day(iso: "1970-01-01")?.number == 0)
    #expect(Day(iso: "2000-03-01")?.number == 11_017)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026/01/01", "",
    "2026-01-01 ",
  ])
  func `what is no day is refused`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(
    arguments: [
      ("2025-10-01", "2026-11-21", 13), ("2026-01-31", "2026-02-28", 1),
      ("2026-01-31", "2026-02-27", 0),
      ("2026-03-12", "2026-03-11", -1), ("2026-03-12", "2026-03-12", 0),
    ])
  func `months between days count as birthdays do`(from: String, to: String, months: Int) throws {
    let from = try #require(Day(iso: from))
    #expect(from.months(to: try #require(Day(iso: to))) == months)
  }

  @Test func `days are written in French`() throws {
    let first = try #require(Day(iso: "2026-03-01"))
    #expect(first.french == "1er mars 2026")
    #expect(first.adding(days: 11).french == "12 mars 2026")
    #expect(first.frenchShort == "01/03/2026")
    #expect(first.frenchShortMonth == "mars 26")
  }

  @Test(arguments: ["2026-03-12T14:32:05Z", "1969-12-31T23:59:59Z"])
  func `instants read back`(text: String) {
    #expect(Instant(iso: text)?.iso == text)
  }

  @Test(arguments: [
    "2026-03-12T14:32:05", "2026-03-12 14:32:05Z", "2026-03-12T24:00:00Z", "2026-03-12T14:32:05.Z",
  ])
  func `what is no instant is refused`(text: String) {
    #expect(Instant(iso: text) == nil)
  }
}
