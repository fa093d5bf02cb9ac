import Testing

@Suite struct CommandReferentielsTests {
  private static let own = """
    {"format": "dpes-referentiel", "version": 1, "id": "mien", "nom": "Le mien", "themes": [
      {"code": "t", "axe": "personne", "intitule": "T", "points": [{"code": "a", "intitule": "A ?"}]}]}
    """

  /// A folder of reference data of one's own, and the environment that finds it.
  private func environment(_ folder: CommandFolder) -> [String: String] {
    ["XDG_DATA_HOME": folder.path("home/data")]
  }

  @Test func `what is shipped and what is one's own are listed`() throws {
    let folder = try CommandFolder()
    try folder.put(Self.own, in: "home/data/palier/referentiels/mien.json")
    let answer = try folder.palier("referentiels", environment: environment(folder))
    #expect(answer.status == 0 && answer.error.isEmpty)
    #expect(answer.output.contains(/charte-apes.*48 points  fourni/))
    #expect(answer.output.contains(/developpement-durable +2 +45 points/))
    #expect(answer.output.contains("\nTerritoire et acteurs\n  "))
    #expect(answer.output.contains("\nAutres\n  mien"))
    #expect(answer.output.split(separator: "\n").count { $0.hasPrefix("  ") } == 22)
    #expect(answer.output.contains(/mien.*1 point  le vôtre  Le mien/))
  }

  @Test(arguments: [
    ("{\"format\":", "il s’arrête avant la fin, ligne 1"),
    (#"{"format": "dpes", "version": 1}"#, "ce n’est pas un référentiel"),
    (own.replacing("personne", with: "\u{1B}[31m"), "ligne 1"),
    (own.replacing("personne", with: "ailleurs"), "ligne 2, colonne"),
    (
      own.replacing("Le mien", with: #"Le \u001b]0;titre\u0007 mien"#),
      "contient un caractère de commande du terminal"
    ),
    (
      own.replacing("\"A ?\"", with: #""A ?", "forme": "choix""#),
      "ligne 2, colonne 64, le choix « a » n’a pas d’options"
    ),
    (own.replacing("\"A ?\"", with: #""A ?", "forme": "radar""#), "ligne 2, colonne"),
    (own.replacing("\"mien\"", with: #""fiches""#), "dit déjà autre chose dans une démarche"),
    (
      own.replacing("]}]}", with: ", {\"code\": \"a\", \"intitule\": \"B ?\"}]}]}"),
      "le code « a » est donné deux fois"
    ),
  ])
  func `a broken one is named with its place and left out, the rest works`(
    text: String, words: String
  ) throws {
    let folder = try CommandFolder()
    let file = try folder.put(text, in: "home/data/palier/referentiels/mien.json")
    let list = try folder.palier("referentiels", environment: environment(folder))
    #expect(list.status == 0 && list.output.contains("charte-apes") && list.isHarmless)
    #expect(list.error.contains(file))
    let check = try folder.palier("referentiels", "--verifier", file)
    #expect(check.status == 2 && check.output.isEmpty && check.isHarmless)
    if text.contains("\u{1B}") { return }
    #expect(check.error.replacing("\u{A0}", with: " ").contains(words), "\(check.error)")
  }

  @Test func `a broken file of suggestions is named, and takes nothing else away`() throws {
    let folder = try CommandFolder()
    let file = try folder.put(
      #"{"format": "dpes-suggestions", "version": 1, "indicateurs": 3}"#,
      in: "home/data/palier/suggestions/mien.json")
    let answer = try folder.palier("referentiels", environment: environment(folder))
    #expect(answer.status == 0 && answer.isHarmless && answer.output.contains("charte-apes"))
    #expect(answer.error.contains(file) && answer.error.contains("indicateurs"))
  }

  @Test func `one's own stands in the place of a shipped one with its id`() throws {
    let folder = try CommandFolder()
    try folder.put(
      Self.own.replacing("\"mien\"", with: "\"charte-apes\""),
      in: "home/data/palier/referentiels/charte.json")
    let answer = try folder.palier("referentiels", environment: environment(folder))
    #expect(answer.output.contains(/charte-apes.*1 point  le vôtre  Le mien/))
    #expect(!answer.output.contains(/charte-apes.*fourni/))
  }

  @Test func `one that is not there, and a folder, are told as what they are`() throws {
    let folder = try CommandFolder()
    let missing = try folder.palier("referentiels", "--verifier", folder.path("absent.json"))
    #expect(missing.status == 2 && missing.error.contains("n’existe pas. Vérifiez son nom"))
    let other = try folder.palier("referentiels", "--verifier", folder.path("."))
    #expect(other.status == 2 && other.error.contains("Nommez un fichier .json"))
  }

  @Test func `a good one has nothing wrong`() throws {
    let folder = try CommandFolder()
    let file = try folder.put(Self.own, in: "mien.json")
    let answer = try folder.palier("referentiels", "--verifier", file)
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("Le mien, 1 point en 1 thème"))
  }
}
