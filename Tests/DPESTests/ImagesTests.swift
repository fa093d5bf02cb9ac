import DPES
import Testing

@Suite struct ImagesTests {
  private static let jour = Day(number: 20_000)

  private var signature: Signature {
    Signature(quand: Instant(seconds: 20_000 * 86_400), jour: Self.jour, qui: "p1")
  }

  private func demarche(_ texts: [String] = ["Un accueil ouvert"]) -> Demarche {
    var demarche = Demarche(id: "d1", raisonSociale: "X", debut: Self.jour)
    var ids = IDGenerator(seed: 1)
    for texte in texts {
      demarche.ajouterObservation(
        texte, axe: .territoire, statut: .vert, signature, ids: &ids)
    }
    return demarche
  }

  @Test func `an image of a past day stands among the others and continues the one before it`()
    throws
  {
    var demarche = demarche()
    var ids = IDGenerator(seed: 2)
    try demarche.figerImage(demarche.cercles[0].id, signature)
    var later = signature
    later.jour = Self.jour.adding(days: 400)
    let third = try demarche.commencerImage(later, ids: &ids)
    // While an image is open, words go there: no other is begun.
    #expect(throws: Demarche.RefusDImage.self) {
      try demarche.insererImage(du: Self.jour.adding(days: 100), titre: nil, ids: &ids)
    }
    try demarche.figerImage(third, later)
    let paper = try demarche.insererImage(
      du: Self.jour.adding(days: 100), titre: "Sur papier", ids: &ids)
    #expect(demarche.cercles.map(\.id).firstIndex(of: paper) == 1)
    #expect(demarche.imagesParDate == [0, 1, 2] && demarche.imageOuverte == 1)
    #expect(
      demarche.cercles[1].observations.map(\.origine) == [demarche.cercles[0].observations[0].id])
    // What both continue is one thing: unchanged from either to the other.
    let changes = ComparaisonDImages(
      de: demarche.cercles[1], a: demarche.cercles[2], dans: demarche)
    #expect(changes.lignes.map(\.evolution) == [.inchangee])
    try demarche.figerImage(paper, later)
    let first = try demarche.insererImage(du: Self.jour.adding(days: -30), titre: nil, ids: &ids)
    #expect(demarche.cercles[0].id == first && demarche.cercles[0].observations.isEmpty)
    #expect(Set(demarche.cercles.map(\.id)).count == 4)
    #expect(demarche.constats().filter { $0.gravite == .erreur }.isEmpty)
  }

  @Test(
    arguments: [
      (1, 0, nil), (1, 5, nil), (1, -5, nil), (1, 11, .horsOrdre(apres: -10, avant: 10)),
      (1, -11, .horsOrdre(apres: -10, avant: 10)), (0, -400, nil),
      (0, 1, .horsOrdre(apres: nil, avant: 0)), (2, -1, .horsOrdre(apres: 0, avant: nil)),
    ] as [(Int, Int, Refusal?)])
  private func `an image takes another day, as far as images keep their order`(
    index: Int, days: Int, expected: Refusal?
  ) throws {
    var demarche = Demarche(id: "d1", raisonSociale: "X", debut: Self.jour)
    demarche.cercles = [-10, 0, 10].map { day in
      var image = CercleDeQualite()
      image.id = "c\(day)"
      image.date = Self.jour.adding(days: day)
      return image
    }
    let (before, id) = (demarche, demarche.cercles[index].id)
    var refusal: Refusal?
    do throws(Demarche.RefusDImage) {
      try demarche.modifierImage(
        id, date: Self.jour.adding(days: days), titre: nil, signature)
    } catch {
      if case .horsOrdre(let apres, let avant) = error {
        refusal = .horsOrdre(
          apres: apres.map { $0.number - Self.jour.number },
          avant: avant.map { $0.number - Self.jour.number })
      }
    }
    #expect(refusal == expected)
    #expect((demarche == before) == (expected != nil || (index, days) == (1, 0)))
    #expect(demarche.imagesParDate == before.imagesParDate)
  }

  private enum Refusal: Hashable, Sendable { case horsOrdre(apres: Int?, avant: Int?) }

  @Test func `a frozen image keeps its day and its title`() throws {
    var demarche = demarche()
    try demarche.figerImage(demarche.cercles[0].id, signature)
    let before = demarche
    #expect(throws: Demarche.RefusDImage.figee) {
      try demarche.modifierImage(
        before.cercles[0].id, date: Self.jour, titre: "Autre", signature)
    }
    #expect(demarche == before)
  }

  @Test func `a frozen image says the day and the séance, and the historique who froze it`() throws
  {
    var demarche = demarche()
    var seance = Seance()
    seance.id = "s1"
    seance.date = Self.jour
    seance.presents = ["p1"]
    demarche.seances = [seance]
    let id = demarche.cercles[0].id
    let isFrozen = try demarche.figerImage(id, signature)
    #expect(isFrozen)
    #expect(demarche.cercles[0].figee && demarche.cercles[0].figeeLe == Self.jour)
    #expect(demarche.cercles[0].seance == "s1")
    let trace = try #require(demarche.historique.last)
    #expect(trace.quoi == "gel" && trace.objet == id && trace.qui == "p1")
    #expect(trace.avant == .ouiNon(false) && trace.apres == .ouiNon(true))
    let isFrozenAgain = try demarche.figerImage(id, signature)
    #expect(!isFrozenAgain)
  }

  @Test func `nothing in a frozen image changes until it is opened again`() throws {
    var demarche = demarche()
    let image = demarche.cercles[0].id
    let observation = demarche.cercles[0].observations[0].id
    try demarche.figerImage(image, signature)
    let frozen = demarche
    demarche.modifierObservation(observation, signature) { $0.statut = .rouge }
    demarche.placerObservation(observation, sur: .utilite, en: (10, 20), signature)
    demarche.supprimerObservation(observation, signature)
    #expect(demarche == frozen)
    let isOpened = demarche.degelerImage(image, signature)
    #expect(isOpened)
    #expect(demarche.cercles[0].figeeLe == nil)
    #expect(demarche.historique.last?.quoi == "gel")
    #expect(demarche.historique.last?.apres == .ouiNon(false))
    let changed = demarche.modifierObservation(observation, signature) { $0.statut = .rouge }
    #expect(changed)
    let isOpenedAgain = demarche.degelerImage(image, signature)
    #expect(!isOpenedAgain)
  }

  @Test func `an image without observations is not frozen`() {
    var demarche = Demarche(id: "d1", raisonSociale: "X", debut: Self.jour)
    var ids = IDGenerator(seed: 1)
    demarche.creerImage(signature, ids: &ids)
    let id = demarche.cercles[0].id
    #expect(throws: Demarche.RefusDImage.vide) {
      try demarche.figerImage(id, signature)
    }
    #expect(!demarche.cercles[0].figee)
  }

  @Test func `the next image continues every observation of the last, which is frozen first`()
    throws
  {
    var demarche = demarche(["Un", "Deux"])
    var ids = IDGenerator(seed: 2)
    let open = demarche.cercles[0]
    #expect(throws: Demarche.RefusDImage.ouverte(open)) {
      _ = try demarche.commencerImage(signature, ids: &ids)
    }
    try demarche.figerImage(open.id, signature)
    let id = try demarche.commencerImage(signature, ids: &ids)
    let next = try #require(demarche.cercles.last)
    #expect(next.id == id && !next.figee)
    #expect(next.observations.map(\.origine) == open.observations.map(\.id))
    #expect(next.observations.map(\.numero) == [1, 2])
    #expect(demarche.imageOuverte == 1)
  }
}
