import Foundation
import Synchronization
import Testing

@testable import DPESStore

@Suite struct WalkTests {
  /// What a walk tells of paths, by the names from the folder on.
  private func walk(
    _ folder: TemporaryFolder, _ names: String..., limit: Int = DataFile.limit,
    in system: any FileSystem = GlibcFileSystem(), wait: @escaping () -> Void = {}
  ) -> [String] {
    var walk = Walk(limit: limit, in: system, wait: wait)
    var told: [String] = []
    for name in names.isEmpty ? [""] : names {
      walk.read(name.isEmpty ? folder.path : folder / name) { path, found in
        let short = path == folder.path ? "." : String(path.dropFirst(folder.path.count + 1))
        told.append("\(short) \(Self.word(found))")
      }
    }
    return told
  }

  private static func word(_ found: Walk.Found) -> String {
    switch found {
    case .demarche(let bytes): String(decoding: bytes, as: UTF8.self)
    case .partiel: "partiel"
    case .refus(let refusal): "\(refusal)"
    }
  }

  private func makeFolder(_ folder: TemporaryFolder, _ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder / name, withIntermediateDirectories: true)
  }

  @Test func `only démarches are read, in the order of their names`() throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder, "b")
    try makeFolder(folder, "x.versions")
    try makeFolder(folder, ".git")
    for name in [
      "z.dpes.json", "b/é.dpes.json", "b/a.dpes.json", "a (conflicted copy).dpes.json", "notes.txt",
      "a.json", ".cachee.dpes.json", "x.versions/0001.dpes.json", ".git/a.dpes.json",
      "a.faits.jsonl",
    ] { try folder.put("n", in: name) }
    #expect(
      walk(folder) == [
        "a (conflicted copy).dpes.json n", "b/a.dpes.json n", "b/é.dpes.json n", "z.dpes.json n",
      ])
  }

  @Test func `what is named is read whatever its name, and lines are told from démarches`() throws {
    let folder = try TemporaryFolder()
    try folder.put("n", in: "autre.json")
    try folder.put("l", in: "lot.faits.jsonl")
    #expect(
      walk(folder, "autre.json", "lot.faits.jsonl", "lot.faits.jsonl", "rien") == [
        "autre.json n", "lot.faits.jsonl partiel",
        "rien illisible(DPESStore.StoreError.Cause.notFound)",
      ])
  }

  @Test func `a file or a folder is read once, whatever its names`() throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder, "b")
    try folder.put("n", in: "b/a.dpes.json")
    #expect(Glibc.link(folder / "b/a.dpes.json", folder / "c.dpes.json") == 0)
    #expect(walk(folder, "", "b", "b/a.dpes.json", "c.dpes.json") == ["b/a.dpes.json n"])
  }

  @Test func `links on the way are told, and followed where they are named`() throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder, "in/loop")
    try makeFolder(folder, "other")
    try folder.put("n", in: "other/a.dpes.json")
    try folder.put("n", in: "image.png")
    symlink(folder.path, folder / "in/loop/up")
    symlink(folder / "other/a.dpes.json", folder / "in/b.dpes.json")
    symlink(folder / "nowhere", folder / "in/c.dpes.json")
    symlink(folder / "image.png", folder / "in/image.png")
    symlink("self", folder / "in/self")
    #expect(
      walk(folder, "in") == ["in/b.dpes.json lien", "in/c.dpes.json lien", "in/loop/up lien"])
    #expect(walk(folder, "in/b.dpes.json") == ["in/b.dpes.json n"])
    #expect(walk(folder, "in/loop/up/other") == ["in/loop/up/other/a.dpes.json n"])
  }

  @Test func `a pipe is no file, and nobody waits for it`() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder / "a.dpes.json", 0o600)
    mkfifo(folder / "tube", 0o600)
    let told = "a.dpes.json illisible(DPESStore.StoreError.Cause.isNotAFile)"
    #expect(walk(folder) == [told])
    #expect(walk(folder, "a.dpes.json") == [told])
  }

  @Test func `a file that is too large is told`() throws {
    let folder = try TemporaryFolder()
    try folder.put("12345", in: "a.dpes.json")
    #expect(
      walk(folder, limit: 4) == [
        "a.dpes.json illisible(DPESStore.StoreError.Cause.tooLarge(limit: 4))"
      ])
  }

  @Test func `what is kept elsewhere is told`() throws {
    let folder = try TemporaryFolder()
    try folder.put("", in: "a.dpes.json.nextcloud")
    try folder.put("", in: "b.txt.nextcloud")
    #expect(walk(folder) == ["a.dpes.json.nextcloud horsLigne"])
  }

  @Test func `folders below too many folders are told`() throws {
    let folder = try TemporaryFolder()
    let deep = (1...Walk.deepest).map(String.init).joined(separator: "/")
    try makeFolder(folder, deep)
    try folder.put("n", in: deep + "/a.dpes.json")
    try folder.put("n", in: "1/b.dpes.json")
    #expect(walk(folder) == ["\(deep) profond", "1/b.dpes.json n"])
    #expect(walk(folder, "1") == ["\(deep)/a.dpes.json n", "1/b.dpes.json n"])
  }

  @Test(arguments: [1, 2])
  func `a file that somebody writes meanwhile is read once more, then told`(writes: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.put("1", in: "a.dpes.json")
    // Before the first reading of each time that the file is opened.
    let left = Mutex((times: writes, isDue: false))
    let system = TestFileSystem(before: { call in
      let isDue = left.withLock { left in
        if call == "open" {
          left = (left.times - 1, left.times > 0)
        } else if call == "read" {
          defer { left.isDue = false }
          return left.isDue
        }
        return false
      }
      if isDue { try? Data(repeating: 0x32, count: 8).write(to: URL(filePath: path)) }
    })
    // Told apart by their sizes: times may be alike.
    let waits = Mutex(0)
    let told = walk(folder, "a.dpes.json", in: system) {
      waits.withLock { $0 += 1 }
      try? Data("3".utf8).write(to: URL(filePath: path))
    }
    #expect(told == (writes == 1 ? ["a.dpes.json 3"] : ["a.dpes.json enCours"]))
    #expect(waits.withLock { $0 } == 1)
  }

  @Test func `what can't be read is told, and the rest is read`() throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder, "a")
    try folder.put("n", in: "b.dpes.json")
    for (call, cause) in [
      ("names", StoreError.Cause.permission), ("open no link", .other(errno: 5)),
    ] {
      let calls = TestFileSystem()
      _ = walk(folder, in: calls)
      // The last of them: of the folder inside, of the file.
      let place = try #require(calls.calls.lastIndex(of: call))
      let system = TestFileSystem(.failing(call: place + 1, cause))
      let told = walk(folder, in: system)
      #expect(told.contains { $0.contains("illisible") }, "\(call)")
      #expect(told.contains("b.dpes.json n") == (call == "names"))
    }
  }
}

