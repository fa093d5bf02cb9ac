import Foundation
import Testing

@testable import PalierCommand

@Suite struct CommandReadingTests {
  struct BadFile: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    /// What the sentence says.
    let reason: String

    init(_ name: String, _ bytes: some Sequence<UInt8>, _ reason: String) {
      self.name = name
      self.bytes = Array(bytes)
      self.reason = reason
    }

    init(_ name: String, _ text: String, _ reason: String) {
      self.init(name, text.utf8, reason)
    }

    /// The small file with one text in place of another.
    init(_ name: String, _ text: String, for old: String, _ reason: String) {
      self.init(name, smallFile.replacing(old, with: text), reason)
    }

    var testDescription: String { name }
  }

  static let badFiles = [
    BadFile("empty", "", "il est vide"),
    BadFile("blank", " \n\n", "il est vide"),
    BadFile("cut", smallFile.utf8.dropLast(40), "il s’arrête avant la fin, ligne 63, colonne 17"),
    BadFile("no value", "1", for: "\"vert\"", "devrait être rouge, orange ou vert"),
    BadFile(
      "unknown statut", "\"bleu\"", for: "\"vert\"",
      "ligne 30, colonne 21, «\u{A0}statut\u{A0}» vaut «\u{A0}bleu\u{A0}» et non rouge, orange ou vert"
    ),
    BadFile(
      "wrong type", "\"version\": \"un\"", for: "\"version\": 1",
      "ligne 3, colonne 14, «\u{A0}version\u{A0}» devrait être un nombre entier"),
    BadFile(
      "no text", "\"mot\"", for: "\"texte\"", "ligne 27, colonne 9, il manque «\u{A0}texte\u{A0}»"),
    BadFile("no such day", "2026-02-30", for: "2026-01-05", "devrait être un jour comme"),
    BadFile(
      "comma", "\"LB\",", for: "\"LB\"",
      "ligne 16, colonne 5, il faudrait une clé entre guillemets et non «\u{A0}}\u{A0}»"),
    BadFile(
      "key twice", "\"id\": \"q\", \"id\"", for: "\"id\"",
      "la clé «\u{A0}id\u{A0}» est écrite deux fois"),
    BadFile("foreign", "{\"a\": 1}", "ce n’est pas une démarche"),
    BadFile("list", "[1, 2]", "ce n’est pas une démarche"),
    BadFile("page", "<html>", "c’est une page web, et non une démarche. Nommez un fichier"),
    BadFile("PDF", "%PDF-1.4\n", "c’est un PDF, et non une démarche."),
    BadFile("picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "c’est une image, et non une"),
    BadFile("table", "axe;texte\nU;Un mot\n", "c’est un CSV, et non une démarche. Pour en"),
    BadFile("words", "# Compte rendu\n\nDu texte.\n", "c’est un texte, et non une démarche."),
    BadFile("program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "c’est un fichier d’un autre genre"),
    BadFile("Latin-1", [0x22, 0xE9, 0x22], "ce n’est pas du texte en UTF-8"),
    BadFile("UTF-16", [0xFF, 0xFE, 0x7B, 0], "ce n’est pas du texte en UTF-8"),
    BadFile("deep", String(repeating: "[", count: 100_000), "imbriqué sur plus de 512 niveaux"),
    BadFile("escape", "{\u{1B}[31m", "le caractère U+001B"),
    BadFile("escapes", "\u{1B}[31m", "c’est un fichier d’un autre genre, et non une démarche."),
    BadFile(
      "escape in a key", "{\"\\u001b[2J\": 1, \"\\u001b[2J\": 2}",
      "la clé «\u{A0}[2J\u{A0}» est écrite deux fois"),
    BadFile(
      "escape in a word", "\"\\u001b]0;x\\u0007\"", for: "\"vert\"",
      "vaut «\u{A0}]0;x\u{A0}» et non"),
  ]

  @Test(arguments: badFiles)
  func `a bad file gives a sentence and is left alone`(file: BadFile) throws {
    let folder = try CommandFolder()
    let path = try folder.put(file.bytes, in: "x.dpes.json")
    for command in [["ecran", path], ["ouvrir", path], [path]] {
      let answer = try folder.run(palierPath, command)
      #expect(answer.status == 2)
      #expect(answer.output == "")
      #expect(answer.error.hasPrefix("Le fichier «\u{A0}"))
      #expect(answer.error.contains("ne peut pas être lu\u{A0}: "))
      #expect(answer.error.contains(file.reason))
      #expect(answer.isHarmless)
    }
    let answer = try folder.palier(
      "renseigner", path, "--indicateur", "i1", "--periode", "12", "--realise", "atteint")
    #expect(answer.status == 2 && answer.error.contains(file.reason))
    #expect(try folder.bytes("x.dpes.json") == file.bytes)
    #expect(try folder.names == ["x.dpes.json"])
  }

  @Test func `a file cut at any byte is not read`() throws {
    let folder = try CommandFolder()
    let bytes = Array(smallFile.utf8)
    // The last byte is the line's end.
    for count in 0..<(bytes.count - 1) {
      let path = try folder.put(bytes[..<count], in: "cut.dpes.json")
      #expect(throws: ReadError.self) { try DemarcheFile.read(path) }
    }
    #expect(throws: Never.self) {
      try DemarcheFile.read(try folder.put(bytes, in: "cut.dpes.json"))
    }
  }

  @Test func `a file of 50 MB is refused before it is read`() throws {
    let folder = try CommandFolder()
    let path = try folder.put("", in: "x.dpes.json")
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 50_000_000)
    let answer = try folder.palier("ecran", path)
    #expect(answer.status == 2)
    #expect(answer.error.contains("il dépasse 12\u{A0}Mio"))
  }

  @Test func `a file that does not exist gives the line that makes it`() throws {
    let folder = try CommandFolder()
    let answer = try folder.palier("l’été.dpes.json")
    #expect(answer.status == 2)
    #expect(
      answer.error == """
        Le fichier «\u{A0}l’été.dpes.json\u{A0}» n’existe pas. Pour le créer\u{A0}: palier nouveau \
        'l’été.dpes.json' --structure "Nom de la structure"

        """)
    let line = "\"$0\" nouveau 'l’été.dpes.json' --structure \"Nom de la structure\""
    #expect(try folder.run("/bin/sh", ["-c", line, palierPath]).status == 0)
    #expect(try folder.palier("ecran", "l’été.dpes.json").status == 0)
  }

  @Test func `a folder and a pipe are not read`() throws {
    let folder = try CommandFolder()
    #expect(try folder.palier("ecran", folder.url.path).error.contains("c’est un dossier"))
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    let answer = try folder.palier("ecran", "pipe")
    #expect(answer.status == 2)
    #expect(answer.error.contains("ce n’est pas un fichier ordinaire"))
  }

  @Test func `a name never reaches the terminal raw`() throws {
    let folder = try CommandFolder()
    let answer = try folder.palier("ecran", "a\u{1B}[31mb\u{9B}2J\nc.dpes.json")
    #expect(answer.status == 2)
    #expect(answer.isHarmless)
    #expect(answer.error.contains("«\u{A0}a[31mb2J c.dpes.json\u{A0}»"))
  }

  @Test func `texts with escape sequences are shown without them`() throws {
    let folder = try CommandFolder()
    let text = smallFile.replacing("Premier mot", with: "Rouge \\u001b[31mvif\\u009b2J")
    let path = try folder.put(text, in: "x.dpes.json")
    let answer = try folder.palier("ecran", path)
    #expect(answer.status == 0)
    #expect(answer.isHarmless)
    #expect(answer.output.contains("Rouge [31mvif2J"))
  }

  @Test func `a file of a newer version is read, and never written`() throws {
    let folder = try CommandFolder()
    let path = try folder.put(
      smallFile.replacing("\"version\": 1", with: "\"version\": 2"), in: "x.dpes.json")
    let screen = try folder.palier("ecran", path)
    #expect(screen.status == 0)
    #expect(screen.output.contains("lecture seule"))
    #expect(screen.error.contains("un Palier plus récent (version 2 du format)"))
    let entry = try folder.palier(
      "renseigner", path, "--indicateur", "i1", "--periode", "12", "--realise", "atteint")
    #expect(entry.status == 2)
    #expect(entry.error.contains("un Palier plus récent"))
    #expect(try folder.text("x.dpes.json").contains("\"version\": 2"))
  }

  @Test func `without a terminal the full screen says so`() throws {
    let folder = try CommandFolder()
    for arguments in [[], ["ouvrir"], [try folder.putExample()]] {
      let answer = try folder.run(palierPath, arguments)
      #expect(answer.status == 2)
      #expect(answer.output == "")
      #expect(answer.error.hasPrefix("Palier s’ouvre dans un terminal"))
    }
  }
}
