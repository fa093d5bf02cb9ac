import DPES
import Testing

@Suite struct DateEcriteTests {
  private static let rows: [(String, GenreDeDate, String?)] = [
    // As it stands.
    ("12/03/2026", .fait, "2026-03-12"), ("28 fév 2027", .prevu, "2027-02-28"),
    ("1er mars 2027", .prevu, "2027-03-01"), ("2026-03-12", .fait, "2026-03-12"),
    // Of a whole month, what is to come is due on its last day.
    ("mars 2027", .prevu, "2027-03-31"), ("mars 2027", .fait, "2027-03-01"),
    ("02/2028", .prevu, "2028-02-29"), ("fév. 28", .prevu, "2028-02-29"),
    // Without a year: the next one, or the last.
    ("28/02", .prevu, "2027-02-28"), ("28/02", .fait, "2026-02-28"),
    ("28 fév", .prevu, "2027-02-28"), ("29/11", .prevu, "2026-11-29"),
    ("29/11", .fait, "2026-11-29"), ("30/11", .fait, "2025-11-30"),
    ("1er déc", .fait, "2025-12-01"), ("29/02", .prevu, "2028-02-29"),
    ("29/02", .fait, "2024-02-29"), ("mars", .prevu, "2027-03-31"), ("mars", .fait, "2026-03-01"),
    ("novembre", .prevu, "2026-11-30"), ("novembre", .fait, "2026-11-01"),
    // From today.
    ("dans 3 mois", .prevu, "2027-02-28"), ("dans un an", .prevu, "2027-11-29"),
    ("Dans 2 semaines", .prevu, "2026-12-13"), ("dans 1 jour", .prevu, "2026-11-30"),
    ("il y a 10 jours", .fait, "2026-11-19"), ("aujourd’hui", .fait, "2026-11-29"),
    ("hier", .fait, "2026-11-28"), ("avant-hier", .fait, "2026-11-27"),
    ("demain", .prevu, "2026-11-30"), ("après-demain", .prevu, "2026-12-01"),
    // No date.
    ("31/02/2026", .fait, nil), ("31/02", .fait, nil), ("juillet août", .fait, nil),
    ("juin juin", .fait, nil), ("dans trois mois", .prevu, nil), ("dans 3", .prevu, nil),
    ("dans 9999 mois", .prevu, nil), ("15", .prevu, nil), ("13/2027", .prevu, nil),
    ("", .fait, nil), ("bientôt", .prevu, nil), ("0/0", .fait, nil),
  ]

  @Test(arguments: rows)
  func `a date is read as people write it, on the day they do`(
    text: String, genre: GenreDeDate, expected: String?
  ) throws {
    let today = try #require(Day(iso: "2026-11-29"))
    #expect(Day(ecrit: text, le: today, genre)?.iso == expected)
  }

  @Test func `without a day only what stands for itself is read`() {
    #expect(DateEcrite("mars 2027", le: nil, .prevu) != nil)
    #expect(DateEcrite("28/02", le: nil, .prevu) == nil)
    #expect(DateEcrite("dans 3 mois", le: nil, .prevu) == nil)
  }
}
