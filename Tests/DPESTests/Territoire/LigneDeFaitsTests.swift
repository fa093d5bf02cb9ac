import JSONTree
import Testing

@testable import DPES

@Suite struct LigneDeFaitsTests {
  private static let line = """
    {"v":1,"jour":"2026-11-29","id":"a3nc432xnky","avance":[45,"2026-10-28T14:32:05Z","b338fca595c5"],\
    "noms":["9f2c11d0"],"quoi":"comptes","aussi":["k7abcdefghi"],\
    "faits":["axe:democratie orange","charte-apes:achats-locaux vert"]}
    """

  private func read(_ text: String) throws -> LigneDeFaits {
    try LigneDeFaits(ligne: Array(text.utf8))
  }

  @Test func `a line is written as it was read`() throws {
    let line = try read(Self.line)
    #expect(String(decoding: line.bytes, as: UTF8.self) == Self.line + "\n")
    #expect(line.avance.longueur == 45 && line.quoi == .comptes && !line.estUnExtrait)
  }

  @Test func `the keys may come in any order, as other programs write them`() throws {
    let other = """
      {"faits": [], "aussi": [], "quoi": "aucun", "noms": [], "avance": [0, "", "b338fca595c5"],
       "id": "x", "jour": "2026-11-29", "v": 1}
      """
    #expect(try read(other).quoi == nil)
  }

  /// What is put in the place of what, and why it is then no line.
  static let faults: [(String, String, LigneDeFaits.Faute)] = [
    ("}", "", .json), (line, "", .json), (line, "[]", .json), (line, "{}", .cle("v")),
    (line, "{\"v\":1", .json), ("\"v\":1", "\"v\":2", .version(2)),
    ("\"v\":1", "\"v\":\"1\"", .cle("v")),
    ("\"quoi\"", "\"quoi\":\"comptes\",\"quoi\"", .json),
    ("\"v\":1,", "\"v\":1,\"x\":1,", .cle("x")),
    ("2026-11-29", "2026-11-31", .cle("jour")), ("a3nc432xnky", "", .cle("id")),
    ("a3nc432xnky", String(repeating: "a", count: 101), .cle("id")),
    ("[45,", "[-1,", .cle("avance")),
    ("[45,", "[4.5,", .cle("avance")), ("[45,", "[1e99,", .cle("avance")),
    ("2026-10-28T14:32:05Z", "hier", .cle("avance")),
    ("2026-10-28T14:32:05Z", "2026-10-28T14:32:05.5Z", .cle("avance")),
    ("b338fca595c5", "B338FCA595C5", .cle("avance")), ("b338fca595c5", "b338", .cle("avance")),
    ("9f2c11d0", "Les Ateliers", .cle("noms")), ("\"comptes\"", "\"tout\"", .cle("quoi")),
    ("\"comptes\"", "\"aucun\"", .cle("faits")), ("\"comptes\"", "null", .cle("quoi")),
    ("[\"k7abcdefghi\"]", "[\"k7\",\"a2\"]", .cle("aussi")),
    ("[\"k7abcdefghi\"]", "\"k7abcdefghi\"", .cle("aussi")),
    ("axe:democratie orange", "axe:democratie", .cle("faits")),
    ("axe:democratie orange", "axe:democratie fuchsia", .cle("faits")),
    ("axe:democratie orange", "axe:démo cratie orange", .cle("faits")),
    ("axe:democratie orange", "zoo:x orange", .cle("faits")),
    ("axe:democratie orange", "charte-apes:achats-locaux vert", .cle("faits")),
    ("axe:democratie orange", "\\u001b[2J:x orange", .cle("faits")),
    ("\"axe:democratie orange\"", "7", .cle("faits")),
  ]

  @Test(arguments: faults)
  func `what Palier would not write is refused, by what is wrong`(
    found: String, put: String, fault: LigneDeFaits.Faute
  ) {
    let line = Self.line.replacing(found, with: put, maxReplacements: 1)
    #expect(line != Self.line)
    #expect(throws: fault, "\(line)") { try read(line) }
  }

  @Test func `a line with more facts than people write is refused`() {
    let facts = (10_000..<15_001).map { "\"charte:u\($0) vert\"" }.joined(separator: ",")
    let line = Self.line.replacing(
      "\"axe:democratie orange\",\"charte-apes:achats-locaux vert\"", with: facts)
    #expect(throws: LigneDeFaits.Faute.cle("faits")) { try read(line) }
  }

  @Test func `the later state of a démarche is the greater`() {
    func avance(_ length: Int, _ last: String, _ digest: String) -> LigneDeFaits.Avance {
      LigneDeFaits.Avance(longueur: length, dernier: last, empreinte: digest)
    }
    #expect(avance(9, "2026-12-01", "b") < avance(10, "2026-01-01", "a"))
    #expect(avance(9, "2026-01-01", "b") < avance(9, "2026-12-01", "a"))
    #expect(avance(9, "", "a") < avance(9, "", "b"))
    #expect(!(avance(9, "", "a") < avance(9, "", "a")))
  }

  private let today = Day(iso: "2026-12-01") ?? Day(number: 0)

  private func line(_ json: String, accord: Transmission.Quoi? = nil) throws -> LigneDeFaits {
    let demarche = try Demarche(
      file: tree(
        "{format: dpes, version: 1, id: d, structure: {raisonSociale: \"Les Halles\"}, candidature: {valeurs: \"V\"}, \(json)}"
      ))
    return try LigneDeFaits(demarche, bytes: Array(json.utf8), le: today, accord: accord)
  }

  @Test func `only what was consented to is in a line`() throws {
    #expect(try line("transmissions: []").faits == [])
    #expect(try line("transmissions: []").quoi == nil)
    #expect(try line("transmissions: []", accord: .comptes).faits == ["appel candidature"])
    let given = try line("transmissions: [{id: t, quoi: textes}]")
    #expect(given.quoi == .textes && given.aussi == ["t"] && given.faits == ["appel candidature"])
    // The paper is older than the word.
    let withdrawn = try line(
      "transmissions: [{id: t, retireLe: \"2026-11-01\"}]", accord: .comptes)
    #expect(withdrawn.quoi == nil && withdrawn.faits == [] && withdrawn.aussi == ["t"])
  }

  @Test func `a line says how far the file is, and its name in a digest alone`() throws {
    let one = try line(
      "historique: [{quand: \"2026-01-01T10:00:00Z\"}, {quand: \"2026-02-01T10:00:00Z\"}]")
    #expect(one.avance.longueur == 2 && one.avance.dernier == "2026-02-01T10:00:00Z")
    #expect(one.noms.count == 1 && one.noms != ["Les Halles"])
    #expect(try LigneDeFaits(ligne: one.bytes.dropLast()) == one)
  }

  @Test func `ids that nobody wrote make no line`() throws {
    let long = String(repeating: "a", count: 101)
    #expect(throws: LigneDeFaits.Incoherence.tropDeTransmissions) {
      try line("transmissions: [{id: \(long)}]")
    }
    var demarche = Demarche(id: long, raisonSociale: "X")
    #expect(throws: LigneDeFaits.Incoherence.identifiant) {
      try LigneDeFaits(demarche, bytes: [], le: today)
    }
    demarche.id = ""
    #expect(throws: LigneDeFaits.Incoherence.identifiant) {
      try LigneDeFaits(demarche, bytes: [], le: today)
    }
  }
}
