import Foundation
import Testing

/// What `palier importer` takes for a table, and what it says of the rest.
@Suite struct CommandImportRefusalTests {
  private struct Source: Sendable {
    let bytes: [UInt8]
    let said: String

    init(_ bytes: some Sequence<UInt8>, _ said: String) {
      (self.bytes, self.said) = (Array(bytes), said)
    }

    init(_ text: String, _ said: String) { self.init(text.utf8, said) }
  }

  @Test(
    arguments: [
      ("a folder", nil, "« source » est un dossier. Nommez le classeur"),
      ("nothing", "", "« source » est vide."),
      ("a PDF", "%PDF-1.4\n", "est un PDF, et non une feuille de tableur."),
      ("a page", "<!DOCTYPE html>", "est une page web, et non une feuille de tableur."),
      (
        "an old workbook", "PK\u{3}\u{4} xl/workbook.bin",
        "(.xlsb), et non une feuille de tableur. Dans"
      ),
      (
        "half a workbook", "PK\u{3}\u{4} xl/workbook.xml",
        "« source » est abîmé, ou n’est pas entier."
      ),
      (
        "a démarche", "{\"format\": \"dpes\"}",
        "est une démarche, et non une feuille de tableur. Nommez d’abord"
      ),
      ("too many cells", "texte\nUn;deux\n", "Ligne 2 refusée : 2 cellules remplies pour 1 titre."),
      ("a tab", "a\ttexte\nU\tUn\tdeux\n", "La ligne est coupée à chaque tabulation, sans doute"),
      ("a garbled line", "texte\ndÃ©jÃ\u{A0} vu\nété\n", "ligne 2, colonne 2 : un caractère est"),
      ("a zero", "texte\na\u{0}b\n", "ligne 2, colonne 2 : un caractère est abîmé"),
      ("UTF-32", "t\0\0\0e\0\0\0\n\0\0\0a\0\0\0", "est en UTF-32. Enregistrez"),
      ("a comma", "axe,texte\nU,Un, deux\n", "à chaque « , », sans doute dans « Un, deux »."),
    ] as [(String, String?, String)])
  func `what is no table is named, and nothing is written`(
    name: String, text: String?, said: String
  ) throws {
    let folder = try CommandFolder()
    try folder.putExample()
    if let text {
      try folder.put(text, in: "source")
    } else {
      try FileManager.default.createDirectory(
        atPath: folder.path("source"), withIntermediateDirectories: true)
    }
    let answer = try folder.palier(
      "importer", "exemple.dpes.json", "source", "--quoi", "observations")
    #expect(answer.status != 0 && answer.output == "" && answer.isHarmless)
    #expect(answer.error.plainSpaces.contains(said), "\(answer.error)")
    #expect(try folder.bytes("exemple.dpes.json") == shippedExample())
  }

  private static let encodings = [
    Source([0x55, 0x3B, 0x64, 0x82, 0x6A, 0x85, 0x0A], "lu comme du CP850"),
    Source([0x55, 0x3B, 0x64, 0x8E, 0x6A, 0x88, 0x0A], "lu comme du Mac Roman"),
    Source("U;dÃ©jÃ\u{A0}\n", "encodé deux fois"),
    Source([0x55, 0x3B, 0x64, 0xE9, 0x6A, 0xE0, 0x0A], ""),
  ]

  @Test(arguments: encodings.indices)
  func `accents come in as they were, and what was done is told`(index: Int) throws {
    let source = Self.encodings[index]
    let folder = try CommandFolder()
    try folder.putExample()
    try folder.put(Array("axe;texte\n".utf8) + source.bytes, in: "source")
    let answer = try folder.palier(
      "importer", "exemple.dpes.json", "source", "--quoi", "observations")
    #expect(answer.status == 0 && (source.said.isEmpty || answer.error.contains(source.said)))
    #expect(try folder.text("exemple.dpes.json").contains("\"texte\": \"déjà\""))
  }

  @Test func `a damaged letter is refused with its place`() throws {
    let folder = try CommandFolder()
    try folder.putExample()
    try folder.put(
      Array("axe;texte\nU;Déjà passé à l’été\nU;ab".utf8) + [0xEE, 0x6D, 0x0A], in: "source")
    let answer = try folder.palier(
      "importer", "exemple.dpes.json", "source", "--quoi", "observations")
    #expect(answer.status == 1 && answer.output == "")
    #expect(answer.error.plainSpaces.contains("ligne 3, colonne 5 : un caractère est abîmé"))
    #expect(try folder.bytes("exemple.dpes.json") == shippedExample())
  }
}
