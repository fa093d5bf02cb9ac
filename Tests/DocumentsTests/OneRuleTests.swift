import DPES
import Testing

@testable import Documents

/// What is lost or late is told alike wherever it is told, and with what is done about it.
@Suite struct OneRuleTests {
  private func document(_ name: String, of demarche: Demarche) throws -> String {
    try #require(try Everything.documents(of: demarche)[name]).replacing("\u{A0}", with: " ")
  }

  @Test func `what is lost is not counted late too, on the board's page as on its screen`() throws {
    let text = try document("ca.fodt", of: example())
    #expect(text.contains("▼ 1 perdu") && text.contains("! 2 en retard"))
    #expect(!text.contains("! 3 en retard"))
    let report = try document("annuel.md", of: example())
    #expect(report.contains("▼ perdu : 0 réunion. Plus de présidente"))
  }

  @Test(arguments: ["md", "fodt"])
  func `the yearly report says in its lines what it says palier by palier`(ending: String) throws {
    let text = try document("annuel.\(ending)", of: example())
    #expect(text.contains("Perdu : 1 palier (D2) ; en retard : 1 palier (T3)"))
    #expect(text.contains("tenu, un indicateur en retard : 1 palier (D1)."))
    #expect(text.contains("Comptes rendus affichés sous quinze jours (le palier tient)"))
    #expect(text.contains("semestre ; en retard : Un temps de préparation"))
    // What was reached once and was not looked at again says so beside its last word.
    #expect(text.contains("! en retard, à vérifier à 12 mois"))
    #expect(text.contains("ur l’axe : Chercher deux coprésidents"))
  }

  @Test func `the return to the tour de table says what is decided about what is lost`() throws {
    var demarche = try example()
    let text = try document("parole.md", of: demarche)
    #expect(text.contains("perdu depuis septembre 2026 : sur cet axe, « Chercher deux"))
    demarche.notes = []
    let open = try document("parole.md", of: demarche)
    #expect(open.contains("perdu depuis septembre 2026 : rien n’est encore décidé"))
    let page = try document("parole.fodt", of: demarche)
    #expect(page.contains(" · <text:span") && !page.contains(" · </text:p>"))
  }

  @Test func `a board reads the priorities by their points, the level before, dates of one form`()
    throws
  {
    let demarche = try example()
    let text = try document("ca.md", of: demarche)
    let priorities = text.split(separator: "### Priorités").last?.prefix(700) ?? ""
    let points = priorities.matches(of: /- \*\*(\d+)\*\*/).compactMap { Int($0.1) }
    #expect(points == [7, 6, 3, 3, 1])
    #expect(text.contains("Le 21 mai 2026 : palier 2."))
    #expect(text.contains("Prochain, U3 (31 mai 2027)"))
    #expect(text.firstMatch(of: /\d\d\/\d\d\/\d{4}/) == nil)
  }

  @Test func `a staircase in words says of what concerns nobody that it is without object`() throws
  {
    let dossier = Dossier(of: try example())
    let axe = try #require(dossier.avancement.axes.first { $0.axe == .personne })
    let words = EscalierDrawing(axe).words
    #expect(words.contains("palier 4 sans objet") && !words.contains("palier 4 tenu"))
  }

  @Test(arguments: [1, 4, 9, 10, 15, 20, 60, 150])
  func `the ranks under a staircase never touch`(count: Int) throws {
    var demarche = try example()
    demarche.schema.paliers = (1...count).map { rang in
      var palier = Palier()
      (palier.id, palier.axe, palier.rang, palier.intitule) = ("p\(rang)", .utilite, rang, "P")
      return palier
    }
    let axe = try #require(Dossier(of: demarche).avancement.axes.first)
    let markup = String(decoding: EscalierDrawing(axe).drawing.markup, as: UTF8.self)
    let ranks = markup.matches(of: /<text x="(\d+)"[^>]*>(\d+)</).compactMap { match in
      Int(match.1).map { (at: $0, digits: match.2.count) }
    }
    #expect(!ranks.isEmpty)
    // A digit of 12 pixels is 6.7 wide.
    for (one, next) in zip(ranks, ranks.dropFirst()) {
      #expect(Double(next.at - one.at) >= 6.7 * Double(one.digits + next.digits) / 2 + 3)
    }
  }

  @Test func `a word longer than a line takes the lines that it fills, wherever it stands`() {
    let long = String(repeating: "a", count: 100)
    let (alone, within) = (
      LetterWidths.lines(of: long, width: 10_000),
      LetterWidths.lines(of: "un \(long) mot", width: 10_000)
    )
    #expect(alone == 6 && within == 7)
  }

  @Test(arguments: TextFormat.allCases)
  func `nothing that turns the direction of what follows reaches a document`(format: TextFormat) {
    var out: [UInt8] = []
    format.append("a\u{202E}b\u{2066}c\u{2069}d’e\u{200D}f", to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "abcd’e\u{200D}f")
  }
}
