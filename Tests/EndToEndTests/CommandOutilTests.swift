import Foundation
import Testing

/// The tools of the manual on the command line: a document of one tool, its table and its drawing.
@Suite struct CommandOutilTests {
  private func opened() throws -> CommandFolder {
    let folder = try CommandFolder()
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../DPESTests/Formats/1/outils.dpes.json").standardized
    try folder.put([UInt8](Data(contentsOf: file)), in: "o.dpes.json")
    return folder
  }

  private func run(_ folder: CommandFolder, _ arguments: String...) throws -> CommandFolder.Answer {
    try folder.run(
      palierPath, arguments + ["--date", "2027-03-10"],
      ["XDG_DATA_HOME": folder.path("home/data")])
  }

  @Test func `each fiche of a tool stands in its document, with what came of it`() throws {
    let folder = try opened()
    let answer = try run(
      folder, "rapport", "o.dpes.json", "--modele", "outil", "--outil", "scenarios", "--vers",
      "s.md")
    #expect(answer.status == 0 && answer.isHarmless, "\(answer.error)")
    let text = try folder.text("s.md")
    for words in [
      "## Financements publics", "## Vendre des prestations", "**Avantages**", "**Inconvénients**",
      "**Risques**", "**Opportunités**", "- dépendre d’un seul appel",
      "Des postes ouverts aux habitants du bourg", "Choisir un financement",
    ] { #expect(text.contains(words), "\(words)") }
    let one = try run(
      folder, "rapport", "o.dpes.json", "--modele", "outil", "--outil", "scenarios", "--fiche",
      "fiche2", "--vers", "f.md")
    #expect(one.status == 0)
    #expect(try !folder.text("f.md").contains("Financements publics"))
  }

  @Test func `no document of a curseur holds a figure of it`() throws {
    let folder = try opened()
    let answer = try run(
      folder, "rapport", "o.dpes.json", "--modele", "outil", "--outil", "developpement-durable",
      "--vers", "d.md")
    #expect(answer.status == 0)
    let text = try folder.text("d.md")
    #expect(text.contains("├─────┼───▮─┤") && text.contains("pour →→→→ Deux postes créés"))
    #expect(!text.contains(/[0-9]+ ?(%|\/ ?[0-9]+|points?)/))
    let table = try run(
      folder, "exporter", "o.dpes.json", "--quoi", "outil", "--outil", "developpement-durable",
      "--vers", "d.csv")
    #expect(table.status == 0)
    let csv = try folder.text("d.csv")
    #expect(csv.contains("├─────┼───▮─┤,pleine,pour,→→→→,") && !csv.contains(",4,"))
  }

  @Test func `the board is drawn with a full ball where it weighs most`() throws {
    let folder = try opened()
    let answer = try run(
      folder, "exporter", "o.dpes.json", "--quoi", "outil", "--outil", "developpement-durable",
      "--vers", "d.svg")
    #expect(answer.status == 0)
    let svg = try folder.text("d.svg")
    #expect(svg.contains("boule pleine") && svg.split(separator: "stroke-dasharray").count == 45)
  }

  @Test(arguments: [
    ("\"choix\": [\"accord\"]", true), ("\"choix\": []", false), ("\"choix\": [\"x\"]", false),
    ("\"existante\": \"non-concerne\"", false),
  ])
  func `somebody’s words are in no document without the person’s agreement`(
    ticked: String, isSaid: Bool
  ) throws {
    let folder = try opened()
    let words = "Je viens à pied"
    let answers = """
      "date": "2027-01-10", "referentiel": "action", "reponses": [
        {"point": "fait", "elements": ["Un jardin partagé"]},
        {"point": "parole", "existanteTexte": "\(words)", "aIntegrerTexte": "\(words)", \(ticked)}]
      """
    let text = """
      {"format": "dpes", "version": 1, "id": "d", "structure": {"raisonSociale": "X"},
       "fiches": [{"id": "f1", "referentiel": "action", "titre": "Le jardin"}],
       "grilles": [{"id": "g1", "sujet": "f1", \(answers)}, {"id": "g2", \(answers)}],
       "schema": {"debut": "2026-01-01"}}
      """
    try folder.put(text, in: "p.dpes.json")
    for name in ["p.md", "p.fodt"] {
      let answer = try run(
        folder, "rapport", "p.dpes.json", "--modele", "outil", "--outil", "action", "--vers", name)
      #expect(answer.status == 0, "\(answer.error)")
      let text = try folder.text(name)
      #expect(text.contains("Un jardin partagé") && text.contains(words) == isSaid)
    }
    for (quoi, name) in [("outil", "o.csv"), ("grille", "g.csv")] {
      let tool = quoi == "outil" ? ["--outil", "action"] : []
      let answer = try folder.run(
        palierPath, ["exporter", "p.dpes.json", "--quoi", quoi, "--vers", name] + tool,
        ["XDG_DATA_HOME": folder.path("home/data")])
      #expect(answer.status == 0, "\(answer.error)")
      #expect(try folder.text(name).contains(words) == isSaid)
    }
    let page = try run(folder, "exporter", "p.dpes.json", "--vers", "p.html")
    #expect(page.status == 0, "\(page.error)")
    #expect(try folder.text("p.html").contains(words) == isSaid)
  }

  @Test func `which tool has to be said, one that is there, and only where it matters`() throws {
    let folder = try opened()
    let none = try run(folder, "rapport", "o.dpes.json", "--modele", "outil", "--vers", "x.md")
    #expect(none.status == 2 && none.error.contains("--outil manque"))
    let unknown = try run(
      folder, "rapport", "o.dpes.json", "--modele", "outil", "--outil", "rien", "--vers", "x.md")
    #expect(unknown.status == 2 && unknown.error.contains("--outil"))
    let fiche = try run(
      folder, "rapport", "o.dpes.json", "--modele", "outil", "--outil", "scenarios", "--fiche", "z",
      "--vers", "x.md")
    #expect(fiche.status == 2 && fiche.error.contains("--fiche"))
    let useless = try run(
      folder, "rapport", "o.dpes.json", "--modele", "ca", "--outil", "scenarios", "--vers", "x.md")
    #expect(useless.status == 2 && useless.error.contains("ne change rien"))
    #expect(try folder.names == ["o.dpes.json"])
  }

  @Test func `a template of the tool comes before that of all, and is no document of its own`()
    throws
  {
    let folder = try opened()
    try folder.put("À nous : {{outilNom}}\n", in: "home/data/palier/modeles/outil-scenarios.md")
    let answer = try run(
      folder, "rapport", "o.dpes.json", "--modele", "outil", "--outil", "scenarios", "--vers",
      "s.md")
    #expect(answer.status == 0)
    #expect(try folder.text("s.md").contains("À nous : Scénarios"))
    let own = try run(
      folder, "rapport", "o.dpes.json", "--modele", "outil-scenarios", "--vers", "x.md")
    #expect(own.status == 2)
  }

  @Test func `a tool file of one's own is listed and shown, without a build`() throws {
    let folder = try opened()
    let text = """
      {"format": "dpes-referentiel", "version": 1, "id": "mien", "nom": "Le mien", "famille": "À nous",
       "parThemes": true, "themes": [{"code": "t", "axe": "personne", "intitule": "T", "points": [
       {"code": "a", "intitule": "Curseur ?", "forme": "curseur"},
       {"code": "b", "intitule": "Liste ?", "forme": "liste"},
       {"code": "c", "intitule": "Choix ?", "forme": "choix", "plusieurs": true,
        "options": [{"code": "o", "intitule": "Option"}]}, {"code": "d", "intitule": "Existe ?"}]}]}
      """
    try folder.put(text, in: "home/data/palier/referentiels/mien.json")
    let list = try run(folder, "a-faire", "o.dpes.json")
    #expect(list.status == 0, "\(list.error)")
    let screen = try run(
      folder, "ecran", "o.dpes.json", "--ecran", "grille", "--selection", "mien:c", "--taille",
      "80x24")
    #expect(screen.status == 0, "\(screen.error)")
    #expect(screen.output.contains("├·····┼·····┤") && screen.output.contains("[ ] Option"))
  }

  @Test func `a year later each tool that wants it is to be read again, and nothing presses`()
    throws
  {
    let folder = try opened()
    let answer = try folder.palier("a-faire", "o.dpes.json", "--date", "2028-03-10", "--json")
    #expect(answer.status == 0)
    #expect(answer.output.matches(of: /a-relire/).count == 3)
  }
}
