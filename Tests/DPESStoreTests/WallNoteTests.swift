import Glibc
import JSONTree
import Testing

@testable import DPESStore

@Suite struct WallNoteTests {
  private let folder: TemporaryFolder
  private let value = JSONValue.object(["ecran": .string("cercle")])

  init() throws { folder = try TemporaryFolder() }

  private func places(runtime: String? = nil, state: String? = nil) -> Places {
    var environment: [String: String] = [:]
    environment["XDG_RUNTIME_DIR"] = runtime
    environment["XDG_STATE_HOME"] = state
    return Places(environment: environment, executable: nil) { _ in false }
  }

  private func note(_ file: String = "/srv/x.dpes.json") throws(StoreError) -> WallNote {
    try WallNote(about: file, in: places(runtime: folder.path))
  }

  @Test func `what is written is read by whoever looks for the same file`() throws {
    var note = try note()
    #expect(try self.note().read() == nil)
    try note.write(value)
    #expect(try self.note().read() == value)
    #expect(try self.note("/srv/y.dpes.json").read() == nil)
    try note.write(.object(["ecran": .string("schema")]))
    #expect(try self.note().read() == .object(["ecran": .string("schema")]))
    #expect(folder.allNames() == ["palier/" + (note.path.split(separator: "/").last ?? "")])
  }

  @Test func `the folder and the note are the user's alone`() throws {
    var note = try note()
    try note.write(value)
    let system = GlibcFileSystem()
    #expect(try system.status(at: folder / "palier").permissions == 0o700)
    #expect(try system.status(at: note.path).permissions == 0o600)
  }

  @Test func `without a folder of the session it is beside what the program remembers`() throws {
    let note = try WallNote(about: "/srv/x", in: places(state: folder.path))
    #expect(note.path.hasPrefix(folder / "palier/salle/"))
    #expect(try GlibcFileSystem().status(at: folder / "palier/salle").permissions == 0o700)
    #expect(throws: StoreError(path: "/srv/x", operation: .create, cause: .notFound)) {
      try WallNote(about: "/srv/x", in: places())
    }
  }

  @Test(arguments: [0o701, 0o710, 0o777] as [mode_t])
  func `a folder that others may enter is refused`(mode: mode_t) throws {
    mkdir(folder / "palier", 0o700)
    chmod(folder / "palier", mode)
    let error = StoreError(path: folder / "palier", operation: .create, cause: .otherOwner)
    #expect(throws: error) { try note() }
  }

  @Test func `a link in the place of the folder is refused, a file too`() throws {
    mkdir(folder / "other", 0o700)
    symlink(folder / "other", folder / "palier")
    let error = StoreError(path: folder / "palier", operation: .create, cause: .otherOwner)
    #expect(throws: error) { try note() }
    unlink(folder / "palier")
    try folder.put("", in: "palier")
    chmod(folder / "palier", 0o600)
    #expect(throws: error) { try note() }
  }

  @Test(.enabled(if: geteuid() == 0, "only root gives files away"))
  func `somebody else's folder is refused`() throws {
    mkdir(folder / "palier", 0o700)
    chown(folder / "palier", 12_345, 12_345)
    let error = StoreError(path: folder / "palier", operation: .create, cause: .otherOwner)
    #expect(throws: error) { try note() }
  }

  @Test func `what is no note is none`() throws {
    let note = try note()
    for text in ["", "{", "[1", String(repeating: "[", count: 100_000)] {
      try folder.put(text, in: "palier/" + (note.path.split(separator: "/").last ?? ""))
      #expect(note.read() == nil)
    }
  }

  @Test func `it is taken away by the last who wrote it, and by nobody else`() throws {
    var (one, other) = (try note(), try note())
    try one.write(value)
    other.remove()
    #expect(one.read() == value)
    try other.write(.object([:]))
    one.remove()
    #expect(one.read() == .object([:]))
    other.remove()
    #expect(one.read() == nil)
  }

  @Test func `what a killed process of this number left does not stand in the way`() throws {
    var note = try note()
    try folder.put("x", in: "palier/\(note.path.split(separator: "/").last ?? "").\(getpid())~")
    try note.write(value)
    #expect(note.read() == value)
    #expect(folder.allNames().count == 1)
  }

  @Test func `whatever call fails, the note is the old or the new one`() throws {
    let new = JSONValue.object(["ecran": .string("schema")])
    var failures = 0
    for call in 1...20 {
      let system = TestFileSystem()
      var note = try WallNote(about: "/srv/x", in: places(runtime: folder.path), system)
      try note.write(value)
      system.arm(.failing(call: call, .noSpace))
      do throws(StoreError) {
        try note.write(new)
      } catch {
        failures += 1
        #expect(error == StoreError(path: note.path, operation: .save, cause: .noSpace))
        #expect(try self.note("/srv/x").read() == value)
        #expect(folder.allNames().count == 1)
      }
    }
    #expect(failures > 3)
  }
}
