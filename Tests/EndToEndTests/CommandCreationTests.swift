import DPES
import DPESStore
import Foundation
import JSONTree
import Testing

@testable import PalierCommand

@Suite struct CommandCreationTests {
  private func demarche(_ folder: CommandFolder, _ name: String) throws -> Demarche {
    try Demarche(file: JSONValue.parse(try folder.bytes(name)))
  }

  @Test func `nouveau writes what a démarche must have, and its start`() throws {
    let folder = try CommandFolder()
    let answer = try folder.palier(
      "nouveau", "ferme.dpes.json", "--structure", " La  Ferme ", "--debut", "01/09/2026")
    #expect(answer.status == 0 && answer.error == "")
    #expect(
      answer.output
        == "Démarche créée, qui commence le 1er septembre 2026. "
        + "Pour l’ouvrir\u{A0}: palier ferme.dpes.json\n")
    let demarche = try demarche(folder, "ferme.dpes.json")
    let text = """
      {
        "format": "dpes",
        "version": 1,
        "id": "\(demarche.id)",
        "structure": {
          "raisonSociale": "La Ferme"
        },
        "schema": {
          "debut": "2026-09-01"
        }
      }

      """
    #expect(try folder.text("ferme.dpes.json") == text)
    #expect(try folder.palier("verifier", "ferme.dpes.json", "--strict").status == 0)
  }

  @Test func `nouveau never writes over a file`() throws {
    let folder = try CommandFolder()
    try folder.put("à moi", in: "a.dpes.json")
    let answer = try folder.palier("nouveau", "a.dpes.json", "--structure", "X")
    #expect(answer.status == 1)
    #expect(
      answer.error.hasPrefix("«\u{A0}a.dpes.json\u{A0}» n’est pas créé\u{A0}: ce nom est déjà pris")
    )
    #expect(try folder.text("a.dpes.json") == "à moi")
    #expect(try folder.names == ["a.dpes.json"])
  }

  @Test(arguments: [
    ("a", "a.dpes.json"), ("a.json", "a.json"), ("a.dpes.json", "a.dpes.json"),
    ("x.d/a", "x.d/a.dpes.json"), (".a", ".a.dpes.json"), ("x/", "x/"), ("", ""),
  ])
  func `a name without an ending gets the usual one`(typed: String, path: String) {
    #expect(FileName.completed(typed) == path)
  }

  @Test(arguments: [
    ("Résidence du Halage", "residence-du-halage"), ("L’Été, à Œuilly !", "l-ete-a-oeuilly"),
    ("  ", "demarche"), ("../..", "demarche"), ("Ferme 2000", "ferme-2000"), ("Ёлка", "ёлка"),
    (
      String(repeating: "a ", count: 100), String(repeating: "a-", count: 30).dropLast().description
    ),
  ])
  func `a structure's name makes a file's name`(name: String, slug: String) {
    #expect(FileName.slug(of: name) == slug)
  }

  @Test(arguments: [
    (["a"], "Il manque «\u{A0}--structure <nom>\u{A0}»."),
    (["a", "--structure", " "], "--structure\u{A0}: il faut le nom de la structure."),
    (
      ["a", "--structure", "X", "--debut", "bientôt"],
      "--debut\u{A0}: «\u{A0}bientôt\u{A0}» n’est pas un jour."
    ),
    (
      ["non/a", "--structure", "X"],
      "«\u{A0}non/a.dpes.json\u{A0}» n’est pas créé\u{A0}: son dossier n’existe pas."
    ),
  ])
  func `what is wrong is said, and nothing is made`(arguments: [String], sentence: String) throws {
    let folder = try CommandFolder()
    let answer = try folder.run(palierPath, ["nouveau"] + arguments)
    #expect(answer.status == 2)
    #expect(answer.error.contains(sentence), "\(answer.error)")
    #expect(try folder.names == [])
  }

  @Test func `the copied example is fourteen months old today`() throws {
    let folder = try CommandFolder()
    let answer = try folder.palier("exemple", "--vers", "copie.dpes.json")
    #expect(answer.status == 0 && answer.error == "")
    let today = Clock.system().now().day
    let copy = try demarche(folder, "copie.dpes.json")
    let shipped = try Demarche(file: JSONValue.parse(try shippedExample()))
    let debut = try #require(copy.schema.debut)
    #expect(debut == today.adding(months: -14))
    #expect(copy.schema.debut.map { $0.months(to: today) } == 14)
    let days = debut.number - (shipped.schema.debut?.number ?? 0)
    #expect(copy == (try shipped.shifted(byDays: days)))
    #expect(try folder.palier("verifier", "copie.dpes.json", "--strict").status == 0)

    let again = try folder.palier("exemple", "--vers", "copie.dpes.json")
    #expect(again.status == 1)
    #expect(try demarche(folder, "copie.dpes.json") == copy)
  }

  @Test func `a copy of the example replaces a démarche only when asked, and nothing else ever`()
    throws
  {
    let folder = try CommandFolder()
    #expect(try folder.palier("nouveau", "copie.dpes.json", "--structure", "Essai").status == 0)
    #expect(try folder.palier("exemple", "--vers", "copie.dpes.json").status == 1)
    #expect(try demarche(folder, "copie.dpes.json").structure.raisonSociale == "Essai")
    #expect(try folder.palier("exemple", "--vers", "copie.dpes.json", "--remplacer").status == 0)
    #expect(try demarche(folder, "copie.dpes.json").structure.raisonSociale != "Essai")
    _ = try folder.put("Mes notes", in: "notes.dpes.json")
    #expect(try folder.palier("exemple", "--vers", "notes.dpes.json", "--remplacer").status == 2)
    #expect(try folder.text("notes.dpes.json") == "Mes notes")
  }

  @Test func `the person's own copy of the example is made once`() throws {
    let folder = try CommandFolder()
    // There is no terminal to show it, and it is there all the same.
    #expect(try folder.palier("exemple").status == 2)
    let name = "home/.local/state/palier/exemples/residence-du-halage.dpes.json"
    let first = try folder.bytes(name)
    try folder.put(try folder.text(name).replacing("Halage", with: "Rivage"), in: name)
    #expect(try folder.palier("exemple").status == 2)
    #expect(try folder.text(name).contains("Résidence du Rivage"))
    #expect(try folder.bytes(name).count == first.count)
  }

  @Test func `without a home the example asks for a place`() throws {
    let folder = try CommandFolder()
    let answer = try folder.palier("exemple", environment: ["HOME": ""])
    #expect(answer.status == 2)
    #expect(answer.error.contains("palier exemple --vers FICHIER"))
  }

  @Test func `what can't be saved goes beside, else among what the program keeps`() throws {
    let folder = try CommandFolder()
    let clock = Clock {
      Clock.Reading(
        instant: Instant(seconds: 52_320), day: Day(number: 20_000))
    }
    let places = Places(
      environment: ["XDG_STATE_HOME": folder.path("state")], executable: nil
    ) { _ in false }
    let desk = Desk(places: places, clock: clock)
    let demarche = try Demarche(file: JSONValue.parse(Array(smallFile.utf8)))
    let beside = try #require(desk.rescue(demarche, of: folder.path("x.dpes.json")))
    #expect(beside == folder.path("x.secours-2024-10-04-14h32.dpes.json"))
    let kept = try #require(desk.rescue(demarche, of: "/proc/x.json"))
    #expect(kept == folder.path("state/palier/x.secours-2024-10-04-14h32.dpes.json"))
    for path in [beside, kept] {
      #expect(try Data(contentsOf: URL(filePath: path)) == Data(smallFile.utf8))
    }
  }
}
