import Application
import DPESStore
import Foundation
import Glibc
import TerminalUI
import Testing

@testable import PalierCommand

/// Copies of a démarche beside it, known by what they hold, and files that are none.
@Suite struct CommandNeighbourTests {
  private func folder() throws -> CommandFolder {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    return folder
  }

  private func names(_ folder: CommandFolder) throws -> [String] {
    try ConflictCopies.names(beside: folder.path("x.dpes.json"), of: "aaaaaaaaaaa")
  }

  @Test(arguments: [
    "x.dpes (1).json", "x (2).dpes.json", "x.dpes - Copie.json", "Copie de x.dpes.json",
    "x.dpes-PC-DE-SAM.json", "x.dpes (SFConflict sam@exemple.org 2026-03-12-14-32-05).json",
    "x.dpes (Konflikt 2026-03-12).json", "x.dpes (conflicting copy 2026-03-12).json",
    "x.dpes.json~", "x.dpes.json.bak", "x.dpes_conflict-20260312.json", "autre nom.json",
    "sauvegarde", "x.dpes.sync-conflict-20260313-143205-ABCDEF7.json", "-x.json", "é\n.json",
  ])
  func `a file with the same démarche is a copy, whatever its name`(name: String) throws {
    let folder = try folder()
    try folder.put(smallFile.replacing("Premier mot", with: "Autre mot"), in: name)
    #expect(try names(folder) == [name])
    let answer = try folder.palier("fusionner", "x.dpes.json", "--copies")
    #expect(answer.status == 1 && answer.error == "", "\(answer)")
    #expect(try folder.text("x.dpes.json").contains("Autre mot"))
    #expect(try folder.names == ["x.dpes.json", "x.versions"])
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path("x.versions"))
    #expect(kept.contains(name))
  }

  @Test func `a copy whose keys another program put in an order of its own is one`() throws {
    let folder = try folder()
    let notes = String(repeating: "mot ", count: 3000)
    let body = smallFile.dropFirst().replacing("\"version\": 1,", with: "")
    try folder.put(
      "{\"candidature\": {\"motivation\": \"\(notes)\"}, \"version\": 1,\(body)", in: "y.json")
    #expect(try names(folder) == ["y.json"])
  }

  @Test func `what is no copy is not offered`() throws {
    let folder = try folder()
    let other = smallFile.replacing("aaaaaaaaaaa", with: "bbbbbbbbbbb")
    for (name, text) in [
      "x.secours-2026-03-12-14h32.dpes.json": smallFile,
      "x.secours-2026-03-12-14h32-2.dpes.json": smallFile, "x.abime.dpes.json": smallFile,
      "x.abime-2.dpes.json": smallFile, ".x.dpes.json.swp": smallFile, "autre.dpes.json": other,
      "cite.json": other.replacing("\"Essai\"", with: "\"\\\"id\\\": \\\"aaaaaaaaaaa\\\"\""),
      "dedans.json":
        "{\"format\": \"dpes\", \"structure\": {\"id\": \"aaaaaaaaaaa\"}, \"id\": \"b\"}",
      "vide.json": "", "liste.json": "[\"aaaaaaaaaaa\"]",
      "format.json": "{\"format\": \"autre\", \"id\": \"aaaaaaaaaaa\"}",
    ] { try folder.put(text, in: name) }
    let anonymous = try folder.palier("anonymiser", "x.dpes.json", "--vers", "x anonyme")
    #expect(anonymous.status == 0)
    try FileManager.default.createDirectory(
      atPath: folder.path("dossier.json"), withIntermediateDirectories: false)
    mkfifo(folder.path("tube.json"), 0o600)
    link(folder.path("x.dpes.json"), folder.path("lien dur.json"))
    symlink("x.dpes.json", folder.path("lien.json"))
    #expect(try names(folder) == [])
    let answer = try folder.palier("fusionner", "x.dpes.json", "--copies")
    #expect(answer.status == 0 && answer.output.contains("pas de copie"), "\(answer)")
  }

  @Test func `a crowded folder is looked at only so far`() throws {
    let folder = try folder()
    for index in 0..<2500 { try folder.put("{}", in: "f\(index).txt") }
    for name in ["zz x.dpes (1).json", "zzz"] { try folder.put(smallFile, in: name) }
    #expect(try names(folder) == ["zz x.dpes (1).json"])
  }

  @Test func `they are offered once the file is shown, and by palier ecran`() throws {
    let folder = try folder()
    try folder.put(smallFile, in: "x.dpes (1).json")
    let printed = try folder.palier("ecran", "x.dpes.json", "--taille", "80x24")
    let offer = "Une copie de ce fichier est à côté\u{A0}: F4 la réunit."
    #expect(printed.output.contains(offer))
    let desk = Desk(clock: .system(), folder: folder.url.path)
    let terminal = ScriptedTerminal([.woken, .events([])])
    var session = try Session(
      terminal, desk, Look(theme: .sombre, isASCII: false),
      opening: try desk.open(folder.path("x.dpes.json")))
    #expect(!session.state.view.description.contains(offer))
    try session.run()
    #expect(terminal.shown.contains { $0.description.contains(offer) })
  }
}
