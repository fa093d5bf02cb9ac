import DPES
import DPESStore
import Testing

/// Whatever call of a save fails, or is the last, the file is the old or the new one, whole.
@Suite struct DataFileFaultTests {
  static let causes: [StoreError.Cause] = [.noSpace, .readOnly, .permission, .other(errno: 5)]
  static let most = 99

  @Test func `a save makes these calls in this order`() throws {
    let folder = try TemporaryFolder()
    let system = TestFileSystem()
    var file = try DataFile.open(folder.put("old", in: "a.json"), in: system).file
    let opening = system.calls.count
    try file.save(bytes("newer"))
    #expect(
      system.calls.dropFirst(opening) == [
        "is link", "open folder", "lock folder", "status at", "check writable", "create", "status",
        "set permissions", "write", "write", "synchronize", "status", "close", "status at", "move",
        "synchronize folder", "close",
      ])
  }

  @Test func `a file to save over is looked at and not read`() throws {
    let folder = try TemporaryFolder()
    let system = TestFileSystem()
    #expect(try DataFile.existing(folder / "b.json", in: system)?.path == nil)
    var file = try #require(try DataFile.existing(folder.put("old", in: "a.json"), in: system))
    #expect(system.calls == ["status at", "status at"])
    try file.save(bytes("newer"))
    #expect(!system.calls.contains("read"))
    #expect(try folder.text(of: "a.json") == "newer")
  }

  @Test func `a creation makes these calls in this order`() throws {
    let folder = try TemporaryFolder()
    let system = TestFileSystem()
    _ = try DataFile.create(folder / "a.json", bytes("new"), in: system)
    #expect(
      system.calls == [
        "open folder", "lock folder", "create", "write", "synchronize", "status", "close", "move",
        "synchronize folder", "close",
      ])
  }

  @Test(arguments: Deed.allCases, causes)
  fileprivate func `a deed that fails in any call leaves whole files, and can be done again`(
    deed: Deed, cause: StoreError.Cause
  ) throws {
    var points: [String] = []
    for call in 1...Self.most {
      let folder = try TemporaryFolder()
      let stage = try Stage(deed, in: folder, .failing(call: call, cause))
      var error: StoreError?
      do throws(StoreError) { try deed.perform(on: stage) } catch let thrown { error = thrown }
      guard stage.system.faultHappened else { break }
      points.append(stage.system.calls[call - 1])

      // A folder that refuses a new file is told from a file that refuses to be written.
      let isNewFile = points.last == "create" && cause == .permission
      let told = isNewFile ? .folderPermission : cause
      #expect(error == nil || error?.cause == told, "\(deed), call \(call)")
      try stage.expectWhole("\(deed), call \(call), \(points.last ?? "")")
      // Nothing of ours stays beside, as whoever fails cleans up.
      #expect(!folder.allNames().contains { $0.contains(".palier-") }, "\(deed), call \(call)")
      // What was said to be done is done.
      if error == nil, deed.writes { #expect(try folder.text(of: "a.json") == "newer") }

      // The next save succeeds, and does not take our own file for somebody else's.
      if deed.writes, deed != .create {
        try stage.file?.save(bytes("last"))
        #expect(try folder.text(of: "a.json") == "last", "\(deed), call \(call)")
      }
    }
    deed.expectAll(points)
    print("\(deed): failed in each of \(points.count) calls, with \(cause)")
  }

  @Test(arguments: Deed.allCases)
  fileprivate func `a deed that is killed in any call leaves whole files`(deed: Deed) throws {
    var points: [String] = []
    for call in 1...Self.most {
      let folder = try TemporaryFolder()
      let stage = try Stage(deed, in: folder, .killed(inCall: call))
      try? deed.perform(on: stage)
      guard stage.system.faultHappened else { break }
      points.append(stage.system.calls[call - 1])
      try stage.expectWhole("\(deed), call \(call), \(points.last ?? "")")

      // Another process goes on: it removes what was left, and saves.
      guard folder.names().contains("a.json") else { continue }
      let saver = try TextSaver(
        try DataFile.open(folder / "a.json").file, keeping: stage.versions, decode: decodeText
      ) { _ in }
      saver.prepare()
      try saver.finish()
      #expect(!folder.allNames().contains { $0.contains(".palier-") }, "\(deed), call \(call)")
      saver.save { bytes("last") }
      try saver.finish()
      #expect(try folder.text(of: "a.json") == "last")
    }
    deed.expectAll(points)
    print("\(deed): killed in each of \(points.count) calls")
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

/// A file with an old text, and what may go wrong from now on.
private final class Stage {
  let folder: TemporaryFolder
  let system: TestFileSystem
  let versions: VersionFolder
  var file: DataFile?
  private let deed: Deed

  init(_ deed: Deed, in folder: TemporaryFolder, _ fault: TestFileSystem.Fault) throws {
    self.deed = deed
    self.folder = folder
    system = TestFileSystem(hasLinks: deed != .saveKeepingCopy)
    let path = folder / "a.json"
    if deed != .create {
      file = try DataFile.open(folder.put("old", in: "a.json"), in: system).file
    }
    if deed == .takeAside { try folder.put("copy", in: "copy.json") }
    versions = VersionFolder(of: path, in: system) { Instant(seconds: 1_000_000) }
    system.arm(fault)
  }

  /// That each file there is holds what it should, to the last byte.
  func expectWhole(_ comment: String) throws {
    for name in folder.allNames() where !name.contains(".palier-") {
      let text = try folder.text(of: name)
      switch name {
      case "a.json": #expect(text == "newer" || text == "old" && deed != .create, "\(comment)")
      case _ where name.hasSuffix("copy.json"): #expect(text == "copy", "\(comment)")
      default: #expect(text == "old", "\(name), \(comment)")
      }
    }
    if deed != .create { #expect(folder.names().contains("a.json"), "\(comment)") }
    if deed == .takeAside {
      #expect(folder.allNames().contains { $0.hasSuffix("copy.json") }, "\(comment)")
    }
  }
}

/// What the store does to files.
private enum Deed: CaseIterable {
  case create, save, saveKeepingLink, saveKeepingCopy, keepCopy, replaceDamaged, takeAside

  /// Whether `a.json` is to hold the new text.
  var writes: Bool { self != .keepCopy && self != .takeAside }

  func perform(on stage: Stage) throws(StoreError) {
    switch self {
    case .create:
      stage.file = try DataFile.create(stage.folder / "a.json", bytes("newer"), in: stage.system)
    case .save:
      try stage.file?.save(bytes("newer"))
    case .saveKeepingLink, .saveKeepingCopy:
      var versions: VersionFolder? = stage.versions
      try stage.file?.save(bytes("newer"), keepingOldIn: &versions)
    case .keepCopy:
      var versions: VersionFolder? = stage.versions
      stage.file?.prepare(&versions)
    case .replaceDamaged:
      try stage.file?.replace(bytes("old"), keptAs: "b.json", by: bytes("newer"))
    case .takeAside:
      try stage.versions.take("copy.json", besides: stage.folder / "a.json")
    }
  }

  /// That no call was left out.
  func expectAll(_ points: [String]) {
    var expected: Set = ["open folder", "synchronize folder", "close"]
    switch self {
    case .create, .save: expected.formUnion(["create", "write", "synchronize", "move"])
    case .saveKeepingLink:
      expected.formUnion(["create", "write", "synchronize", "move", "link", "make folder"])
    case .saveKeepingCopy, .keepCopy, .replaceDamaged:
      expected.formUnion(["create", "write", "synchronize", "move"])
    case .takeAside: expected.formUnion(["make folder", "move"])
    }
    if self == .saveKeepingCopy || self == .keepCopy { expected.formUnion(["open", "read"]) }
    #expect(expected.isSubset(of: points), "\(self): \(expected.subtracting(points))")
  }
}
