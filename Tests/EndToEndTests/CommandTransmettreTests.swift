import DPES
import Foundation
import JSONTree
import Testing

/// `palier transmettre`.
@Suite struct CommandTransmettreTests {
  private func demarche(_ name: String, in folder: CommandFolder) throws -> Demarche {
    try Demarche(file: JSONValue.parse(folder.bytes(name)))
  }

  @Test func `what is handed over names nobody, and the file says to whom it was given`() throws {
    let folder = try CommandFolder()
    var one = StructureOfTests(0)
    one.transmissions = "[]"
    try folder.put(one.json, in: "s.dpes.json")
    let answer = try folder.palier(
      "transmettre", "s.dpes.json", "--a", "APES Artois", "--vers", "x")
    #expect(answer.status == 0 && answer.error == "")
    #expect(answer.output.plainSpaces.contains("pour « APES Artois »"))
    let given = try folder.text("x.dpes.json")
    #expect(!given.folded.contains("jetons") && !given.folded.contains("jetont"))
    for token in [
      "Jetonstructure", "Jetonrue", "Jetonmotif", "Jetonnom", "Jetontexte", "Jetonmot",
      "Jetonargument", "Jetonreseau", "JZ0", "732829320", "APES Artois",
    ] { #expect(!given.contains(token), "\(token)") }
    let line = try #require(try demarche("s.dpes.json", in: folder).transmissions.first)
    #expect(line.a == "APES Artois" && line.quoi == .comptes && line.retireLe == nil)
    #expect(try demarche("x.dpes.json", in: folder).id == line.id)
    let check = try folder.palier("verifier", "x.dpes.json")
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `handed over again it is the same démarche, and counted once beside the file`() throws
  {
    let folder = try CommandFolder()
    try folder.putStructures(4)
    for arguments in [[], ["--remplacer", "--textes", "7"]] as [[String]] {
      let text = StructureOfTests(0).json.replacing(
        "\"statut\": \"vert\"", with: "\"numero\": 7, \"statut\": \"vert\"")
      if arguments.isEmpty { try folder.put(text, in: "structures/s0.dpes.json") }
      let answer = try folder.run(
        palierPath,
        ["transmettre", "structures/s0.dpes.json", "--a", "Voisin", "--vers", "structures/x"]
          + arguments)
      #expect(answer.status == 0, "\(answer.error)")
    }
    let given = try demarche("structures/x.dpes.json", in: folder)
    #expect(given.transmissions.first?.quoi == .textes)
    #expect(given.cercles[0].observations.map(\.texte) == ["Jetontexte0", Demarche.garde])
    let read = try folder.palier("territoire", "structures")
    #expect(read.status == 0 && read.output.contains("Synthèse de 4 structures"))
  }

  @Test func `a withdrawal is noted, and can be handed over too`() throws {
    let folder = try CommandFolder()
    try folder.putStructures(5)
    _ = try folder.palier(
      "transmettre", "structures/s0.dpes.json", "--a", "Jetonreseau", "--vers", "reseau/x")
    try FileManager.default.createDirectory(
      atPath: folder.path("reseau"), withIntermediateDirectories: true)
    for number in 1..<5 {
      try folder.put(
        StructureOfTests(number).json, in: "reseau/s\(number).dpes.json")
    }
    let first = try folder.palier(
      "transmettre", "structures/s0.dpes.json", "--a", "Jetonreseau", "--vers", "reseau/x")
    #expect(first.status == 0)
    let before = try folder.palier("territoire", "reseau")
    #expect(before.status == 0 && before.output.contains("Synthèse de 5 structures"))
    let answer = try folder.palier(
      "transmettre", "structures/s0.dpes.json", "--a", "Jetonreseau", "--retirer", "--vers",
      "reseau/retrait")
    #expect(answer.status == 0 && answer.output.contains("retiré"))
    // The older copy is still there.
    let after = try folder.palier("territoire", "reseau")
    #expect(after.status == 1 && after.output.contains("Synthèse de 4 structures"))
    let nobody = try folder.palier(
      "transmettre", "structures/s0.dpes.json", "--a", "Inconnu", "--retirer")
    #expect(nobody.status == 1 && nobody.error.contains("Jetonreseau"))
  }

  @Test func `nothing is written where it can't be done whole`() throws {
    let folder = try CommandFolder()
    var one = StructureOfTests(0)
    one.transmissions = "[]"
    let path = try folder.put(one.json, in: "s.dpes.json")
    try folder.put("notes", in: "notes.txt")
    try folder.put(StructureOfTests(1).json, in: "autre.dpes.json")
    let before = try folder.text("s.dpes.json")
    for (arguments, status, why) in [
      (["--vers", "x", "--textes", "99"], 2, "numéro 99"),
      (["--vers", "x", "--textes", "a"], 2, "--textes 3,12"), ([], 2, "--vers FICHIER"),
      (["--vers", "x", "--retirer", "--textes", "1"], 2, "ne va ni"),
      (["--vers", path], 2, "la démarche elle-même"),
      (["--vers", "autre.dpes.json"], 1, "existe déjà"),
      (["--vers", "autre.dpes.json", "--remplacer"], 2, "n’est pas remplacé"),
      (["--vers", "notes.txt", "--remplacer"], 2, "c’est un texte"),
      (["--vers", "x", "--jusquau", "jamais"], 2, "--jusquau"),
    ] as [([String], Int32, String)] {
      let answer = try folder.run(
        palierPath, ["transmettre", "s.dpes.json", "--a", "APES"] + arguments)
      #expect(answer.status == status, "\(arguments) \(answer.error)")
      #expect(answer.error.contains(why) && answer.output == "", "\(answer.error)")
    }
    let nobody = try folder.palier("transmettre", "s.dpes.json", "--a", " ", "--vers", "x")
    #expect(nobody.status == 2)
    #expect(try folder.text("s.dpes.json") == before)
    #expect(try folder.names == ["autre.dpes.json", "notes.txt", "s.dpes.json"])
  }

  @Test func `neither what was handed over nor a territory is handed over`() throws {
    let folder = try CommandFolder()
    try folder.put(StructureOfTests(0).json, in: "s.dpes.json")
    _ = try folder.palier("transmettre", "s.dpes.json", "--a", "APES", "--vers", "x")
    let extract = try folder.palier("transmettre", "x.dpes.json", "--a", "APES", "--vers", "y")
    #expect(extract.status == 2 && extract.error.contains("déjà ce qu’une structure a transmis"))
    try folder.put(
      "{\"format\": \"dpes\", \"version\": 1, \"id\": \"t\", \"structure\": {\"raisonSociale\": \"T\"}, \"territoire\": {}}",
      in: "t.dpes.json")
    let territory = try folder.palier("transmettre", "t.dpes.json", "--a", "APES", "--vers", "y")
    #expect(territory.status == 2 && territory.error.contains("est un territoire"))
  }
}
