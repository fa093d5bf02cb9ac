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
}
