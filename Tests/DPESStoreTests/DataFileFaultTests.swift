import DPESStore
import Testing

/// Whatever call of a save fails, or is the last, the file is the old or the new one, whole.
@Suite struct DataFileFaultTests {
  static let causes: [StoreError.Cause] = [.noSpace, .readOnly, .permission, .other(errno: 5)]
  static let most = 30

  @Test func `a save makes these calls in this order`() throws {
    let folder = try TemporaryFolder()
    let system = TestFileSystem()
    var file = try DataFile.open(folder.put("old", in: "a.json"), in: system).file
    let opening = system.calls.count
    try file.save(bytes("newer"))
    #expect(
      system.calls.dropFirst(opening) == [
        "is link", "status at", "check writable", "create", "status", "set permissions", "write",
        "write", "synchronize", "status", "close", "status at", "move", "synchronize folder",
      ])
  }

  @Test func `a creation makes these calls in this order`() throws {
    let folder = try TemporaryFolder()
    let system = TestFileSystem()
    _ = try DataFile.create(folder / "a.json", bytes("new"), in: system)
    #expect(
      system.calls == [
        "create", "write", "synchronize", "status", "close", "move", "synchronize folder",
      ])
  }

  @Test(arguments: causes)
  func `a save that fails in any call keeps a whole file and nothing beside`(
    cause: StoreError.Cause
  ) throws {
    for call in 1...Self.most {
      let folder = try TemporaryFolder()
      let path = try folder.put("old", in: "a.json")
      let opening = try callsToOpen(path)
      let system = TestFileSystem(.failing(call: opening + call, cause))
      var file = try DataFile.open(path, in: system).file
      do throws(StoreError) {
        try file.save(bytes("newer"))
        #expect(!system.faultHappened)
      } catch {
        #expect(error == StoreError(path: path, operation: .save, cause: cause))
      }
      let last = system.calls.last ?? ""
      let isNew = !system.faultHappened || last == "synchronize folder"
      #expect(try folder.text(of: "a.json") == (isNew ? "newer" : "old"), "call \(call)")
      #expect(folder.names() == ["a.json"], "call \(call)")

      if !system.faultHappened { break }

      // The next save succeeds, and does not take our own file for somebody else's.
      try file.save(bytes("last"))
      #expect(try folder.text(of: "a.json") == "last", "call \(call)")
    }
  }

  @Test(arguments: 1...most)
  func `a save that is killed in any call leaves the old or the new file`(call: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.put("old", in: "a.json")
    let opening = try callsToOpen(path)
    let system = TestFileSystem(.killed(inCall: opening + call))
    var file = try DataFile.open(path, in: system).file
    try? file.save(bytes("newer"))
    let isNew = !system.faultHappened || system.calls.last == "synchronize folder"
    #expect(try folder.text(of: "a.json") == (isNew ? "newer" : "old"))
  }

  @Test(arguments: 1...most)
  func `a creation that fails in any call leaves a whole file or none`(call: Int) throws {
    let folder = try TemporaryFolder()
    let system = TestFileSystem(.failing(call: call, .noSpace))
    do throws(StoreError) {
      _ = try DataFile.create(folder / "a.json", bytes("new"), in: system)
      #expect(!system.faultHappened)
    } catch {
      #expect(error == StoreError(path: folder / "a.json", operation: .create, cause: .noSpace))
    }
    let isThere = !system.faultHappened || system.calls.last == "synchronize folder"
    #expect(folder.names() == (isThere ? ["a.json"] : []))
    if isThere { #expect(try folder.text(of: "a.json") == "new") }
  }

  @Test(arguments: 1...4)
  func `a reading that fails in any call tells the cause`(call: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.put("old", in: "a.json")
    let system = TestFileSystem(.failing(call: call, .other(errno: 5)))
    #expect(throws: StoreError(path: path, operation: .read, cause: .other(errno: 5))) {
      try DataFile.open(path, in: system)
    }
  }

  private func callsToOpen(_ path: String) throws -> Int {
    let system = TestFileSystem()
    _ = try DataFile.open(path, in: system)
    return system.calls.count
  }
}
