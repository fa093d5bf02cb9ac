import Foundation
import JSONTree
import Testing

@testable import DPES

@Suite struct CorrespondancesTests {
  private static func shipped(_ path: String) throws -> JSONValue {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Data/\(path)").standardized
    return try JSONValue.parse([UInt8](Data(contentsOf: url)))
  }

  private static func referentiel(_ id: String) throws -> Referentiel {
    try Referentiel(file: shipped("referentiels/\(id).json"))
  }

  private func correspondances(_ sujets: String) throws -> Correspondances {
    try Correspondances(
      file: tree(
        "{format: \"dpes-correspondances\", version: 1, id: ess, nom: Ess, sujets: [\(sujets)]}"))
  }

  @Test func `what ships joins points that there are, of two référentiels and more`() throws {
    let all = try Correspondances(file: Self.shipped("correspondances/ess.json"))
    #expect(all.fautes.isEmpty && all.sujets.count >= 20)
    for sujet in all.sujets {
      let ids = sujet.points.map { String($0.prefix { $0 != ":" }) }
      #expect(Set(ids).count == ids.count && ids.count > 1 && sujet.axe != nil, "\(sujet.code)")
      for (id, point) in zip(ids, sujet.points) {
        let points = try Self.referentiel(id).themes.flatMap(\.points).map(\.code)
        #expect(points.contains(String(point.dropFirst(id.count + 1))), "\(point)")
      }
    }
  }

  /// Sujets, and what is wrong with them where.
  static let faults: [(String, Correspondances.Faute, JSONPointer)] = [
    (
      "{code: \"\", intitule: A, points: [\"r:a\"]}", .codeIllisible(""),
      ["sujets", .index(0), "code"]
    ),
    (
      "{code: \"a/b\", intitule: A, points: [\"r:a\"]}", .codeIllisible("a/b"),
      ["sujets", .index(0), "code"]
    ),
    (
      "{code: \"a b\", intitule: A, points: [\"r:a\"]}", .codeIllisible("a b"),
      ["sujets", .index(0), "code"]
    ),
    (
      "{code: a, intitule: A, points: [\"r:a\"]}, {code: a, intitule: B, points: [\"r:b\"]}",
      .codeEnDouble("a"), ["sujets", .index(1), "code"]
    ),
    (
      "{code: a, intitule: \" \", points: [\"r:a\"]}", .sansTitre("a"),
      ["sujets", .index(0), "intitule"]
    ),
    ("{code: a, intitule: A}", .sansPoint("a"), ["sujets", .index(0)]),
    (
      "{code: a, intitule: A, points: [ra]}", .pointIllisible("ra"),
      ["sujets", .index(0), "points", .index(0)]
    ),
    (
      "{code: a, intitule: A, points: [\"r:a\"]}, {code: b, intitule: B, points: [\"r:b\", \"r:a\"]}",
      .pointEnDouble("r:a"), ["sujets", .index(1), "points", .index(1)]
    ),
    (
      "{code: a, intitule: \"\\u001b[2J\", points: [\"r:a\"]}", .commande("\u{1B}[2J"),
      ["sujets", .index(0), "intitule"]
    ),
  ]

  @Test(arguments: faults)
  func `what joins nothing that could be counted is told with its place`(
    sujets: String, faute: Correspondances.Faute, pointer: JSONPointer
  ) throws {
    let found = try correspondances(sujets).fautes
    #expect(found.map(\.faute) == [faute] && found.map(\.pointer) == [pointer])
  }

  @Test func `another format and another version are refused`() {
    #expect(throws: FormatError.self) { try Correspondances(file: tree("{format: dpes}")) }
    #expect(throws: FormatError.self) {
      try Correspondances(
        file: tree("{format: \"dpes-correspondances\", version: 2, id: a, nom: A}"))
    }
  }

  private func codes(_ lecture: Lecture, _ sujets: [String]) -> [String] {
    sujets.flatMap { lecture.cellules(Fait($0, "rouge")).map(\.sujet) }
  }

  @Test func `what people joined comes first, and a point is of one sujet alone`() throws {
    var joined = Territoire.SujetCommun()
    (joined.id, joined.axe, joined.intitule) = ("k", .utilite, "Joined")
    joined.points = ["charte-apes:contrats"]
    var again = joined
    again.id = "l"
    let own = try correspondances(
      "{code: a, intitule: A, points: [\"charte-apes:contrats\", \"pas-de-calais:emploi\"]}")
    let shipped = try Correspondances(file: Self.shipped("correspondances/ess.json"))
    let points = ["charte-apes:contrats", "pas-de-calais:emploi", "bonnes-pratiques:stabilite"]
    let referentiels = [try Self.referentiel("charte-apes")]
    let lecture = Lecture(par: .sujet, referentiels, [joined, again], [own, shipped])
    #expect(codes(lecture, points) == ["sujet:k", "ess/a", "ess/emplois"])
    #expect(codes(lecture, ["charte-apes:viabilite"]) == ["charte-apes:viabilite"])
    #expect(lecture.sujets(["ess/emplois"]).map(\.intitule) == ["Des emplois qui durent"])
    for par in [Territoire.Par.theme, .point] {
      let other = Lecture(par: par, referentiels, [joined], [own, shipped])
      #expect(!codes(other, points).contains { $0.hasPrefix("sujet") || $0.hasPrefix("ess") })
    }
  }

  @Test func `a text that people joined says the sujet, on its axis, whatever its accents`() throws
  {
    var joined = Territoire.SujetCommun()
    (joined.id, joined.axe, joined.textes) = ("k", .utilite, ["Peu de réunions !"])
    let lecture = Lecture(par: .sujet, [], [joined])
    func said(_ text: String, _ axe: Axe?, _ statut: Statut?) -> [String] {
      (TexteDonne(text, axe: axe, statut: statut).map(lecture.cellules) ?? []).map(\.cle)
    }
    #expect(said("peu de reunions", .utilite, .rouge) == ["sujet:k rouge"])
    #expect(said("Peu de réunions !", .personne, .rouge) == [])
    #expect(said("Peu de réunions !", .utilite, nil) == [])
    #expect(said("Peu de paroles", .utilite, .rouge) == [])
    #expect(Lecture(par: .theme, [], [joined]).cellules(Fait("axe:utilite", "vert")).count == 1)
  }
}
