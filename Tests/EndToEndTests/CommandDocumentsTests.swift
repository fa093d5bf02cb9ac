import DPES
import Documents
import Foundation
import JSONTree
import Testing

/// `palier exporter` and `palier importer`, as a person types them.
@Suite struct CommandDocumentsTests {
  @Test func `a document is written whole, and replaced only when asked`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let export = ["exporter", "exemple.dpes.json", "--format", "csv", "--vers", "t.csv"]
    let written = try folder.run(palierPath, export)
    #expect(written.status == 0 && written.error == "" && written.isHarmless)
    #expect(written.output.plainSpaces == "Écrit : « t.csv ».\n")
    #expect(try folder.text("t.csv").hasPrefix("indicateur,periode,statut,"))
    try folder.put("à moi", in: "t.csv")
    let refused = try folder.run(palierPath, export)
    #expect(refused.status == 1 && refused.output == "" && refused.error.contains("--remplacer"))
    #expect(try folder.text("t.csv") == "à moi")
    #expect(try folder.run(palierPath, export + ["--remplacer", "--excel"]).status == 0)
    #expect(try folder.bytes("t.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try folder.names == ["exemple.dpes.json", "t.csv"])
  }

  @Test(arguments: [
    "x.ods", "x.xlsx", "x.fods", "x.csv", "x.html", "x.SVG", "x.ics",
  ])
  func `the end of the name says the format, and the same démarche makes the same bytes`(
    name: String
  ) throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let export = ["exporter", "exemple.dpes.json", "--vers", name, "--date", "2026-12-01"]
    #expect(try folder.run(palierPath, export).status == 0)
    let first = try folder.bytes(name)
    #expect(try folder.run(palierPath, export + ["--remplacer"]).status == 0)
    // A calendar says when it was made.
    #expect(try name == "x.ics" || folder.bytes(name) == first)
    guard !["x.html", "x.SVG", "x.ics", "x.csv"].contains(name) else { return }
    let back = try folder.palier(
      "importer", "exemple.dpes.json", name, "--quoi", "observations", "--feuille", "Observations",
      "--essai")
    #expect(back.status == 0 && back.output.contains("ce qui était déjà là"), "\(back.output)")
    #expect(!back.output.contains("ajoute"))
  }

  @Test(arguments: [("a4", "297mm"), ("A3", "420mm")])
  func `a workbook is laid out for the paper that is asked for`(papier: String, width: String)
    throws
  {
    let folder = try CommandFolder()
    try folder.putExample()
    let answer = try folder.palier(
      "exporter", "exemple.dpes.json", "--vers", "x.fods", "--papier", papier)
    #expect(answer.status == 0)
    let layout = try folder.text("x.fods").split(separator: "style:name=\"papier0\"")[1]
    #expect(layout.prefix(200).contains("fo:page-width=\"\(width)\""))
  }

  @Test func `the flat table leaves out who and where without names`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let export = ["exporter", "exemple.dpes.json", "--quoi", "donnees", "--vers"]
    #expect(try folder.run(palierPath, export + ["x.csv"]).status == 0)
    #expect(try folder.run(palierPath, export + ["y.csv", "--sans-noms"]).status == 0)
    let (named, bare) = (try folder.text("x.csv"), try folder.text("y.csv"))
    #expect(named.contains(",HV,6,2025-10-01,") && named.contains("Classeur du personnel"))
    #expect(bare.contains(",hausse,2,,6,2025-10-01,") && !bare.contains("Classeur du personnel"))
    #expect(named.split(separator: "\r\n").count == bare.split(separator: "\r\n").count)
  }

  @Test(arguments: [
    (["--format", "docx", "--vers", "x"], "--format"),
    (["--format", "fods", "--vers", "x.ods"], "contredit --format fods"),
    (["--format", "xlsx", "--vers", "x.xls"], "contredit --format xlsx"),
    (["--vers", "x"], "ni par .xlsx"), (["--vers", "x.docx"], "ne finit ni par .html"),
    (["--vers", "x.odt"], "palier rapport"), (["--vers", "x.svg", "--papier", "a4"], "--papier"),
    (["--vers", "x.ods", "--papier", "a5"], "--papier : « a5 »"),
    (["--vers", "x.ods", "--excel"], "--excel"),
    (["--vers", "x.svg", "--quoi", "donnees"], "ne s’écrit pas en svg"),
    (["--format", "csv", "--quoi", "tout", "--vers", "x"], "ne s’écrit pas en csv"),
    (["--format", "csv", "--quoi", "rien", "--vers", "x"], "--quoi"),
    (["--format", "fods", "--excel", "--vers", "x"], "--excel"),
    (["--format", "csv", "--vers", "loin/x.csv"], "son dossier n’existe pas"),
    (["--format", "csv", "--vers", "exemple.dpes.json", "--remplacer"], "la démarche elle-même"),
    (["--format", "csv", "--vers", "x", "--date", "bientôt"], "--date"),
  ])
  func `what can't be written is said in French, and nothing is left`(
    arguments: [String], said: String
  ) throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let answer = try folder.run(palierPath, ["exporter", "exemple.dpes.json"] + arguments)
    #expect(answer.status == 2 && answer.output == "")
    #expect(answer.error.plainSpaces.contains(said), "\(answer.error)")
    #expect(try folder.names == ["exemple.dpes.json"])
    #expect(try folder.bytes("exemple.dpes.json") == shippedExample())
  }

  @Test(arguments: [
    "exporter --format csv --quoi participants", "exporter --format csv --quoi observations",
    "exporter --format csv --quoi schema", "exporter --format csv --quoi grille",
    "exporter --format fods --quoi tout", "exporter --format csv --quoi donnees",
    "exporter --format html", "exporter --format ics",
    "exporter --format svg --quoi tout", "rapport --modele compte-rendu --fodt",
    "rapport --modele compte-rendu", "rapport --modele ca", "rapport --modele annuel",
    "rapport --modele candidature", "rapport --modele engagements",
  ])
  func `without names nothing names anybody, nor an organisation`(asked: String) throws {
    let folder = try CommandFolder()
    // Names also stand where people write freely.
    var demarche = String(decoding: try shippedExample(), as: UTF8.self)
    for (text, named) in [
      ("Deux contrats consolidés", "Deux contrats"), ("Mobilité : une table ronde", "Mobilité"),
      ("Dossiers de financement à l’heure", "Dossiers"), ("Permanents en CDI", "Permanents"),
      ("Consignes d’hygiène connues de tous", "Consignes"),
    ] {
      demarche = demarche.replacing(text, with: "\(named), dit la Caisse de retraite")
    }
    demarche = demarche.replacing(
      "\"participants\": [",
      with: "\"candidature\": {\"motivation\": \"La Caisse de retraite\"}, \"participants\": [")
    try folder.put(demarche, in: "exemple.dpes.json")
    var words = asked.split(separator: " ").map(String.init)
    let target = words.last == "--fodt" ? "x.fodt" : words[0] == "rapport" ? "x.md" : "x"
    words.removeAll { $0 == "--fodt" }
    words = [words[0], "exemple.dpes.json"] + words.dropFirst() + ["--vers", target]
    let named = try folder.run(palierPath, words)
    #expect(named.status == 0 && !named.output.contains("relisez"))
    // A calendar folds its lines inside words.
    #expect(
      try folder.text(target).replacing("\r\n ", with: "").contains(
        /\b(YD|HV|RL|PG)\b|Caisse de retraite/), "\(asked)")
    let answer = try folder.run(palierPath, words + ["--remplacer", "--sans-noms"])
    #expect(answer.status == 0 && answer.output.contains("relisez"))
    // A drawing inside a text is spelt in letters of its own.
    let text = try folder.text(target).replacing("\r\n ", with: "")
      .replacing(/<office:binary-data>[^<]*/, with: "")
    let said = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    for name in ["SC", "LB", "YD", "RL", "HV", "OM", "JR", "CD", "PG", "MA", "TN", "EK", "VF"] {
      #expect(!said.contains(name), "\(asked) \(name)")
    }
    #expect(!text.contains("Caisse de retraite") && !text.contains("Groupe des familles"))
    if !asked.contains("csv"), !asked.contains("ics") {
      #expect(text.contains("Résidence du Halage"))
    }
  }

  @Test func `without month 0 dated rows are refused for one cause, and --debut settles it`() throws
  {
    let folder = try CommandFolder()
    #expect(
      try folder.palier("nouveau", "x.dpes.json", "--structure", "La Ferme").status == 0)
    try folder.put(
      "axe;palier;echeance\nU;Nourrir;30/06/2027\nU;Loger;31/12/2027\n", in: "plan.csv")
    let plain = ["x.dpes.json", "plan.csv", "--quoi", "indicateurs"]
    let refused = try folder.run(palierPath, ["importer"] + plain)
    #expect(refused.status == 1)
    #expect(
      refused.error.plainSpaces.contains(
        "Lignes 2 et 3 refusées : la démarche n’a pas de mois 0"), "\(refused.error)")
    #expect(refused.error.plainSpaces.contains("--debut JOUR, ou la carte « Le départ » (j)."))
    let done = try folder.run(palierPath, ["importer"] + plain + ["--debut", "01/07/2026"])
    #expect(done.status == 0, "\(done.error)")
    let made = try Demarche(file: JSONValue.parse(try folder.bytes("x.dpes.json")))
    #expect(made.schema.debut == Day(iso: "2026-07-01"))
    #expect(made.schema.paliers.map(\.echeanceMois) == [12, 18])
    // The same day again is no other one; another is refused.
    #expect(
      try folder.run(palierPath, ["importer"] + plain + ["--debut", "2026-07-01"]).status == 0)
    let other = try folder.run(palierPath, ["importer"] + plain + ["--debut", "2026-08-01"])
    #expect(other.status == 1 && other.error.plainSpaces.contains("a déjà un mois 0"))
  }

  @Test func `an import is all or nothing, and says each refused row`() throws {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    try folder.put("Texte;Axe\nUn mot neuf;U\nUn autre;Lune\n", in: "o.csv")
    let refused = try folder.palier("importer", "x.dpes.json", "o.csv", "--quoi", "observations")
    #expect(refused.status == 1 && refused.output == "" && refused.isHarmless)
    #expect(refused.error.plainSpaces.contains("Ligne 3 refusée : axe, « Lune » n’est pas connu."))
    #expect(refused.error.plainSpaces.contains("Rien n’est importé : 1 ligne refusée"))
    #expect(try folder.text("x.dpes.json") == smallFile)

    try folder.put("Texte;Axe\nUn mot neuf;U\nPremier mot;\n", in: "o.csv")
    let tried = try folder.palier(
      "importer", "x.dpes.json", "o.csv", "--quoi", "observations", "--essai")
    #expect(tried.status == 0)
    #expect(
      tried.output.plainSpaces == "Colonnes : « Texte » → texte, « Axe » → axe.\n"
        + "Utilité et emplois : 1 observation nouvelle.\nPar exemple : Un mot neuf\n"
        + "Essai, rien n’est écrit : 1 ligne ajoute quelque chose, "
        + "1 ligne dit ce qui était déjà là.\n")
    #expect(try folder.text("x.dpes.json") == smallFile)
    let done = try folder.palier("importer", "x.dpes.json", "o.csv", "--quoi", "observations")
    #expect(done.status == 0 && done.output.hasPrefix("Importé"))
    let after = try folder.text("x.dpes.json")
    #expect(after.contains("Un mot neuf"))
    #expect(try folder.palier("verifier", "x.dpes.json", "--strict").status == 0)
    // The same again is no news, and writes nothing.
    #expect(
      try folder.palier("importer", "x.dpes.json", "o.csv", "--quoi", "observations").status == 0)
    #expect(try folder.text("x.dpes.json") == after)
  }

  @Test(arguments: [
    ("rien.csv", "observations", "n’existe pas"), ("vide.csv", "observations", "est vide"),
    ("o.csv", "votes", "--quoi"), ("o.csv", "realises", "il manque la colonne"),
  ])
  func `what can't be read is said in French`(source: String, kind: String, said: String) throws {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    try folder.put("", in: "vide.csv")
    try folder.put("texte\nUn\n", in: "o.csv")
    let answer = try folder.palier("importer", "x.dpes.json", source, "--quoi", kind)
    #expect(answer.status > 0 && answer.error.plainSpaces.contains(said), "\(answer.error)")
    #expect(try folder.text("x.dpes.json") == smallFile)
  }
}