@Suite struct FileLinesTests {
  private func lines(_ text: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    try Data(text).write(to: URL(filePath: folder / "l"))
    var told: [String] = []
    try FileLines.read(folder / "l") { number, line in
      switch line {
      case .whole(let bytes): told.append("\(number) \(bytes.count)")
      case .cut(let bytes): told.append("\(number) cut \(bytes.count)")
      case .tooLong: told.append("\(number) long")
      }
      return number < 4
    }
    return told
  }

  @Test func `lines come one after the other, also over what is read at once`() throws {
    let long = [UInt8](repeating: 0x61, count: 100_000)
    #expect(try lines([]) == [])
    #expect(try lines(bytes("\n")) == ["1 0"])
    #expect(try lines(bytes("ab\n") + long + bytes("\nc\n")) == ["1 2", "2 100000", "3 1"])
    #expect(try lines(bytes("a\nb\nc\nd\ne\nf\n")) == ["1 1", "2 1", "3 1", "4 1"])
  }

  @Test func `a line without an end, or one that never ends, is told`() throws {
    #expect(try lines(bytes("ab\nc")) == ["1 2", "2 cut 1"])
    #expect(
      try lines([UInt8](repeating: 0x61, count: FileLines.longest + 70_000)) == ["1 long"])
    let long = [UInt8](repeating: 0x61, count: FileLines.longest + 1)
    #expect(try lines(long + bytes("\nb\n")).first == "1 long")
  }

  @Test func `a folder and a pipe are no files of lines`() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder / "tube", 0o600)
    #expect(throws: StoreError.self) { try FileLines.read(folder.path) { _, _ in true } }
    #expect(throws: StoreError.self) { try FileLines.read(folder / "tube") { _, _ in true } }
  }
}

/// Whether the signal of a test was obeyed.
nonisolated(unsafe) private var obeyed: sig_atomic_t = 0

@Suite struct OwnFileTests {
  @Test func `it is for the user alone, and written whole or not at all`() throws {
    let folder = try TemporaryFolder()
    try OwnFile.write(folder / "f", replacing: false) { put throws(StoreError.Cause) in
      try put(bytes("a\n"))
      try put(bytes("b\n"))
    }
    #expect(try folder.text(of: "f") == "a\nb\n")
    #expect(try GlibcFileSystem().status(at: folder / "f").permissions == 0o600)
    #expect(throws: StoreError.self) {
      try OwnFile.write(folder / "g", replacing: false) { put throws(StoreError.Cause) in
        try put(bytes("a"))
        throw .noSpace
      }
    }
    #expect(folder.names() == ["f"])
  }

  @Test func `whoever interrupts the writing finds nothing left of it, and is obeyed afterwards`()
    throws
  {
    let folder = try TemporaryFolder()
    let before = signal(SIGHUP) { _ in obeyed = 1 }
    // Tests run on threads that hear no signals.
    var (heard, mask) = (sigset_t(), sigset_t())
    sigemptyset(&heard)
    sigaddset(&heard, SIGHUP)
    pthread_sigmask(SIG_UNBLOCK, &heard, &mask)
    defer {
      pthread_sigmask(SIG_SETMASK, &mask, nil)
      signal(SIGHUP, before)
    }
    #expect(throws: StoreError.self) {
      try OwnFile.write(folder / "f", replacing: false) { put throws(StoreError.Cause) in
        try put(bytes("a"))
        raise(SIGHUP)
        #expect(obeyed == 0)
        try put(bytes("b"))
      }
    }
    #expect(folder.names() == [] && obeyed == 1)
  }

  @Test func `what is there is replaced only where that is asked, and is closed then`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.put("old", in: "f")
    chmod(path, 0o644)
    #expect(throws: StoreError(path: path, operation: .create, cause: .exists)) {
      try OwnFile.write(path, replacing: false) { _ throws(StoreError.Cause) in }
    }
    try OwnFile.write(path, replacing: true) { put throws(StoreError.Cause) in
      try put(bytes("new"))
    }
    #expect(try folder.text(of: "f") == "new")
    #expect(try GlibcFileSystem().status(at: path).permissions == 0o600)
  }

  @Test func `a folder that others may write to is known`() throws {
    let folder = try TemporaryFolder()
    for (permissions, isOpen) in [(0o700, false), (0o755, false), (0o775, true), (0o707, true)] {
      chmod(folder.path, mode_t(permissions))
      #expect(OwnFile.isOpenToOthers(folder.path) == isOpen)
    }
    #expect(!OwnFile.isOpenToOthers(folder / "nowhere"))
  }
}
