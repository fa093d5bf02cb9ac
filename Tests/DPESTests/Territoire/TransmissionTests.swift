import JSONTree
import Testing

@testable import DPES

@Suite struct TransmissionTests {
  private let today = Day(iso: "2026-12-01") ?? Day(number: 0)

  /// A démarche with these transmissions, in JSON without quotes.
  private func demarche(_ transmissions: String) throws -> Demarche {
    try Demarche(
      file: tree(
        "{format: dpes, version: 1, id: d, structure: {raisonSociale: X}, transmissions: [\(transmissions)]}"
      ))
  }

  @Test(
    arguments: [
      ("", nil), ("{id: t}", .comptes), ("{id: t, quoi: comptes}", .comptes),
      ("{id: t, quoi: textes}", .textes),
      ("{id: t, quoi: textes, jusquau: \"2026-12-01\"}", .textes),
      ("{id: t, quoi: textes, jusquau: \"2026-11-30\"}", nil),
      ("{id: t, quoi: textes, retireLe: \"2026-11-30\"}", nil),
      // Withdrawn is withdrawn, also where a clock is ahead.
      ("{id: t, quoi: textes, retireLe: \"2027-01-01\"}", nil),
      ("{id: t, quoi: textes}, {id: u, quoi: comptes}", .comptes),
      ("{id: t, quoi: textes}, {id: u, quoi: comptes, retireLe: \"2026-11-30\"}", .textes),
    ] as [(String, Transmission.Quoi?)])
  func `a consent holds until its day or its withdrawal, and of several the least`(
    transmissions: String, accord: Transmission.Quoi?
  ) throws {
    #expect(try demarche(transmissions).accord(le: today) == accord)
  }

  @Test func `the id of what was handed over is that of another démarche, also in what was`() throws
  {
    let extrait = try demarche("{id: d}")
    #expect(extrait.constats([.idEnDouble]) == [])
    let twice = try demarche("{id: t}, {id: t}")
    #expect(twice.constats([.idEnDouble]).map(\.pointeur) == ["/transmissions/1/id"].map(pointer))
  }

  private func pointer(_ text: String) -> JSONPointer {
    JSONPointer(
      text.split(separator: "/").map { part in Int(part).map { .index($0) } ?? .key(String(part)) })
  }

  @Test func `a least number below 3 is told, and counts as 3`() throws {
    let territoire = try Demarche(
      file: tree(
        "{format: dpes, version: 1, id: d, structure: {raisonSociale: X}, territoire: {seuil: 2}}"))
    #expect(territoire.territoire?.seuil == nil)
    #expect(territoire.constats([.horsLimites]).map(\.regle) == [.horsLimites])
    #expect(territoire.territoire?.dossiersLus == ["structures"])
  }

  @Test func `a copy without names says neither of whom a territory is nor to whom it was given`()
    throws
  {
    var demarche = try demarche("{id: tapes222222, a: \"APES Artois\", quoi: textes}")
    demarche.territoire = Territoire()
    demarche.territoire?.dossiers = ["structures"]
    var ids = IDGenerator(seed: 1)
    let copy = try demarche.anonymisee(.complet, ids: &ids)
    #expect(copy.transmissions == [] && copy.territoire == nil)
  }

  @Test func `an undo tells a transmission and a territory`() throws {
    let before = try demarche("")
    var after = try demarche("{id: t}")
    after.territoire = Territoire()
    #expect(Edit(from: before, to: after).changes == [.transmission("t"), .territoire])
  }

  @Test func `two machines' restitutions and consents are put together`() throws {
    let base = try demarche("")
    var (ours, theirs) = (base, base)
    ours.territoire = Territoire()
    ours.territoire?.restitutions = [restitution("r1")]
    theirs.territoire = Territoire()
    theirs.territoire?.restitutions = [restitution("r2")]
    theirs.transmissions = try demarche("{id: t}").transmissions
    let (merged, conflicts) = try Demarche.merge(base: base, ours: ours, theirs: theirs)
    #expect(conflicts == [])
    #expect(merged.territoire?.restitutions.map(\.id) == ["r1", "r2"])
    #expect(merged.transmissions.map(\.id) == ["t"])
  }

  private func restitution(_ id: String) -> Territoire.Restitution {
    var one = Territoire.Restitution()
    one.id = id
    one.structures = ["a", "b"]
    one.reponses = Reponses()
    one.reponses?.parCle = [
      "axe:utilite rouge": .mot(.presqueToutes), "promesse tenue": .nombre(4),
    ]
    return one
  }

  @Test func `answers that are no word of the format nor a number are refused`() {
    for text in ["beaucoup", "", "3.5", "-1", "null", "true", "[]"] {
      let value = text.isEmpty ? "\"\"" : text
      let tree = try? JSONValue.parse(Array("{\"a b\": \(value)}".utf8))
      #expect(tree.map { Reponses(scalar: $0) == nil } ?? true, "\(text)")
    }
  }
}
