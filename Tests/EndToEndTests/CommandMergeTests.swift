import DPES
import Foundation
import JSONTree
import Testing

/// `palier fusionner BASE NOTRE LEUR --vers X`.
@Suite struct CommandMergeTests {
  private let ours = smallFile.replacing("\"statut\": \"vert\"", with: "\"statut\": \"orange\"")
    .replacing("Un palier", with: "Un palier ici")
  private let theirs = smallFile.replacing("\"statut\": \"vert\"", with: "\"statut\": \"rouge\"")
    .replacing("Part des repas", with: "Part des dîners")

  private func folder(_ base: String, _ ours: String, _ theirs: String) throws -> CommandFolder {
    let folder = try CommandFolder()
    try folder.put(base, in: "base.json")
    try folder.put(ours, in: "notre.json")
    try folder.put(theirs, in: "leur.json")
    return folder
  }

  private func merge(
    _ folder: CommandFolder, _ arguments: String..., vers: String = "x.json"
  ) throws -> CommandFolder.Answer {
    try folder.run(
      palierPath,
      ["fusionner", "base.json", "notre.json", "leur.json", "--vers", vers] + arguments)
  }

  private func demarche(_ folder: CommandFolder, _ name: String = "x.json") throws -> Demarche {
    try Demarche(file: JSONValue.parse(try folder.bytes(name)))
  }

  @Test func `both sides' changes are put together`() throws {
    let theirs = smallFile.replacing("Part des repas", with: "Part des dîners")
    let folder = try folder(smallFile, ours, theirs)
    let answer = try merge(folder)
    #expect(answer.status == 0 && answer.error == "")
    #expect(answer.output.plainSpaces == "Réuni dans « x.json » : rien à revoir.\n")
    let expected = ours.replacing("Part des repas", with: "Part des dîners")
    #expect(try folder.text("x.json") == expected)
    #expect(try folder.text("notre.json") == ours)
  }

