import JSONTree
import Testing

@testable import DPES

/// The second circle, of peers who visit.
@Suite struct RegardTests {
  private static let jour = Day(iso: "2027-03-12") ?? Day(number: 0)

  private var signature: Signature {
    Signature(quand: Instant(seconds: Self.jour.number * 86_400), jour: Self.jour)
  }

  /// A frozen image of two observations, and one that is open since.
  private func demarche() throws -> Demarche {
    try Demarche(
      file: tree(
        """
        {format: dpes, version: 1, id: d, structure: {raisonSociale: X},
         cercles: [{id: c1, date: "2026-11-03", figee: true, observations: [
           {id: o1, numero: 1, axe: democratie, statut: orange, texte: "Un"},
           {id: o2, numero: 2, axe: utilite, statut: rouge, texte: "Deux"}]},
          {id: c2, date: "2027-01-10", observations: [
           {id: o3, numero: 1, axe: democratie, statut: orange, texte: "Un", origine: o1}]}]}
        """))
  }

  private func seen(
    _ change: (inout Demarche, String) throws -> Void = { _, _ in }
  ) throws -> (demarche: Demarche, regard: String) {
    var (demarche, ids) = (try demarche(), IDGenerator(seed: 3))
    let regard = try demarche.commencerRegard(
      sur: "c1", du: Self.jour, par: "Foyer", ids: &ids)
    try change(&demarche, regard)
    return (demarche, regard)
  }

