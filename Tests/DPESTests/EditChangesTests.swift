import JSONTree
import Testing

@testable import DPES

@Suite struct EditChangesTests {
  @Test func `only what leaves an observation at its place in its list and its chain is a retouch`()
    throws
  {
    let changes: [(isRetouch: Bool, (inout Observation) -> Void)] = [
      (true, { $0.statut = nil }), (true, { $0.texte += "x" }), (true, { $0.priorite.toggle() }),
      (false, { $0.id += "x" }), (false, { $0.numero = 999 }), (false, { $0.axe = nil }),
      (false, { $0.origine = "x" }),
    ]
    let before = try exampleDemarche()
    for (number, (isRetouch, change)) in changes.enumerated() {
      var after = before
      change(&after.cercles[1].observations[3])
      #expect(after != before, "change \(number)")
      #expect(
        Edit(from: before, to: after).observationsRetouchees == (isRetouch ? [1: [3]] : nil),
        "change \(number)")
    }
  }

  @Test func `an image changed in more than its observations, or in their number, is new`() throws {
    let before = try exampleDemarche()
    var titled = before
    titled.cercles[0].titre = "x"
    #expect(Edit(from: before, to: titled).observationsRetouchees == nil)
    var shorter = before
    shorter.cercles[0].observations.removeLast()
    #expect(Edit(from: before, to: shorter).observationsRetouchees == nil)
    var fewer = before
    fewer.cercles.removeLast()
    #expect(Edit(from: before, to: fewer).observationsRetouchees == nil)
    let none = Edit(from: before, to: before)
    #expect(none.observationsRetouchees == [:] && none.paliersRetouches == [] && none.isEmpty)
  }

  private func changes(_ edit: (inout Demarche) -> Void) throws -> [Edit.Change] {
    let before = try smallDemarche()
    var after = before
    edit(&after)
    return Edit(from: before, to: after).changes
  }

  @Test func `each thing is told once, first what a person would call the change by`() throws {
    #expect(try changes { $0.historique.append(Trace()) } == [])
    #expect(
      try changes { $0.cercles[0].observations[1].statut = nil } == [
        .observation("o2", cercle: "c1")
      ])
    #expect(
      try changes {
        $0.cercles[0].figee = true
        $0.cercles[0].observations.removeLast()
      } == [.observation("o2", cercle: "c1"), .image("c1")])
    #expect(
      try changes { $0.cercles.removeLast() } == [.observation("o3", cercle: "c2"), .image("c2")])
    // One that continues another comes as a whole.
    #expect(
      try changes {
        var image = $0.cercles[1]
        (image.id, image.observations[0].id) = ("c3", "o4")
        image.observations[0].origine = "o3"
        $0.cercles.append(image)
      } == [.image("c3"), .observation("o4", cercle: "c3")])
    #expect(
      try changes {
        $0.schema.paliers[0].indicateurs[0].realises[18] = Realise()
        $0.schema.paliers[0].indicateurs[0].realises[12] = Realise()
        $0.schema.paliers[0].indicateurs[0].unite = "x"
      } == [.realise("i1", mois: 12), .realise("i1", mois: 18), .indicateur("i1", mois: nil)])
    #expect(
      try changes {
        $0.schema.paliers[0].indicateurs[0].objectifs[12] = .aucun
        $0.schema.paliers[0].intitule += "x"
        $0.participants[1].nom = "x"
      } == [.palier("k1"), .indicateur("i1", mois: 12), .participant("p2")])
    #expect(
      try changes {
        $0.pilotage.conduite = "x"
        $0.structure.siren = "x"
        $0.profilStrategique[.ambition].elements = ["x"]
        $0.ressources.removeAll()
      } == [.boite(.ambition), .fiche(.identite), .fiche(.pilotage), .ressource("r1")])
  }
}
