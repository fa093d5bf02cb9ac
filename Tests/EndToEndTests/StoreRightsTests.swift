import DPESStore
import Foundation
import Glibc
import Testing

/// Saving where the system says no, in a real process.
@Suite struct StoreRightsTests {
  private let folder: TemporaryFolder
  private let path: String
  private static let isRoot = geteuid() == 0

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/a.json"
    try Data("old".utf8).write(to: URL(filePath: path))
  }

  /// What the probe says, without the rights of the superuser.
  private func said(_ command: String, _ file: String? = nil) throws -> String {
    let start = Self.isRoot ? [Programs.storeProbe, "--as-nobody"] : [Programs.storeProbe]
    return try run(start + [command, file ?? path], environment: [:]).output
  }

  private func expectOld() throws {
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.json"])
  }

  @Test func `a folder where nothing may be added`() throws {
    chmod(path, 0o666)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    #expect(try said("save") == "folderPermission\n")
    try expectOld()
  }

  @Test func `a file that may not be written`() throws {
    chmod(path, 0o444)
    chmod(folder.path, 0o777)
    #expect(try said("save") == "permission\n")
    try expectOld()
  }

  @Test(.enabled(if: isRoot, "only the superuser makes files of somebody else"))
  func `somebody else's file in a folder where everybody has their own`() throws {
    chmod(path, 0o666)
    chmod(folder.path, 0o1777)
    #expect(try said("save") == "otherOwner\n")
    try expectOld()
  }

  @Test func `a folder that is gone`() throws {
    #expect(try said("save", folder.path + "/none/a.json") == "notFound\n")
    #expect(try said("grow", folder.path + "/none/a.json") == "notFound\n")
  }

  @Test func `a file system that is full, and one that is read-only`() throws {
    let probe = Programs.storeProbe
    let script = """
      mount -t tmpfs -o size=300k none "$1" || exit 9
      '\(probe)' grow "$1/a.json"
      ls -A "$1" | grep palier
      mount -o remount,ro "$1" || exit 9
      '\(probe)' save "$1/a.json"
      """
    let mount = folder.path + "/mount"
    try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: false)
    let (ending, output) = try run(
      ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", mount],
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    guard ending == .exit(0) else {
      // Where no file system may be mounted, the limit of a process stands in for a full one.
      print("no file system could be mounted (\(output)): the limit of a file's size stands in")
      return
    }
    #expect(output == "noSpace, whole\nreadOnly\n")
  }

  @Test func `a file that may not grow`() throws {
    let file = folder.path + "/b.json"
    let script = "ulimit -f 64; exec '\(Programs.storeProbe)' grow '\(file)'"
    let (ending, output) = try run(["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"])
    #expect(ending == .exit(0))
    #expect(output == "noSpace, whole\n")
    #expect(
      !(try FileManager.default.contentsOfDirectory(atPath: folder.path))
        .contains { $0.hasPrefix(".palier-") })
  }
}
