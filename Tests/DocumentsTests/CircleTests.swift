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
      let (right, down) = (
        axe == .personne || axe == .territoire, axe != .utilite && axe != .personne
      )
      #expect(
        places.marks.allSatisfy {
          ($0.x > 0) == right && ($0.y > 0) == down && $0.radius <= 250
        })
      guard !byHand, count > 2 else { continue }
      let red = places.marks.filter { $0.observation.statut == .rouge }.map(\.radius).min() ?? 250
      let green = places.marks.filter { $0.observation.statut == .vert }.map(\.radius).max() ?? 0
      #expect(red > green)
    }
  }
}

@Suite struct CircleRoomTests {
  /// Whatever is put where: on one point, near it, and with others that nobody put.
  @Test(arguments: Axe.allCases, [2, 40, 60, 500])
  func `no mark stands on another`(axe: Axe, count: Int) {
    for (every, spread) in [(1, 0), (1, 40), (2, 7), (3, 40)] {
      var all = observations(count, on: axe)
      for index in all.indices where index % every == 0 {
        var place = Place()
        place.angle = JSONNumber(40 + (spread == 0 ? 0 : index % spread))
        place.rayon = JSONNumber(50 + (spread == 0 ? 0 : index % spread))
        all[index].place = place
      }
      let marks = CirclePlaces(all, of: axe, radius: 250).marks
      #expect(marks.reduce(0) { $0 + $1.count } == count)
      for (index, one) in marks.enumerated() {
        let near = marks[..<index].filter { other in
          let (dx, dy) = (one.x - other.x, one.y - other.y)
          return (dx * dx + dy * dy).squareRoot() < (one.reach + other.reach) * 0.97
        }
        #expect(near.isEmpty, "\(count) \(every) \(spread)")
        // Nor on one of another quarter.
        #expect(min(abs(one.x), abs(one.y)) > one.size, "\(count) \(every) \(spread)")
      }
      let alone = marks.filter { $0.count == 1 }.count
      if count <= 40 { #expect(alone == count, "\(every) \(spread)") }
    }
  }

  @Test func `one that is put by hand and has room stands where it was put`() throws {
    var all = observations(12, on: .personne)
    var place = Place()
    (place.angle, place.rayon) = (JSONNumber(45), JSONNumber(60))
    all[5].place = place
    let marks = CirclePlaces(all, of: .personne, radius: 250).marks
    let one = try #require(marks.first { $0.observation.id == "o5" })
    #expect(abs(one.x - 106.07) < 0.1 && abs(one.y + 106.07) < 0.1)
  }

  @Test func `a priority shows on its mark, and on the cluster that holds it`() {
    for count in [12, 500] {
      var all = observations(count, on: .territoire)
      let none = CirclePlaces(all, of: .territoire, radius: 250).marks.filter(\.priorite)
      #expect(none.isEmpty)
      all[9].priorite = true
      let marks = CirclePlaces(all, of: .territoire, radius: 250).marks.filter(\.priorite)
      #expect(marks.count == 1)
      #expect(count > 12 || marks.first?.observation.id == "o9")
    }
  }
}

@Suite struct CircleDrawingTests {
  @Test func `a priority has an edge and a word, which the legend tells`() {
    let plain = String(decoding: drawing(20).markup, as: UTF8.self)
    let text = String(decoding: drawing(20, priorite: 4).markup, as: UTF8.self)
    #expect(text.contains("5, rouge, priorité</title>") && !plain.contains(", priorité</title>"))
    // Its mark and the legend's.
    #expect(text.matches(of: /stroke-width="3\.5"/).count == 2)
    #expect(plain.matches(of: /stroke-width="3\.5"/).count == 1)
    #expect(plain.contains("entourée de noir\u{A0}: priorité</text>"))
  }

  @Test func `up to fifty texts all stand around the circle, on one axis too`() {
    let text = String(decoding: drawing(50).markup, as: UTF8.self)
    for number in 1...50 { #expect(text.contains("la \(number)e</text>"), "\(number)") }
    #expect(String(decoding: drawing(60).markup, as: UTF8.self).contains(" autres</text>"))
  }

  @Test func `the vignette has one letter an axis`() throws {
    let drawing = CircleDrawing(Dossier(of: try example())).vignette
    let text = String(decoding: drawing.markup, as: UTF8.self)
    for axe in Axe.allCases {
      #expect(text.contains(">\(axe.lettre)</text>") && !text.contains(">\(axe.nomCourt)<"))
    }
    #expect(drawing.width == CircleDrawing.vignetteSize.width)
  }

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
