import JSONTree
import Testing

@testable import DPES

/// Three people work on one démarche, and bring what they have together again and again.
@Suite struct ClonesTests {
  /// A clone: what it has, and what it last had in common with the shared one.
  fileprivate struct Clone {
    var demarche: Demarche
    var base: Demarche
    var generator: MergeGenerator
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `fifty rounds of random work end alike, and no image has a number twice`(
    seed: UInt64
  ) throws {
    var shared = Demarche(id: "d", raisonSociale: "X", debut: Day(number: 750_000))
    var clones = (0..<3).map {
      Clone(
        demarche: shared, base: shared, generator: MergeGenerator(seed: seed * 10 + UInt64($0) + 1))
    }
    for round in 0..<50 {
      for index in clones.indices {
        clones[index].work(round)
        guard !clones[index].generator.chance(3) else { continue }
        try clones[index].meet(&shared, "seed \(seed), round \(round)")
      }
    }
    for index in clones.indices { try clones[index].meet(&shared, "seed \(seed), at the end") }
    for index in clones.indices { try clones[index].meet(&shared, "seed \(seed), at the end") }
    #expect(clones.allSatisfy { $0.demarche == shared })
    #expect(shared.faults == [])
  }
}

extension ClonesTests.Clone {
  /// One of the things that people do on the cercle.
  fileprivate mutating func work(_ round: Int) {
    let signature = Signature(
      quand: Instant(seconds: 1_900_000_000 + round * 3600), jour: Day(number: 750_000 + round / 4))
    var ids = generator.ids
    defer { generator.ids = ids }
    for _ in 0...generator.number(3) {
      let open = demarche.imageOuverte.map { demarche.cercles[$0] }
      let id = generator.any(of: open?.observations ?? [])?.id ?? ""
      switch generator.number(11) {
      case 0...3:
        demarche.ajouterObservation(
          generator.text(), axe: nil, statut: .orange, signature, ids: &ids)
      case 4, 5:
        demarche.modifierObservation(id, signature) {
          $0.statut = generator.any(of: Statut.allCases)
        }
      case 6: demarche.supprimerObservation(id, signature)
      case 7: demarche.scinder(id, en: ("A", "B"), signature, ids: &ids)
      case 8:
        var new = palier(ids.next(), demarche.schema.paliers.count + 1)
        new.observations = id.isEmpty ? [] : [id]
        demarche.schema.paliers.append(new)
      case 9:
        guard let open, generator.chance(2) else { break }
        // An image without observations is not frozen.
        _ = try? demarche.figerImage(open.id, signature)
      default:
        // While an image is open, none is begun.
        _ = try? demarche.commencerImage(signature, ids: &ids)
      }
    }
  }

  /// Merges with what is shared, both ways round alike, and shares the result.
  fileprivate mutating func meet(_ shared: inout Demarche, _ comment: String) throws {
    let (merged, conflicts) = try Demarche.merge(base: base, ours: demarche, theirs: shared)
    let other = try Demarche.merge(base: base, ours: shared, theirs: demarche)
    if conflicts.isEmpty { #expect(merged == other.merged, "\(comment)") }
    #expect(merged.numbersTwice == [], "\(comment)")
    #expect(merged.faults == [], "\(comment)")
    #expect(!conflicts.contains { $0.pointer.steps.last == .key("numero") }, "\(comment)")
    (demarche, base, shared) = (merged, merged, merged)
  }
}

extension Demarche {
  fileprivate var numbersTwice: [String] { constats([.numeroEnDouble]).map(\.phrase) }
}
