import JSONTree
import Testing

@testable import DPES

/// Dates far outside the démarche, facts still to come, a clock that is behind.
@Suite struct DateChecksTests {
  private static let jour = Day(iso: "2026-11-29") ?? Day(number: 0)

  private func constats(_ old: String, _ new: String) throws -> [Constat] {
    let file = checkedFile.replacing(old, with: new)
    #expect(file != checkedFile)
    let tree = try JSONValue.parse(Array(file.utf8))
    return try Demarche(file: tree).constats([.dateHorsDemarche, .horloge], le: Self.jour)
  }

  @Test func `dates within the démarche are nothing to say`() throws {
    let tree = try JSONValue.parse(Array(checkedFile.utf8))
    #expect(try Demarche(file: tree).constats(inFile: tree, le: Self.jour) == [])
  }

  @Test(arguments: [
    ("{\"id\": \"b\", \"periode\": 36}", "{\"id\": \"b\", \"date\": \"DAY\"}", "/notes/0/date"),
    (
      "\"dateDuFait\": \"2026-04-30\"", "\"dateDuFait\": \"DAY\"",
      "/schema/paliers/0/indicateurs/0/realises/12/piece/dateDuFait"
    ),
    ("\"atteintLe\": \"2026-09-01\"", "\"atteintLe\": \"DAY\"", "/schema/paliers/1/atteintLe"),
    (
      "\"id\": \"e\", \"date\": \"2026-09-01\"", "\"id\": \"e\", \"date\": \"DAY\"",
      "/cercles/1/date"
    ),
    (
      "\"id\": \"s\", \"date\": \"2026-03-12\"", "\"id\": \"s\", \"date\": \"DAY\"",
      "/seances/0/date"
    ),
  ])
  func `a fact is neither years before the start, nor to come, nor after the end`(
    old: String, new: String, pointer: String
  ) throws {
    for (day, words) in [
      ("1926-09-01", "Le 1er septembre 1926 vient plus de cinq ans avant le début de la démarche"),
      ("2026-11-30", "Le 30 novembre 2026 n’est pas encore venu\u{A0}: nous sommes le 29 novembre"),
      ("2021-03-12", nil), ("2026-11-29", nil),
    ] as [(String, String?)] {
      let found = try constats(old, new.replacing("DAY", with: day))
      #expect(found.map(\.pointeur.description) == (words == nil ? [] : [pointer]), "\(day)")
      if let words { #expect(found.first?.phrase.hasPrefix(words) == true) }
    }
  }

  @Test(arguments: [
    ("2027-06-01", false), ("2029-03-11", false), ("2029-03-12", true), ("2020-01-01", true),
  ])
  func `what is meant to happen may be to come, until the end`(day: String, isOdd: Bool) throws {
    let found = try constats("\"quand\": \"2026-04-01\"", "\"quand\": \"\(day)\"")
    #expect(found.map(\.regle) == (isOdd ? [.dateHorsDemarche] : []))
  }

  @Test(arguments: [("1950-01-01", true), ("2090-12-31", true), ("2024-01-01", false)])
  func `a year of accounts is held against the démarche too`(day: String, isOdd: Bool) throws {
    let found = try constats("\"fin\": \"2026-08-31\"", "\"fin\": \"\(day)\"")
    #expect(found.map(\.regle) == (isOdd ? [.dateHorsDemarche] : []))
  }

  @Test(arguments: [
    ("2026-03-14T01:00:00Z", "2027-03-14T01:00:00Z", "14 mars 2027"),
    ("\"figeeLe\": \"2026-03-13\"", "\"figeeLe\": \"2027-01-02\"", "2 janvier 2027"),
    ("\"date\": \"2026-05-01\"", "\"date\": \"2027-01-03\"", "3 janvier 2027"),
  ])
  func `an entry newer than today says that a clock is wrong`(
    old: String, new: String, words: String
  ) throws {
    let found = try constats(old, new).filter { $0.regle == .horloge }
    #expect(found.map(\.pointeur) == [JSONPointer()])
    #expect(found.first?.phrase.contains(words) == true)
  }

  @Test func `a day apart may be a time zone`() throws {
    let found = try constats("2026-03-14T01:00:00Z", "2026-11-30T01:00:00Z")
    #expect(found == [])
  }
}
