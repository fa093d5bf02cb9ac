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

  private static let texts =
    "\"textes\":[[\"\",\"\",\"B\"],[\"democratie\",\"rouge\",\"Peu de voix\"]]}"
  private static let given = String(
    line.replacing("\"comptes\"", with: "\"textes\"").dropLast() + "," + texts)

  @Test func `texts that were given stand in the line`() throws {
    let line = try read(Self.given)
    #expect(String(decoding: line.bytes, as: UTF8.self) == Self.given + "\n")
    #expect(line.textes.map(\.texte) == ["B", "Peu de voix"])
    #expect(line.textes.map(\.statut) == [nil, .rouge])
    // As lines were before there were texts.
    let older = Self.line.replacing("\"comptes\"", with: "\"textes\"")
    #expect(try read(older).textes == [])
  }

  @Test(arguments: [
    ("\"textes\",", "\"comptes\","), ("[\"\",\"\",\"B\"]", "\"B\""), ("\"rouge\"", "\"fuchsia\""),
    ("\"democratie\"", "\"zoo\""), ("\"B\"", "\"\""), ("\"B\"", "\" B\""),
    ("\"B\"", "\"\\u001b[2J\""),
    ("\"B\"", "\"a\\nb\""), ("\"B\"", "7"), ("[\"\",\"\",\"B\"],", "[\"utilite\",\"\",\"B\"],"),
    ("\"B\"", "\"\(Demarche.garde)\""), (texts, "\"textes\":{}}"),
    ("\"B\"", "\"\(String(repeating: "b", count: 256 << 10))\""),
  ])
  func `texts that Palier would not write are refused`(found: String, put: String) {
    let line = Self.given.replacing(found, with: put, maxReplacements: 1)
    #expect(line != Self.given)
    #expect(throws: LigneDeFaits.Faute.cle("textes")) { try read(line) }
  }

  private static let image = """
    participants: [{id: p, nom: Durandal, prenom: Zoe}], cercles: [
      {id: c, date: "2026-01-05", observations: [{id: o, texte: Avant, axe: utilite}]},
      {id: d, date: "2026-06-05", observations: [
        {id: q, texte: "Zoe Durandal\\n  décide", axe: democratie, statut: rouge},
        {id: r, texte: "(gardé par la structure)", axe: democratie, statut: vert},
        {id: s, texte: "Zoe Durandal décide", axe: democratie, statut: rouge}]}]
    """

  @Test func `the texts of the last image go, once each, masked where the consent is on paper`()
    throws
  {
    let paper = try line("\(Self.image), transmissions: []", accord: .textes).textes
    #expect(paper.count == 1 && paper.first?.statut == .rouge && paper.first?.axe == .democratie)
    let text = try #require(paper.first?.texte)
    #expect(text.hasSuffix("décide") && !text.contains("Durandal") && !text.contains("Zoe"))
    #expect(try line("\(Self.image), transmissions: []", accord: .comptes).textes == [])
    // What was handed over says which words; the file that it comes from does not.
    let extract = try line("\(Self.image), transmissions: [{id: d, quoi: textes}]")
    #expect(extract.estUnExtrait && extract.textes.map(\.texte) == ["Zoe Durandal décide"])
    let whole = try line("\(Self.image), transmissions: [{id: t, quoi: textes}]")
    #expect(whole.quoi == .textes && whole.textes == [])
  }

  @Test func `more texts than a line holds are no line`() {
    let long = String(repeating: "b", count: 257 << 10)
    #expect(throws: LigneDeFaits.Incoherence.tropDeTextes) {
      try line(
        "transmissions: [], cercles: [{id: c, date: \"2026-01-05\", observations: [{id: o, texte: \"\(long)\"}]}]",
        accord: .textes)
    }
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
