import DPES
import Foundation
import JSONTree
import Testing

/// `palier versions`.
@Suite struct CommandVersionsTests {
  private let first = "0001-2026-03-10T08-00-00Z.dpes.json"
  private let second = "0002-2026-03-12T14-32-05Z.dpes.json"

  /// A file and two earlier states of it.
  private func folder(_ file: String? = smallFile) throws -> CommandFolder {
    let folder = try CommandFolder()
    if let file { try folder.put(file, in: "x.dpes.json") }
    try FileManager.default.createDirectory(
      atPath: folder.path("x.versions"), withIntermediateDirectories: false)
    try folder.put(smallFile.replacing("Essai", with: "Premier"), in: "x.versions/" + first)
    try folder.put(smallFile.replacing("Essai", with: "Deuxième"), in: "x.versions/" + second)
    try folder.put(smallFile, in: "x.versions/x.dpes (Sam's conflicted copy 2026-03-14).json")
    return folder
  }

  private func demarche(_ folder: CommandFolder) throws -> Demarche {
    try Demarche(file: JSONValue.parse(try folder.bytes("x.dpes.json")))
  }

  private func versions(_ folder: CommandFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path("x.versions"))
      .filter { $0.hasPrefix("0") }.sorted()
  }

  @Test func `versions are listed the newest first, where the person is`() throws {
    let folder = try folder()
    let answer = try folder.palier("versions", "x.dpes.json", environment: ["TZ": "UTC-1"])
    #expect(answer.status == 0 && answer.error == "")
    let bytes = smallFile.utf8.count
    #expect(
      answer.output.plainSpaces == """
        2  12 mars 2026, 15:32  1 \((bytes + 4) % 1000) octets
        1  10 mars 2026, 09:00  1 \((bytes + 2) % 1000) octets

        """)
  }

  @Test func `a version takes the place of what is there, which becomes a version`() throws {
    let folder = try folder()
    let answer = try folder.palier(
      "versions", "x.dpes.json", "--restaurer", "1", environment: ["TZ": "UTC"])
    #expect(answer.status == 0 && answer.error == "")
    #expect(
      answer.output.plainSpaces == """
        Version du 10 mars 2026, 08:00 restaurée dans « x.dpes.json ». Ce qui y était : \
        palier versions x.dpes.json --restaurer 3

        """)
    let restored = try demarche(folder)
    #expect(restored.structure.raisonSociale == "Premier")
    #expect(restored.historique.map(\.quoi) == ["restauration"])
    #expect(restored.historique.map(\.apres) == [.texte(first)])
    #expect(try versions(folder).count == 3)
    #expect(try folder.text("x.versions/" + (try versions(folder)[2])) == smallFile)

    // And back, the same way.
    #expect(try folder.palier("versions", "x.dpes.json", "--restaurer", "3").status == 0)
    #expect(try demarche(folder).structure.raisonSociale == "Essai")
    #expect(try demarche(folder).historique.count == 2)
    let same = try folder.palier("versions", "x.dpes.json", "--restaurer", "3")
    #expect(same.status == 0 && same.output.hasPrefix("Rien à restaurer"))
  }

  @Test func `a damaged file says which version can be read, and stays beside`() throws {
    let folder = try folder(String(smallFile.dropLast(40)))
    try folder.put("{", in: "x.versions/0003-2026-03-13T08-00-00Z.dpes.json")
    let damaged = try folder.text("x.dpes.json")
    let error = try folder.palier(
      "comparer", "x.dpes.json", environment: ["TZ": "UTC"]
    ).error.plainSpaces
    #expect(error.contains("il s’arrête avant la fin"))
    #expect(
      error.contains(
        "Une version du 12 mars 2026, 14:32 est lisible : "
          + "palier versions x.dpes.json --restaurer 2"))
    for command in [["verifier"], ["verifier", "--json"], ["ecran"]] {
      let answer = try folder.run(palierPath, command + ["x.dpes.json"], ["TZ": "UTC"])
      #expect((answer.output + answer.error).contains("--restaurer 2"), "\(command)")
    }
    #expect(try folder.text("x.dpes.json") == damaged)
    let answer = try folder.palier("versions", "x.dpes.json", "--restaurer", "2")
    #expect(answer.status == 0, "\(answer)")
    #expect(
      answer.output.plainSpaces.contains("est gardé sous le nom « x.abime.dpes.json »"))
    #expect(try folder.text("x.abime.dpes.json") == damaged)
    #expect(try demarche(folder).structure.raisonSociale == "Deuxième")
    #expect(try demarche(folder).historique.map(\.quoi) == ["restauration"])
  }

  @Test(arguments: [("sc", "p1"), ("p2", "p2"), ("LB", nil), ("ZZ", nil)])
  func `what is restored is signed by the participant whom this machine serves`(
    qui: String, id: String?
  ) throws {
    let folder = try folder()
    let settings = try folder.serving(qui)
    for number in ["1", "2"] {
      let answer = try folder.palier(
        "versions", "x.dpes.json", "--restaurer", number, environment: settings)
      #expect(answer.status == 0, "\(answer)")
    }
    #expect(try demarche(folder).historique.map(\.qui) == [id, id])
  }

  @Test func `a file that is gone comes back`() throws {
    let folder = try folder(nil)
    #expect(try folder.palier("versions", "x.dpes.json").status == 0)
    let answer = try folder.palier("versions", "x.dpes.json", "--restaurer", "2")
    #expect(answer.status == 0, "\(answer)")
    #expect(try demarche(folder).structure.raisonSociale == "Deuxième")
  }

  @Test(arguments: [
    (["x.dpes.json", "--restaurer", "9"], "il n’y a pas de version « 9 »"),
    (["x.dpes.json", "--restaurer", "un"], "il n’y a pas de version « un »"),
    (["absent.dpes.json"], "« absent.dpes.json » n’existe pas"),
    (["absent.dpes.json", "--restaurer", "1"], "« absent.dpes.json » n’existe pas"),
    (["x.dpes.json", "--restaurer", "7"], "plusieurs versions ont ce numéro"),
    (["x.dpes.json", "--restaurer", "5"], "n’est pas la même démarche"),
    (["x.dpes.json", "--restaurer", "6"], "ne peut pas être lu"),
  ])
  func `what can't be restored is said, and nothing changes`(
    arguments: [String], sentence: String
  ) throws {
    let folder = try folder()
    let other = smallFile.replacing("aaaaaaaaaaa", with: "bbbbbbbbbbb")
    try folder.put(other, in: "x.versions/0005-2026-03-13T08-00-00Z.dpes.json")
    try folder.put("{", in: "x.versions/0006-2026-03-13T08-00-00Z.dpes.json")
    try folder.put(smallFile, in: "x.versions/0007-2026-03-14T08-00-00Z.dpes.json")
    try folder.put(smallFile, in: "x.versions/0007-2026-03-14T09-00-00Z.dpes.json")
    let names = try versions(folder)
    let answer = try folder.run(palierPath, ["versions"] + arguments)
    #expect(answer.status == 2 && answer.output == "")
    #expect(answer.error.plainSpaces.contains(sentence), "\(answer.error)")
    #expect(try folder.text("x.dpes.json") == smallFile)
    #expect(try versions(folder) == names)
  }

  @Test func `without versions there is nothing to list`() throws {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    let answer = try folder.palier("versions", "x.dpes.json")
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("Il n’y a pas encore de version gardée"))
  }
}
