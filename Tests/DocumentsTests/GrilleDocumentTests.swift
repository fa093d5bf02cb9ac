import DPES
import Testing

@testable import Documents

/// The answers of the grille in documents.
@Suite struct GrilleDocumentTests {
  private func answered() throws -> Dossier {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    var old = Grille()
    (old.id, old.date, old.referentiel) = ("g1", Day(number: 20_400), "charte-apes")
    var one = Reponse()
    (one.point, one.existante, one.existanteTexte) = ("contrats", .non, "Rien <encore>")
    old.reponses = [one]
    var new = old
    (new.id, new.date) = ("g2", today)
    new.reponses[0].existante = .partielle
    (new.reponses[0].aIntegrer, new.reponses[0].echeanceAns) = (.ideal, 3)
    new.reponses[0].aIntegrerTexte = "-Deux postes"
    var stray = Reponse()
    (stray.point, stray.existante) = ("perdu-de-vue", .nonConcerne)
    var blank = Reponse()
    blank.point = "egalite-acces"
    new.reponses = [stray, blank] + new.reponses
    demarche.grilles = [old, new]
    var dossier = Dossier(of: demarche)
    dossier.referentiels = ["charte-apes": try referentiel("charte-apes")]
    return dossier
  }

  @Test func `the page says the last answers, in the order of their référentiel`() throws {
    let dossier = try answered()
    for part in [OutgoingDocument.Part.tout, .grille] {
      let page = String(
        decoding: try dossier.page(part, Everything.read("page.html")), as: UTF8.self)
      #expect(page.contains("<h3>Charte de l’économie solidaire, le 21 novembre 2026</h3>"))
      #expect(page.contains("<strong>partielle</strong>\u{A0}: Rien &lt;encore&gt;</td>"))
      #expect(
        page.contains("<strong>dans l’idéal, d’ici 3\u{A0}ans</strong>\u{A0}: -Deux postes</td>"))
      #expect(!page.contains("<strong>non</strong>"))
      let rows = page.split(separator: "\n").filter { $0.contains("<th scope=\"row\">") }
      let known = rows.firstIndex { $0.contains("Quels contrats proposons-nous") }
      let stray = rows.firstIndex { $0.contains("perdu-de-vue</th><td><strong>non concerné") }
      #expect((known ?? 9) < (stray ?? 0))
      #expect(page.contains("Étape 4") == (part == .tout))
    }
  }

  @Test func `a table has every grille, the last first, ready for a spreadsheet`() throws {
    let dossier = try answered()
    #expect(dossier.sheets.last?.name == "Grille")
    let question = "\"Quels contrats proposons-nous, et pour combien de temps\u{A0}?\""
    let csv = String(decoding: dossier.grilleSheet.csv(.neutral), as: UTF8.self)
    let start = "charte-apes,2026-11-21,utilite,Des emplois qui durent,contrats,\(question),"
    #expect(
      csv.plain.split(separator: "\r\n").map(String.init) == [
        "referentiel,date,axe,theme,code,point,existante,explication,integrer,maniere,annees",
        start.plain + "partielle,Rien <encore>,ideal,'-Deux postes,3",
        "charte-apes,2026-11-21,,,perdu-de-vue,perdu-de-vue,non-concerne,,,,",
        start.plain.replacing("2026-11-21", with: "2025-11-08") + "non,Rien <encore>,,,",
      ])
  }

  @Test func `without answers there is neither heading nor sheet; asked for, a sentence`() throws {
    let dossier = Dossier(of: Demarche(id: "d", raisonSociale: "Vide", debut: today))
    #expect(!dossier.sheets.contains { $0.name == "Grille" })
    let all = String(decoding: try dossier.page(.tout, Everything.read("page.html")), as: UTF8.self)
    #expect(!all.contains("Grille de questionnement"))
    let alone = String(
      decoding: try dossier.page(.grille, Everything.read("page.html")), as: UTF8.self)
    #expect(alone.contains("Aucun point n’a encore de réponse."))
  }

  @Test func `a changed answer changes its cell in each document that says it, and no other`()
    throws
  {
    let before = try example()
    var after = before
    let charte = try referentiel("charte-apes")
    var ids = IDGenerator(seed: 1)
    after.repondre(
      "contrats", de: charte, Signature(quand: Instant(seconds: 0), jour: today), ids: &ids
    ) { $0.existanteTexte = "Tout est en CDI" }
    let first = try Everything.documents(of: before)
    var changed: [String: [String]] = [:]
    for (name, text) in try Everything.documents(of: after) {
      let (old, new) = ((first[name] ?? "").cells, text.cells)
      for case .insert(_, let piece, _) in new.difference(from: old) {
        changed[name, default: []].append(piece)
      }
    }
    #expect(
      Set(changed.keys) == [
        "tout.html", "grille.html", "grille.csv", "grille-excel.csv", "grille.fods", "tout.fods",
        "grille.ods", "tout.ods", "grille.xlsx", "tout.xlsx",
        // The tool answered last, where nobody says which.
        "outil.md", "outil.odt", "outil.fodt", "outil.csv", "outil-excel.csv", "outil.fods",
        "outil.ods", "outil.xlsx",
      ])
    for (name, pieces) in changed {
      #expect(pieces.count == 1 && pieces[0].contains("Tout est en CDI"), "\(name) \(pieces)")
    }
  }
}

extension String {
  fileprivate var plain: String { replacing("\u{A0}", with: " ") }

  fileprivate var cells: [String] {
    replacing("</td>", with: "</td>\n").replacing("<table:table-cell", with: "\n<table:table-cell")
      .replacing("<c r=", with: "\n<c r=").split(whereSeparator: \.isNewline).map(String.init)
  }
}
