import DPES
import Testing

@testable import Documents

/// The schéma: its words are whole, whatever the titles.
@Suite struct SchemaDrawingTests {
  private struct Text {
    let x: Int
    let y: Int
    let anchor: String
    let words: String
  }

  private func texts(_ drawing: Drawing) -> [Text] {
    String(decoding: drawing.markup, as: UTF8.self)
      .matches(
        of: /<text x="(-?\d+)" y="(-?\d+)" font-size="\d+" text-anchor="(\w+)"[^>]*>([^<]*)</
      )
      .compactMap { match in
        guard let x = Int(match.1), let y = Int(match.2) else { return nil }
        return Text(x: x, y: y, anchor: String(match.3), words: String(match.4))
      }
  }

  @Test(arguments: [30, 75, 90, 150, 400])
  func `no title is cut, and none leaves the drawing`(length: Int) throws {
    var demarche = try example()
    let words = String(repeating: "résidence et voisins ", count: 30)
    for place in demarche.schema.paliers.indices {
      demarche.schema.paliers[place].intitule = words.prefix(length - 3) + " \(place)."
    }
    let drawing = SchemaDrawing(Dossier(of: demarche)).drawing
    let told = texts(drawing)
    let all = told.map(\.words).joined(separator: " ")
    for palier in demarche.schema.paliers {
      let said = palier.intitule.split(separator: " ").joined(separator: " ")
      #expect(all.contains(said))
    }
    for text in told {
      // As wide as the letters of a drawing are, on average.
      let width = text.words.count * 7
      let left =
        text.anchor == "end"
        ? text.x - width : text.anchor == "middle" ? text.x - width / 2 : text.x
      #expect(left >= 0 && left + width <= drawing.width, "\(text)")
      #expect(text.y < drawing.height)
    }
    // None over another.
    #expect(Set(told.map { "\($0.x) \($0.y)" }).count == told.count)
  }

  @Test func `the tree has letters of five points on a page, on two where there are many`() throws {
    var demarche = try example()
    // 174 by 230 millimetres.
    func fits(_ drawing: Drawing) -> Bool {
      let wide = 493.0 / Double(drawing.width)
      return 15 * wide >= 5 && Double(drawing.height) * wide <= 652
    }
    let few = ArbreDrawing(Dossier(of: demarche)).drawings
    #expect(few.count == 1 && few.allSatisfy(fits))
    let palier = demarche.schema.paliers[0]
    for place in 0..<60 {
      var more = palier
      (more.id, more.rang) = ("m\(place)", 5 + place)
      demarche.schema.paliers.append(more)
    }
    let many = ArbreDrawing(Dossier(of: demarche)).drawings
    #expect(many.count == 2 && many.allSatisfy(fits))
    // Each palier once, in its half.
    let markup = many.map { String(decoding: $0.markup, as: UTF8.self) }
    #expect(
      markup.map { $0.ranges(of: "<circle").count }.reduce(0, +) == demarche.schema.paliers.count)
  }

  @Test func `the circle's numbers are of five points, or it has none`() throws {
    let circle = CircleDrawing(Dossier(of: try example()))
    let millimetre = 72 / 25.4
    #expect(13 * 73 * millimetre / Double(CircleDrawing.vignetteSize.width) >= 5)
    #expect(10 * 150 * millimetre / Double(CircleDrawing.bareSize.width) >= 5)
    #expect(texts(circle.numbered).filter { Int($0.words) != nil }.count > 40)
    #expect(texts(circle.vignette).allSatisfy { Int($0.words) == nil })
  }
}
