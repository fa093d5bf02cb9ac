import DPESStore
import Foundation
import Testing

@Suite struct ConflictCopiesTests {
  private static let file = "ferme.dpes.json"

  @Test(arguments: [
    // Nextcloud desktop, ownCloud.
    "ferme.dpes (conflicted copy 2026-03-12 143205).json",
    "ferme.dpes (conflicted copy Sam D. 2026-03-12 143205).json",
    "ferme.dpes (conflicted copy Zoé_Durand_ 2026-03-12 143205).json",
    "ferme.dpes_conflict-20260312-143205.json",
    "ferme.dpes_conflict_Sam-20260312-143205.json",
    // Syncthing.
    "ferme.dpes.sync-conflict-20260312-143205-ABCDEF7.json",
    "ferme.dpes.sync-conflict-20260312-143205.json",
    // Dropbox.
    "ferme.dpes (Sam's conflicted copy 2026-03-12).json",
    "ferme.dpes (serges-MacBook-Pro.local's conflicted copy 2026-03-12).json",
    "ferme.dpes (Sam’s conflicted copy 2026-03-12 (1)).json",
    "ferme.dpes (conflicted copy 2026-03-12).json",
    "ferme.dpes (Copie en conflit de Jean 2026-03-12).json",
    "ferme.dpes (copie en conflit de DESKTOP-4KJ9P2A 2026-03-12 (2)).json",
    "ferme.dpes (Copie en conflit 2026-03-12).json",
    "ferme (Copie en conflit de Jean 2026-03-12).dpes.json",
    // A copy of a copy.
    "ferme.dpes (conflicted copy 2026-03-12 143205) (Sam's conflicted copy 2026-03-13).json",
    "ferme.dpes.sync-conflict-20260312-143205-ABCDEF7.sync-conflict-20260313-000000-ABCDEF7.json",
  ])
  func `a copy is known by its mark`(name: String) {
    #expect(ConflictCopies.isCopy(name, of: Self.file))
    #expect(!ConflictCopies.isCopy(name, of: "ferme2.dpes.json"))
    #expect(!ConflictCopies.isCopy(name, of: name))
  }

  @Test(arguments: [
    "ferme.dpes.json", "ferme.json", "ferme.dpes (1).json", "ferme.dpes (copie).json",
    "ferme.dpes - Copie.json", "ferme.secours-2026-03-12-14h32.dpes.json",
    "ferme.abime.dpes.json", "ferme.versions", "ferme.dpes.json~", "ferme.dpes.json.bak",
    "ferme.dpes (conflicted copy).json", "ferme.dpes (conflicted copy 2026-03-12 1432).json",
    "ferme.dpes (conflicted copy 2026-03-12 143205) bis.json",
    "ferme.dpes (conflicted copy 2026-03-12 143205)",
    "ferme.dpes(conflicted copy 2026-03-12 143205).json",
    "ferme.dpes (conflicted copy a(b) 2026-03-12 143205).json",
    "ferme2.dpes (conflicted copy 2026-03-12 143205).json",
    "grande-ferme.dpes (conflicted copy 2026-03-12 143205).json",
    "ferme (conflicted copy 2026-03-12 143205).json",
    "ferme.dpes.sync-conflict-20260312-143205-abcdef7.json",
    "ferme.dpes.sync-conflict-20260312.json", "ferme.dpes-sync-conflict-20260312-143205.json",
    "ferme.dpes.sync-conflict-20260312-143205-ABCDEF7.json.tmp",
    "~syncthing~ferme.dpes.json.tmp", ".syncthing.ferme.dpes.json.tmp",
    "ferme.dpes (Sam's conflicted copy).json", "ferme.dpes (Case Conflict).json",
    "ferme.dpes (le conflit de 2026).json", "", ".json",
  ])
  func `nothing else is a copy`(name: String) {
    #expect(!ConflictCopies.isCopy(name, of: Self.file))
  }

  @Test func `a file named otherwise has copies too, one without an ending has none`() {
    #expect(
      ConflictCopies.isCopy(
        "Été (conflicted copy 2026-03-12 143205).json", of: "E\u{301}te\u{301}.json"))
    #expect(!ConflictCopies.isCopy("x (conflicted copy 2026-03-12 143205)", of: "x"))
    #expect(!ConflictCopies.isCopy(" (conflicted copy 2026-03-12 143205).json", of: ".json"))
  }

  @Test func `those beside a file are listed, the oldest first, through a link as well`() throws {
    let folder = try TemporaryFolder()
    let names = [
      "ferme.dpes (Sam's conflicted copy 2026-03-13).json",
      "ferme.dpes (conflicted copy 2026-03-12 143205).json",
      "ferme.dpes.sync-conflict-20260312-090000-ABCDEF7.json",
    ]
    for name in names + [Self.file, "autre.dpes.json"] { try folder.put("", in: name) }
    try FileManager.default.createDirectory(
      atPath: folder / "ferme.dpes (Sam's conflicted copy 2026-03-14).json",
      withIntermediateDirectories: false)
    #expect(try ConflictCopies.names(beside: folder / Self.file) == names.reversed())

    let other = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: other / "lien.dpes.json", withDestinationPath: folder / Self.file)
    #expect(try ConflictCopies.names(beside: other / "lien.dpes.json") == names.reversed())
    #expect(try ConflictCopies.names(beside: folder / "autre.dpes.json") == [])
  }

  @Test func `a folder that can't be listed is said`() throws {
    let folder = try TemporaryFolder()
    try folder.put("", in: Self.file)
    let system = TestFileSystem(.failing(call: 2, .permission))
    let error = #expect(throws: StoreError.self) {
      try ConflictCopies.names(beside: folder / Self.file, in: system)
    }
    #expect(error?.cause == .permission && error?.path == folder.path)
  }
}
