import DPES
import Testing

@Suite struct PluralTests {
  @Test(arguments: [
    (0, "0 point", "ligne refusée"), (1, "1 point", "ligne refusée"),
    (2, "2 points", "lignes refusées"), (38, "38 points", "lignes refusées"),
  ])
  func `French takes the plural from two on`(number: Int, counted: String, words: String) {
    #expect(number.counting("point") == counted)
    #expect(number.agreeing("ligne refusée", "lignes refusées") == words)
  }

  @Test func `a time of day is that of the person's clock`() throws {
    let instant = try #require(Instant(iso: "2026-03-12T23:05:09Z"))
    #expect(instant.time(utcOffset: 0) == "23:05")
    #expect(instant.time(utcOffset: 3600, toTheSecond: true) == "00:05:09")
  }
}
