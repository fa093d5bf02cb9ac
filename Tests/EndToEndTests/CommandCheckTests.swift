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
          erreur         46:11  palier «\u{A0}Un palier\u{A0}», «\u{A0}observations\u{A0}»  [lien-rompu]
              Le lien mène à «\u{A0}o9\u{A0}», qui n’est pas une observation.
              Retirez ce lien, ou remettez ce à quoi il menait.
          avertissement  42:17  palier «\u{A0}Un palier\u{A0}», «\u{A0}rang\u{A0}»  [rang]
              L’axe «\u{A0}Utilité et emplois\u{A0}» a un palier de rang 2, et il y manque le rang 1.
              Renumérotez de 1 à n les paliers de cet axe.
          remarque        6:36  «\u{A0}x\u{A0}»  [cle-inconnue]
              Palier ne connaît pas la clé «\u{A0}x\u{A0}», et la garde.
              Rien, si un autre programme l’a écrite\u{A0}; sinon vérifiez l’orthographe.
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
      "lieu": .string("palier «\u{A0}Un palier\u{A0}», «\u{A0}observations\u{A0}»"),
      "ligne": .number(JSONNumber(46)), "colonne": .number(JSONNumber(11)),
      "phrase": .string("Le lien mène à «\u{A0}o9\u{A0}», qui n’est pas une observation."),
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
        Le fichier «\u{A0}x.dpes.json\u{A0}» ne peut pas être lu\u{A0}: ligne 30, colonne 21, «\u{A0}statut\u{A0}» vaut \
        «\u{A0}bleu\u{A0}» et non rouge, orange ou vert. Corrigez cette valeur, ou reprenez une copie du \
        fichier.

        y.dpes.json
          Rien à signaler.

        """)
    let json = try folder.palier("verifier", "x.dpes.json", "--json")
    #expect(json.status == 2)
    #expect(json.output.contains("\"ligne\": 30"))
    #expect(json.output.contains("\"colonne\": 21"))
  }

  @Test(arguments: [0, 12, 40])
  func `a conflict that git left is told with its line, and how to put both sides together`(
    line: Int
  ) throws {
    let folder = try CommandFolder()
    var lines = smallFile.split(separator: "\n", omittingEmptySubsequences: false)
    let marks: [Substring] = ["<<<<<<< HEAD", "\"a\": 1,", "=======", "\"a\": 2,", ">>>>>>> x"]
    lines.insert(contentsOf: marks, at: line)
    try folder.put(lines.joined(separator: "\n"), in: "x.dpes.json")
    for command in ["verifier", "ecran"] {
      let answer = try folder.palier(command, "x.dpes.json")
      let said = (answer.output + answer.error).plainSpaces
      #expect(answer.status == 2)
      #expect(said.contains("git y a laissé un conflit, ligne \(line + 1)."), "\(said)")
      #expect(said.contains("git show ':2:./x.dpes.json' > notre.dpes.json"), "\(said)")
      #expect(said.contains("palier fusionner base.dpes.json notre.dpes.json leur.dpes.json"))
    }
    let json = try folder.palier("verifier", "x.dpes.json", "--json")
    #expect(json.output.contains("\"ligne\": \(line + 1)"))
  }

  @Test(
    arguments: [
      ("MZ\u{90}\u{0}\u{3}\u{0}", "c’est un fichier d’un autre genre,"),
      ("PK\u{5}\u{6}\u{0}\u{0}", "c’est une archive,"),
      ("<?xml version=\"1.0\"?>\n<a/>", "c’est un fichier d’un autre genre,"),
      (
        "<?xml version=\"1.0\"?>\n<office:document \(String(repeating: "xmlns:a=\"b\" ", count: 900))"
          + "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
          + String(repeating: "<a/>", count: 20_000), "c’est un classeur de tableur (.fods),"
      ),
    ] as [(String, String)])
  func `what is no démarche is named for what it is`(text: String, said: String) throws {
    let folder = try CommandFolder()
    try folder.put(text, in: "x.dpes.json")
    let answer = try folder.palier("verifier", "x.dpes.json")
    #expect(answer.status == 2 && answer.output.plainSpaces.contains(said), "\(answer.output)")
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
