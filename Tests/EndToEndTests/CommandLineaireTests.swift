import DPES
import Foundation
import JSONTree
import Testing

/// The linear mode of the real program: lines in, lines out.
@Suite struct CommandLineaireTests {
  private func answer(_ bytes: [UInt8], _ folder: CommandFolder) throws -> CommandFolder.Answer {
    let file = try folder.putExample()
    let typed = try folder.put(bytes, in: "std-typed")
    return try folder.run(
      "/bin/sh", ["-c", "exec \"$0\" \"$1\" --lineaire < \"$2\"", palierPath, file, typed])
  }

  private func observations(_ folder: CommandFolder) throws -> [Observation] {
    try Demarche(file: JSONValue.parse(try folder.bytes("exemple.dpes.json"))).cercles.last?
      .observations ?? []
  }

  @Test func `what a pipe says is done and kept, and no escape is ever written`() throws {
    let folder = try CommandFolder()
    let told = try answer(Array("cercle\nn\nLe car ne passe plus\nt\nr\n-\nq\n".utf8), folder)
    #expect(told.status == 0 && told.error == "")
    #expect(told.output.hasPrefix("Mode linéaire. h\u{A0}: aide, q\u{A0}: quitter.\n"))
    #expect(told.output.contains("\n> Le car ne passe plus\n"))
    #expect(!told.output.utf8.contains(0x1B))
    let last = try #require(try observations(folder).last)
    #expect(
      last.texte == "Le car ne passe plus" && last.statut == .rouge && last.axe == .territoire)
  }

  private static let hostile: [[UInt8]] = [
    Array("n\nLe car \u{1B}]0;x\u{07}ne".utf8), Array("n\nLe car ".utf8) + [0xC3],
    [0xFF, 0xFE, 0x00, 0x0A], [UInt8](repeating: 0x61, count: 200_000), [],
  ]

  @Test(arguments: hostile)
  func `cut or hostile bytes end in words and in a whole file`(bytes: [UInt8]) throws {
    let folder = try CommandFolder()
    try folder.putExample()
    let before = try observations(folder).count
    let told = try answer(bytes, folder)
    #expect(told.status == 0 && told.error == "")
    #expect(!told.output.utf8.contains(0x1B) && !told.output.utf8.contains(0x07))
    // What was begun in the field is kept; what was no text changed nothing.
    let begins = bytes.starts(with: Array("n\n".utf8))
    #expect(try observations(folder).count == before + (begins ? 1 : 0))
  }

  @Test func `a screen is printed in the same words`() throws {
    let folder = try CommandFolder()
    let file = try folder.putExample()
    let told = try folder.palier(
      "ecran", file, "--lineaire", "--ecran", "tableau", "--date", "2026-12-01")
    #expect(told.status == 0)
    #expect(told.output.hasPrefix("Tableau de bord, 26 lignes."))
    #expect(told.output.split(separator: "\n").count == 27)
  }
}
