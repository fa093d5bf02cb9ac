import Testing

/// What a refusal advises is accepted when it is followed.
@Suite struct CommandImportAdviceTests {
  static let tables: [(kind: String, text: String)] = [
    ("realises", "indicateur;periode;statut\nCDD devenus CDI;18;en cours\n"),
    ("realises", "indicateur;periode;statut\nCDD devenus CDI;18;zut\n"),
    ("realises", "indicateur;periode;statut\nCDD devenus CDI;18;non\n"),
    ("observations", "axe;statut;texte\nU;à améliorer;Un\nP;en cours;Deux\nT;zut;Trois\n"),
    ("observations", "axe;texte\nle lieu;Un\n"),
    ("observations", "texte;auteur\nUn;Anne\nDeux;le CA\nTrois;Marie Dupont\nQuatre;SC (x)\n"),
    ("observations", "N°;texte\n1;La mairie nous invite chaque année\n2;Tout autre chose ici\n"),
    ("participants", "initiales;collège;implication\nAB;élu;forte\nCD;truc;\nAnne;CA;\n"),
    ("indicateurs", "palier;indicateur;responsable\nUn;Une;Direction\nDeux;Autre;M. X et Luc\n"),
    ("indicateurs", "axe;palier;echeance\nU;Un;en continu\nU;Deux;permanent\nU;Trois;bientôt\n"),
    ("indicateurs", "axe;palier;indicateur;nature\nU;Un;Une;truc\n"),
    ("indicateurs", "axe;palier;echeance\nU;Un;30/11/2001\n"),
    ("observations", "texte\nLa pr?vention des chutes\nUne r?union par mois\n"),
    ("indicateurs", "Axe;Action;Mois\nU;Un;6\nActions de 2024;;\n"),
    ("indicateurs", "axe;Action;Mois\nU;Un;6\n;NB : à revoir;\n"),
    ("indicateurs", "axe;palier;indicateur\nU;Un;A\nP;;B\n"),
    ("indicateurs", "axe;action;mois\nU;Un;6\nRouge;en retard;\n"),
    ("indicateurs", "axe;action;mois\nU;Un;6\n\nBilan;;\nAxe;Action;Note\nU;Deux;x\n"),
    ("indicateurs", "axe;action;mois\nU;Un palier;6\n;en deux lignes;\n"),
    ("observations", "texte;axe\nPoints forts :;\nUn;U\n(à suivre);\n"),
    ("participants", "nom;organisme\nSALARIÉS;\nMarie Dupont;Lac\nExcusés;\n"),
    ("participants", "initiales;nom\nPM;Paul Mart\nPM;Pauline Mart\n"),
    ("realises", "indicateur;periode;statut;valeur\nCDD devenus CDI;18;en cours;en cours\n"),
    ("realises", "palier;indicateur;periode;statut\nParité;CDD devenus CDI;18;partiel\n"),
    (
      "indicateurs",
      "axe;palier;indicateur\nU;Parité;CDD devenus CDI\nU;Deux contrats consolidés;\n"
    ),
    ("observations", "axe;statut;texte\nU;--;Un\nP;++;Deux\n"),
    ("indicateurs", "axe;palier;echeance\nU;Un;-5\n"),
  ]

  /// An advised answer with a value where the advice leaves it to the person, in capitals.
  private static func filled(_ advice: String, _ kind: String) -> String {
    let values = [
      "STATUT": kind == "realises" ? "atteint" : "rouge", "AXE": "personne", "COLLÈGE": "salaries",
      "NATURE": "texte", "IMPLICATION": "consultation", "MOIS": "12",
    ]
    guard let place = values.first(where: { advice.hasSuffix("=\($0.key)") }) else { return advice }
    return advice.dropLast(place.key.count) + place.value
  }

  /// The options that a text advises: each word, and what stands between quotes as one.
  private static func options(_ text: String, of kind: String) -> [String] {
    var found: [String] = []
    for option in ["--comme", "--axe", "--numeros"] {
      for part in text.split(separator: option + " ").dropFirst() {
        let value =
          part.hasPrefix("'")
          ? part.dropFirst().prefix { $0 != "'" } : part.prefix { !$0.isWhitespace && $0 != ";" }
        let bare = filled(String(value).trimmed, kind)
        // Of two pieces of advice for one word, the first.
        let isKnown = zip(found, found.dropFirst()).contains {
          $0 == option
            && (option != "--comme" || $1.prefix { $0 != "=" } == bare.prefix { $0 != "=" })
        }
        if !isKnown, !bare.hasPrefix("se ") { found += [option, bare] }
      }
    }
    return found
  }

  @Test(arguments: tables.indices)
  func `each piece of advice is accepted when followed`(index: Int) throws {
    let (kind, text) = Self.tables[index]
    let folder = try CommandFolder()
    try folder.putExample()
    try folder.put(text, in: "s.csv")
    let arguments = ["importer", "exemple.dpes.json", "s.csv", "--quoi", kind]
    var followed: [String] = []
    for _ in 0..<4 {
      let answer = try folder.run(palierPath, arguments + followed)
      if answer.status == 0 { break }
      let more = Self.options(answer.error.plainSpaces, of: kind)
      #expect(!more.isEmpty, "\(answer.error)")
      followed += more
    }
    let done = try folder.run(palierPath, arguments + followed + ["--essai"])
    #expect(done.status == 0, "\(followed): \(done.error)")
  }

