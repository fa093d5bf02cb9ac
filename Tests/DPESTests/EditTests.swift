import Testing

@testable import DPES

@Suite struct EditTests {
  /// A démarche and what somebody made of it, without the historique, which is no part of an edit.
  private func pair(_ random: inout MergeGenerator) throws -> (before: Demarche, after: Demarche) {
    var before = try random.demarche()
    var after = try random.edited(before, edits: random.number(3) + 1)
    before.historique = []
    after.historique = []
    return (before, after)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `an edit is made again and taken back exactly`(seed: UInt64) throws {
    var random = MergeGenerator(seed: seed)
    let (before, after) = try pair(&random)
    let edit = Edit(from: before, to: after)
    #expect(edit.applied(to: before) == after)
    #expect(edit.reversed.applied(to: after) == before)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `among others' changes it is taken back as a merge of the whole does it`(
    seed: UInt64
  ) throws {
    var random = MergeGenerator(seed: seed)
    let (before, after) = try pair(&random)
    var now = try random.edited(after)
    let historique = now.historique
    let merged = try Edit(from: before, to: after).reversed.merged(into: now).merged
    #expect(merged.historique == historique)
    #expect(merged.constats([.lienRompu]) == [])
    now.historique = []
    // What others deleted does not come back.
    let sides = (after.json, before.json)
    let base = try Demarche(file: sides.0.without(deletedIn: now.json, beside: sides.1))
    let ours = try Demarche(file: sides.1.without(deletedIn: now.json, beside: sides.0))
    var whole = try Demarche.unite(base: base, ours: ours, theirs: now).merged
    whole.historique = historique
    now.historique = historique
    whole.renumber(keeping: now)
    // A merge of the whole has what is linked to stay; an edit does not know it any more.
    let deleted = before.linkTargets.intersection(after.linkTargets).subtracting(now.linkTargets)
    guard whole.linkTargets.intersection(deleted).isSubset(of: merged.linkTargets) else { return }
    // It may also link to what others deleted with all of its image, which an edit never does.
    guard whole.constats([.lienRompu]) == [] else { return }
    #expect(merged == whole)
  }

  @Test func `every part of a démarche is one that an edit can change`() throws {
    for seed in 0..<20 as Range<UInt64> {
      var marked = MarkedDemarche(seed: seed)
      var full = try Demarche(file: marked.tree())
      full.historique = []
      let edit = Edit(from: Demarche(), to: full)
      #expect(edit.applied(to: Demarche()) == full)
    }
  }

  @Test func `of a long list an edit keeps what it changed`() {
    var before = Demarche()
    var image = CercleDeQualite()
    image.observations = (0..<100).map { index in
      var observation = Observation()
      observation.id = "o\(index)"
      observation.texte = "Dit \(index)"
      return observation
    }
    before.cercles = [image]
    var after = before
    after.cercles[0].observations[50].statut = .rouge
    let kept = "\(Edit(from: before, to: after))"
    #expect(kept.contains("Dit 50"))
    #expect(!kept.contains("Dit 49") && !kept.contains("Dit 51"))
  }
}
