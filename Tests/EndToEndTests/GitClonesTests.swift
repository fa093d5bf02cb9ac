import DPES
import Foundation
import JSONTree
import Testing

/// Three clones of one bare repository, `palier` as the driver of their merges.
///
/// `PALIER_ROUNDS` says how many rounds; fifty take some minutes.
@Suite(.enabled(if: Programs.path(of: "git") != nil)) struct GitClonesTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["PALIER_ROUNDS"].flatMap { Int($0) } ?? 10

  private let folder: CommandFolder
  private let names = ["a", "b", "c"]

  init() throws {
    folder = try CommandFolder()
    try git(in: ".", "init", "-q", "--bare", "-b", "main", "commun.git")
    for name in names {
      try git(in: ".", "clone", "-q", "commun.git", name)
      try git(
        in: name, "config", "merge.palier.driver",
        "'\(palierPath)' fusionner %O %A %B --vers %A --remplacer")
    }
    try folder.put("*.dpes.json merge=palier\n", in: "a/.gitattributes")
    try folder.put(smallFile, in: "a/x.dpes.json")
    try git(in: "a", "add", ".")
    try git(in: "a", "commit", "-qm", "début")
    try git(in: "a", "push", "-q", "origin", "HEAD:main")
    for name in names.dropFirst() { try git(in: name, "pull", "-q", "origin", "main") }
  }

  @discardableResult
  private func git(in place: String, _ arguments: String...) throws -> CommandFolder.Answer {
    let program = try #require(Programs.path(of: "git"))
    let answer = try folder.run(
      program,
      [
        "-C", place, "-c", "user.name=Essai", "-c", "user.email=essai@exemple.invalid",
        "-c", "init.defaultBranch=main", "-c", "advice.detachedHead=false",
      ] + arguments)
    if !["merge", "push"].contains(arguments[0]) {
      #expect(answer.status == 0, "\(arguments) \(answer)")
    }
    return answer
  }

  private func demarche(_ name: String) throws -> Demarche {
    try Demarche(file: JSONValue.parse(try folder.bytes("\(name)/x.dpes.json")))
  }

  private func commit(_ name: String) throws {
    try git(in: name, "add", "x.dpes.json")
    try git(in: name, "commit", "-q", "--allow-empty", "-m", name)
  }

  /// Merges what the others pushed, a person agreeing to what is kept, and pushes.
  private func meet(_ name: String) throws {
    try git(in: name, "fetch", "-q", "origin")
    let merge = try git(in: name, "merge", "-q", "--no-edit", "origin/main")
    if merge.status != 0 {
      #expect(merge.error == "" || !merge.error.contains("fatal"), "\(merge)")
      try commit(name)
    }
    #expect(try git(in: name, "push", "-q", "origin", "HEAD:main").status == 0)
  }

  @Test(.timeLimit(.minutes(10)))
  func `rounds of random work in each end with equal files, content, no number twice`() throws {
    var random = Random(state: 20_261_129)
    for round in 0..<Self.rounds {
      for name in names {
        var demarche = try demarche(name)
        random.work(on: &demarche, round)
        try folder.put(JSONValue.write(demarche.json), in: "\(name)/x.dpes.json")
        try commit(name)
        if random.next(3) > 0 || round == Self.rounds - 1 { try meet(name) }
      }
    }
    for name in names + names { try meet(name) }
    let texts = try names.map { try folder.text("\($0)/x.dpes.json") }
    #expect(Set(texts).count == 1)
    for name in names {
      let answer = try folder.palier("verifier", "\(name)/x.dpes.json")
      #expect(answer.status == 0, "\(answer)")
      #expect(!answer.output.contains("numero-en-double") && !answer.output.contains("même numéro"))
    }
    let demarche = try demarche("a")
    for image in demarche.cercles {
      let numbers = image.observations.compactMap(\.numero)
      #expect(Set(numbers).count == numbers.count)
    }
    // Images begun on one day by several are one.
    let days = demarche.cercles.filter { !$0.figee }.map(\.date)
    #expect(Set(days).count == days.count)
  }
}

/// Random work, the same from one seed.
private struct Random {
  var state: UInt64

  mutating func next(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, count)))
  }

  mutating func work(on demarche: inout Demarche, _ round: Int) {
    let signature = Signature(
      quand: Instant(seconds: 1_790_000_000 + round * 3600), jour: Day(number: 739_900 + round / 3))
    var ids = IDGenerator(seed: UInt64(next(1 << 30)))
    for _ in 0...next(4) {
      let open = demarche.imageOuverte.map { demarche.cercles[$0] }
      let observations = open?.observations ?? []
      let id = observations.isEmpty ? "" : observations[next(observations.count)].id
      switch next(9) {
      case 0...3:
        demarche.ajouterObservation(
          "Mot \(next(1000))", axe: .utilite, statut: .orange, signature, ids: &ids)
      case 4:
        let statut = Statut.allCases[next(3)]
        demarche.modifierObservation(id, signature) { $0.statut = statut }
      case 5: demarche.modifierObservation(id, signature) { $0.texte = "Mot \(next(1000))" }
      case 6: demarche.supprimerObservation(id, signature)
      case 7:
        guard let open, next(2) == 0 else { break }
        // One without observations is not frozen.
        _ = try? demarche.figerImage(open.id, signature)
      default:
        // While one is open, none is begun.
        _ = try? demarche.commencerImage(signature, ids: &ids)
      }
    }
  }
}
