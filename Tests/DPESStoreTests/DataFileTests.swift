import DPESStore
import Glibc
import Testing

@Suite struct DataFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func cause(_ body: () throws -> Void) -> StoreError.Cause? {
    #expect(throws: StoreError.self) { try body() }?.cause
  }

  @Test(arguments: [0, 1, 65_536, 300_000])
  func `what was saved is read`(size: Int) throws {
    let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 31) }
    let created = try DataFile.create(folder / "a.json", content)
    #expect(created.path == folder / "a.json")
    var (file, read) = try DataFile.open(folder / "a.json")
    #expect(read == content)
    try file.save(content + content)
    #expect(try DataFile.open(folder / "a.json").bytes == content + content)
    try file.save([])
    #expect(try DataFile.open(folder / "a.json").bytes == [])
    #expect(folder.names() == ["a.json"])
  }

  @Test func `what could not be read again is not written, and the file stays as it was`() throws {
    let path = folder / "a.json"
    #expect(
      cause { _ = try DataFile.create(path, bytes("12345"), limit: 4) } == .tooLarge(limit: 4))
    #expect(folder.names() == [])
    _ = try DataFile.create(path, bytes("1234"), limit: 4)
    var file = try DataFile.open(path, limit: 4).file
    #expect(cause { try file.save(bytes("12345")) } == .tooLarge(limit: 4))
    #expect(try folder.text(of: "a.json") == "1234")
    try file.save(bytes("4321"))
    #expect(try DataFile.open(path, limit: 4).bytes == bytes("4321"))
    #expect(folder.names() == ["a.json"])

    var usual = try DataFile.open(path).file
    let whole = [UInt8](repeating: 120, count: DataFile.limit)
    try usual.save(whole)
    #expect(cause { try usual.save(whole + [120]) } == .tooLarge(limit: DataFile.limit))
    #expect(try DataFile.open(path).bytes.count == DataFile.limit)
  }

  @Test func `a creation never replaces anything`() throws {
    try folder.put("mine", in: "a.json")
    mkdir(folder / "folder", 0o700)
    symlink("nowhere", folder / "link")
    for name in ["a.json", "folder", "link"] {
      #expect(cause { _ = try DataFile.create(folder / name, bytes("new")) } == .exists)
    }
    #expect(try folder.text(of: "a.json") == "mine")
    #expect(folder.names() == ["a.json", "folder", "link"])
    #expect(cause { _ = try DataFile.create(folder / "none/a.json", []) } == .notFound)
  }

  @Test func `a link stays a link to the file that is saved`() throws {
    try folder.put("old", in: "real.json")
    symlink("real.json", folder / "link.json")
    symlink(folder / "link.json", folder / "second.json")
    var file = try DataFile.open(folder / "second.json").file
    try file.save(bytes("new"))
    try file.save(bytes("newer"))
    #expect(try folder.text(of: "real.json") == "newer")
    for name in ["link.json", "second.json"] {
      #expect(try GlibcFileSystem().isLink(folder / name))
    }
  }

  @Test func `a link that lost its file is not replaced`() throws {
    try folder.put("old", in: "real.json")
    symlink("real.json", folder / "link.json")
    var file = try DataFile.open(folder / "link.json").file
    unlink(folder / "real.json")
    #expect(cause { try file.save(bytes("new")) } == .notFound)
    #expect(folder.names() == ["link.json"])
  }

  @Test(arguments: [0o600, 0o640, 0o664, 0o777] as [UInt32])
  func `permissions are kept`(permissions: UInt32) throws {
    let path = try folder.put("old", in: "a.json")
    chmod(path, permissions)
    var file = try DataFile.open(path).file
    try file.save(bytes("new"))
    #expect(try GlibcFileSystem().status(at: path).permissions == permissions)
  }

  @Test func `a new file is for all to read as far as the user's mask allows`() throws {
    _ = try DataFile.create(folder / "a.json", [])
    let permissions = try GlibcFileSystem().status(at: folder / "a.json").permissions
    #expect(permissions & ~0o644 == 0)
    #expect(permissions & 0o600 == 0o600)
  }

  @Test func `a path relative to the current folder is saved there`() throws {
    let name = "palier-test-\(getpid()).json"
    defer { unlink(name) }
    var file = try DataFile.create(name, bytes("old"))
    try file.save(bytes("new"))
    #expect(try DataFile.open("./" + name).bytes == bytes("new"))
  }

  @Test func `a file changed by somebody else is not overwritten`() throws {
    let path = try folder.put("old", in: "a.json")
    let opened = try DataFile.open(path).file

    try folder.put("theirs, longer", in: "a.json")
    var file = opened
    #expect(cause { try file.save(bytes("ours")) } == .changedElsewhere)

    // Another file in its place, of the same size.
    try folder.put("abc", in: "b.json")
    rename(folder / "b.json", path)
    file = opened
    #expect(cause { try file.save(bytes("ours")) } == .changedElsewhere)
    #expect(try folder.text(of: "a.json") == "abc")
    #expect(folder.names() == ["a.json"])

    file = try DataFile.open(path).file
    try file.save(bytes("ours"))
    #expect(try folder.text(of: "a.json") == "ours")
  }

  @Test func `a change of the same size in the same file is noticed`() throws {
    let path = try folder.put("old", in: "a.json")
    var file = try DataFile.open(path).file
    var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 7)]
    utimensat(AT_FDCWD, path, &times, 0)
    #expect(cause { try file.save(bytes("ours")) } == .changedElsewhere)
  }

  @Test func `a file deleted by somebody else is made anew`() throws {
    let path = try folder.put("old", in: "a.json")
    var file = try DataFile.open(path).file
    unlink(path)
    try file.save(bytes("new"))
    try file.save(bytes("newer"))
    #expect(try folder.text(of: "a.json") == "newer")
  }

  @Test func `a file that became a folder is refused`() throws {
    let path = try folder.put("old", in: "a.json")
    var file = try DataFile.open(path).file
    unlink(path)
    mkdir(path, 0o700)
    #expect(cause { try file.save(bytes("new")) } == .isFolder)
    #expect(folder.names() == ["a.json"])
  }

  @Test func `what is not a file is refused without waiting`() throws {
    mkfifo(folder / "pipe", 0o600)
    symlink("loop", folder / "loop")
    try folder.put("", in: "file")
    #expect(cause { _ = try DataFile.open(folder / "pipe") } == .isNotAFile)
    #expect(cause { _ = try DataFile.open("/dev/zero") } == .isNotAFile)
    #expect(cause { _ = try DataFile.open(folder.path) } == .isFolder)
    #expect(cause { _ = try DataFile.open(folder / "none") } == .notFound)
    #expect(cause { _ = try DataFile.open(folder / "file/under") } == .notFound)
    #expect(cause { _ = try DataFile.open("") } == .notFound)
    #expect(cause { _ = try DataFile.open(folder / "loop") } == .other(errno: ELOOP))
  }

  @Test func `a file beyond the limit is refused`() throws {
    let path = try folder.put("12345", in: "a.json")
    #expect(try DataFile.open(path, limit: 5).bytes.count == 5)
    #expect(cause { _ = try DataFile.open(path, limit: 4) } == .tooLarge(limit: 4))
    // A terabyte, which must not even be asked for.
    truncate(path, 1 << 40)
    #expect(cause { _ = try DataFile.open(path) } == .tooLarge(limit: DataFile.limit))
    // A file that tells no size.
    #expect(try !DataFile.open("/proc/self/status").bytes.isEmpty)
    #expect(cause { _ = try DataFile.open("/proc/self/status", limit: 9) } == .tooLarge(limit: 9))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a read-only file or folder is left as it is`() throws {
    let path = try folder.put("old", in: "a.json")
    var file = try DataFile.open(path).file
    chmod(path, 0o444)
    #expect(cause { try file.save(bytes("new")) } == .permission)
    chmod(path, 0o644)
    chmod(folder.path, 0o555)
    #expect(cause { try file.save(bytes("new")) } == .permission)
    #expect(cause { _ = try DataFile.create(folder / "b.json", []) } == .permission)
    chmod(folder.path, 0o755)
    #expect(try folder.text(of: "a.json") == "old")
    #expect(folder.names() == ["a.json"])
  }

  @Test func `the system is really asked to wait for the disk`() throws {
    // Only the kernel knows what it wrote: it refuses what is no open file, and who answers for it
    // does not.
    let system = GlibcFileSystem()
    #expect(throws: StoreError.Cause.other(errno: EBADF)) { try system.synchronize(-1) }
    #expect(throws: StoreError.Cause.other(errno: EBADF)) { try system.synchronize(folder: -1) }
  }

  @Test func `from the look at the file until another has its place, the folder is locked`() throws
  {
    let path = try folder.put("old", in: "a.json")
    let locked = Monitor<[String: Bool]>([:])
    let system = TestFileSystem { [path = folder.path] call in
      // As another process would try.
      let other = open(path, O_RDONLY | O_DIRECTORY)
      defer { close(other) }
      let isLocked = flock(other, LOCK_EX | LOCK_NB) != 0
      locked.update { $0[call] = isLocked }
    }
    var file = try DataFile.open(path, in: system).file
    try file.save(bytes("new"))
    let during = locked.update { $0 }
    for call in ["status at", "check writable", "create", "write", "synchronize", "move"] {
      #expect(during[call] == true, "\(call)")
    }
    #expect(during["open folder"] == false)
    // Nothing is locked, and nothing is left, once it is over.
    let other = open(folder.path, O_RDONLY | O_DIRECTORY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    #expect(folder.names() == ["a.json"])
  }
}
