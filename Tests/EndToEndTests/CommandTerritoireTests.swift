import DPES
import Foundation
import Testing

/// `palier territoire`.
@Suite struct CommandTerritoireTests {
  private let date = "2026-12-01"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `twelve structures are read together in words, and nobody is named`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(12)
    let answer = try folder.palier("territoire", "structures", "--date", date)
    #expect(answer.status == 0 && answer.error == "")
    let expected = """
      Synthèse de 12 structures, le 1er décembre 2026
      À relire, pas à donner. Rien de ce que moins de 3 structures disent.

      P  Personne d’abord
         sur l’axe entier
           presque toutes : vert

      D  Démocratie
         sur l’axe entier
           entre les deux : rouge, orange

      T  Territoire
         Le lieu où nous vivons
           presque toutes : vert

      Suivi, et sans axe
         reconnaissance
           presque toutes : candidature
         étapes
           presque toutes : 1re étape, 2e étape

      """
    #expect(answer.output.plainSpaces == expected)
    for format in ["texte", "json", "csv"] {
      let told = try folder.palier("territoire", "structures", "--date", date, "--format", format)
      #expect(told.status == 0)
      #expect(!told.output.folded.contains("jeton"), "\(format)")
    }
  }

  @Test func `a program gets words by sujet, and no number of structures that say one`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(6)
    let answer = try folder.palier(
      "territoire", "structures", "--date", date, "--format", "json", "--par", "point")
    let tree = try object(answer.output)
    #expect(tree["structures"] as? Int == 6 && tree["par"] as? String == "point")
    #expect(tree["aDonner"] as? Bool == false)
    let words = (tree["sujets"] as? [[String: Any]] ?? []).map { sujet in
      let mots = (sujet["mots"] as? [String: String] ?? [:]).sorted { $0.key < $1.key }
      return "\(sujet["sujet"] ?? "")" + mots.map { " \($0.key)=\($0.value)" }.joined()
    }
    #expect(
      words == [
        "axe:personne vert=presque-toutes",
        // Four of six: beyond what three of them would be.
        "axe:democratie rouge=presque-toutes",
        "charte-apes:achats-locaux vert=presque-toutes",
        "appel candidature=presque-toutes",
        "etape 1=presque-toutes 2=presque-toutes",
      ])
    let csv = try folder.palier("territoire", "structures", "--date", date, "--format", "csv")
    #expect(csv.output.hasPrefix("\u{FEFF}axe;sujet;dit;mot;nombre\r\n"))
    #expect(csv.output.contains("personne;axe:personne;vert;presque-toutes;\r\n"))
  }

  @Test func `by sujet, correspondances join points, a network's own before those that ship`()
    throws
  {
    let folder = try CommandFolder()
    try folder.putStructures(6)
    let own = ["XDG_DATA_HOME": folder.path("home/data")]
    func told(_ own: [String: String] = [:]) throws -> CommandFolder.Answer {
      try folder.palier(
        "territoire", "structures", "--date", date, "--format", "csv", "--par", "sujet",
        environment: own)
    }
    let shipped = try told()
    #expect(
      shipped.status == 0 && shipped.output.contains("territoire;ess/depenses;vert;presque-toutes;")
    )
    try folder.put(
      """
      {"format": "dpes-correspondances", "version": 1, "id": "reseau", "nom": "Les nôtres", "sujets": [
        {"code": "ici", "axe": "territoire", "intitule": "Ici", "points": ["charte-apes:achats-locaux"]}]}
      """, in: "home/data/palier/correspondances/reseau.json")
    #expect(try told(own).output.contains("territoire;reseau/ici;vert;presque-toutes;"))
    try folder.put(
      """
      {"format": "dpes-correspondances", "version": 1, "id": "reseau", "nom": "Les nôtres", "sujets": [
        {"code": "ici", "intitule": "Ici", "points": ["achats"]}]}
      """, in: "home/data/palier/correspondances/reseau.json")
    let faulty = try told(own)
    #expect(faulty.output.contains("ess/depenses"))
    #expect(
      faulty.error.contains("est laissé de côté")
        && faulty.error.plainSpaces.contains("« achats » n’est pas un point"))
  }

  @Test(arguments: [0, 3, 4])
  func `fewer than four structures are no synthesis, and four are one`(count: Int) throws {
    let folder = try CommandFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("structures"), withIntermediateDirectories: true)
    try folder.putStructures(count)
    let answer = try folder.palier("territoire", "structures", "--date", date)
    #expect(answer.status == (count == 4 ? 0 : 2))
    #expect(answer.output.contains("la plupart") == (count == 4))
    #expect((answer.error == "") == (count == 4))
    if count == 3 {
      #expect(
        answer.error.plainSpaces
          == "3 structures seulement : une synthèse en demande 4 au moins, pour n’en montrer aucune.\n"
      )
    }
    let five = try folder.palier("territoire", "structures", "--date", date, "--seuil", "5")
    #expect(five.status == 2)
  }

  @Test func `what is no démarche is told, and the others are read`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(5)
    let good = StructureOfTests(9).json
    try folder.put("", in: "structures/vide.dpes.json")
    try folder.put(good.prefix(300).utf8, in: "structures/coupe.dpes.json")
    try folder.put(
      [0xFF, 0xFE] + good.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
      in: "structures/utf16.dpes.json")
    try folder.put(String(repeating: "[", count: 100_000), in: "structures/profond.dpes.json")
    try folder.put("<html>404</html>", in: "structures/page.dpes.json")
    try folder.put("{\"format\": \"autre\"}", in: "structures/autre.dpes.json")
    try folder.put(
      good.replacing("\"id\": \"s9aaaaaaaaaa\",", with: ""), in: "structures/sans-id.dpes.json")
    try folder.put(
      good.replacing("s9aaaaaaaaaa", with: String(repeating: "a", count: 200)),
      in: "structures/long.dpes.json")
    try folder.put(
      good.replacing("\"version\": 1", with: "\"version\": 2"), in: "structures/z-recent.dpes.json")
    try folder.put("non", in: "structures/nuage.dpes.json.nextcloud")
    symlink(folder.path("structures/s0.dpes.json"), folder.path("structures/lien.dpes.json"))
    let answer = try folder.palier("territoire", "structures", "--date", date)
    #expect(answer.status == 1)
    #expect(answer.output.contains("Synthèse de 6 structures"))
    let told = answer.error.split(separator: "\n").map { String($0).plainSpaces }
    #expect(told.count == 11)
    for (name, why) in [
      ("vide", "est vide"), ("coupe", "ligne"), ("utf16", "ne peut pas être lu"),
      ("profond", "512 niveaux"),
      ("page", "ne peut pas être lu"), ("autre", "\"format\": \"dpes\""), ("sans-id", "« id »"),
      ("long", "identifiant est vide ou trop long"), ("z-recent", "plus récent (version 2"),
      ("nuage", "n’est pas sur cet ordinateur"), ("lien", "un lien n’est suivi"),
    ] {
      #expect(told.contains { $0.contains("/\(name).") && $0.contains(why) }, "\(name)")
    }
    #expect(answer.isHarmless)
  }

  @Test func `without a consent that holds a structure is told and not counted`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(6)
    for (number, transmissions) in [
      (3, "[]"), (4, "[{\"id\": \"t4\", \"retireLe\": \"2026-11-20\"}]"),
      (5, "[{\"id\": \"t5\", \"jusquau\": \"2026-11-30\"}]"),
    ] {
      var one = StructureOfTests(number)
      one.transmissions = transmissions
      try folder.put(one.json, in: "structures/s\(number).dpes.json")
    }
    let answer = try folder.palier("territoire", "structures", "--date", date)
    #expect(answer.status == 2)
    #expect(answer.error.components(separatedBy: "sans accord").count == 4)
    #expect(answer.error.contains("3 structures seulement"))
    // On its last day a consent still holds.
    let before = try folder.palier("territoire", "structures", "--date", "2026-11-30")
    #expect(before.status == 1 && before.output.contains("Synthèse de 4 structures"))
  }

  @Test
  func `the file of a territory says what it reads, whose paper it has, and whom it leaves out`()
    throws
  {
    let folder = try CommandFolder()
    try folder.putStructures(7)
    var paper = StructureOfTests(5)
    paper.transmissions = "[]"
    try folder.put(paper.json, in: "structures/s5.dpes.json")
    try folder.put(
      """
      {"format": "dpes", "version": 1, "id": "artois", "structure": {"raisonSociale": "Artois"},
       "territoire": {"par": "sujet", "structures": [
         {"id": "\(paper.id)", "accord": {"quoi": "comptes"}},
         {"id": "t6aaaaaaaaa", "ecartee": true}],
         "sujets": [{"id": "u1", "axe": "personne", "intitule": "Achats éthiques",
           "points": ["charte-apes:achats-locaux"]}]}}
      """, in: "artois.dpes.json")
    let answer = try folder.palier("territoire", "artois.dpes.json", "--date", date)
    #expect(answer.status == 0 && answer.error == "")
    #expect(answer.output.plainSpaces.contains("Artois : 6 structures, le 1er décembre 2026"))
    #expect(answer.output.contains("Achats éthiques"))
    // It is no structure itself.
    let beside = try folder.palier("territoire", "structures", "artois.dpes.json", "--date", date)
    #expect(beside.status == 1 && beside.error.contains("est un territoire"))
  }

  @Test func `copies are one structure, and two structures under one id are told`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(5)
    var later = StructureOfTests(0)
    later.historique = 3
    later.transmissions = "[{\"id\": \"t0aaaaaaaaa\", \"retireLe\": \"2026-11-20\"}]"
    try folder.put(later.json, in: "structures/s0 (conflicted copy).dpes.json")
    try folder.put(
      StructureOfTests(1).json.replacing("Jetonstructure1", with: "Autre maison"),
      in: "structures/modele.dpes.json")
    let answer = try folder.palier("territoire", "structures", "--date", date)
    #expect(answer.status == 1)
    // The later copy withdrew.
    #expect(answer.output.contains("Synthèse de 4 structures"))
    #expect(answer.error.plainSpaces.contains("2 copies, et la plus avancée est comptée"))
    #expect(answer.error.plainSpaces.contains("deux structures sous un identifiant"))
    #expect(answer.error.contains("sans accord"))
  }

  @Test func `partials united in any order say what the files do`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(9)
    let whole = try folder.palier("territoire", "structures", "--date", date)
    let lists = [0..<3, 3..<6, 5..<9].map { numbers in
      numbers.map { "structures/s\($0).dpes.json" }.joined(separator: "\u{0}") + "\u{0}"
    }
    for (number, list) in lists.enumerated() {
      try folder.put(list, in: "lot\(number)")
      let answer = try folder.palier(
        "territoire", "@lot\(number)", "--date", date, "--faits", "lot\(number)")
      #expect(answer.status == 0 && answer.error == "")
      #expect(answer.output.contains("supprimez ce fichier après usage"))
      #expect(!answer.output.folded.contains("jeton"))
    }
    let parts = ["lot0.faits.jsonl", "lot1.faits.jsonl", "lot2.faits.jsonl"]
    // Of the day of the partials, without one being typed.
    let read = try folder.run(palierPath, ["territoire"] + parts.reversed())
    #expect(read.status == 0 && read.output == whole.output)
    let united = try folder.run(
      palierPath, ["territoire"] + parts + ["structures", "--date", date, "--faits", "tout"])
    #expect(united.status == 0)
    let again = try folder.run(
      palierPath, ["territoire"] + parts.reversed() + ["--faits", "-"])
    let onDisk = try folder.text("tout.faits.jsonl")
    #expect(again.status == 0 && again.output == onDisk)
    #expect(again.output.split(separator: "\n").count == 9)
    #expect(!again.output.contains("Jetonstructure") && !again.output.contains("Jetontexte"))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("tout.faits.jsonl"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a partial that is cut, edited or of another day is refused whole`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(5)
    _ = try folder.palier("territoire", "structures", "--date", date, "--faits", "a")
    let text = try folder.text("a.faits.jsonl")
    for (name, other, why) in [
      ("coupe", String(text.dropLast(10)), "ligne 5 : elle n’a pas de fin"),
      ("edite", text.replacing("vert", with: "violet"), "ligne 1 : « faits » n’est pas comme"),
      ("autre", "{}\n" + text, "ligne 1 : « v »"),
      ("vide", text + "\n", "ligne 6 : ce n’est pas du JSON"),
      ("futur", text.replacing("\"v\":1", with: "\"v\":2"), "version 2 des faits"),
    ] {
      try folder.put(other, in: "\(name).faits.jsonl")
      let answer = try folder.palier("territoire", "\(name).faits.jsonl")
      #expect(answer.status == 2 && answer.output == "")
      #expect(answer.error.plainSpaces.contains(why), "\(answer.error)")
    }
    let later = try folder.palier("territoire", "a.faits.jsonl", "--date", "2026-12-02")
    #expect(later.status == 2)
    #expect(later.error.plainSpaces.contains("deux jours ne se réunissent pas"))
    let none = try folder.palier("territoire", "rien.faits.jsonl", "--date", date)
    #expect(none.status == 2 && none.error.contains("n’existe pas"))
  }

  @Test func `facts go into no folder that others may write to, and replace nothing else`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(4)
    try FileManager.default.createDirectory(
      atPath: folder.path("ouvert"), withIntermediateDirectories: true)
    chmod(folder.path("ouvert"), 0o777)
    let open = try folder.palier("territoire", "structures", "--date", date, "--faits", "ouvert/a")
    #expect(open.status == 2 && open.error.contains("chmod go-w"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("ouvert")) == [])
    try folder.put("notes\n", in: "n.faits.jsonl")
    let taken = try folder.palier(
      "territoire", "structures", "--date", date, "--faits", "n.faits.jsonl")
    #expect(taken.status == 1)
    let other = try folder.palier(
      "territoire", "structures", "--date", date, "--faits", "n.faits.jsonl", "--remplacer")
    #expect(other.status == 2 && other.error.contains("ce n’est pas un fichier de faits"))
    #expect(try folder.text("n.faits.jsonl") == "notes\n")
    for arguments in [["--faits", "b"], ["--faits", "b", "--remplacer"]] {
      let answer = try folder.run(
        palierPath, ["territoire", "structures", "--date", date] + arguments)
      #expect(answer.status == 0)
    }
  }

  @Test func `what is wrong on the line is told`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(4)
    for (arguments, why) in [
      (["--par", "axe"], "theme, sujet ou point"), (["--seuil", "2"], "3 structures au moins"),
      (["--format", "ods"], "texte, json ou csv"),
      (["--faits", "-", "--vers", "x"], "ne vont pas ensemble"),
      (["--date", "jamais"], "--date"), (["@rien"], "La liste"),
    ] {
      let answer = try folder.run(palierPath, ["territoire", "structures"] + arguments)
      #expect(answer.status == 2 && answer.output == "", "\(arguments)")
      #expect(answer.error.plainSpaces.contains(why), "\(answer.error)")
    }
  }

  @Test func `a synthesis in a file is for the user alone`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(4)
    let answer = try folder.palier("territoire", "structures", "--date", date, "--vers", "s.csv")
    #expect(answer.status == 0 && answer.output.contains("à relire, pas à donner"))
    #expect(try folder.text("s.csv").contains("axe;sujet;dit;mot;nombre"))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("s.csv"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let again = try folder.palier("territoire", "structures", "--date", date, "--vers", "s.csv")
    #expect(again.status == 1)
  }
}
