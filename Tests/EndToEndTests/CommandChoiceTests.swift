import Testing

/// `--image`, `--seance` and `--depuis`: obeyed, or refused.
@Suite struct CommandChoiceTests {
  @Test(arguments: [
    ("ca", ["--depuis", "2027-01-01"], "vient après le jour du document, le 1er décembre 2026"),
    ("annuel", ["--depuis", "2026-12-02"], "vient après le jour du document"),
    ("ca", ["--seance", "2025-09-04"], "n’est pas un conseil d’administration"),
    ("annuel", ["--seance", "2025-09-04"], "--seance ne change rien à ce document"),
    ("compte-rendu", ["--depuis", "2026-01-01"], "--depuis ne change rien"),
    ("engagements", ["--image", "2025-09-04"], "--image ne change rien"),
    ("parole", ["--depuis", "2026-01-01"], "--depuis ne change rien"),
  ])
  func `an option that means nothing is refused in one sentence`(
    model: String, options: [String], words: String
  ) throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let report = [
      "rapport", "exemple.dpes.json", "--modele", model, "--vers", "x.md", "--date", "2026-12-01",
    ]
    let refused = try folder.run(palierPath, report + options)
    #expect(refused.status == 2 && refused.error.plainSpaces.contains(words), "\(refused.error)")
    #expect(refused.error.split(separator: "\n").count == 1)
    #expect(try folder.names == ["exemple.dpes.json"])
    #expect(try folder.run(palierPath, report).status == 0)
  }

  @Test func `a board is not compared with a day after it`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let text = try folder.text("exemple.dpes.json")
    let board = """
      "seances": [
          { "id": "conseil", "date": "2026-06-02", "genre": "ca" },
      """
    try folder.put(text.replacing("\"seances\": [", with: board), in: "exemple.dpes.json")
    let report = ["rapport", "exemple.dpes.json", "--modele", "ca", "--vers", "x.md"]
    let refused = try folder.run(
      palierPath, report + ["--seance", "2026-06-02", "--depuis", "2026-09-01"])
    #expect(refused.status == 2, "\(refused.error)")
    #expect(refused.error.plainSpaces.contains("vient après le jour du document, le 2 juin 2026"))
    let made = try folder.run(
      palierPath, report + ["--seance", "2026-06-02", "--depuis", "2026-03-01"])
    #expect(made.status == 0, "\(made.error)")
  }

  @Test func `a séance and an image of another one are not asked for together`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let both = ["--image", "2025-09-04", "--seance", "2026-11-05"]
    let report = ["rapport", "exemple.dpes.json", "--modele", "compte-rendu", "--vers", "x.md"]
    let refused = try folder.run(palierPath, report + both)
    #expect(refused.status == 2 && refused.error.plainSpaces.contains("pas les deux"))
    let same = ["--image", "2026-11-05", "--seance", "2026-11-05"]
    #expect(try folder.run(palierPath, report + same).status == 0)
  }

  @Test func `the synthesis compares since no day of one’s own`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let refused = try folder.run(
      palierPath,
      ["exporter", "exemple.dpes.json", "--format", "html", "--vers", "x.html"]
        + ["--depuis", "2026-01-01"])
    #expect(refused.status == 2 && refused.error.plainSpaces.contains("--depuis ne change rien"))
  }

  @Test(arguments: [
    ("annuel", "921", "Trésorerie au 30 septembre 2026"), ("candidature", "921", "2026"),
  ])
  func `a day that was chosen knows no money that came after it`(
    model: String, sales: String, treasury: String
  ) throws {
    let folder = try CommandFolder()
    try folder.putExample()
    func told(_ day: String) throws -> String {
      let report = ["rapport", "exemple.dpes.json", "--modele", model, "--vers", "x.md"]
      #expect(try folder.run(palierPath, report + ["--date", day, "--remplacer"]).status == 0)
      return try folder.text("x.md").plainSpaces
    }
    #expect(try told("2026-12-01").contains(sales))
    let before = try told("2025-06-01")
    #expect(!before.contains(sales) && !before.contains(treasury), "\(before)")
  }

  @Test func `a day to come keeps the boards after it, with what is asked of them`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let text = try folder.text("exemple.dpes.json")
    let board = """
      "seances": [
          { "id": "plustard", "date": "2098-12-09", "genre": "ca",
            "demandes": [{ "id": "d9", "texte": "Payer les bacs" }] },
      """
    try folder.replace("exemple.dpes.json", by: text.replacing("\"seances\": [", with: board))
    let report = ["rapport", "exemple.dpes.json", "--modele", "ca", "--vers", "x.md"]
    #expect(try folder.run(palierPath, report + ["--date", "2098-12-01"]).status == 0)
    #expect(try folder.text("x.md").plainSpaces.contains("Payer les bacs"))
  }

  @Test func `an image of before counts its own observations`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let report = ["rapport", "exemple.dpes.json", "--modele", "ca", "--vers", "x.md"]
    #expect(try folder.run(palierPath, report + ["--image", "2025-09-04"]).status == 0)
    let page = try folder.text("x.md").plainSpaces
    #expect(page.contains("image du 4 septembre 2025"))
    #expect(page.contains("5 rouges, ▲ 4 orange, ● 5 verts"), "\(page)")
  }

  @Test func `a synthesis of a day has no séance and no note of a later one`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let export = ["exporter", "exemple.dpes.json", "--format", "html", "--vers", "x.html"]
    #expect(try folder.run(palierPath, export + ["--date", "2026-03-01"]).status == 0)
    let page = try folder.text("x.html").plainSpaces
    #expect(page.contains("4 septembre 2025"))
    for later in ["5 novembre 2026", "navette à l’essai", "deux coprésidents"] {
      #expect(!page.contains(later), "\(later)")
    }
  }

  @Test func `the page of a board that was is of its day`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let text = try folder.text("exemple.dpes.json")
    let board = """
      "seances": [
          { "id": "cajuin", "date": "2026-06-10", "genre": "ca", "titre": "Conseil de juin" },
      """
    try folder.replace("exemple.dpes.json", by: text.replacing("\"seances\": [", with: board))
    let report = ["rapport", "exemple.dpes.json", "--modele", "ca", "--vers", "x.md"]
    let made = try folder.run(palierPath, report + ["--date", "2026-12-01", "--seance", "cajuin"])
    #expect(made.status == 0, "\(made.error)")
    let page = try folder.text("x.md").plainSpaces
    #expect(page.contains("10 juin 2026") && page.contains("10 décembre 2025"), "\(page)")
    #expect(!page.contains("coprésidents") && !page.contains("novembre 2026"), "\(page)")
  }
}
