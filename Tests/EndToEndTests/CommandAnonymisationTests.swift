import DPES
import Foundation
import JSONTree
import Testing

/// `palier anonymiser`.
@Suite struct CommandAnonymisationTests {
  @Test func `the example names nobody any more, and verifies`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let before = try folder.bytes("exemple.dpes.json")
    let answer = try folder.palier("anonymiser", "exemple.dpes.json", "--vers", "sans")
    #expect(answer.status == 0 && answer.error == "")
    #expect(answer.output.plainSpaces.hasPrefix("Copie écrite dans « sans.dpes.json »"))
    let text = try folder.text("sans.dpes.json")
    let demarche = try Demarche(file: JSONValue.parse(Array(text.utf8)))
    #expect(demarche.participants.allSatisfy { $0.initiales == nil && $0.organisme == nil })
    #expect(!text.contains("SC") && !text.contains("Halage") && !text.contains("\"lieu\""))
    #expect(!text.contains("\"auteur\"") && !text.contains("Caisse de retraite"))
    #expect(try folder.palier("verifier", "sans.dpes.json", "--strict").status == 0)
    #expect(try folder.bytes("exemple.dpes.json") == before)
    // No versions beside either.
    #expect(try folder.names == ["exemple.dpes.json", "sans.dpes.json"])
  }

  @Test func `it replaces a démarche only when asked, and never the one with the names`() throws {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    try folder.put(smallFile.replacing("Essai", with: "Autre"), in: "y.dpes.json")
    try folder.put("Mes notes", in: "notes.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("lien.dpes.json"), withDestinationPath: "x.dpes.json")
    let refused = try folder.palier("anonymiser", "x.dpes.json", "--vers", "y.dpes.json")
    #expect(refused.status == 1 && refused.error.contains("--remplacer"))
    #expect(try folder.text("y.dpes.json").contains("Autre"))
    for same in ["x.dpes.json", "./x", "lien.dpes.json"] {
      let answer = try folder.palier("anonymiser", "x.dpes.json", "--vers", same, "--remplacer")
      #expect(answer.status == 2 && answer.error.contains("est le fichier lui-même"), "\(same)")
    }
    #expect(
      try folder.palier("anonymiser", "x.dpes.json", "--vers", "notes.txt", "--remplacer").status
        == 2)
    #expect(try folder.text("notes.txt") == "Mes notes")
    #expect(try folder.text("x.dpes.json") == smallFile)
    let other = try folder.palier(
      "anonymiser", "x.dpes.json", "--vers", "y.dpes.json", "--remplacer")
    #expect(other.status == 2 && other.error.contains("n’est pas une copie anonyme"))
    #expect(try folder.text("y.dpes.json").contains("Autre"))
  }

  @Test func `it replaces an earlier copy of the same démarche, and no other's`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    try folder.put(smallFile, in: "x.dpes.json")
    let again = ["--vers", "copie", "--remplacer"]
    #expect(try folder.palier("anonymiser", "x.dpes.json", "--vers", "copie").status == 0)
    try folder.put(smallFile.replacing("\"vert\"", with: "\"rouge\""), in: "x.dpes.json")
    #expect(try folder.run(palierPath, ["anonymiser", "x.dpes.json"] + again).status == 0)
    let copy = try folder.text("copie.dpes.json")
    #expect(copy.contains("\"rouge\""))
    let other = try folder.run(palierPath, ["anonymiser", "exemple.dpes.json"] + again)
    #expect(other.status == 2 && other.error.contains("n’est pas une copie anonyme"))
    #expect(try folder.text("copie.dpes.json") == copy)
  }

  @Test func `a newer file is not written without what it may hold`() throws {
    let folder = try CommandFolder()
    try folder.put(smallFile.replacing("\"version\": 1", with: "\"version\": 2"), in: "x.dpes.json")
    let answer = try folder.palier("anonymiser", "x.dpes.json", "--vers", "y")
    #expect(answer.status == 2 && answer.error.contains("Palier plus récent"))
    #expect(try folder.names == ["x.dpes.json"])
  }
}
