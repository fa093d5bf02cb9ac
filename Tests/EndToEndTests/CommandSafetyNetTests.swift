import DPES
import DPESStore
import Foundation
import Glibc
import TerminalUI
import Testing

@testable import Application
@testable import Documents
@testable import PalierCommand

/// Where versions can't be kept, it is said; and nothing takes the place of a démarche.
@Suite struct CommandSafetyNetTests {
  enum Obstacle: CaseIterable {
    case file, link, deadLink, otherFolder, pipe
  }

  private let folder: CommandFolder
  private let path: String

  init() throws {
    folder = try CommandFolder()
    path = try folder.put(smallFile, in: "x.dpes.json")
  }

  private func put(_ obstacle: Obstacle) throws {
    let place = folder.path("x.versions")
    switch obstacle {
    case .file: try folder.put("à moi", in: "x.versions")
    case .link:
      try folder.put("à moi", in: "ailleurs/notes.json")
      symlink("ailleurs", place)
    case .deadLink: symlink("nulle part", place)
    case .otherFolder: try folder.put("à moi", in: "x.versions/notes.txt")
    case .pipe: mkfifo(place, 0o600)
    }
  }

  private func session(_ steps: [ScriptedTerminal.Step]) throws -> (Session, ScriptedTerminal) {
    let terminal = ScriptedTerminal(steps)
    let places = Places(environment: ["HOME": folder.path("home")], executable: nil) { _ in false }
    let desk = Desk(places: places, clock: .system(), folder: folder.url.path)
    let session = try Session(
      terminal, desk, Look(theme: .sombre, isASCII: false), opening: try desk.open(path))
    return (session, terminal)
  }

  @Test(arguments: Obstacle.allCases)
  func `what is in their place is said in the header, once in a sentence, and by the command`(
    obstacle: Obstacle
  ) throws {
    try put(obstacle)
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
      .filter { !$0.hasPrefix("std") }
    let isTold: (String) -> Bool = { $0.hasSuffix("ouvert, sans versions") }
    var (session, terminal) = try session([
      .wokenUntil(isTold), .keys(.character("2")), .keys(.character("3"), .character("r")),
      .wokenUntil { $0.contains("enregistré") && $0.hasSuffix(", sans versions") },
    ])
    try session.run()
    let sentence = "Les versions d’avant ne sont pas gardées\u{A0}:"
    #expect(terminal.shown.contains { $0.description.contains(sentence) })
    #expect(!(terminal.shown.last?.description.contains(sentence) ?? true))
    #expect(try folder.text("x.dpes.json").contains("rouge"))
    let after = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
      .filter { !$0.hasPrefix("std") && !$0.hasPrefix("home") }
    #expect(Set(after) == Set(before))

    let answer = try folder.palier("versions", "x.dpes.json")
    #expect(answer.status == 0 && answer.error.contains(sentence), "\(answer)")
  }