  @Test func `of what both changed ours is kept, theirs noted, and a person asked to look`() throws
  {
    let folder = try folder(smallFile, ours, theirs)
    let answer = try merge(folder)
    #expect(answer.status == 1 && answer.error == "")
    #expect(
      answer.output.plainSpaces == """
        à voir : image du 5 janvier 2026, observation « Premier mot », « statut » : « orange » est \
        gardé, « rouge » est dans l’historique
        Réuni dans « x.json » : 1 endroit à voir.

        """)
    let merged = try demarche(folder)
    #expect(merged.cercles[0].observations[0].statut == .orange)
    #expect(merged.schema.paliers[0].intitule == "Un palier ici")
    #expect(merged.schema.paliers[0].indicateurs[0].intitule == "Part des dîners")
    let trace = try #require(merged.historique.first)
    #expect(trace.quoi == "conflit-statut" && trace.objet == "o1" && trace.quand != nil)
    #expect(trace.avant == .texte("rouge") && trace.apres == .texte("orange"))
    #expect(try folder.palier("verifier", "x.json").status == 0)
  }

  @Test func `what leads to something is said in words, not by its id`() throws {
    let linked = smallFile.replacing(
      "\"texte\": \"Premier mot\"",
      with: "\"texte\": \"Premier mot\",\n        \"auteur\": \"p3\""
    )
    .replacing("\"date\": \"2026-01-05\",", with: "\"date\": \"2026-01-05\", \"seance\": \"s1\",")
    .replacing(
      "\"cercles\": [",
      with: """
        "seances": [{"id": "s1", "titre": "Un"}, {"id": "s2", "date": "2026-02-05"},
          {"id": "s3", "titre": "Trois"}],
          "cercles": [
        """)
    let ours = linked.replacing("\"auteur\": \"p3\"", with: "\"auteur\": \"p1\"")
      .replacing("\"seance\": \"s1\"", with: "\"seance\": \"s2\"")
    let theirs = linked.replacing("\"auteur\": \"p3\"", with: "\"auteur\": \"p2\"")
      .replacing("\"seance\": \"s1\"", with: "\"seance\": \"s3\"")
    let answer = try merge(try folder(linked, ours, theirs))
    #expect(answer.status == 1, "\(answer)")
    let said = answer.output.plainSpaces
    #expect(said.contains("« auteur » : « SC » est gardé, « LB » est dans l’historique"))
    #expect(
      said.contains(
        "« séance » : « séance du 5 février 2026 » est gardé, « séance « Trois » » est dans"))
  }

  @Test func `what is merged is signed by the participant whom this machine serves`() throws {
    let folder = try folder(smallFile, ours, theirs)
    let answer = try folder.run(
      palierPath, ["fusionner", "base.json", "notre.json", "leur.json", "--vers", "x.json"],
      folder.serving("SC"))
    #expect(answer.status == 1)
    #expect(try demarche(folder).historique.map(\.qui) == ["p1"])
  }

  @Test func `an empty base means that nothing was deleted`() throws {
    let added = smallFile.replacing(
      "{\n      \"id\": \"p3\"",
      with: "{\n      \"id\": \"p4\"\n    },\n    {\n      \"id\": \"p3\"")
    let fewer = smallFile.replacing("\"initiales\": \"SC\"", with: "\"nom\": \"Sam\"")
    for base in ["", "\n"] {
      let folder = try folder(base, added, fewer)
      let answer = try merge(folder)
      #expect(answer.status == 0, "\(answer)")
      let people = try demarche(folder).participants
      #expect(people.map(\.id) == ["p1", "p2", "p4", "p3"])
      #expect(people[0].initiales == "SC" && people[0].nom == "Sam")
    }
  }

  @Test func `the destination is replaced only when asked; it may be ours`() throws {
    let folder = try folder(smallFile, ours, theirs)
    let refused = try merge(folder, vers: "notre.json")
    #expect(refused.status == 1 && refused.error.contains("existe déjà, et rien n’est écrasé"))
    #expect(refused.output == "")
    #expect(try folder.text("notre.json") == ours)
    #expect(try merge(folder, "--remplacer", vers: "notre.json").status == 1)
    #expect(try demarche(folder, "notre.json").historique.count == 1)
    #expect(try folder.names == ["base.json", "leur.json", "notre.json"])
  }

  @Test(arguments: [
    (["base.json", "notre.json"], "Il faut trois fichiers, BASE, NOTRE et LEUR, et il y en a 2."),
    (["base.json", "notre.json", "leur.json"], "Il manque le fichier à écrire : --vers FICHIER."),
    (["absent", "notre.json", "leur.json", "--vers", "x"], "« absent » n’existe pas"),
    (
      ["base.json", "notre.json", "vide", "--vers", "x"],
      "« vide » ne peut pas être lu : il est vide"
    ),
    (
      ["base.json", "vide", "leur.json", "--vers", "x"],
      "« vide » ne peut pas être lu : il est vide"
    ),
    (["base.json", "notre.json", "autre.json", "--vers", "x"], "n’est pas la même démarche"),
    (["autre.json", "notre.json", "leur.json", "--vers", "x"], "n’est pas la même démarche"),
    (["base.json", "notre.json", "neuf.json", "--vers", "x"], "Palier plus récent"),
    (["base.json", "notre.json", "leur.json", "--vers", "non/x"], "son dossier n’existe pas"),
  ])
  func `what can't be merged is said, and nothing is written`(
    arguments: [String], sentence: String
  ) throws {
    let folder = try folder(smallFile, ours, theirs)
    try folder.put("", in: "vide")
    try folder.put(smallFile.replacing("aaaaaaaaaaa", with: "bbbbbbbbbbb"), in: "autre.json")
    try folder.put(smallFile.replacing("\"version\": 1", with: "\"version\": 9"), in: "neuf.json")
    let names = try folder.names
    let answer = try folder.run(palierPath, ["fusionner"] + arguments)
    #expect(answer.status == 2 && answer.output == "")
    #expect(answer.error.plainSpaces.contains(sentence), "\(answer.error)")
    #expect(try folder.names == names)
  }
}

