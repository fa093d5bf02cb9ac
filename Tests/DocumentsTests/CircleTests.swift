import DPES
import JSONTree
import Testing

@testable import Documents

/// So many observations on an axis, of every colour and of none.
private func observations(_ count: Int, on axe: Axe, byHand: Bool = false) -> [Observation] {
  (0..<count).map { index in
    var one = Observation()
    (one.id, one.axe, one.numero) = ("o\(index)", axe, index + 1)
    one.texte = "Une chose vue par le groupe, la \(index + 1)e"
    one.statut = [Statut.rouge, .orange, .vert, nil][index % 4]
    if byHand {
      var place = Place()
      place.angle = JSONNumber(index % 360)
      place.rayon = JSONNumber(index % 100)
      one.place = place
    }
    return one
  }
}

@Suite struct CirclePlacesTests {
  @Test(arguments: Axe.allCases, [false, true])
  func `every mark stands in its own quarter, and marks and clusters add up`(
    axe: Axe, byHand: Bool
  ) throws {
    for count in [0, 1, 12, 40, 200, 2000] {
      let places = CirclePlaces(
        observations(count, on: axe, byHand: byHand), of: axe, radius: 250)
      #expect(places.marks.reduce(0) { $0 + $1.count } == count)
      // No more of them than a page has room for, and none too small for what it says.
      #expect(places.marks.count <= 160, "\(count)")
      #expect(places.marks.allSatisfy { $0.size >= 8 && $0.count > 0 })
      #expect(places.marks.contains { $0.count > 1 } == (count >= 200), "\(count)")
      let starts: [Axe: Double] = [.personne: 0, .territoire: 90, .democratie: 180, .utilite: 270]
      let start = starts[axe] ?? 0
      #expect(
        places.marks.allSatisfy {
          $0.degrees > start && $0.degrees < start + 90 && $0.radius <= 250 && $0.radius >= 0
        })
      guard !byHand, count > 2 else { continue }
      let red = places.marks.filter { $0.observation.statut == .rouge }.map(\.radius).min() ?? 250
      let green = places.marks.filter { $0.observation.statut == .vert }.map(\.radius).max() ?? 0
      #expect(red > green)
    }
  }
}

@Suite struct CircleDrawingTests {
  private func drawing(_ count: Int, priorite: Int? = nil) -> Drawing {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    var image = CercleDeQualite()
    (image.id, image.date) = ("c", today)
    image.observations = observations(count, on: .personne)
    if let priorite { image.observations[priorite].priorite = true }
    demarche.cercles = [image]
    return CircleDrawing(Dossier(of: demarche)).drawing
  }

  @Test func `few texts all stand around the circle`() {
    let text = String(decoding: drawing(20).markup, as: UTF8.self)
    for number in 1...20 { #expect(text.contains("la \(number)e</text>"), "\(number)") }
    #expect(!text.contains(" autres</text>") && !text.contains(">×"))
  }

  @Test func `of many, the page has those it has room for, priorities first, and says the rest`() {
    let drawing = drawing(1000, priorite: 900)
    let text = String(decoding: drawing.markup, as: UTF8.self)
    let written = text.matches(of: /la \d+e/).count
    #expect(text.contains("la 901e") && (20...50).contains(written))
    #expect(text.contains("et \(1000 - written) autres</text>"))
    #expect(text.contains(">×") && text.contains(" observations, rouge</title>"))
    // No longer than a page is for its width.
    #expect(drawing.height * 210 <= drawing.width * 297)
  }

  @Test func `a text as long as a page leaves room for the others`() {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    var image = CercleDeQualite()
    (image.id, image.date) = ("c", today)
    image.observations = observations(2, on: .personne)
    image.observations[0].texte = String(repeating: "mot ", count: 1250)
    demarche.cercles = [image]
    let text = String(
      decoding: CircleDrawing(Dossier(of: demarche)).drawing.markup, as: UTF8.self)
    #expect(text.contains("…</text>") && text.contains("la 2e"))
  }
}
