import DPES
import Foundation
import JSONTree
import Testing

@Suite struct ReferentielTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data/referentiels").standardized

  private func shipped() throws -> [Referentiel] {
    try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted().map { name in
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
      return try Referentiel(file: JSONValue.parse(bytes))
    }
  }

  private func referentiel(_ points: String, more: String = "") throws -> Referentiel {
    let text = """
      {"format": "dpes-referentiel", "version": 1, "id": "r", "nom": "R", "themes": [
       {"code": "t", "axe": "personne", "intitule": "T", "points": [\(points)]}]\(more)}
      """
    return try Referentiel(file: JSONValue.parse(Array(text.utf8)))
  }

  @Test func `what is shipped has no fault, and is written again as it stands`() throws {
    let all = try shipped()
    #expect(all.count == 21 && all.allSatisfy { $0.famille != nil })
    #expect(all.first { $0.id == "developpement-durable" }?.edition == "2")
    for referentiel in all {
      #expect(referentiel.fautes.isEmpty)
      #expect(referentiel.source != nil && referentiel.licence != nil)
      let file = Self.folder.appending(path: referentiel.id + ".json")
      #expect(JSONValue.write(referentiel.json) == [UInt8](try Data(contentsOf: file)))
      for theme in referentiel.themes {
        // A fiche may be about any axis.
        guard referentiel.sujet != .fiche else { continue }
        for point in theme.points { #expect(point.axe ?? theme.axe != nil, "\(point.code)") }
      }
    }
  }

  @Test func `the charter asks forty questions or more, some on each axis`() throws {
    let charte = try #require(try shipped().first { $0.id == "charte-apes" })
    let counts = Axe.allCases.map { axe in
      charte.themes(sur: axe).reduce(0) { $0 + $1.points.count }
    }
    #expect(counts.reduce(0, +) >= 40 && counts.allSatisfy { $0 >= 5 })
  }

  @Test func `the charter's own points stand on the two axes where its authors have them`() throws {
    let charte = try #require(try shipped().first { $0.id == "charte-apes" })
    let own = charte.themes.flatMap { theme -> [Axe?] in
      theme.points.filter { $0.origine == nil }.map { $0.axe ?? theme.axe }
    }
    #expect(own.count { $0 == .utilite } == 13)
    #expect(own.count { $0 == .personne } == 11 && own.count == 24)
  }

  @Test func `a point is found by its code, by one that it had, and when it is asked no more`()
    throws
  {
    let referentiel = try referentiel(
      #"{"code": "a", "intitule": "A ?", "anciens": ["vieux"]}, {"code": "b", "intitule": "B ?", "axe": "territoire"}"#,
      more: #", "retires": [{"code": "c", "intitule": "C ?"}]"#)
    #expect(referentiel.point("vieux")?.point.code == "a")
    #expect(referentiel.point("a")?.axe == .personne && referentiel.point("b")?.axe == .territoire)
    #expect(referentiel.point("c")?.theme == nil && referentiel.point("c")?.point.intitule == "C ?")
    #expect(referentiel.point("d") == nil)
    #expect(referentiel.themes(sur: .territoire).map { $0.points.map(\.code) } == [["b"]])
    #expect(referentiel.themes(sur: .utilite).isEmpty)
    #expect(referentiel.fautes.isEmpty)
  }

  @Test(arguments: [
    (#"{"code": "a", "intitule": "A"}, {"code": "a", "intitule": "B"}"#, "codeEnDouble", 1),
    (
      #"{"code": "a", "intitule": "A"}, {"code": "b", "intitule": "B", "anciens": ["a"]}"#,
      "codeEnDouble", 1
    ),
    (#"{"code": "a:b", "intitule": "A"}"#, "codeIllisible", 0),
    (#"{"code": "", "intitule": "A"}"#, "codeIllisible", 0),
    (#"{"code": "a", "intitule": ""}"#, "vide", 0),
    (#"{"code": "a", "intitule": "A", "forme": "choix"}"#, "options", 0),
    (
      #"{"code": "a", "intitule": "A", "forme": "choix", "options": [\#(options(10))]}"#, "options",
      0
    ),
    (#"{"code": "a", "intitule": "A", "options": [\#(options(1))]}"#, "optionsSansChoix", 0),
    (
      #"{"code": "a", "intitule": "A", "forme": "choix", "options": [\#(options(1)), \#(options(1))]}"#,
      "codeEnDouble", 0
    ),
    (
      #"{"code": "a", "intitule": "A", "forme": "choix", "options": [{"code": "o", "intitule": "O\u001b[2J"}]}"#,
      "commande", 0
    ),
    (#"{"code": "a", "intitule": "Tout \u001b[2J effacer ?"}"#, "commande", 0),
    (#"{"code": "a", "intitule": "A"}, {"code": "b\u0007", "intitule": "B"}"#, "commande", 1),
    (#"{"code": "a", "intitule": "A", "reperes": ["b", "c\u009b31m"]}"#, "commande", 0),
  ])
  func `a fault is named with its place`(points: String, faute: String, index: Int) throws {
    let found = try #require(try referentiel(points).fautes.first)
    #expect("\(found.faute)".hasPrefix(faute))
    #expect(found.pointer.description.hasPrefix("/themes/0/points/\(index)"))
  }

  private static func options(_ count: Int) -> String {
    (1...count).map { #"{"code": "o\#($0)", "intitule": "O"}"# }.joined(separator: ", ")
  }

  @Test func `an option may have the code of a point, or of an option elsewhere`() throws {
    let found = try referentiel(
      #"{"code": "a", "intitule": "A", "forme": "choix", "options": [{"code": "b", "intitule": "B"}]}, "#
        + #"{"code": "b", "intitule": "B", "forme": "choix", "options": [{"code": "b", "intitule": "B"}]}"#
    )
    #expect(found.fautes.isEmpty)
  }

  @Test(arguments: Referentiel.idsReserves)
  func `an id that observations cite something else by is refused`(id: String) throws {
    var found = try referentiel(#"{"code": "a", "intitule": "A"}"#)
    found.id = id
    #expect(found.fautes.map(\.faute) == [.idReserve(id)])
  }

  @Test func `a tool goes by its themes, another by the axes that it has points on`() throws {
    let charte = try #require(try shipped().first { $0.id == "charte-apes" })
    #expect(charte.onglets == Axe.allCases.map { .axe($0) } && !charte.estUnOutil)
    let outil = try #require(try shipped().first { $0.id == "developpement-durable" })
    #expect(outil.onglets.count == 4 && outil.premierOnglet == .theme("economie-plurielle"))
    #expect(outil.onglet(de: "ep1") == .theme("economie-plurielle") && outil.estUnOutil)
    let points = outil.onglets.flatMap { outil.themes(sous: $0).flatMap(\.points) }
    #expect(points.count == 45 && points.allSatisfy { $0.forme == .curseur })
  }

  @Test func `families stand under their headings, that of the charter first, none last`() throws {
    var all = try shipped()
    var own = Referentiel()
    own.id = "mien"
    all.append(own)
    let families = Referentiel.parFamille(all) { $0 }
    #expect(families.first?.famille == "Questionner" && families.last?.famille == nil)
    #expect(families.last?.membres.map(\.id) == ["mien"])
    #expect(families.flatMap(\.membres).count == 22)
    let names = families.dropFirst().dropLast().compactMap { $0.famille?.folded }
    #expect(names == names.sorted())
  }

  @Test func `ten thousand points are too many`() throws {
    let points = (0..<10_000).map { #"{"code": "p\#($0)", "intitule": "P"}"# }
    let found = try referentiel(points.joined(separator: ",")).fautes
    #expect(found.map(\.faute) == [.tropDePoints(10_000)])
  }

  @Test func `another file, another version and an unknown axis are refused`() throws {
    func cause(_ text: String) -> FormatError.Cause? {
      do {
        _ = try Referentiel(file: JSONValue.parse(Array(text.utf8)))
        return nil
      } catch {
        return (error as? FormatError)?.cause
      }
    }
    #expect(cause(#"{"format": "dpes", "version": 1}"#) == .notAReferentiel)
    #expect(
      cause(#"{"format": "dpes-referentiel", "version": 2, "id": "r", "nom": "R"}"#)
        == .unknownVersion(2))
    #expect(
      cause(
        #"{"format": "dpes-referentiel", "version": 1, "id": "r", "nom": "R", "themes": [{"code": "t", "axe": "ailleurs", "intitule": "T"}]}"#
      ) == .unknownValue("ailleurs", allowed: Axe.allCases.map(\.rawValue)))
  }
}
