import DPES
import DPESStore
import Glibc
import Testing

@Suite struct VersionFolderTests {
  private let folder: TemporaryFolder
  private let path: String
  /// What the clock says, in seconds.
  private let clock = Monitor(1_773_325_925)

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.put("0", in: "a.dpes.json")
  }

  private func versions(_ system: any FileSystem = GlibcFileSystem()) -> VersionFolder {
    VersionFolder(of: path, in: system) { [clock] in Instant(seconds: clock.update { $0 }) }
  }

  /// Opens the file, and saves texts in it at moments counted from the first, in seconds.
  private func work(
    _ saves: [(after: Int, text: String)], system: any FileSystem = GlibcFileSystem()
  ) throws {
    var file = try DataFile.open(path, in: system).file
    var versions: VersionFolder? = versions(system)
    file.prepare(&versions)
    let start = clock.update { $0 }
    for (after, text) in saves {
      clock.update { $0 = start + after }
      try file.save(bytes(text), keepingOldIn: &versions)
    }
  }

  /// The texts of the versions, the oldest first.
  private func texts() throws -> [String] {
    let folder = versions()
    return try folder.versions().reversed().map {
      String(decoding: try folder.bytes(named: $0.name), as: UTF8.self)
    }
  }

  @Test func `a version is named by a number and the moment, and listed the newest first`() throws {
    try work([(0, "one"), (700, "two")])
    let kept = try versions().versions()
    #expect(
      kept.map(\.name) == [
        "0002-2026-03-12T14-43-45Z.dpes.json", "0001-2026-03-12T14-32-05Z.dpes.json",
      ])
    #expect(kept.map(\.bytes) == [3, 1])
    #expect(kept.map(\.instant.iso) == ["2026-03-12T14:43:45Z", "2026-03-12T14:32:05Z"])
    #expect(folder.names() == ["a.dpes.json", "a.versions"])
    #expect(try texts() == ["0", "one"])
  }

  @Test func `a file as it was opened is kept once, whatever was saved and how often`() throws {
    try work([])
    #expect(try texts() == ["0"])
    try work([])
    #expect(try texts() == ["0"])
    try work([(1, "1"), (2, "2"), (599, "3")])
    #expect(try texts() == ["0"])
    try work([])
    #expect(try texts() == ["0", "3"])
  }

  @Test func `while work goes on, one version is kept every ten minutes`() throws {
    try work((1...100).map { ($0 * 60, "\($0)") })
    #expect(try texts() == ["0"] + stride(from: 9, to: 100, by: 10).map(String.init))
  }

  @Test func `a link is kept where there are links, and a copy elsewhere`() throws {
    let inode = try GlibcFileSystem().status(at: path).fingerprint.inode
    clock.update { $0 += 10 }
    var file = try DataFile.open(path).file
    var kept: VersionFolder? = versions()
    try file.save(bytes("1"), keepingOldIn: &kept)
    let first = try #require(try versions().versions().first).name
    #expect(
      try GlibcFileSystem().status(at: folder / "a.versions/\(first)").fingerprint.inode == inode)

    clock.update { $0 += 1000 }
    let noLinks = TestFileSystem(hasLinks: false)
    file = try DataFile.open(path, in: noLinks).file
    kept = versions(noLinks)
    try file.save(bytes("2"), keepingOldIn: &kept)
    #expect(try texts() == ["0", "1"])
  }

  @Test func `an opened file is copied: a program that writes in place changes no version`() throws
  {
    try work([])
    try folder.put("written in place", in: "a.dpes.json")
    #expect(try texts() == ["0"])
  }

  @Test func `two versions of one second, and a clock that goes backwards, keep their order`()
    throws
  {
    try work([(700, "1"), (1400, "2"), (-9000, "3"), (-8900, "4"), (-8300, "5")])
    #expect(try texts() == ["0", "1", "2", "4"])
    // Two processes in one second.
    for text in ["x", "y"] {
      try folder.put(text, in: "a.dpes.json")
      try work([])
    }
    #expect(try texts() == ["0", "1", "2", "4", "x", "y"])
    #expect(try versions().versions().map(\.number) == [6, 5, 4, 3, 2, 1])
  }

  @Test func `what a milestone holds is kept at once`() throws {
    let saver = try TextSaver(
      try DataFile.open(path).file, keeping: versions(), decode: decodeText
    ) { _ in }
    saver.prepare()
    try saver.finish()
    saver.save(isMilestone: true) { bytes("frozen") }
    try saver.finish()
    saver.save { bytes("after") }
    try saver.finish()
    #expect(try texts() == ["0", "frozen"])
  }

  @Test func `who may use the file may use its versions`() throws {
    for (file, expected) in [(0o600, 0o700), (0o640, 0o750), (0o664, 0o775)] as [(UInt32, UInt32)] {
      chmod(path, file)
      try folder.put("\(file)", in: "a.dpes.json")
      try work([])
      #expect(try GlibcFileSystem().status(at: folder / "a.versions").permissions == expected)
      try folder.removeAll(in: "a.versions")
    }
  }

  @Test(arguments: ["a.json", "a", ".json", "b.dpes.json"])
  func `the folder is named after the file that links lead to`(name: String) throws {
    try folder.put("0", in: name)
    symlink(name, folder / "link")
    let stem = name == ".json" ? name : String(name.prefix { $0 != "." })
    let versions = VersionFolder(of: folder / "link") { Instant(seconds: 0) }
    #expect(versions.path.hasSuffix("/\(stem).versions"))
  }

  @Test func `other files in the folder are not versions, and stay`() throws {
    try work([])
    let others = [
      "0001-2026-03-12T14-32-05Z.dpes (conflicted copy).json", "notes.txt",
      "1-2026-03-12T14-32-05Z.dpes.json", "0001-2026-13-12T14-32-05Z.dpes.json",
      "0001-2026-03-12T14:32:05Z.dpes.json", "-2026-03-12T14-32-05Z.dpes.json",
    ]
    for name in others { try folder.put("x", in: "a.versions/" + name) }
    #expect(try texts() == ["0"])
    try work((1...40).map { ($0 * 86_400, "\($0)") })
    let names = try GlibcFileSystem().names(in: folder / "a.versions")
    #expect(Set(others).isSubset(of: names))
    for name in others + ["../a.dpes.json"] {
      #expect(throws: StoreError.self) { try versions().bytes(named: name) }
    }
  }

  @Test func `versions that can't be kept are nothing to a save`() throws {
    // A file where the folder should be: neither made nor written to, also by the superuser.
    try folder.put("in the way", in: "a.versions")
    try work([(0, "1"), (700, "2")])
    #expect(try folder.text(of: "a.dpes.json") == "2")
    #expect(folder.names() == ["a.dpes.json", "a.versions"])
  }

  @Test func `a copy retired among the versions keeps its name, and is no version`() throws {
    let names = ["a (conflicted copy).dpes.json", "a (conflicted copy).dpes.json"]
    for name in names {
      try folder.put("theirs", in: name)
      try versions().take(name, besides: path)
    }
    #expect(
      Set(try GlibcFileSystem().names(in: folder / "a.versions")) == [
        names[0], "2 " + names[0],
      ])
    #expect(folder.names() == ["a.dpes.json", "a.versions"])
    #expect(try versions().versions() == [])
  }
}

