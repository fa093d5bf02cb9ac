import DPES
import Foundation
import JSONTree
import Testing

/// `palier comparer`.
@Suite struct CommandComparisonTests {
  /// Three images: what happens to an observation on each axis, and to one without.
  private let file = """
    {
      "format": "dpes", "version": 1, "id": "aaaaaaaaaaa",
      "structure": {"raisonSociale": "Essai"},
      "cercles": [
        {"id": "c2", "date": "2026-06-01", "titre": "Deux", "observations": [
          {"id": "b1", "numero": 1, "axe": "utilite", "statut": "vert", "texte": "Un mot", "origine": "a1"},
          {"id": "b3", "numero": 12, "axe": "territoire", "texte": "Trois"}
        ]},
        {"id": "c1", "date": "2026-01-05", "observations": [
          {"id": "a1", "numero": 1, "axe": "utilite", "statut": "rouge", "texte": "Un"},
          {"id": "a2", "numero": 2, "axe": "democratie", "statut": "vert", "texte": "Deux"}
        ]},
        {"id": "c3", "date": "2026-12-01", "observations": [
          {"id": "d1", "numero": 1, "axe": "personne", "statut": "vert", "texte": "Un mot", "origine": "b1"},
          {"id": "d4", "texte": "Quatre\\u001b[2J"}
        ]}
      ]
    }
    """

  private func compare(_ arguments: String...) throws -> CommandFolder.Answer {
    let folder = try CommandFolder()
    try folder.put(file, in: "x.dpes.json")
    return try folder.run(palierPath, ["comparer", "x.dpes.json"] + arguments)
  }

  @Test func `two images are compared axis by axis, then observation by observation`() throws {
    let answer = try compare("--de", "c1", "--a", "c2")
    #expect(answer.status == 0 && answer.error == "")
    let expected = """
      Essai
      De l’image du 5 janvier 2026 à l’image du 1er juin 2026 « Deux »

                          apparues  closes  améliorées  dégradées  inchangées
      Utilité et emplois         0       0           1          0           0
      Personne d’abord           0       0           0          0           0
      Démocratie                 0       1           0          0           0
      Territoire                 1       0           0          0           0

      Utilité et emplois
         1  améliorée  ■ rouge  →  ● vert         Un mot
                                                  avant : Un

      Démocratie
         2  close      ● vert                     Deux

      Territoire
        12  apparue                ○ sans statut  Trois

      """
    #expect(answer.output.plainSpaces == expected)
  }

  @Test func `the last two images by date are compared, and nothing reaches the terminal raw`()
    throws
  {
    let answer = try compare()
    #expect(answer.status == 0 && answer.isHarmless)
    #expect(answer.output.plainSpaces.contains("« Deux » à l’image du 1er décembre 2026"))
    #expect(answer.output.plainSpaces.contains("avant, Utilité et emplois : Un mot"))
    #expect(answer.output.contains("\nÀ placer\n      apparue"))
    #expect(try compare("--a", "c2").output == (try compare("--de", "c1", "--a", "c2").output))
    #expect(try compare("--json").isHarmless)
  }

  @Test func `without UTF-8 the marks are letters`() throws {
    let folder = try CommandFolder()
    try folder.put(file, in: "x.dpes.json")
    let answer = try folder.palier(
      "comparer", "x.dpes.json", "--a", "c2", environment: ["LC_ALL": "C"])
    #expect(answer.output.contains("R rouge  ->  V vert"))
  }

