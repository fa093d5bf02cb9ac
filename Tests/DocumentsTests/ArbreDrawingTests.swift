import DPES
import Foundation
import JSONTree
import Testing

@testable import Documents

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a reader of XML finds in a drawing.
private final class SVGReading: NSObject, XMLParserDelegate {
  struct Text: Hashable {
    var text = ""
    let x: Int
    let y: Int
    let anchor: String
    let size: Int
  }

  private(set) var texts: [Text] = []
  private(set) var titles: [String] = []
  private(set) var paths: [String] = []
  private(set) var circles = 0
  private(set) var box: [Int] = []
  private(set) var elements: Set<String> = []
  private var open: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(name)
    elements.insert(name)
    func number(_ key: String) -> Int { attributes[key].flatMap(Double.init).map { Int($0) } ?? 0 }
    switch name {
    case "svg":
      if box.isEmpty {
        box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Int($0) }
      }
    case "text":
      texts.append(
        Text(
          x: number("x"), y: number("y"), anchor: attributes["text-anchor"] ?? "start",
          size: number("font-size")))
    case "title": titles.append("")
    case "path": paths.append(attributes["d"] ?? "")
    case "circle": circles += 1
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if open.last == "title" { titles[titles.count - 1] += string }
    if open.contains("text"), !texts.isEmpty { texts[texts.count - 1].text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
  }

  /// All that is written, lines run together.
  var words: String {
    texts.map(\.text).joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

@Suite struct ArbreDrawingTests {
  private func read(_ demarche: Demarche) throws -> SVGReading {
    try SVGReading(Drawing.file([ArbreDrawing(Dossier(of: demarche)).drawing]))
  }

  @Test
  func `the arbre says every palier with its deadline, the levels of each moment, and the day`()
    throws
  {
    let demarche = try example()
    let svg = try read(demarche)
    let avancement = Dossier(of: demarche).avancement
    #expect(svg.words.contains("Schéma de progrès au 21 novembre 2026"))
    #expect(svg.words.contains(demarche.structure.raisonSociale))
    #expect(svg.circles == demarche.schema.paliers.count)
    for axe in avancement.axes {
      #expect(
        svg.words.contains(
          "\(axe.axe.nomCourt) départ \(axe.depart), actuel \(axe.actuel), puis \(axe.intermediaire), puis \(axe.cible)"
        ), "\(axe.axe)")
      for palier in axe.paliers {
        let start = palier.palier.intitule.split(whereSeparator: \.isWhitespace)
          .joined(separator: " ").prefix(30)
        #expect(svg.words.contains("\(palier.rang). \(start)"), "\(palier.palier.intitule)")
        let mois = try #require(palier.palier.echeanceMois)
        #expect(
          svg.words.contains("· \(mois) mois") || svg.words.contains("·\u{A0}\(mois)\u{A0}mois"))
      }
    }
    // The four profiles, each with its levels, for who hears the page.
    for (name, moment) in [
      ("de départ", Avancement.Profil.Moment.depart), ("actuel", .actuel),
      ("intermédiaire, à 18\u{A0}mois", .intermediaire), ("cible, à 36\u{A0}mois", .cible),
    ] {
      let said = avancement.axes.map { "\($0.axe.nomCourt) \($0.niveau(moment))" }
      #expect(
        svg.titles.contains("Profil \(name)\u{A0}: \(said.joined(separator: ", "))"),
        "\(svg.titles)")
    }
    #expect(svg.paths.count == 4)
    // Around the root, corner by corner as on the circle: none crosses itself.
    for path in svg.paths.prefix(2) {
      let numbers = path.split { !$0.isNumber }.compactMap { Int($0) }
      let (x, y) = (stride(from: 0, to: 8, by: 2), stride(from: 1, to: 8, by: 2))
      let centre = svg.box[2] / 2
      #expect(x.map { numbers[$0] > centre } == [false, true, true, false], "\(path)")
      let lowest = y.map { numbers[$0] }
      #expect(max(lowest[0], lowest[1]) < min(lowest[2], lowest[3]), "\(path)")
    }
  }

  @Test func `nothing of it lies outside the page`() throws {
    let svg = try read(try example())
    let box = svg.box
    try #require(box.count == 4)
    #expect(svg.texts.count > 40)
    for text in svg.texts {
      // About as wide as letters get.
      let width = text.text.count * max(text.size, 12) * 6 / 10
      let left =
        text.anchor == "end"
        ? text.x - width : text.anchor == "middle" ? text.x - width / 2 : text.x
      #expect(left >= 0 && left + width <= box[2], "\(text)")
      #expect(text.y > 0 && text.y < box[3], "\(text)")
    }
    for path in svg.paths {
      let numbers = path.split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
      #expect(numbers.count == 8 && numbers.allSatisfy { 0...max(box[2], box[3]) ~= $0 }, "\(path)")
    }
  }

  @Test func `what a text holds is text: nothing of it becomes a part of the page`() throws {
    var demarche = try example()
    let hostile = "</text><script>1 & 2 < 3</script> \"q\" 'a'"
    demarche.structure.raisonSociale = hostile
    demarche.schema.paliers[0].intitule = hostile
    let svg = try read(demarche)
    #expect(svg.words.contains("<script>1 & 2 < 3</script>"))
    #expect(!svg.elements.contains("script"))
    let plain = try read(try example())
    #expect(svg.elements == plain.elements)
  }

  @Test func `a schéma without month 0, one palier, and two hundred are drawn too`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "X")
    #expect(try read(demarche).circles == 0)
    var palier = Palier()
    palier.id = "p1"
    palier.axe = .democratie
    palier.intitule = "Un palier"
    demarche.schema.paliers = [palier]
    #expect(try read(demarche).words.contains("1. Un palier"))
    demarche.schema.paliers = (0..<200).map { index in
      var one = palier
      one.id = "p\(index)"
      one.rang = index + 1
      return one
    }
    let svg = try read(demarche)
    #expect(svg.circles == 200 && svg.texts.allSatisfy { $0.y < svg.box[3] && $0.y > 0 })
  }
}