@Suite struct VersionPruningTests {
  private func version(_ number: Int, day: Int, bytes: Int = 1) -> KeptVersion {
    KeptVersion(
      name: "\(number)", number: number, instant: Instant(seconds: day * 86_400), bytes: bytes)
  }

  private func kept(_ versions: [KeptVersion]) -> [Int] {
    let superfluous = Set(VersionFolder.superfluous(in: versions).map(\.number))
    return versions.map(\.number).filter { !superfluous.contains($0) }
  }

  @Test func `the last twenty stay, then one a day for ninety days`() {
    // Four a day, the newest first.
    let versions = (0..<800).reversed().map { version($0, day: $0 / 4) }
    let last = Array((780..<800).reversed())
    let days = (105..<195).reversed().map { $0 * 4 + 3 }
    #expect(kept(versions) == last + days)
  }

  @Test func `a clock that leaps takes nothing away`() {
    var versions = (0..<100).reversed().map { version($0, day: $0) }
    versions.insert(version(100, day: 20_000), at: 0)
    versions.insert(version(101, day: -20_000), at: 0)
    #expect(kept(versions) == Array((0...101).reversed()))
  }

  @Test func `the oldest go when there are too many bytes, the newest never`() {
    let size = VersionFolder.sizeLimit / 10
    #expect(kept((0..<30).reversed().map { version($0, day: $0, bytes: size) }).count == 10)
    let huge = [version(2, day: 2, bytes: .max / 4), version(1, day: 1)]
    #expect(kept(huge) == [2])
  }
}
