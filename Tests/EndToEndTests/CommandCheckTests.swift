import Foundation
import JSONTree
import Testing

/// `palier verifier`.
@Suite struct CommandCheckTests {
  private let brokenLink = smallFile.replacing("\"o1\"\n", with: "\"o9\"\n")

  @Test func `a file without fault is told in two lines, the example has only remarks`() throws {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    try folder.putExample()
    let answer = try folder.palier("verifier", "x.dpes.json", "--strict")
    #expect(answer.status == 0)
    #expect(answer.output == "x.dpes.json\n  Rien à signaler.\n")
    #expect(try folder.palier("verifier", "x.dpes.json", "--json").output == "[]\n")
    let example = try folder.palier("verifier", "exemple.dpes.json", "--strict")
    #expect(example.status == 0)
    #expect(example.output.hasSuffix("\n  4 remarques.\n"))
  }

  @Test func `constats stand by gravity and place, aligned, with what to do`() throws {
    let folder = try CommandFolder()
    let file = brokenLink.replacing("\"rang\": 1", with: "\"rang\": 2")
      .replacing("\"Essai\"", with: "\"Essai\", \"x\": 1")
    try folder.put(file, in: "x.dpes.json")
    let answer = try folder.palier("verifier", "x.dpes.json")
    #expect(answer.status == 1 && answer.error == "")
    #expect(
      answer.output == """
        x.dpes.json
          erreur         46:11  palier « Un palier », « observations »  [lien-rompu]
              Le lien mène à « o9 », qui n’est pas une observation.
              Retirez ce lien, ou remettez ce à quoi il menait.
          avertissement  42:17  palier « Un palier », « rang »  [rang]
              L’axe « Utilité et emplois » a un palier de rang 2, et il y manque le rang 1.
              Renumérotez de 1 à n les paliers de cet axe.
          remarque        6:36  « x »  [cle-inconnue]
              Palier ne connaît pas la clé « x », et la garde.
              Rien, si un autre programme l’a écrite ; sinon vérifiez l’orthographe.
          1 erreur, 1 avertissement et 1 remarque.

        """)
    // It opens all the same.
    #expect(try folder.palier("ecran", "x.dpes.json").status == 0)
  }

  @Test func `a warning counts when asked to`() throws {
    let folder = try CommandFolder()
    let file = smallFile.replacing("\"rang\": 1", with: "\"rang\": 2")
    try folder.put(file, in: "x.dpes.json")
    #expect(try folder.palier("verifier", "x.dpes.json").status == 0)
    #expect(try folder.palier("verifier", "x.dpes.json", "--strict").status == 1)
  }

  @Test func `constats in JSON hold the same, ready for a program`() throws {
    let folder = try CommandFolder()
    try folder.put(brokenLink, in: "x.dpes.json")
    let answer = try folder.palier("verifier", "--json", "x.dpes.json", "absent")
    #expect(answer.status == 2 && answer.error == "")
    let constat: JSONValue = .object([
      "fichier": .string("x.dpes.json"), "regle": .string("lien-rompu"),
      "gravite": .string("erreur"), "pointeur": .string("/schema/paliers/0/observations/0"),
      "lieu": .string("palier « Un palier », « observations »"),
      "ligne": .number(JSONNumber(46)), "colonne": .number(JSONNumber(11)),
      "phrase": .string("Le lien mène à « o9 », qui n’est pas une observation."),
      "conseil": .string("Retirez ce lien, ou remettez ce à quoi il menait."),
    ])
    guard case .array(let constats) = try JSONValue.parse(Array(answer.output.utf8)) else {
      Issue.record("not a list")
      return
    }
    #expect(constats.count == 2)
    #expect(constats.first == constat)
  }

  @Test func `an unreadable file is a constat with its line, and the others are checked`() throws {
    let folder = try CommandFolder()
    try folder.put(smallFile.replacing("\"vert\"", with: "\"bleu\""), in: "x.dpes.json")
    try folder.put(smallFile, in: "y.dpes.json")
    let answer = try folder.palier("verifier", "x.dpes.json", "y.dpes.json")
    #expect(answer.status == 2)
    #expect(
      answer.output == """
        Le fichier « x.dpes.json » ne peut pas être lu : ligne 30, colonne 21, « statut » vaut \
        « bleu » et non rouge, orange ou vert. Corrigez cette valeur, ou reprenez une copie du \
        fichier.

        y.dpes.json
          Rien à signaler.

        """)
    let json = try folder.palier("verifier", "x.dpes.json", "--json")
    #expect(json.status == 2)
    #expect(json.output.contains("\"ligne\": 30"))
    #expect(json.output.contains("\"colonne\": 21"))
  }

  @Test func `texts of the file never reach the terminal raw`() throws {
    let folder = try CommandFolder()
    let file = smallFile.replacing("\"auteur\"", with: "\"x\"").replacing(
      "\"texte\"", with: "\"\\u001b[2J\\u009b\": 1, \"auteur\": \"\\u001b]0;a\\u0007\", \"texte\"")
    try folder.put(file, in: "x.dpes.json")
    for flag in [[], ["--json"]] {
      let answer = try folder.run(palierPath, ["verifier", "x.dpes.json"] + flag)
      #expect(answer.status == 1)
      #expect(answer.isHarmless)
    }
  }
}