  @Test func `it is of a frozen image of the group’s, and of no day before it`() throws {
    var (demarche, ids) = (try demarche(), IDGenerator(seed: 3))
    #expect(throws: Demarche.RefusDImage.pasFigee(demarche.cercles[1])) {
      try demarche.commencerRegard(sur: "c2", du: Self.jour, par: nil, ids: &ids)
    }
    let early = Day(iso: "2026-11-02") ?? Self.jour
    #expect(throws: Demarche.RefusDImage.horsOrdre(apres: demarche.cercles[0].date, avant: nil)) {
      try demarche.commencerRegard(sur: "c1", du: early, par: nil, ids: &ids)
    }
    let regard = try demarche.commencerRegard(sur: "c1", du: Self.jour, par: nil, ids: &ids)
    #expect(throws: Demarche.RefusDImage.regard) {
      try demarche.commencerRegard(sur: regard, du: Self.jour, par: nil, ids: &ids)
    }
    #expect(throws: Demarche.RefusDImage.dejaLa(demarche.cercles[2])) {
      try demarche.commencerRegard(sur: "c1", du: Self.jour, par: nil, ids: &ids)
    }
    #expect(throws: Demarche.RefusDImage.horsOrdre(apres: demarche.cercles[0].date, avant: nil)) {
      try demarche.modifierImage(regard, date: early, titre: nil, signature)
    }
    #expect(demarche.cercles[2].observations.map(\.origine) == ["o1", "o2"])
    #expect(demarche.cercles[2].observations.map(\.numero) == [1, 2])
    #expect(demarche.constats().isEmpty)
  }

  @Test func `nothing that means the group’s image takes it for one`() throws {
    let before = try demarche()
    let (demarche, regard) = try seen { demarche, regard in
      demarche.modifierObservation(demarche.cercles[2].observations[0].id, self.signature) {
        ($0.statut, $0.priorite) = (.rouge, true)
      }
    }
    #expect(demarche.imagesParDate == [0, 1] && demarche.imagesEtRegards == [0, 1, 2])
    #expect(demarche.imageOuverte == 1)
    let (old, new) = [before, demarche].map { Avancement($0.schema, le: Self.jour.adding(days: 1)) }
      .pair
    #expect(PageDuCA(before, old) == PageDuCA(demarche, new))
    #expect(Parcours(before, old) == Parcours(demarche, new))
    #expect(Devenir.devenirs(before, old) == Devenir.devenirs(demarche, new))
    #expect(ChoixDeDocument().image(dans: demarche, le: Self.jour)?.id == "c2")
    #expect(ChoixDeDocument(image: regard).image(dans: demarche, le: Self.jour) == nil)
    var frozen = demarche
    var visit = Seance()
    (visit.id, visit.date) = ("s", Self.jour)
    frozen.seances = [visit]
    #expect(try frozen.figerImage(regard, signature))
    #expect(frozen.cercles[2].figee && frozen.cercles[2].seance == nil)
  }

  @Test func `it is compared with its image, in words that say neither better nor worse`() throws {
    let (demarche, regard) = try seen { demarche, regard in
      var ids = IDGenerator(seed: 9)
      let mine = demarche.cercles[2].observations.map(\.id)
      demarche.modifierObservation(mine[0], self.signature) { $0.statut = .rouge }
      demarche.modifierObservation(mine[1], self.signature) { $0.statut = .vert }
      let added = demarche.ajouterObservations(
        ["Trois"], axe: .territoire, auteur: nil, dans: regard, self.signature, ids: &ids)
      #expect(demarche.cercles[2].observations.last?.id == added[0])
      #expect(demarche.cercles[2].observations.last?.numero == 3)
    }
    #expect(demarche.imageAvant(regard) == 0 && demarche.aUneImage(avant: regard))
    let lignes = ComparaisonDImages(
      de: demarche.cercles[0], a: demarche.cercles[2], dans: demarche)
    #expect(lignes.lecture == .regard)
    let words = lignes.lignes.map { $0.evolution.mot(lignes.lecture) }
    #expect(
      words == ["vue plus sévèrement", "vue plus favorablement", "vue par les pairs seuls"])
    #expect(ComparaisonDImages.Evolution.degradee.mot(.regard, pour: 2) == "vues plus sévèrement")
    for evolution in ComparaisonDImages.Evolution.allCases {
      for lecture in [ComparaisonDImages.Lecture.regard, .regards] {
        let said = evolution.mot(lecture) + evolution.code(lecture) + evolution.enTete(lecture)
        #expect(!said.contains("lior") && !said.contains("grad"))
      }
    }
    let back = ComparaisonDImages(de: demarche.cercles[0], a: demarche.cercles[1], dans: demarche)
    #expect(back.lecture == .temps && back.lignes[0].evolution.mot() == "inchangée")
  }

  @Test func `the copy comes home, and both machines write the same`() throws {
    let base = try demarche()
    let (theirs, regard) = try seen { demarche, regard in
      demarche.modifierObservation(demarche.cercles[2].observations[0].id, self.signature) {
        $0.statut = .rouge
      }
      _ = try demarche.figerImage(regard, self.signature)
    }
    var (ours, ids) = (base, IDGenerator(seed: 8))
    ours.ajouterObservation("Neuve", axe: .utilite, statut: nil, signature, ids: &ids)
    let one = try Demarche.merge(base: base, ours: ours, theirs: theirs)
    let two = try Demarche.merge(base: base, ours: theirs, theirs: ours)
    #expect(one.conflicts.isEmpty && one.merged == two.merged)
    #expect(one.merged.cercles.first { $0.id == regard }?.regard == .pairs)
    #expect(one.merged.imagesParDate.count == 2 && one.merged.constats().isEmpty)
    // The same peers in two windows begin the same one, others another.
    var (again, other) = (base, base)
    #expect(
      try again.commencerRegard(sur: "c1", du: Self.jour, par: "Foyer", ids: &ids) == regard)
    #expect(
      try other.commencerRegard(sur: "c1", du: Self.jour, par: "Régie", ids: &ids) != regard)
    let both = try Demarche.merge(base: base, ours: try seen().demarche, theirs: again)
    #expect(both.conflicts.isEmpty && both.merged.cercles.count == 3)
    #expect(both.merged.cercles.last?.parQui == "Foyer")
  }

  @Test func `what peers saw alone is taken up once, without their colour`() throws {
    var (demarche, regard) = try seen { demarche, regard in
      var ids = IDGenerator(seed: 9)
      _ = demarche.ajouterObservations(
        ["Trois"], axe: .territoire, statut: .rouge, auteur: nil, dans: regard, self.signature,
        ids: &ids)
    }
    var ids = IDGenerator(seed: 10)
    let (known, alone) = (
      demarche.cercles[2].observations[0].id, demarche.cercles[2].observations[2]
    )
    #expect(demarche.reprendre(known, signature, ids: &ids) == nil)
    let taken = try #require(demarche.reprendre(alone.id, signature, ids: &ids))
    let own = try #require(demarche.cercles[1].observations.last)
    #expect(own.id == taken && own.origine == alone.id && own.numero == alone.numero)
    #expect(own.texte == "Trois" && own.axe == .territoire && own.statut == nil)
    #expect(demarche.reprendre(alone.id, signature, ids: &ids) == nil)
    // The group's image was open before the peers came: nothing is wrong with that.
    #expect(demarche.constats().isEmpty)
    #expect(demarche.cercles[2].id == regard)
  }

  @Test func `who looked is hidden with the names`() throws {
    let (demarche, _) = try seen()
    var ids = IDGenerator(seed: 1)
    let copy = try demarche.anonymisee(.sansNoms, ids: &ids)
    #expect(copy.cercles[2].regard == .pairs && copy.cercles[2].parQui == nil)
  }
}

extension Array {
  /// Its first two.
  fileprivate var pair: (Element, Element) { (self[0], self[1]) }
}
