import Glibc
import JSONTree
import Testing

@testable import DPESStore

@Suite struct DraftNoteTests {
  private let folder: TemporaryFolder
  private let value = JSONValue.object(["textes": .array([.string("Le loyer a dou")])])

  init() throws { folder = try TemporaryFolder() }

  private var places: Places {
    Places(environment: ["XDG_STATE_HOME": folder.path], executable: nil) { _ in false }
  }

  private func note(_ system: any FileSystem = GlibcFileSystem()) throws -> DraftNote {
    try DraftNote(about: "abc", in: places, system)
  }

  private func left() -> [DraftNote] { DraftNote.left(about: "abc", in: places) }

  @Test func `what a window that is gone left is found, and no other's`() throws {
    var (gone, there) = (try note(), try note())
    try gone.write(value)
    try there.write(.object([:]))
    #expect(left().isEmpty)
    // As the end of the process does.
    gone.release()
    let found = left()
    #expect(found.map { $0.read() } == [value])
    #expect(found.map(\.path) == [gone.path])
    #expect(DraftNote.left(about: "abd", in: places).isEmpty)
    // This window holds it now.
    #expect(left().isEmpty)
    for var note in found { note.remove() }
    #expect(left().isEmpty)
    #expect(there.read() == .object([:]))
    there.remove()
    #expect(folder.allNames().filter { $0.hasSuffix(".json") }.isEmpty)
  }

  @Test func `written again, the note is held all the time`() throws {
    let (places, isLooking) = (places, Monitor(false))
    let found = Monitor(0)
    // Between any two calls, somebody looks.
    let system = TestFileSystem(before: { _ in
      guard isLooking.update({ $0 }) else { return }
      let notes = DraftNote.left(about: "abc", in: places)
      found.update { $0 += notes.count }
    })
    var note = try note(system)
    try note.write(value)
    isLooking.update { $0 = true }
    for _ in 0..<3 { try note.write(value) }
    #expect(found.update { $0 } == 0)
    #expect(note.read() == value)
  }

  @Test func `the folder and the note are the user's alone`() throws {
    var note = try note()
    try note.write(value)
    let system = GlibcFileSystem()
    #expect(try system.status(at: folder / "palier/brouillons").permissions == 0o700)
    #expect(try system.status(at: note.path).permissions == 0o600)
    chmod(folder / "palier/brouillons", 0o755)
    #expect(throws: StoreError.Cause.otherOwner) { try self.note() }
    let nowhere = Places(environment: [:], executable: nil) { _ in false }
    #expect(throws: StoreError.Cause.notFound) { try DraftNote(about: "abc", in: nowhere) }
  }

  @Test func `half a note, by a window that was killed while it wrote, is cleared away`() throws {
    var note = try note()
    try note.write(value)
    note.release()
    let name = note.path.split(separator: "/").last ?? ""
    try folder.put("{", in: "palier/brouillons/\(name)~")
    #expect(left().map(\.path) == [note.path])
    #expect(folder.allNames().filter { $0.hasSuffix("~") }.isEmpty)
  }

  @Test func `whatever call fails, the note is the old or the new one, and held`() throws {
    let new = JSONValue.object(["textes": .array([])])
    var failures = 0
    for call in 1...8 {
      let system = TestFileSystem()
      var note = try note(system)
      try note.write(value)
      system.arm(.failing(call: call, .noSpace))
      do throws(StoreError.Cause) {
        try note.write(new)
        #expect(note.read() == new)
      } catch {
        failures += 1
        let bytes = try GlibcFileSystem().contents(of: note.path, limit: 1000).bytes
        #expect(bytes == JSONValue.write(value))
      }
      #expect(left().isEmpty)
      note.remove()
      #expect(folder.allNames().filter { $0.contains("brouillon-") }.isEmpty)
    }
    #expect(failures > 2)
  }
}