  @Test func `a column and month 0 are what the options say`() throws {
    let folder = try CommandFolder()
    _ = try folder.palier("nouveau", "x.dpes.json", "--structure", "Essai")
    try folder.put("Axe;Ce qui vient\nU;Un agenda\n", in: "c.csv")
    let command = ["importer", "x.dpes.json", "c.csv", "--quoi", "indicateurs"]
    #expect(try folder.run(palierPath, command).status == 1)
    let said = try folder.run(palierPath, command + ["--colonne", "Ce qui vient=palier"])
    #expect(said.status == 0, "\(said.error)")
    #expect(try folder.text("x.dpes.json").contains("\"intitule\": \"Un agenda\""))
    try folder.put("axe;palier;echeance\nU;Deux;31/12/2027\n", in: "d.csv")
    let dated = ["importer", "x.dpes.json", "d.csv", "--quoi", "indicateurs"]
    let asked = try folder.run(palierPath, dated)
    #expect(asked.status == 1 && asked.error.contains("--debut"))
    #expect(try folder.run(palierPath, dated + ["--debut", "2027-01-01"]).status == 0)
    #expect(try folder.text("x.dpes.json").contains("\"debut\": \"2027-01-01\""))
  }

  @Test func `where titles are not found the other sheets are named, hidden ones too`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    func row(_ text: String) -> String {
      "<table:table-row><table:table-cell><text:p>\(text)</text:p></table:table-cell></table:table-row>"
    }
    let parts: [String] = [
      "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">",
      "<office:automatic-styles><style:style style:name=\"m\" style:family=\"table\">",
      "<style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>",
      "<office:body><office:spreadsheet><table:table table:name=\"Garde\">", row("Page de garde"),
      "</table:table><table:table table:name=\"Caché\" table:style-name=\"m\">", row("Action"),
      row("Livret"), "</table:table></office:spreadsheet></office:body></office:document>",
    ]
    try folder.put(parts.joined(), in: "p.fods")
    let command = ["importer", "exemple.dpes.json", "p.fods", "--quoi", "indicateurs"]
    let told = try folder.run(palierPath, command).error.plainSpaces
    #expect(told.contains("« Caché », masquée) : --feuille Caché"), "\(told)")
    #expect(told.contains("dans les vingt premières lignes"))
  }

  @Test func `every refused deadline is quoted, and rows are left aside by their numbers`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let rows = (1...20).map { "U;Action \($0);un jour \($0)" }
    try folder.put((["axe;palier;echeance"] + rows).joined(separator: "\n") + "\n", in: "e.csv")
    let command = ["importer", "exemple.dpes.json", "e.csv", "--quoi", "indicateurs", "--essai"]
    let told = try folder.run(palierPath, command).error.plainSpaces
    #expect((1...20).allSatisfy { told.contains("« un jour \($0) »") }, "\(told)")
    let left = try folder.run(palierPath, command + ["--laisser", "2-19,21"])
    #expect(
      left.status == 1 && left.error.plainSpaces.contains("Ligne 20 refusée"), "\(left.error)")
    #expect(try folder.run(palierPath, command + ["--laisser", "2-21"]).status == 0)
    for wrong in ["x", "9-4", "0", ""] {
      let refused = try folder.run(palierPath, command + ["--laisser", wrong])
      #expect(refused.status != 0 && refused.error.contains("--laisser"), "\(refused.error)")
    }
  }

  @Test func `lines of one cause are told once, with all their numbers and words`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    try folder.put(Self.tables[6].text, in: "n.csv")
    let numbers = try folder.palier(
      "importer", "exemple.dpes.json", "n.csv", "--quoi", "observations")
    #expect(numbers.error.plainSpaces.contains("les n° 1 et 2 sont ici de tout autres textes"))
    try folder.put(Self.tables[9].text, in: "e.csv")
    let words = try folder.palier("importer", "exemple.dpes.json", "e.csv", "--quoi", "indicateurs")
    #expect(
      words.error.plainSpaces.contains(
        "Lignes 2, 3 et 4 refusées : échéance, « en continu », « permanent » et « bientôt » ne sont pas"
      ),
      "\(words.error)")
    try folder.put("axe;palier;echeance\nU;Un;2026-09-30\nU;Deux;2026-09-30\n", in: "d.csv")
    let days = try folder.palier(
      "importer", "exemple.dpes.json", "d.csv", "--quoi", "indicateurs", "--essai")
    #expect(days.error.plainSpaces.contains("Lignes 2 et 3 : 30/09/2026 donne"), "\(days.error)")
  }
}

extension String {
  /// Without the point and the signs at the end of a sentence.
  fileprivate var trimmed: String {
    var text = self[...]
    while let last = text.last, ".;)".contains(last) || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