extension CommandDocumentsTests {
  @Test func `the samples come in one after the other`() throws {
    let folder = try CommandFolder()
    #expect(
      try folder.palier(
        "nouveau", "x.dpes.json", "--structure", "Essai", "--debut", "2025-10-01"
      ).status == 0)
    for kind in ["participants", "observations", "indicateurs", "realises"] {
      let sample = Programs.repository.appending(path: "Data/modeles/import/\(kind).csv").path
      let answer = try folder.palier("importer", "x.dpes.json", sample, "--quoi", kind)
      // What one of them says alone is told by its words.
      let told = kind == "observations" ? "On n’a pas encore parlé des achats" : ""
      #expect(answer.status == 0 && answer.error.contains(told) == !told.isEmpty, "\(answer.error)")
      #expect(answer.error.isEmpty == told.isEmpty, "\(kind)\(answer.error)")
      #expect(answer.output.plainSpaces == "Importé : 3 lignes ajoutent quelque chose.\n")
    }
  }
}

extension CommandDocumentsTests {
  @Test func `a report is written in either format, and its name says which`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    for model in ["compte-rendu", "ca", "annuel", "candidature", "engagements", "pair"] {
      for ending in ["fodt", "md", "odt"] {
        let answer = try folder.palier(
          "rapport", "exemple.dpes.json", "--modele", model, "--vers", "\(model).\(ending)",
          "--date", "2026-12-01")
        #expect(answer.status == 0 && answer.error == "", "\(model) \(answer.error)")
        if ending == "odt" {
          #expect(FileKind(try folder.bytes("\(model).odt")) == .text("odt"))
        } else {
          #expect(try folder.text("\(model).\(ending)").contains("Résidence du Halage"))
        }
      }
    }
    let other = try folder.palier(
      "rapport", "exemple.dpes.json", "--modele", "ca", "--vers", "ca.docx")
    #expect(other.status == 2 && other.error.contains(".fodt") && other.error.contains(".md"))
    let unknown = try folder.palier(
      "rapport", "exemple.dpes.json", "--modele", "bilan", "--vers", "b.md")
    #expect(unknown.status == 2 && unknown.error.contains("--modele"))
    #expect(!(try folder.names).contains { $0 == "ca.docx" || $0 == "b.md" })
  }

  @Test func `the user's own template comes first, and a wrong one leaves the place`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let environment = ["XDG_DATA_HOME": folder.path("donnees")]
    let own = "donnees/palier/modeles/ca.md"
    func report() throws -> CommandFolder.Answer {
      try folder.run(
        palierPath,
        ["rapport", "exemple.dpes.json", "--modele", "ca", "--vers", "ca.md", "--remplacer"],
        environment)
    }
    try folder.put("Notre page : {{structure}}\n", in: own)
    #expect(try report().error == "")
    #expect(try folder.text("ca.md") == "Notre page : Résidence du Halage\n")
    try folder.put("Notre page\n{{si structure}}\n{{strcture}}\n{{fin}}\n", in: own)
    let wrong = try report()
    #expect(wrong.status == 0)
    let said = "\(own) », ligne 3 : « strcture » n’est le nom de rien"
    #expect(wrong.error.plainSpaces.contains(said), "\(wrong.error)")
    #expect(try folder.text("ca.md").hasPrefix("# Résidence du Halage"))
  }

  @Test func `a template that only the user has is a document of its own`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let environment = ["XDG_DATA_HOME": folder.path("donnees")]
    func report(_ vers: String) throws -> CommandFolder.Answer {
      try folder.run(
        palierPath,
        ["rapport", "exemple.dpes.json", "--modele", "bilan-cap", "--vers", vers, "--remplacer"],
        environment)
    }
    #expect(try report("b.md").status == 2)
    try folder.put("Bilan de {{structure}}\n", in: "donnees/palier/modeles/bilan-cap.md")
    try folder.put("x", in: "donnees/palier/modeles/debut.md")
    #expect(try report("b.md").status == 0)
    #expect(try folder.text("b.md") == "Bilan de Résidence du Halage\n")
    // Nothing takes its place where it is wrong, or was not written.
    let other = try report("b.fodt")
    #expect(other.status == 2 && other.error.contains("aucun autre n’a ce nom"), "\(other.error)")
    #expect(!(try folder.names).contains("b.fodt"))
    let unknown = try folder.run(
      palierPath, ["rapport", "exemple.dpes.json", "--modele", "debut", "--vers", "d.md"],
      environment)
    #expect(unknown.status == 2 && unknown.error.contains("bilan-cap"))
  }

  @Test func `the minutes of an earlier séance can be made again`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    func minutes(_ words: String...) throws -> CommandFolder.Answer {
      try folder.run(
        palierPath,
        [
          "rapport", "exemple.dpes.json", "--modele", "compte-rendu", "--vers", "c.md",
          "--remplacer", "--date", "2026-11-29",
        ] + words)
    }
    #expect(try minutes().status == 0)
    #expect(try folder.text("c.md").contains("tour de table du 5 novembre 2026"))
    for words in [["--seance", "04/09/2025"], ["--image", "2025-09-04"]] {
      #expect(try minutes(words[0], words[1]).status == 0)
      #expect(try folder.text("c.md").contains("tour de table du 4 septembre 2025"))
    }
    let wrong = try minutes("--seance", "hier")
    #expect(wrong.status == 2 && wrong.error.contains("5 novembre 2026"), "\(wrong.error)")
    #expect(try minutes("--image", "x").error.contains("aucune image"))
    #expect(try minutes("--depuis", "bientôt").status == 2)
  }
}