  @Test func `JSON holds the counts of each axis and both states of each observation`() throws {
    let answer = try compare("--de", "c1", "--a", "c2", "--json")
    #expect(answer.status == 0)
    let expected = """
      {
        "de": {"id": "c1", "date": "2026-01-05"},
        "a": {"id": "c2", "date": "2026-06-01", "titre": "Deux"},
        "axes": [
          {"axe": "utilite", "apparue": 0, "close": 0, "amelioree": 1, "degradee": 0, "inchangee": 0},
          {"axe": "personne", "apparue": 0, "close": 0, "amelioree": 0, "degradee": 0, "inchangee": 0},
          {"axe": "democratie", "apparue": 0, "close": 1, "amelioree": 0, "degradee": 0, "inchangee": 0},
          {"axe": "territoire", "apparue": 1, "close": 0, "amelioree": 0, "degradee": 0, "inchangee": 0}
        ],
        "aPlacer": {"apparue": 0, "close": 0, "amelioree": 0, "degradee": 0, "inchangee": 0},
        "observations": [
          {"evolution": "amelioree", "numero": 1,
           "avant": {"id": "a1", "axe": "utilite", "statut": "rouge", "texte": "Un"},
           "apres": {"id": "b1", "axe": "utilite", "statut": "vert", "texte": "Un mot"}},
          {"evolution": "close", "numero": 2,
           "avant": {"id": "a2", "axe": "democratie", "statut": "vert", "texte": "Deux"}},
          {"evolution": "apparue", "numero": 12,
           "apres": {"id": "b3", "axe": "territoire", "texte": "Trois"}}
        ]
      }
      """
    #expect(
      try JSONValue.parse(Array(answer.output.utf8)) == JSONValue.parse(Array(expected.utf8)))
  }

  @Test(arguments: [
    (
      ["--de", "c9"], 2, "--de : aucune image n’a l’identifiant « c9 ». Les images : c1 (5 janvier"
    ),
    (["--a", "c1"], 2, "Il n’y a pas d’image avant l’image du 5 janvier 2026."),
    (["--de", "c3"], 2, "L’image du 1er décembre 2026 ne se compare pas à elle-même."),
    (["--de", "c1", "--a", "c1"], 2, "ne se compare pas à elle-même"),
  ])
  func `an image that is not there, or alone, is said`(
    arguments: [String], status: Int32, sentence: String
  ) throws {
    let folder = try CommandFolder()
    try folder.put(file, in: "x.dpes.json")
    let answer = try folder.run(palierPath, ["comparer", "x.dpes.json"] + arguments)
    #expect(answer.status == status && answer.output == "")
    #expect(answer.error.plainSpaces.contains(sentence), "\(answer.error)")
  }

  @Test func `one image or none is nothing to compare`() throws {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    let one = try folder.palier("comparer", "x.dpes.json")
    #expect(one.status == 1 && one.error.hasPrefix("Il n’y a que l’image du 5 janvier 2026"))
    _ = try folder.palier("nouveau", "y.dpes.json", "--structure", "Y")
    let none = try folder.palier("comparer", "y.dpes.json")
    #expect(none.status == 1 && none.error.hasPrefix("Il n’y a pas d’image du cercle"))
  }

  @Test func `a regard of peers is compared when it is named, and never chosen`() throws {
    let folder = try CommandFolder()
    let regard = """
      {"id": "p1", "date": "2026-12-24", "regard": "pairs", "parQui": "Foyer", "observations": [
        {"id": "f1", "numero": 1, "axe": "personne", "statut": "orange", "texte": "Un mot", "origine": "d1"}]},
      """
    try folder.put(
      file.replacing("\"cercles\": [", with: "\"cercles\": [" + regard), in: "x.dpes.json")
    func compare(_ arguments: String...) throws -> CommandFolder.Answer {
      try folder.run(palierPath, ["comparer", "x.dpes.json"] + arguments)
    }
    let usual = try compare()
    #expect(usual.error == "")
    #expect(usual.status == 0 && usual.output.contains("1er décembre 2026"))
    #expect(!usual.output.contains("24 décembre"))
    let named = try compare("--a", "p1")
    #expect(named.status == 0 && named.output.contains("vue plus sévèrement"))
    #expect(
      named.output.plainSpaces.contains("L’image du 1er décembre 2026, et le regard des pairs"))
    #expect(named.output.contains("vue par nous seuls") && !named.output.contains("dégrad"))
    let json = try compare("--a", "p1", "--json").output
    #expect(json.contains("\"evolution\": \"vue-plus-severement\""))
    #expect(json.contains("\"regard\": \"pairs\"") && !json.contains("degradee"))
    let wrong = try compare("--de", "p1")
    #expect(wrong.status == 2 && wrong.error.contains("--a"))
  }
}

