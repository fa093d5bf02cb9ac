import DPES
import DPESStore
import Foundation
import Glibc
import JSONTree
import Testing

@testable import PalierCommand

/// What is written beside a démarche, or made from it, is for those who may read the démarche.
@Suite struct CommandRightsTests {
  private static let modes: [mode_t] = [0o600, 0o640, 0o644, 0o604, 0o400]

  private func folder(_ mode: mode_t) throws -> CommandFolder {
    let folder = try CommandFolder()
    try folder.put(smallFile, in: "x.dpes.json")
    chmod(folder.path("x.dpes.json"), mode)
    return folder
  }

  /// Every file in the folder that somebody may read who may not read the démarche.
  private func leaks(_ folder: CommandFolder, _ mode: mode_t) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).filter { name in
      guard !name.hasPrefix("home"), !name.hasPrefix("std") else { return false }
      var status = stat()
      guard stat(folder.path(name), &status) == 0 else { return false }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      // Who may read may go through a folder.
      let allowed = mode & 0o077 | (isFolder ? (mode & 0o044) >> 2 : 0)
      return status.st_mode & 0o077 & ~allowed != 0
    }
  }

  @Test(arguments: modes)
  func `what the commands write`(mode: mode_t) throws {
    let folder = try folder(mode)
    let file = "x.dpes.json"
    for name in ["base", "leur"] {
      try folder.put(smallFile, in: name)
      chmod(folder.path(name), 0o600)
    }
    for arguments in [
      ["exporter", file, "--format", "html", "--vers", "x.html"],
      ["exporter", file, "--format", "csv", "--vers", "x.csv", "--sans-noms"],
      ["exporter", file, "--format", "fods", "--vers", "x.fods"],
      ["exporter", file, "--format", "html", "--vers", "x.html", "--remplacer"],
      ["rapport", file, "--modele", "ca", "--vers", "x.md"],
      ["anonymiser", file, "--vers", "anonyme"],
      ["anonymiser", file, "--vers", "anonyme", "--remplacer"],
      ["fusionner", "base", file, "leur", "--vers", "ensemble"],
    ] {
      if arguments.suffix(2) == ["x.html", "--remplacer"] { chmod(folder.path("x.html"), 0o666) }
      let answer = try folder.run(palierPath, arguments)
      #expect(answer.status == 0, "\(arguments) \(answer)")
    }
    #expect(try folder.names.count == 9)
    #expect(try leaks(folder, mode) == [])
    var status = stat()
    stat(folder.path("ensemble.dpes.json"), &status)
    #expect(status.st_mode & 0o777 == 0o600, "no more than the strictest of the three")
    // Who wrote it may go on with it.
    #expect(access(folder.path("x.html"), R_OK | W_OK) == 0)
  }

  @Test(arguments: modes.filter { $0 & 0o200 != 0 })
  func `versions, the damaged file, and a version restored`(mode: mode_t) throws {
    let folder = try folder(mode)
    let file = folder.path("x.dpes.json")
    // A folder of versions from when the démarche was less private.
    try folder.put(smallFile, in: "x.versions/0001-2026-03-10T08-00-00Z.dpes.json")
    chmod(folder.path("x.versions/0001-2026-03-10T08-00-00Z.dpes.json"), mode)
    chmod(folder.path("x.versions"), 0o777)
    #expect(
      try folder.palier(
        "renseigner", file, "--indicateur", "i1", "--periode", "12", "--realise", "atteint"
      ).status == 0)
    try folder.put("{", in: "x.dpes.json")
    chmod(file, mode)
    #expect(try folder.palier("versions", file, "--restaurer", "1").status == 0)
    #expect(try folder.names.contains("x.abime.dpes.json"))
    unlink(file)
    #expect(try folder.palier("versions", file, "--restaurer", "1").status == 0)
    // A copy that a synchronised folder made for all to read.
    let copy = "x.dpes (conflicted copy 2026-03-12 143205).json"
    try folder.put(smallFile.replacing("Premier mot", with: "Mot"), in: copy)
    chmod(folder.path(copy), 0o644)
    _ = try folder.palier("fusionner", file, "--copies")
    #expect(try folder.names == ["x.abime.dpes.json", "x.dpes.json", "x.versions"])
    #expect(try leaks(folder, mode) == [])
  }

  @Test(arguments: modes)
  func `rescues never collide, and are as private`(mode: mode_t) throws {
    let folder = try folder(mode)
    let places = Places(environment: ["HOME": folder.path("home")], executable: nil) { _ in false }
    let now = Clock.Reading(instant: Instant(seconds: 0), day: Day(number: 739_000), utcOffset: 0)
    let desk = Desk(places: places, clock: Clock(now: { now }, utcOffset: { _ in 0 }))
    let path = folder.path("x.dpes.json")
    let demarche = try DemarcheFile.open(path).demarche
    let copies = (0..<3).map { _ in desk.rescue(demarche, of: path, for: Readers(of: path)) }
    #expect(Set(copies).count == 3 && !copies.contains(nil))
    #expect(try folder.names.count { $0.contains(".secours-") } == 3)
    #expect(try leaks(folder, mode) == [])
    let other = folder.path("ailleurs")
    _ = try desk.create(demarche, typed: other, for: Readers(of: path))
    #expect(try leaks(folder, mode) == [])
  }

  @Test func `a file that is made anew after it was deleted is as it was`() throws {
    let folder = try folder(0o640)
    var file = try DataFile.open(folder.path("x.dpes.json")).file
    unlink(file.path)
    try file.save(Array(smallFile.utf8))
    #expect(try leaks(folder, 0o640) == [])
  }

  @Test(.enabled(if: geteuid() == 0, "only the superuser gives files to any group"))
  func `no other group reads what one group may`() throws {
    let folder = try folder(0o640)
    chown(folder.path("x.dpes.json"), 65534, 4242)
    chmod(folder.url.path, 0o777)
    // Somebody who is not of that group, and reads the file as its owner.
    let answer = try folder.run(
      "/usr/bin/setpriv",
      [
        "--reuid=65534", "--regid=65534", "--clear-groups", palierPath, "exporter", "x.dpes.json",
        "--format", "html", "--vers", "x.html",
      ])
    #expect(answer.status == 0, "\(answer)")
    var status = stat()
    stat(folder.path("x.html"), &status)
    #expect(status.st_mode & 0o777 == 0o600)
  }
}
