import DPES
import Foundation
import JSONTree
import Testing

/// `palier fusionner FICHIER --copies`.
@Suite struct CommandCopiesTests {
  private let nextcloud = "x.dpes (conflicted copy 2026-03-12 143205).json"
  private let syncthing = "x.dpes.sync-conflict-20260313-143205-ABCDEF7.json"

  private func folder(_ copies: [String: String], file: String = smallFile) throws -> CommandFolder
  {
    let folder = try CommandFolder()
    try folder.put(file, in: "x.dpes.json")
    for (name, text) in copies { try folder.put(text, in: name) }
    return folder
  }

  private func demarche(_ folder: CommandFolder) throws -> Demarche {
    try Demarche(file: JSONValue.parse(try folder.bytes("x.dpes.json")))
  }

  /// With one more participant.
  private func adding(_ id: String, to text: String = smallFile) -> String {
    text.replacing(
      "{\n      \"id\": \"p3\"",
      with: "{\n      \"id\": \"\(id)\"\n    },\n    {\n      \"id\": \"p3\"")
  }

  @Test func `copies are merged one after the other, then put among the versions`() throws {
    let folder = try folder([
      nextcloud: adding("p8"), syncthing: adding("p9").replacing("Premier mot", with: "Autre mot"),
    ])
    let answer = try folder.palier("fusionner", "x.dpes.json", "--copies")
    #expect(answer.status == 1 && answer.error == "")
    #expect(
      answer.output.plainSpaces == """
        réunie, puis rangée parmi les versions : « \(nextcloud) »
        réunie, puis rangée parmi les versions : « \(syncthing) »
        à voir : image du 5 janvier 2026, observation « Premier mot », « texte » : « Premier mot » \
        est gardé, « Autre mot » est dans l’historique
        Réuni dans « x.dpes.json » : 1 endroit à voir.

        """)
    let merged = try demarche(folder)
    #expect(Set(merged.participants.map(\.id)) == ["p1", "p2", "p3", "p8", "p9"])
    #expect(merged.historique.map(\.quoi) == ["fusion", "conflit-texte", "fusion"])
    #expect(
      merged.historique.compactMap(\.apres) == [
        .texte(nextcloud), .texte("Premier mot"), .texte(syncthing),
      ])
    #expect(try folder.names == ["x.dpes.json", "x.versions"])
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path("x.versions"))
    #expect(Set(kept).isSuperset(of: [nextcloud, syncthing]))
    // The state before is a version.
    #expect(kept.count == 3)
    let version = try #require(kept.first { ![nextcloud, syncthing].contains($0) })
    #expect(try folder.text("x.versions/\(version)") == smallFile)

    let again = try folder.palier("fusionner", "x.dpes.json", "--copies")
    #expect(again.status == 0)
    #expect(
      again.output.plainSpaces
        == "Il n’y a pas de copie en conflit à côté de « x.dpes.json ».\n")
  }

  @Test func `the last version from before they parted tells what was deleted`() throws {
    let line = { (quoi: String) in "{\"quoi\": \"\(quoi)\"}" }
    let traced = { (text: String, lines: [String]) in
      text.replacing(
        "\n}\n", with: ",\n  \"historique\": [\(lines.map(line).joined(separator: ", "))]\n}\n")
    }
    let without = smallFile.replacing(
      "{\n      \"id\": \"p2\",\n      \"initiales\": \"LB\"\n    },\n    ", with: "")
    // Both went on from `a`, `b`; here p2 was deleted since, there a word was changed.
    let folder = try folder(
      [
        nextcloud: traced(
          smallFile.replacing("Premier mot", with: "Autre mot"), ["a", "b", "d"])
      ], file: traced(without, ["a", "b", "c"]))
    try FileManager.default.createDirectory(
      atPath: folder.path("x.versions"), withIntermediateDirectories: false)
    let versions = [
      "0001-2026-03-10T08-00-00Z.dpes.json": traced(smallFile, ["a"]),
      // Of one side, after they parted.
      "0002-2026-03-11T08-00-00Z.dpes.json": traced(
        smallFile.replacing("Premier mot", with: "Autre mot"), ["a", "b", "d"]),
      "0003-2026-03-11T09-00-00Z.dpes.json": "{",
    ]
    for (name, text) in versions { try folder.put(text, in: "x.versions/" + name) }
    let answer = try folder.palier("fusionner", "x.dpes.json", "--copies")
    #expect(answer.status == 0, "\(answer)")
    let merged = try demarche(folder)
    #expect(merged.participants.map(\.id) == ["p1", "p3"])
    #expect(merged.cercles[0].observations[0].texte == "Autre mot")
    #expect(Set(merged.historique.map(\.quoi)) == ["a", "b", "c", "d", "fusion"])
  }

  @Test func `a copy that is no state of the démarche stays, and the others are merged`() throws {
    let folder = try folder([
      nextcloud: adding("p8"), syncthing: "{",
      "x.dpes (Sam's conflicted copy 2026-03-14).json": smallFile.replacing(
        "aaaaaaaaaaa", with: "bbbbbbbbbbb"),
      "x.dpes (Sam's conflicted copy 2026-03-15).json": smallFile.replacing(
        "\"version\": 1", with: "\"version\": 7"),
    ])
    let answer = try folder.palier("fusionner", "x.dpes.json", "--copies")
    #expect(answer.status == 2)
    let errors = answer.error.plainSpaces.split(separator: "\n")
    #expect(errors.count == 3)
    #expect(errors.contains { $0.contains("\(syncthing) » ne peut pas être lu : il s’arrête") })
    #expect(errors.contains { $0.contains("2026-03-14).json » n’est pas la même démarche") })
    #expect(errors.contains { $0.contains("2026-03-15).json » vient d’un Palier plus récent") })
    #expect(try demarche(folder).participants.count == 4)
    #expect(try folder.names.count == 5)
    // Nothing can be merged any more.
    let before = try folder.bytes("x.dpes.json")
    #expect(try folder.palier("fusionner", "x.dpes.json", "--copies").status == 2)
    #expect(try folder.bytes("x.dpes.json") == before)
  }

  @Test(arguments: [
    ["x.dpes.json", "y", "--copies"], ["x.dpes.json", "--copies", "--vers", "y"],
    ["absent.dpes.json", "--copies"],
  ])
  func `it takes one démarche`(arguments: [String]) throws {
    let folder = try folder([nextcloud: adding("p8")])
    let answer = try folder.run(palierPath, ["fusionner"] + arguments)
    #expect(answer.status == 2 && answer.output == "" && answer.error != "")
    #expect(try folder.names == [nextcloud, "x.dpes.json"])
  }
}
