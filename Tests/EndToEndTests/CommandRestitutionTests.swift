import DPES
import Foundation
import JSONTree
import Testing

/// `palier territoire --rendre`.
@Suite struct CommandRestitutionTests {
  private let date = "2026-12-01"

  private func territory(_ count: Int) throws -> CommandFolder {
    let folder = try CommandFolder()
    try folder.putStructures(count)
    try folder.put(
      """
      {"format": "dpes", "version": 1, "id": "artois", "structure": {"raisonSociale": "Artois"},
       "territoire": {}}
      """, in: "artois.dpes.json")
    return folder
  }

  private func hand(_ folder: CommandFolder, _ arguments: String...) throws -> CommandFolder.Answer
  {
    try folder.run(
      palierPath,
      ["territoire", "artois.dpes.json", "--date", date, "--rendre", "groupe"] + arguments)
  }

  private func demarche(_ folder: CommandFolder) throws -> Demarche {
    try Demarche(file: JSONValue.parse(folder.bytes("artois.dpes.json")))
  }

  @Test func `what is handed out has its numbers, and is remembered`() throws {
    let folder = try territory(12)
    let answer = try hand(folder)
    #expect(answer.status == 0 && answer.error == "")
    let output = answer.output.plainSpaces
    #expect(output.contains("Ce qui n’est pas ici est dit par moins de 3 structures."))
    #expect(output.contains("entre les deux : rouge (8), orange (4)"))
    #expect(!output.folded.contains("jeton"))
    let told = try #require(try demarche(folder).territoire?.restitutions.first)
    #expect(told.structures == (0..<12).map { StructureOfTests($0).id }.sorted())
    #expect(told.pour == .groupe && told.seuil == 3 && told.par == .theme)
    #expect(told.le == Day(iso: date))
    #expect(told.reponses?.parCle["axe:democratie rouge"] == .nombre(8))
    #expect(told.reponses?.parCle["axe:personne vert"] == .mot(.presqueToutes))
    #expect(try demarche(folder).historique.map(\.quoi) == ["restitution"])
    let check = try folder.palier("verifier", "artois.dpes.json")
    #expect(check.status == 0, "\(check.output)")
  }

  @Test func `a program gets the numbers, and may hand them on`() throws {
    let folder = try territory(12)
    let answer = try hand(folder, "--format", "json")
    #expect(answer.output.contains("\"aDonner\": true"))
    #expect(answer.output.contains("\"tait\": false"))
    #expect(answer.output.contains("\"rouge\": 8"))
    let csv = try hand(folder, "--format", "csv")
    #expect(csv.output.contains("democratie;axe:democratie;rouge;entre-les-deux;8\r\n"))
    #expect(try demarche(folder).territoire?.restitutions.count == 2)
  }

  @Test func `one structure more is refused with the way out, three more are not`() throws {
    let folder = try territory(12)
    _ = try hand(folder)
    let before = try folder.text("artois.dpes.json")
    try folder.putStructures(13)
    let answer = try hand(folder)
    #expect(answer.status == 1 && answer.output == "")
    #expect(
      answer.error.plainSpaces
        == "Pas rendue : 1 structure seulement distingue cette synthèse de celle du 1er décembre 2026, et la "
        + "différence la montrerait. Attendez-en 2 de plus, ou reprenez les mêmes structures.\n")
    #expect(try folder.text("artois.dpes.json") == before)
    // To be read it can be all the same.
    let read = try folder.palier("territoire", "artois.dpes.json", "--date", date)
    #expect(read.status == 0 && read.output.contains("13 structures"))
    try folder.putStructures(15)
    let later = try hand(folder)
    #expect(later.status == 0)
    // The words alone: the numbers would be subtracted.
    #expect(later.output.plainSpaces.contains("entre les deux : rouge, orange"))
    #expect(try demarche(folder).territoire?.restitutions.count == 2)
  }

  @Test func `after a withdrawal nothing is handed out that would show her`() throws {
    let folder = try territory(12)
    _ = try hand(folder)
    var one = StructureOfTests(3)
    one.transmissions = "[{\"id\": \"t3\", \"retireLe\": \"2026-11-20\"}]"
    try folder.put(one.json, in: "structures/s3.dpes.json")
    let answer = try hand(folder)
    #expect(answer.status == 1 && answer.error.contains("Pas rendue"))
    #expect(try demarche(folder).territoire?.restitutions.count == 1)
  }

  @Test func `an extract whose whole file came since is the same structure`() throws {
    let folder = try territory(11)
    for name in ["a", "b"] {
      let given = try folder.palier(
        "transmettre", "source.dpes.json", "--a", "Artois", "--vers", "structures/x")
      if name == "b" { #expect(given.status == 0, "\(given.error)") }
      if name == "a" {
        var source = StructureOfTests(20)
        source.transmissions = "[]"
        try folder.put(source.json, in: "source.dpes.json")
      }
    }
    let first = try hand(folder)
    #expect(first.status == 0 && first.output.contains("12 structures"))
    try folder.put(try folder.bytes("source.dpes.json"), in: "structures/whole.dpes.json")
    let again = try hand(folder)
    #expect(again.status == 0, "\(again.error)")
    let told = try demarche(folder).territoire?.restitutions ?? []
    #expect(told.count == 2 && told.first?.structures == told.last?.structures)
  }

  @Test func `what is wrong on the line writes nothing`() throws {
    let folder = try territory(12)
    let before = try folder.text("artois.dpes.json")
    for (arguments, why) in [
      (["artois.dpes.json", "--rendre", "tous"], "groupe ou dehors"),
      (["structures", "--rendre", "dehors"], "demande un territoire"),
      (["artois.dpes.json", "--rendre", "dehors", "--faits", "f"], "ne vont pas ensemble"),
      (
        ["artois.dpes.json", "--rendre", "dehors", "--vers", "artois.dpes.json"],
        "la démarche elle-même"
      ),
      (["artois.dpes.json", "--rendre", "dehors", "--seuil", "12"], "une synthèse en demande 13"),
    ] {
      let answer = try folder.run(palierPath, ["territoire"] + arguments + ["--date", date])
      #expect(answer.status == 2 && answer.output == "", "\(arguments)")
      #expect(answer.error.plainSpaces.contains(why), "\(answer.error)")
    }
    #expect(try folder.text("artois.dpes.json") == before)
  }

  @Test func `another level than before is refused`() throws {
    let folder = try territory(12)
    _ = try hand(folder)
    let answer = try hand(folder, "--par", "point")
    #expect(answer.status == 1 && answer.error.contains("--par theme"))
  }
}
