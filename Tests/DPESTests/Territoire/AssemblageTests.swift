import Seeded
import Testing

@testable import DPES

/// The laws of uniting, on lines made from a seed.
@Suite struct AssemblageTests {
  private static let day = Day(iso: "2026-12-01") ?? Day(number: 0)

  /// Lines with few ids, few states and few facts, so that they meet in every way.
  private struct Maker {
    var random: SeededGenerator

    mutating func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &random)]
    }

    mutating func some(_ values: [String]) -> [String] {
      values.filter { _ in Bool.random(using: &random) }
    }

    mutating func line() -> LigneDeFaits {
      let quoi: Transmission.Quoi? = pick([nil, .comptes, .textes])
      return LigneDeFaits(
        jour: AssemblageTests.day, id: pick(["a", "b", "c", "é"]),
        avance: .init(
          longueur: pick([1, 2]), dernier: pick(["", "2026-01-01T00:00:00Z"]),
          empreinte: pick(["00000000000a", "00000000000b"])),
        noms: some(["00000001", "00000002"]), quoi: quoi, aussi: some(["c", "é", "z"]),
        faits: quoi == nil ? [] : some(["axe:utilite rouge", "axe:utilite vert", "etape 1"]),
        textes: quoi != .textes
          ? [] : some(["A", "E"]).compactMap { TexteDonne($0, axe: .utilite, statut: .rouge) })
    }
  }

  private func united(_ lines: [LigneDeFaits]) throws -> Assemblage {
    var all = Assemblage(le: Self.day)
    for line in lines { try all.unir(line) }
    return all
  }

  private func bytes(_ assemblage: Assemblage) -> [UInt8] { assemblage.lignes.flatMap(\.bytes) }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `in any order, any grouping, twice or more often, the same bytes`(seed: UInt64) throws {
    var maker = Maker(random: SeededGenerator(seed: seed))
    let lines = (0..<12).map { _ in maker.line() }
    let whole = try bytes(united(lines))
    #expect(try bytes(united(lines.reversed())) == whole)
    #expect(try bytes(united(lines.shuffled(using: &maker.random))) == whole)
    #expect(try bytes(united(lines + lines)) == whole)
    let cut = Int.random(in: 0...12, using: &maker.random)
    let (left, right) = (try united(Array(lines[..<cut])), try united(Array(lines[cut...])))
    #expect(try bytes(united(Array(left.lignes) + Array(right.lignes))) == whole)
    #expect(try bytes(united(Array(right.lignes) + Array(left.lignes) + lines)) == whole)
  }

  private func line(
    _ id: String, _ longueur: Int = 1, _ quoi: Transmission.Quoi? = .comptes, aussi: [String] = [],
    noms: [String] = ["00000001"], faits: [String] = ["etape 1"], textes: [String] = []
  ) -> LigneDeFaits {
    LigneDeFaits(
      jour: Self.day, id: id,
      avance: .init(longueur: longueur, dernier: "", empreinte: "00000000000a"), noms: noms,
      quoi: quoi, aussi: aussi, faits: quoi == nil ? [] : faits,
      textes: textes.compactMap { TexteDonne($0, axe: .utilite, statut: .rouge) })
  }

  @Test func `a withdrawal beats older copies, whichever is read first`() throws {
    for lines in [[line("a", 5), line("a", 6, nil)], [line("a", 6, nil), line("a", 5)]] {
      let all = try united(lines)
      #expect(all.participantes().map(\.quoi) == [nil])
      #expect(all.comptes(all.participantes()) { [$0] } == [:])
    }
  }

  @Test func `of one state read twice the one without consent holds`() throws {
    #expect(try united([line("a"), line("a", 1, nil)]).participantes().map(\.quoi) == [nil])
  }

  @Test func `lines of two days are not united`() throws {
    var all = try united([line("a")])
    var other = line("b")
    other.jour = Self.day.adding(days: 1)
    #expect(throws: Assemblage.AutreJour(jour: other.jour)) { try all.unir(other) }
    #expect(all.nombre == 1)
  }

  @Test func `an extract and its whole file are one structure`() throws {
    let all = try united([line("w", aussi: ["x", "y"]), line("x", aussi: ["x"]), line("q")])
    #expect(all.participantes().map(\.id) == ["q", "w"])
    #expect(all.comptes(all.participantes()) { [$0.ecrit] } == ["etape 1": 2])
    // Withdrawn in the file of the structure, what was handed over earlier does not count.
    let gone = try united([line("w", 1, nil, aussi: ["x"]), line("x", aussi: ["x"])])
    #expect(gone.participantes().map(\.quoi) == [nil])
  }

  @Test func `nobody takes another structure out by naming it`() throws {
    let all = try united([line("a", aussi: ["b"]), line("b", aussi: ["a"])])
    #expect(all.participantes().map(\.id) == ["a", "b"])
    // Two extracts that name each other stay too.
    let two = try united([line("x", aussi: ["x", "y"]), line("y", aussi: ["x", "y"])])
    #expect(two.participantes().map(\.id) == ["x", "y"])
  }

  @Test func `a structure left out is so by any id that it is known by`() throws {
    let all = try united([line("w", aussi: ["x"]), line("q"), line("r")])
    #expect(all.participantes(sauf: ["x", "r"]).map(\.id) == ["q"])
  }

  @Test func `two names under one id are told`() throws {
    let all = try united([line("a", 1, noms: ["00000001"]), line("a", 2, noms: ["00000002"])])
    #expect(all.participantes().map(\.noms) == [2])
  }

  @Test func `a structure counts once in what it says in several ways`() throws {
    let all = try united([
      line("a", faits: ["charte:u1 rouge", "charte:u2 rouge"]),
      line("b", faits: ["charte:u1 rouge"]),
    ])
    let counts = all.comptes(all.participantes()) { fait in ["charte \(fait.dit)", fait.ecrit] }
    #expect(counts == ["charte rouge": 2, "charte:u1 rouge": 2, "charte:u2 rouge": 1])
  }

  @Test func `a structure counts once for its facts and its texts, those of its extract too`()
    throws
  {
    let all = try united([
      line("w", 1, .textes, aussi: ["x"]), line("x", 1, .textes, aussi: ["x"], textes: ["A"]),
      line("b", 1, .textes, faits: [], textes: ["A", "B"]), line("c", 1, faits: []),
    ])
    let counts = all.comptes(all.participantes()) { _ in
      ["said"]
    } textes: { _ in
      ["said"]
    }
    #expect(counts == ["said": 2])
    #expect(
      all.comptes(all.participantes()) { (_: Fait) in
        [String]()
      } textes: {
        [$0.texte]
      }
        == ["A": 2, "B": 1])
  }

  @Test func `texts of a consent that the whole file no longer gives are not read`() throws {
    let all = try united([
      line("w", 2, .comptes, aussi: ["x"]), line("x", 1, .textes, aussi: ["x"], textes: ["A"]),
    ])
    #expect(
      all.comptes(all.participantes()) { (_: Fait) in
        [String]()
      } textes: {
        [$0.texte]
      } == [:])
  }
}