extension CommandDocumentsTests {
  @Test func `answers leave with their question, or with their code and a word about it`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let export = [
      "exporter", "exemple.dpes.json", "--format", "csv", "--quoi", "grille", "--vers", "g.csv",
      "--remplacer",
    ]
    #expect(try folder.run(palierPath, export).error == "")
    #expect(try folder.text("g.csv").contains(",contrats,\"Quels contrats proposons-nous"))
    let text = String(decoding: try shippedExample(), as: UTF8.self)
    try folder.put(
      text.replacing("\"referentiel\": \"charte-apes\"", with: "\"referentiel\": \"ailleurs\""),
      in: "exemple.dpes.json")
    let answer = try folder.run(palierPath, export)
    #expect(answer.status == 0 && answer.error.plainSpaces.contains("« ailleurs » n’est pas un"))
    #expect(try folder.text("g.csv").contains("ailleurs,2025-09-02,,,contrats,contrats,partielle,"))
  }
}

extension CommandDocumentsTests {
  @Test func `an import is taken back whole, however soon after another`() throws {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    func observations() throws -> String {
      let answer = try folder.palier(
        "exporter", "x.dpes.json", "--format", "csv", "--quoi", "observations", "--vers", "s.csv",
        "--remplacer")
      #expect(answer.status == 0)
      return try folder.text("s.csv")
    }
    var states = [try observations()]
    for text in ["Un,U\nDeux,P", "Trois,D\nQuatre,T"] {
      try folder.put("texte,axe\n" + text, in: "o.csv")
      #expect(
        try folder.palier("importer", "x.dpes.json", "o.csv", "--quoi", "observations").status == 0)
      states.append(try observations())
    }
    #expect(Set(states).count == 3)
    // What was there before each of them was kept, though both came within the same minute.
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path("x.versions"))
    #expect(kept.count == 2)
    #expect(try folder.palier("versions", "x.dpes.json", "--restaurer", "2").status == 0)
    #expect(try observations() == states[1])
    #expect(try folder.palier("versions", "x.dpes.json", "--restaurer", "1").status == 0)
    #expect(try observations() == states[0])
  }
}
