import DPESStore
import Glibc
import Testing

@Suite struct RecentFilesTests {
  private let folder: TemporaryFolder
  private let recents: RecentFiles

  init() throws {
    folder = try TemporaryFolder()
    mkdir(folder / "palier", 0o700)
    recents = Self.recents(in: folder.path)
  }

  private static func recents(in state: String) -> RecentFiles {
    RecentFiles(
      in: Places(environment: ["XDG_STATE_HOME": state], executable: nil) { _ in false })
  }

  @Test func `the last opened comes first, once`() throws {
    for name in ["a", "b", "c", "a"] { recents.note(try folder.put("", in: name)) }
    #expect(recents.paths == ["a", "c", "b"].map { folder / $0 })
  }

  @Test func `the list is stored so`() throws {
    recents.note(try folder.put("", in: "été \"1\".json"))
    #expect(
      try folder.text(of: "palier/recents.json") == """
        {
          "recents": [
            "\(folder.path)/été \\"1\\".json"
          ]
        }

        """)
  }

  @Test func `the list keeps the last twelve`() throws {
    let files = try (0..<15).map { try folder.put("", in: "\($0)") }
    for file in files { recents.note(file) }
    #expect(recents.paths == files.suffix(12).reversed())
  }

  @Test func `files that are gone are told, and take no place of the others`() throws {
    let files = try (0..<14).map { try folder.put("", in: "\($0)") }
    for file in files.prefix(12) { recents.note(file) }
    for file in files.prefix(2) { unlink(file) }
    for file in files.suffix(2) { recents.note(file) }
    #expect(recents.paths == files.dropFirst(2).reversed())
    #expect(recents.lost == files.prefix(2).reversed())
  }

  @Test func `a file that is gone is not offered, and comes back with its disk`() throws {
    for name in ["a", "b"] { recents.note(try folder.put("", in: name)) }
    unlink(folder / "b")
    #expect(recents.paths == [folder / "a"])
    recents.note(folder / "a")
    try folder.put("", in: "b")
    #expect(recents.paths == [folder / "a", folder / "b"])
  }

  @Test(arguments: ["", "{", "[]", "{\"recents\": {}}", "{\"recents\": [1, null]}", "\u{FF}"])
  func `a damaged list counts as empty and is replaced`(text: String) throws {
    try folder.put(text, in: "palier/recents.json")
    #expect(recents.paths == [])
    recents.note(try folder.put("", in: "a"))
    #expect(recents.paths == [folder / "a"])
  }

  @Test func `missing folders are made`() throws {
    let recents = Self.recents(in: folder / "x/y")
    recents.note(try folder.put("", in: "a"))
    #expect(recents.paths == [folder / "a"])
  }

  @Test func `where no list can be kept nothing happens`() throws {
    let file = try folder.put("", in: "a")
    for state in [folder / "a", "/proc/none", "relative"] {
      let recents = Self.recents(in: state)
      recents.note(file)
      recents.note("/none")
      #expect(recents.paths == [])
    }
  }
}