/// `palier comparer --cartes`, and what a map of the acteurs asks for later.
@Suite struct CommandCartesTests {
  private let file = """
    {
      "format": "dpes", "version": 1, "id": "aaaaaaaaaaa",
      "structure": {"raisonSociale": "Essai"},
      "acteurs": [{"id": "a1", "nom": "Mairie"}, {"id": "a2", "nom": "Bailleur\\u001b[2J"}],
      "cartes": [
        {"id": "k2", "date": "2026-03-03", "liens": [
          {"vers": "a1", "nature": "alliance"}, {"vers": "a2", "nature": "neutralite"},
          {"de": "a2", "vers": "a1", "porteSur": "moyens"}]},
        {"id": "k1", "date": "2025-03-03", "titre": "Avant", "liens": [
          {"vers": "a1", "nature": "opposition"}, {"vers": "a2", "nature": "neutralite"}]}
      ]
    }
    """

  private func run(_ arguments: String...) throws -> CommandFolder.Answer {
    let folder = try CommandFolder()
    try folder.put(file, in: "x.dpes.json")
    return try folder.run(palierPath, arguments)
  }

  @Test func `the last two maps are compared pair by pair, without better or worse`() throws {
    let answer = try run("comparer", "x.dpes.json", "--cartes")
    #expect(answer.status == 0 && answer.isHarmless)
    let lines = answer.output.plainSpaces.split(separator: "\n").map(String.init)
    #expect(lines[1] == "De la carte du 3 mars 2025 « Avant » à la carte du 3 mars 2026")
    #expect(lines[2].hasPrefix("apparue    Mairie – Bailleur"))
    #expect(lines[2].hasSuffix("porte sur les moyens"))
    #expect(lines[3].hasPrefix("changée    nous – Mairie"))
    #expect(lines[3].hasSuffix("opposition → alliance"))
    #expect(lines[4].hasPrefix("inchangée  nous – Bailleur") && lines.count == 5)
    #expect(try run("comparer", "x.dpes.json", "--cartes", "--de", "k9").status == 2)
    #expect(try run("comparer", "x.dpes.json", "--cartes", "--a", "k1").status == 2)
  }

  private typealias Object = [String: Any]

  @Test func `a program reads it as JSON`() throws {
    let answer = try run("comparer", "x.dpes.json", "--cartes", "--json")
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? Object)
    let relations = try #require(tree["relations"] as? [Object])
    #expect(
      relations.map { $0["evolution"] as? String } == ["apparue", "changee", "inchangee"])
    #expect(relations[1]["avant"] as? [String: String] == ["nature": "opposition"])
    #expect(relations[1]["de"] == nil && relations[1]["vers"] as? String == "a1")
    #expect((tree["a"] as? Object)?["id"] as? String == "k2")
  }

  @Test func `a year after, the last map is to be looked at again, and nothing presses`() throws {
    let early = try run("a-faire", "x.dpes.json", "--json", "--date", "2027-03-02")
    #expect(early.output == "[]\n" && early.status == 0)
    let answer = try run("a-faire", "x.dpes.json", "--json", "--date", "2027-03-04")
    #expect(answer.status == 0)
    let lines = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [Object])
    #expect(lines.count == 1 && lines.first?["rubrique"] as? String == "a-relire")
    #expect(lines.first?["carte"] as? String == "k2")
    #expect(lines.first?["presse"] as? Bool == false)
  }
}
