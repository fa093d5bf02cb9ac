import DPES
import Foundation
import Testing

@testable import Documents

/// The poster of the engagements: one page, and nothing that should not hang there.
@Suite struct PosterTests {
  private func poster(_ name: String, _ letters: Int) -> Poster {
    let text = String(repeating: "DES MOTS EN CAPITALES ", count: 8)
    return Poster(name: name, foot: "Engagements revus le 30 septembre 2026.") { length in
      let said = String(text.prefix(min(letters, length)))
      return (0..<4).map { _ in Poster.Row(engagement: said, next: said, held: said) }
    }
  }

  @Test func `a longer name and longer texts take smaller letters, then shorter texts`() {
    let short = poster("Résidence", 25)
    #expect(short.look == "" && short.titleLook == "" && short.length == 100)
    let long = String(repeating: "Une coopérative ", count: 6)
    #expect(poster(long, 45).titleLook == "Serree")
    let full = poster(long, 100)
    #expect(full.look == "Serree" && full.length < 100)
  }

  @Test func `of names that two lines hold the letters are still large`() throws {
    var demarche = try example()
    for name in ["Résidence du Halage et de ses voisins", "Coopérative d’activité et d’emploi"] {
      demarche.structure.raisonSociale = name
      let poster = Dossier(of: demarche).poster
      #expect(poster.titleLook == "Serree" && poster.look == "")
    }
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
