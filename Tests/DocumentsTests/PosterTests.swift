import DPES
import Foundation
import Testing

@testable import Documents

/// The poster of the engagements: one page, and nothing that should not hang there.
@Suite struct PosterTests {
  private func poster(_ name: String, _ letters: Int) -> Poster {
    let text = String(repeating: "DES MOTS EN CAPITALES ", count: 8)
    return Poster(name: name, foot: "Engagements revus le 30 septembre 2026.") { way in
      let said = String(text.prefix(min(letters, way.length)))
      return (0..<4).map { _ in Poster.Row(engagement: said, next: said, held: said) }
    }
  }

  @Test func `a longer name and longer texts take smaller letters, then shorter texts`() {
    let short = poster("Résidence", 25)
    #expect(short.way == Poster.Way())
    let long = String(repeating: "Une coopérative ", count: 6)
    #expect(poster(long, 45).way.title == "Serree")
    let full = poster(long, 100)
    #expect(full.way.look == "Serree" && full.way.length < 100)
  }

  @Test func `of names that two lines hold the letters are still large`() throws {
    var demarche = try example()
    for name in ["Résidence du Halage et de ses voisins", "Coopérative d’activité et d’emploi"] {
      demarche.structure.raisonSociale = name
      let poster = Dossier(of: demarche).poster
      #expect(poster.way.title == "Serree" && poster.way.look == "")
    }
  }

  /// The poster of a démarche that says the same of every axis, as text.
  private func told(_ pledge: String, _ change: (inout Demarche) -> Void = { _ in }) throws -> (
    text: String, told: [String]
  ) {
    var demarche = try example()
    demarche.charte.engagements = Charte.Engagements()
    demarche.charte.engagements?.utilite = pledge
    demarche.charte.engagements?.personne = pledge
    demarche.charte.engagements?.democratie = pledge
    demarche.charte.engagements?.territoire = pledge
    change(&demarche)
    let document = try #require(OutgoingDocument.reports.first { $0.name == "engagements" })
    let file = try #require(document.files.first { $0.format == .md })
    let dossier = Dossier(of: demarche)
    return (try Everything.text(Everything.bytes(file, dossier)), file.told(dossier))
  }

  @Test(arguments: [95, 140, 250, 600, 800])
  func `the charter's sentences are whole, in smaller letters`(length: Int) throws {
    let words = String(repeating: "Nous décidons avec ceux qui vivent ici. ", count: 40)
    let pledge = String(words.prefix(length - 1)) + "!"
    let (text, told) = try told(pledge)
    #expect(text.ranges(of: pledge).count == 4)
    // What is cut is a title, and it is told.
    #expect(text.contains("…") == told.contains { $0.contains("n’a qu’une page") })
  }

  @Test func `a sentence that no letters are small enough for is cut, and that is told`() throws {
    let (text, told) = try told(String(repeating: "Nous décidons ensemble. ", count: 200))
    #expect(text.contains("…"))
    #expect(told.contains { $0.contains("finissent par «\u{A0}…\u{A0}»") })
  }

  @Test func `a name that is about to hang on a wall is told, in one line`() throws {
    let pledge = "Nous ouvrons la porte."
    #expect(try told(pledge).told.isEmpty)
    let known = try told("Nous ouvrons avec SC, chaque matin.")
    #expect(
      known.told.first
        == "Relisez\u{A0}: «\u{A0}SC\u{A0}» est peut-être un nom, dans «\u{A0}Nous ouvrons avec SC, chaque matin.\u{A0}»."
    )
    let unknown = try told("Nous ouvrons avec Mme Duval.")
    #expect(unknown.told.first?.contains("«\u{A0}Mme Duval\u{A0}» est peut-être un nom") == true)
    #expect(known.told.allSatisfy { !$0.contains("\n") })
  }

  @Test(arguments: [
    ("Un bureau pour Hélène Vasseur", "Hélène Vasseur"),
    ("Travailler avec JEAN DUPONT.", "JEAN DUPONT"),
    ("Un poste pour Marie-Claude", "Marie-Claude"), ("Tenir une réunion à Arras", nil),
    ("Ouvrir le CA aux bénévoles", nil), ("La CUMA de Saint", nil), ("Trois CDI", nil),
  ])
  func `two capitals in a row may be a name`(text: String, name: String?) {
    #expect(Demarche().nomsPossibles(dans: [text]).first?.nom == name)
  }

  @Test func `after the last period nothing is promised for a day that is past`() throws {
    let dossier = Dossier(
      try example(), le: try #require(Day(iso: "2029-01-01")), instant: Instant(seconds: 0))
    let document = try #require(OutgoingDocument.reports.first { $0.name == "engagements" })
    let file = try #require(document.files.first { $0.format == .md })
    let text = try Everything.text(Everything.bytes(file, dossier))
    #expect(text.contains("**Ensuite**") && !text.contains("2028"))
  }
}

/// What Writer makes of the templates.
@Suite struct TemplateStyleTests {
  @Test func `no style comes from one that Writer cannot find`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Data/modeles/debut.fodt").standardized
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = text.split(separator: "<office:automatic-styles>")
    #expect(parts.count == 2)
    let common = Set(parts[0].matches(of: /style:name="([^"]+)"/).map { String($0.1) })
    for parent in text.matches(of: /parent-style-name="([^"]+)"/) {
      #expect(common.contains(String(parent.1)), "\(parent.1)")
    }
    // Without its namespace Writer leaves aside what the settings say, otherwise in each form.
    #expect(text.contains("xmlns:ooo=\"http://openoffice.org/2004/office\""))
    #expect(text.contains("config:name=\"TableRowKeep\" config:type=\"boolean\">true"))
  }
}