  @Test func `a folder where nothing may be written is said`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("x.versions"), withIntermediateDirectories: false)
    chmod(folder.path("x.versions"), 0o555)
    defer { chmod(folder.path("x.versions"), 0o755) }
    // The superuser may write anywhere.
    let asked = ["versions", "x.dpes.json"]
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", palierPath]
    let answer =
      geteuid() == 0
      ? try folder.run("/usr/bin/setpriv", nobody + asked) : try folder.run(palierPath, asked)
    #expect(answer.error.contains("vous n’avez pas le droit d’écrire"), "\(answer)")
  }

  @Test func `where there is no folder yet, it is the démarche's that is named`() throws {
    try folder.put(smallFile, in: "sous/x.dpes.json")
    chmod(folder.path("sous"), 0o555)
    defer { chmod(folder.path("sous"), 0o755) }
    // The superuser may write anywhere.
    let asked = ["versions", "sous/x.dpes.json"]
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", palierPath]
    let answer =
      geteuid() == 0
      ? try folder.run("/usr/bin/setpriv", nobody + asked) : try folder.run(palierPath, asked)
    #expect(answer.error.contains("d’écrire dans le dossier de la démarche"), "\(answer)")
    #expect(!answer.error.contains("x.versions"), "\(answer)")
  }

  @Test func `no document has the name of a démarche`() throws {
    for more in [[], ["--remplacer"]] {
      let answer = try folder.run(
        palierPath,
        ["exporter", "x.dpes.json", "--format", "html", "--vers", "b2.dpes.json"] + more)
      #expect(answer.status == 2 && answer.error.contains("est le nom d’une démarche"), "\(answer)")
    }
    #expect(try folder.names == ["x.dpes.json"])
  }

  @Test func `an odd name is left alone and told, and versions are kept`() throws {
    let odd = "9223372036854775807-2026-01-01T00-00-00Z.dpes.json"
    for name in [odd, "0-2026-01-01T00-00-00Z.dpes.json"] {
      try folder.put("{}", in: "x.versions/" + name)
    }
    var (session, terminal) = try session([
      .woken, .keys(.character("r")), .wokenUntil { $0.contains("enregistré") },
    ])
    try session.run()
    #expect(terminal.shown.contains { $0.description.contains("9223372036854775807") })
    #expect(!terminal.headers.contains { $0.contains("sans versions") })
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("x.versions"))
    #expect(names.contains(odd) && names.contains { $0.hasPrefix("0001-") })
    let answer = try folder.palier("versions", "x.dpes.json")
    #expect(answer.error.contains("n’est pas une version") && answer.output.hasPrefix("1  "))
  }

  @Test(arguments: [
    "autre.dpes.json", "lien.html", "dur.html", "sans fin",
    "x.versions/0001-2026-03-10T08-00-00Z.dpes.json",
    "abime.dpes.json", "x.dpes.json", "debut.csv",
  ])
  func `no document takes the place of a démarche, whatever it is called`(name: String) throws {
    let other = smallFile.replacing("aaaaaaaaaaa", with: "bbbbbbbbbbb")
    try folder.put(other, in: "autre.dpes.json")
    try folder.put(other, in: "sans fin")
    try folder.put(other, in: "x.versions/0001-2026-03-10T08-00-00Z.dpes.json")
    try folder.put("{\"format\": \"dp", in: "abime.dpes.json")
    try folder.put(String(other.prefix(200)), in: "debut.csv")
    symlink("autre.dpes.json", folder.path("lien.html"))
    link(folder.path("autre.dpes.json"), folder.path("dur.html"))
    let before = try folder.bytes(name)
    for options in [[], ["--remplacer"]] {
      for command in [
        ["exporter", "x.dpes.json", "--format", "html"],
        ["exporter", "x.dpes.json", "--format", "csv"],
      ] {
        let answer = try folder.run(palierPath, command + ["--vers", name] + options)
        #expect(answer.status > 0 && answer.output == "", "\(answer)")
        #expect(!answer.error.contains("--remplacer"), "\(answer)")
      }
    }
    let demarche = try DemarcheFile.open(path).demarche
    let desk = Desk(clock: .system(), folder: folder.url.path)
    for replaces in [false, true] {
      var request = ExportRequest(
        document: OutgoingDocument.page.label, demarche: demarche, jour: Day(number: 739_000),
        sansNoms: false,
        path: folder.path(name))
      request.replaces = replaces
      guard case .refused(let sentence) = desk.export(request) else {
        Issue.record("not refused")
        return
      }
      #expect(sentence.contains("est une démarche"), "\(sentence)")
    }
    #expect(try folder.bytes(name) == before)
  }

  @Test func `nor does a merge take that of another, or a copy without names its own`() throws {
    let other = smallFile.replacing("aaaaaaaaaaa", with: "bbbbbbbbbbb")
    try folder.put(other, in: "autre.dpes.json")
    try folder.put(smallFile, in: "leur")
    symlink("autre.dpes.json", folder.path("lien.dpes.json"))
    symlink("x.dpes.json", folder.path("même.dpes.json"))
    link(path, folder.path("dur.dpes.json"))
    for arguments in [
      ["fusionner", "x.dpes.json", "x.dpes.json", "leur", "--vers", "autre.dpes.json"],
      ["fusionner", "x.dpes.json", "x.dpes.json", "leur", "--vers", "lien.dpes.json"],
      ["anonymiser", "x.dpes.json", "--vers", "même.dpes.json"],
      ["anonymiser", "x.dpes.json", "--vers", "dur.dpes.json"],
    ] {
      let answer = try folder.run(palierPath, arguments + ["--remplacer"])
      #expect(answer.status == 2 && answer.output == "", "\(arguments) \(answer)")
    }
    #expect(try folder.text("autre.dpes.json") == other)
    #expect(try folder.text("x.dpes.json") == smallFile)
  }

  @Test func `Ctrl-S says again why what was done is not saved`() throws {
    var (session, terminal) = try session([
      .events([]), .doing { [folder] in try? folder.replace("x.dpes.json", by: "{") },
      .wokenUntil { $0.hasSuffix("NON ENREGISTRÉ") }, .keys(.character("2")),
      .keys(.control("s")), .keys(.escape), .keys(.control("s")),
    ])
    #expect(throws: Never.self) { try? session.run() }
    let said = terminal.shown.filter { $0.description.contains("un autre programme a abîmé") }
    #expect(said.count >= 3)
  }
}