/// The two lines of configuration of the guide, with git itself.
@Suite(.enabled(if: Programs.path(of: "git") != nil)) struct GitMergeTests {
  /// A repository with one démarche and two branches that changed it.
  private func repository(
    _ ours: String, _ theirs: String, base: String? = smallFile
  ) throws -> CommandFolder {
    let folder = try CommandFolder()
    try git(folder, "init", "-q", "-b", "ici", ".")
    try git(
      folder, "config", "merge.palier.driver",
      "'\(palierPath)' fusionner %O %A %B --vers %A --remplacer")
    try folder.put("*.dpes.json merge=palier\n", in: ".gitattributes")
    if let base { try folder.put(base, in: "x.dpes.json") }
    try git(folder, "add", ".gitattributes", ".")
    try git(folder, "commit", "-qm", "base")
    try git(folder, "checkout", "-qb", "là")
    try folder.put(theirs, in: "x.dpes.json")
    try git(folder, "add", "x.dpes.json")
    try git(folder, "commit", "-qm", "là")
    try git(folder, "checkout", "-q", "ici")
    try folder.put(ours, in: "x.dpes.json")
    try git(folder, "add", "x.dpes.json")
    try git(folder, "commit", "-qm", "ici")
    return folder
  }

  @discardableResult
  private func git(_ folder: CommandFolder, _ arguments: String...) throws -> CommandFolder.Answer {
    let program = try #require(Programs.path(of: "git"))
    let answer = try folder.run(
      program,
      ["-c", "user.name=Essai", "-c", "user.email=essai@exemple.invalid"] + arguments)
    if arguments[0] != "merge" { #expect(answer.status == 0, "\(arguments) \(answer)") }
    return answer
  }

  private func demarche(_ folder: CommandFolder) throws -> Demarche {
    try Demarche(file: JSONValue.parse(try folder.bytes("x.dpes.json")))
  }

  @Test func `git merges a démarche by itself when nobody has to look`() throws {
    // One line after the other: git's own merge would give up.
    let folder = try repository(
      smallFile.replacing("\"vert\"", with: "\"rouge\""),
      smallFile.replacing("Premier mot", with: "Autre mot"))
    let answer = try git(folder, "merge", "-q", "--no-edit", "là")
    #expect(answer.status == 0, "\(answer)")
    let observation = try demarche(folder).cercles[0].observations[0]
    #expect(observation.statut == .rouge && observation.texte == "Autre mot")
    #expect(try git(folder, "status", "--porcelain", "-uno").output == "")
  }

  @Test func `git stops on what both changed, with ours in the file and theirs noted`() throws {
    let folder = try repository(
      smallFile.replacing("\"vert\"", with: "\"rouge\""),
      smallFile.replacing("\"vert\"", with: "\"orange\""))
    #expect(try git(folder, "merge", "-q", "--no-edit", "là").status == 1)
    #expect(
      try git(folder, "status", "--porcelain", "-uno").output == "UU x.dpes.json\n")
    let merged = try demarche(folder)
    #expect(merged.cercles[0].observations[0].statut == .rouge)
    #expect(merged.historique.map(\.avant) == [.texte("orange")])
    try git(folder, "add", "x.dpes.json")
    try git(folder, "commit", "-qm", "vu")
  }

  @Test func `git merges a démarche that each branch added`() throws {
    let folder = try repository(
      smallFile, smallFile.replacing("Premier mot", with: "Autre mot"), base: nil)
    #expect(try git(folder, "merge", "-q", "--no-edit", "là").status == 1)
    #expect(try demarche(folder).historique.map(\.quoi) == ["conflit-texte"])
  }
}
