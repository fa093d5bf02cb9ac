import DPES
import Testing

@testable import Documents

/// The page for a browser: found in, read at any width, by anybody.
@Suite struct PageTests {
  private func page(
    _ demarche: Demarche, _ part: OutgoingDocument.Part = .tout
  ) throws -> String {
    String(
      decoding: try Dossier(of: demarche).page(part, Everything.read("page.html")), as: UTF8.self)
  }

  private var parts: [OutgoingDocument.Part] { [.tout, .grille, .cercle, .schema, .tableau] }

  private func demarches() throws -> [Demarche] {
    [Demarche(id: "d", raisonSociale: "Vide", debut: today), try example()]
  }

  @Test func `every link leads to a place of the page, and no place has two of its name`() throws {
    for demarche in try demarches() {
      for part in parts {
        let text = try page(demarche, part)
        let ids = text.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "\(part)")
        for link in text.matches(of: #/(?:href="\#|aria-labelledby=")([^"]+)"/#).map({
          String($0.1)
        }) {
          #expect(ids.contains(link), "\(part) \(link)")
        }
        #expect(text.contains("<nav ") == (part == .tout))
      }
    }
  }

  @Test func `headings go down one at a time`() throws {
    for demarche in try demarches() {
      for part in parts {
        let levels = try page(demarche, part).matches(of: /<h([1-6])[ >]/)
          .compactMap { Int($0.1) }
        #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(part)")
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(part) \(levels)")
      }
    }
  }

  @Test func `the first part is a synthesis, of the axes, what to look at and what comes`() throws {
    let text = try page(example())
    let start = try #require(text.firstRange(of: "id=\"synthese\""))
    let end = try #require(text.firstRange(of: "id=\"etape1\""))
    let synthesis = String(text[start.upperBound..<end.lowerBound])
    #expect(synthesis.matches(of: /<svg\ /).count == 5)
    for axe in Axe.allCases { #expect(synthesis.contains("</span> \(axe.nomCourt)</h3>")) }
    #expect(synthesis.contains("▼ perdu</span> <a href=\"#palier-D2\">D2</a>"))
    #expect(synthesis.contains("Un conseil de la vie sociale animé par les résidents"))
    #expect(synthesis.contains("30 novembre 2026"))
  }

  @Test func `of very many that are late the synthesis has six, and says how many more`() throws {
    var demarche = try example()
    for axe in Axe.allCases {
      for rang in 10...12 {
        var palier = Palier()
        (palier.id, palier.axe, palier.rang) = ("\(axe)\(rang)", axe, rang)
        (palier.intitule, palier.echeanceMois) = ("Un de plus", 1)
        var indicateur = Indicateur()
        (indicateur.id, indicateur.intitule, indicateur.nature) = ("i\(axe)\(rang)", "x", .ouiNon)
        palier.indicateurs = [indicateur]
        demarche.schema.paliers.append(palier)
      }
    }
    let dossier = Dossier(of: demarche)
    let suites = Suite.suites(demarche, dossier.avancement)
    let text = try page(demarche)
    #expect(suites.count > 6)
    #expect(text.ranges(of: "<a href=\"#palier-").count == 6)
    #expect(text.contains("et \(suites.count - 6) autres, dans") || suites.count == 7)
  }

  @Test func `the tableau stands in a box that a keyboard reaches, its cells say what they are`()
    throws
  {
    let text = try page(example(), .tableau)
    #expect(
      text.contains(
        "<div class=\"boite-t\" tabindex=\"0\" role=\"region\" aria-labelledby=\"etape4\">"))
    let cells = text.matches(of: /<td class="case[^>]*>/).map { String($0.0) }
    #expect(cells.count > 100 && cells.allSatisfy { $0.contains("data-l=\"") })
    // Fourteen months in, the period of 18 months is the next that ends.
    for (months, isAfter) in [(6, false), (18, false), (24, true), (36, true)] {
      let those = cells.filter { $0.contains("data-l=\"\(months)\u{A0}mois, ") }
      #expect(!those.isEmpty && those.allSatisfy { $0.contains(" apres") == isAfter }, "\(months)")
    }
    #expect(text.matches(of: /<th(?![a-z])[^>]*>/).allSatisfy { $0.0.contains("scope=") })
    #expect(!text.contains("(close) (close)"))
  }

  @Test(arguments: ["\"}</style><b>x</b>", "a\\", "l’été \u{1F642}", "\n*/ x"])
  func `a name in the style sheet ends nothing of it`(name: String) throws {
    var demarche = Demarche(id: "d", raisonSociale: name, debut: today)
    demarche.structure.statut = "x"
    let text = try page(demarche)
    let style = try #require(text.firstMatch(of: /@top-left \{ content: "([^;]*)"; font/)).1
    #expect(style.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " \\".contains($0)) })
    #expect(text.matches(of: /<\/style>/).count == 1)
  }
}
