import JSONTree
import Testing

@testable import DPES

@Suite struct MergeRankTests {
  @Test(arguments: [
    // Put in at two places, at one place, deleted and added, moved and added.
    (["k1", "a", "k2", "k3"], ["k1", "k2", "b", "k3"], ["k1", "a", "k2", "b", "k3"]),
    (["k1", "b", "k2", "k3"], ["k1", "a", "k2", "k3"], ["k1", "a", "b", "k2", "k3"]),
    (["k2", "k3"], ["k1", "k2", "k3", "a"], ["k2", "k3", "a"]),
    (["k3", "k1", "k2"], ["k1", "a", "k2", "k3"], ["k3", "k1", "a", "k2"]),
    (["k1"], ["k1", "k2"], ["k1"]),
    (["k2", "k1", "k3"], ["k1", "k3", "k2"], ["k1", "k3", "k2"]),
  ])
  func `ranks are an order, merged as one`(
    ours: [String], theirs: [String], merged: [String]
  ) throws {
    func order(_ ids: [String], _ demarche: inout Demarche) {
      let known = demarche.schema.paliers
      demarche.schema.paliers = known.filter { ids.contains($0.id) }
      demarche.schema.paliers += ids.filter { id in !known.contains { $0.id == id } }
        .map { palier($0, 0) }
      for (index, id) in ids.enumerated() {
        let place = demarche.schema.paliers.firstIndex { $0.id == id } ?? 0
        demarche.schema.paliers[place].rang = index + 1
      }
    }
    let result = try agreeing {
      order(ours, &$0)
    } _: {
      order(theirs, &$0)
    }
    #expect(result.ranks == merged.enumerated().map { "\($1) \($0 + 1)" })
  }

  @Test func `a palier that is only pushed down does not count as changed`() throws {
    let merged = try agreeing {
      $0.schema.paliers.removeLast()
    } _: {
      for index in 0..<3 { $0.schema.paliers[index].rang? += 1 }
      $0.schema.paliers.append(palier("a", 1))
    }
    #expect(merged.ranks == ["a 1", "k1 2", "k2 3"])
  }

  @Test func `a palier that changes axes leaves no gap`() throws {
    let merged = try agreeing {
      $0.schema.paliers[0].axe = .territoire
      $0.schema.paliers[1].rang = 1
      $0.schema.paliers[2].rang = 2
    } _: {
      $0.schema.paliers.append(palier("a", 1, axe: .territoire))
      $0.schema.paliers.append(palier("b", 4))
    }
    #expect(merged.ranks == ["k2 1", "k3 2", "b 3", "a 1", "k1 2"])
  }

  @Test func `ranks that one side alone changed stay as it has them`() throws {
    var (before, ours) = (try smallDemarche(), try smallDemarche())
    ours.schema.paliers[2].rang = 7
    before.others = ours.others
    var theirs = before
    theirs.participants.removeLast()
    let result = try Demarche.merge(base: before, ours: ours, theirs: theirs)
    #expect(result.merged.schema == ours.schema)
  }
}

@Suite struct MergeUseTests {
  @Test func `undo takes back one edit, and not what another did since`() throws {
    let before = try smallDemarche()
    var after = before
    after.cercles[1].observations[0].statut = .vert
    after.cercles[1].observations.append(observation("o9"))
    after.schema.paliers.remove(at: 0)
    after.schema.paliers[0].rang = 1
    after.schema.paliers[1].rang = 2
    var now = after
    now.cercles[1].observations[0].texte = "Mieux dit"
    now.cercles[1].observations.append(observation("o8"))
    now.schema.paliers.append(palier("k9", 3))

    let undone = try Demarche.merge(base: after, ours: before, theirs: now)
    var expected = before
    expected.cercles[1].observations[0].texte = "Mieux dit"
    expected.cercles[1].observations.append(observation("o8"))
    expected.schema.paliers.append(palier("k9", 4))
    #expect(undone.merged == expected && undone.conflicts == [])

    let redone = try Demarche.merge(base: before, ours: after, theirs: undone.merged)
    #expect(redone.conflicts == [])
    #expect(redone.merged.ranks == now.ranks)
    #expect(redone.merged.cercles[1].observations.map(\.id).sorted() == ["o3", "o8", "o9"])
    #expect(redone.merged.cercles[1].observations[0] == now.cercles[1].observations[0])
  }

  @Test func `undo of what another changed since asks, and keeps what the undo wants`() throws {
    let before = try smallDemarche()
    var (after, now) = (before, before)
    after.cercles[1].observations[0].statut = .vert
    now.cercles[1].observations[0].statut = .rouge
    let undone = try Demarche.merge(base: after, ours: before, theirs: now)
    #expect(undone.merged == before)
    #expect(undone.conflicts.map(\.refusedValue) == [.string("rouge")])
  }

  @Test func `without other changes undo is simply going back`() throws {
    let before = try smallDemarche()
    var after = before
    after.participants = []
    #expect(try Demarche.merge(base: after, ours: before, theirs: after).merged == before)
  }

  @Test func `a conflict says where it is as people do`() throws {
    let result = try merging {
      $0.cercles[1].observations[0].statut = .vert
      $0.cercles[1].observations.insert(observation("o0"), at: 0)
      $0.schema.paliers[0].indicateurs[0].realises[12] = Realise()
      $0.schema.paliers[0].indicateurs[0].realises[12]?.statut = .atteint
    } _: {
      $0.cercles[1].observations[0].statut = .rouge
      $0.schema.paliers[0].indicateurs[0].realises[12] = Realise()
      $0.schema.paliers[0].indicateurs[0].realises[12]?.statut = .partiel
    }
    #expect(
      result.conflicts.map { $0.lieu(in: result.merged.json) } == [
        "image du 5 novembre 2026, observation 13, «\u{A0}statut\u{A0}»",
        "palier «\u{A0}Bas\u{A0}», indicateur «\u{A0}I\u{A0}», période 12, «\u{A0}statut\u{A0}»",
      ])
    #expect(result.conflicts[0].base == .string("orange"))
    #expect(result.conflicts[0].keptValue == .string("vert"))
  }

  @Test func `the refused versions can be taken instead`() throws {
    let result = try merging {
      $0.cercles[0].figee = true
      $0.cercles[1].observations[0].statut = .vert
      $0.cercles[1].titre = "Ici"
      $0.schema.paliers[2].axe = .personne
      $0.schema.paliers[2].rang = 1
    } _: {
      $0.cercles[0].observations.remove(at: 0)
      $0.cercles[0].observations += [observation("o8"), observation("o9")]
      $0.cercles[1].observations[0].statut = nil
      $0.cercles[1].titre = "Là"
      $0.schema.paliers[2].axe = .territoire
      $0.schema.paliers[2].rang = 1
    }
    #expect(result.conflicts.count == 6)
    let chosen = result.conflicts.filter { $0.pointer.steps.last != .key("titre") }
    let taken = try result.merged.taking(chosen)
    #expect(taken.cercles[0].observations.map(\.id) == ["o2", "o8", "o9"])
    #expect(taken.cercles[1].observations[0].statut == nil)
    #expect(taken.cercles[1].titre == "Ici")
    #expect(taken.ranks == ["k1 1", "k2 2", "k3 1"])
    #expect(taken.schema.paliers[2].axe == .territoire)
    #expect(try result.merged.taking([]) == result.merged)
  }
}
