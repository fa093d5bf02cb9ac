import Testing

@Suite struct CommandCyclesTests {
  private static let own = """
    {"format": "dpes-cycle", "version": 1, "id": "mien", "nom": "Le mien", "etapes": [
      {"code": "a", "genre": "journee", "titre": "Une journée", "prepare": ["grille"]},
      {"code": "b", "genre": "envoi", "titre": "Un bilan", "depuis": "a", "mois": 3}]}
    """

  private func environment(_ folder: CommandFolder) -> [String: String] {
    ["XDG_DATA_HOME": folder.path("home/data")]
  }

  @Test func `what is shipped and what is one's own are listed`() throws {
    let folder = try CommandFolder()
    try folder.put(Self.own, in: "home/data/palier/cycles/mien.json")
    let answer = try folder.palier("cycles", environment: environment(folder))
    #expect(answer.status == 0 && answer.error.isEmpty)
    for id in [
      "pas-de-calais", "coorace-cedre", "parcours-usagers", "parcours-richesses-humaines",
      "parcours-transition", "communaute-apprenante",
    ] {
      #expect(answer.output.contains(try Regex("\(id).* étapes  fourni")), "\(answer.output)")
    }
    #expect(answer.output.contains(/mien.*2 étapes  le vôtre  Le mien/))
  }

  @Test(arguments: [
    (#"{"format": "dpes", "version": 1}"#, "ce n’est pas un cycle"),
    (own.replacing("\"b\"", with: "\"a\""), "le code « a » est donné deux fois"),
    (own.replacing("\"a\", \"mois\"", with: "\"z\", \"mois\""), "« z », qui n’est pas une étape"),
    (own.replacing("grille", with: "gril"), "« gril » n’est pas de ce que l’on prépare"),
    (own.replacing("journee", with: "fete"), "ligne 2"),
    (own.replacing("\"mois\": 3", with: "\"chaqueMois\": 0"), "« chaqueMois » n’est pas un nombre"),
    (own.replacing("\"mois\": 3", with: "\"preavisMois\": -3"), "« preavisMois » n’est pas un"),
    (own.replacing("Un bilan", with: "  "), "« b » n’a pas de titre"),
    (own.replacing("\"depuis\": \"a\"", with: "\"depuis\": \"b\""), "à partir d’elle-même"),
    (
      own.replacing("\"mois\": 3", with: "\"modele\": \"../../etc/passwd\""),
      "n’est pas le nom d’un modèle"
    ),
    (
      #"{"format": "dpes-cycle", "version": 1, "id": "v", "nom": "V", "etapes": []}"#,
      "il n’a aucune étape"
    ),
    (own.replacing("Un bilan", with: #"Un \u001b[31m bilan"#), "caractère de commande"),
  ])
  func `a broken one is named with its place and left out, the rest works`(
    text: String, words: String
  ) throws {
    let folder = try CommandFolder()
    let file = try folder.put(text, in: "home/data/palier/cycles/mien.json")
    let list = try folder.palier("cycles", environment: environment(folder))
    #expect(list.status == 0 && list.output.contains("pas-de-calais") && list.isHarmless)
    #expect(list.error.contains(file))
    let check = try folder.palier("cycles", "--verifier", file)
    #expect(check.status == 2 && check.output.isEmpty && check.isHarmless)
    #expect(check.error.replacing("\u{A0}", with: " ").contains(words), "\(check.error)")
  }

  @Test func `a good one has nothing wrong`() throws {
    let folder = try CommandFolder()
    let file = try folder.put(Self.own, in: "mien.json")
    let answer = try folder.palier("cycles", "--verifier", file)
    #expect(answer.status == 0 && answer.output.hasPrefix("Le mien, 2 étapes"))
    // A tool is named by its name, which it has to have.
    for (word, status) in [("outil:dessin", 0), ("outil:", 2)] {
      let file = try folder.put(Self.own.replacing("grille", with: word), in: "outil.json")
      #expect(try folder.palier("cycles", "--verifier", file).status == status, "\(word)")
    }
    let sent = try folder.put(
      Self.own.replacing("\"mois\": 3", with: "\"modele\": \"bilan-cap\""), in: "modele.json")
    let told = try folder.palier("cycles", "--verifier", sent)
    #expect(told.status == 0 && told.error.contains("bilan-cap"), "\(told.error)")
    // One that the help does not tell of is said, with those that it does.
    for (word, isTold) in [("outil:dessin", true), ("outil:tour-de-table", false)] {
      let file = try folder.put(Self.own.replacing("grille", with: word), in: "\(isTold).json")
      let told = try folder.palier("cycles", "--verifier", file).error
      #expect(told.contains("dessin") == isTold && told.contains("pilotage") == isTold, "\(told)")
    }
  }
}
