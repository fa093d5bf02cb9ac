import DPES
import JSONTree
import Testing

@Suite struct ComparaisonDImagesTests {
  private func observation(
    _ id: String, _ statut: Statut? = .rouge, origine: String? = nil
  ) -> Observation {
    var observation = Observation()
    observation.id = id
    observation.statut = statut
    observation.origine = origine
    return observation
  }

  private func image(_ observations: [Observation]) -> CercleDeQualite {
    var image = CercleDeQualite()
    image.observations = observations
    return image
  }

  /// Each line as `a→b amelioree`, for the first and the last of some images.
  private func lines(_ images: [[Observation]]) -> [String] {
    var demarche = Demarche()
    demarche.cercles = images.map(image)
    let comparison = ComparaisonDImages(
      de: demarche.cercles[0], a: demarche.cercles[images.count - 1], dans: demarche)
    return comparison.lignes.map {
      "\($0.avant?.id ?? "·")→\($0.apres?.id ?? "·") \($0.evolution.rawValue)"
    }
  }

  @Test(
    arguments: [
      (.rouge, .rouge, "inchangee"), (.rouge, .orange, "amelioree"), (.rouge, .vert, "amelioree"),
      (.orange, .vert, "amelioree"), (.orange, .rouge, "degradee"), (.vert, .rouge, "degradee"),
      (.vert, .orange, "degradee"), (.vert, .vert, "inchangee"),
      (nil, nil, "inchangee"), (nil, .vert, "inchangee"), (.vert, nil, "inchangee"),
    ] as [(Statut?, Statut?, String)])
  func `an observation improves, worsens or stays`(avant: Statut?, apres: Statut?, word: String) {
    #expect(
      lines([[observation("a", avant)], [observation("b", apres, origine: "a")]])
        == ["a→b \(word)"])
  }

  @Test func `new ones appeared, missing ones are closed, in the order of the images`() {
    #expect(
      lines([
        [observation("a"), observation("b"), observation("c")],
        [observation("d"), observation("b2", .vert, origine: "b"), observation("e")],
      ]) == [
        "·→d apparue", "b→b2 amelioree", "·→e apparue", "a→· close", "c→· close",
      ])
  }

  @Test func `a lineage is followed through the images in between`() {
    #expect(
      lines([
        [observation("a", .rouge)], [observation("b", .orange, origine: "a")],
        [observation("c", .vert, origine: "b")],
      ]) == ["a→c amelioree"])
  }

  @Test func `an image compared with itself is unchanged`() {
    let image = [observation("a", .vert), observation("b", nil)]
    #expect(lines([image]) == ["a→a inchangee", "b→b inchangee"])
  }

  @Test func `images without observations compare to nothing`() {
    #expect(lines([[], []]).isEmpty)
    #expect(lines([[], [observation("a")]]) == ["·→a apparue"])
    #expect(lines([[observation("a")], []]) == ["a→· close"])
  }

  @Test func `an origin that is nowhere is an origin all the same`() {
    #expect(
      lines([[observation("a", origine: "z")], [observation("b", .vert, origine: "z")]])
        == ["a→b amelioree"])
  }

  @Test func `the axis is the present one, or the last there was`() throws {
    var before = observation("a")
    before.axe = .utilite
    var after = observation("b", origine: "a")
    after.axe = nil
    var demarche = Demarche()
    demarche.cercles = [image([before]), image([after])]
    let moved = ComparaisonDImages(
      de: demarche.cercles[0], a: demarche.cercles[1], dans: demarche)
    #expect(moved.lignes.map(\.axe) == [nil])
    let closed = ComparaisonDImages(de: demarche.cercles[0], a: image([]), dans: demarche)
    #expect(closed.lignes.map(\.axe) == [.utilite])
  }

  @Test func `an axis has its own lines and counts, evolution by evolution`() {
    func on(_ axe: Axe?, _ observation: Observation) -> Observation {
      var observation = observation
      observation.axe = axe
      return observation
    }
    var demarche = Demarche()
    demarche.cercles = [
      image([
        on(.personne, observation("a", .orange)), on(.personne, observation("b")),
        on(.utilite, observation("c", .vert)),
      ]),
      image([
        on(.personne, observation("b2", origine: "b")), on(nil, observation("d")),
        on(.personne, observation("a2", .vert, origine: "a")),
        on(.personne, observation("e")),
      ]),
    ]
    let comparison = ComparaisonDImages(
      de: demarche.cercles[0], a: demarche.cercles[1], dans: demarche)
    #expect(comparison.lignes(sur: .personne).map { $0.apres?.id } == ["e", "a2", "b2"])
    #expect(comparison.comptes(sur: .personne) == [.apparue: 1, .amelioree: 1, .inchangee: 1])
    #expect(comparison.comptes(sur: .utilite) == [.close: 1])
    #expect(comparison.comptes(sur: nil) == [.apparue: 1])
    #expect(comparison.comptes(sur: .territoire) == [:])
  }

  @Test(.timeLimit(.minutes(10)))
  func `a ring of origins is one lineage, however long`() {
    var ring = (0..<10_000).map { observation("r\($0)", origine: "r\(($0 + 1) % 10_000)") }
    ring += (0..<10_000).map { observation("s\($0)", origine: "r0") }
    ring.append(observation("self", origine: "self"))
    #expect(lines([ring]).count == ring.count)
    let lineages = Lignees([image(ring)])
    #expect(Set(ring.map { lineages.racine(de: $0.id) }).count == 2)
  }

  @Test func `the example's two images differ as it says`() throws {
    let demarche = try exampleDemarche()
    let comparison = ComparaisonDImages(
      de: demarche.cercles[0], a: demarche.cercles[1], dans: demarche)
    let counts = Dictionary(grouping: comparison.lignes, by: \.evolution).mapValues(\.count)
    #expect(
      counts == [.inchangee: 26, .amelioree: 12, .apparue: 5, .close: 4, .degradee: 1])
    #expect(
      comparison.lignes.allSatisfy {
        $0.avant == nil || $0.apres == nil || $0.avant?.numero == $0.apres?.numero
      })
  }
}
