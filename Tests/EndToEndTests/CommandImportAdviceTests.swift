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
  ]

  /// The options that a text advises: each word, and what stands between quotes as one.
  private static func options(_ text: String) -> [String] {
    var found: [String] = []
    for option in ["--comme", "--axe", "--numeros"] {
      for part in text.split(separator: option + " ").dropFirst() {
        let value =
          part.hasPrefix("'")
          ? part.dropFirst().prefix { $0 != "'" } : part.prefix { !$0.isWhitespace && $0 != ";" }
        let bare = String(value).trimmed
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
      let more = Self.options(answer.error.plainSpaces)
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
