import DPES
import Testing

/// Which image a document is of.
@Suite struct ChoixDeDocumentTests {
  private func demarche() throws -> Demarche {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai", debut: Day(number: 0))
    for (id, day, seance) in [
      ("a", "2024-09-04", nil), ("b", "2025-09-04", "s1"), ("c", "2026-11-05", nil),
    ] {
      var image = CercleDeQualite()
      image.id = id
      image.date = try #require(Day(iso: day))
      image.seance = seance
      demarche.cercles.append(image)
    }
    for (id, day) in [("s1", "2025-01-10"), ("s2", "2026-03-01"), ("s3", nil)] {
      var seance = Seance()
      seance.id = id
      seance.date = day.flatMap(Day.init(iso:))
      demarche.seances.append(seance)
    }
    return demarche
  }

  @Test(
    arguments: [
      // The day's own: the last until it, or the first of all.
      (nil, nil, "2026-11-29", "c"), (nil, nil, "2026-11-05", "c"), (nil, nil, "2026-11-04", "b"),
      (nil, nil, "2020-01-01", "a"),
      // The one that was chosen, whatever the day; one that is not there is none.
      ("a", nil, "2026-11-29", "a"), ("a", "s1", "2026-11-29", "a"), ("x", nil, "2026-11-29", nil),
      // That of the séance, or the last until it.
      (nil, "s1", "2026-11-29", "b"), (nil, "s2", "2026-11-29", "b"),
      (nil, "s3", "2026-11-29", "c"),
    ] as [(String?, String?, String, String?)])
  func `a document is of the image that was chosen, else of the day’s`(
    image: String?, seance: String?, jour: String, expected: String?
  ) throws {
    let choix = ChoixDeDocument(image: image, seance: seance)
    let found = choix.image(dans: try demarche(), le: try #require(Day(iso: jour)))
    #expect(found?.id == expected)
  }

  @Test func `a démarche without an image has none`() {
    let empty = Demarche(id: "d1", raisonSociale: "Essai", debut: Day(number: 0))
    #expect(ChoixDeDocument().image(dans: empty, le: Day(number: 0)) == nil)
  }
}
