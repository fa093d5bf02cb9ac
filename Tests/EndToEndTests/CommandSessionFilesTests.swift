import Application
import DPES
import DPESStore
import Foundation
import JSONTree
import TerminalUI
import Testing

@testable import PalierCommand

/// What the loop of the full screen does with other files than the open one, and on other machines'
/// disks.
@Suite struct CommandSessionFilesTests {
  private let folder: CommandFolder
  private let path: String
  private let seconds = Monitor(1_796_137_200)

  init() throws {
    folder = try CommandFolder()
    path = try folder.put(smallFile, in: "x.dpes.json")
  }

  private func desk(_ system: any FileSystem = GlibcFileSystem()) -> Desk {
    let places = Places(
      environment: ["XDG_STATE_HOME": folder.path("home/state"), "HOME": folder.path("home")],
      executable: nil
    ) { _ in false }
    let clock = Clock(
      now: { [seconds] in
        let instant = Instant(seconds: seconds.update { $0 })
        // It is 14:32 there, whatever the moment.
        return Clock.Reading(
          instant: instant, day: instant.day,
          utcOffset: (14 * 60 + 32) * 60 - instant.seconds % 86_400)
      }, utcOffset: { _ in 3600 })
    return Desk(places: places, clock: clock, folder: folder.url.path, system: system)
  }

  private func session(
    _ steps: [ScriptedTerminal.Step] = [], system: any FileSystem = GlibcFileSystem()
  ) throws -> (session: Session, terminal: ScriptedTerminal) {
    let terminal = ScriptedTerminal(steps)
    let desk = desk(system)
    let session = try Session(
      terminal, desk, Look(theme: .sombre, isASCII: false), opening: try desk.open(path))
    return (session, terminal)
  }

  private func perform(_ effect: Effect, in session: inout Session) throws {
    try session.perform(effect, because: .notSaved(""))
  }

  @Test func `the file as it was opened is a version, listed with the person's time, and read`()
    throws
  {
    var (session, _) = try session([.keys(.character("r"))])
    try session.run()
    #expect(try folder.text("x.dpes.json").contains("rouge"))
    let versions = try desk().versions(of: path)
    #expect(
      versions == [
        Version(
          name: "0001-2026-12-01T15-00-00Z.dpes.json", quand: "1er décembre 2026, 16:00",
          bytes: smallFile.utf8.count)
      ])
    let read = try desk().read(versions[0], of: path)
    #expect(read == (try Demarche(file: JSONValue.parse(Array(smallFile.utf8)))))
    #expect(throws: Failure.self) {
      try desk().read(Version(name: "../x.dpes.json", quand: "", bytes: 0), of: path)
    }
  }

  @Test func `versions of one minute are told apart by their seconds`() throws {
    for name in [
      "0001-2026-12-01T15-00-07Z", "0002-2026-12-01T15-00-48Z", "0003-2026-12-01T15-01-48Z",
    ] {
      try folder.put(smallFile, in: "x.versions/\(name).dpes.json")
    }
    #expect(
      try desk().versions(of: path).map(\.quand) == [
        "1er décembre 2026, 16:01", "1er décembre 2026, 16:00:48", "1er décembre 2026, 16:00:07",
      ])
  }

  @Test func `a file that is deleted is told at once, and written anew when asked or on leaving`()
    throws
  {
    let gone: (String) -> Bool = { $0.hasSuffix("NON ENREGISTRÉ") }
    var (session, terminal) = try session([
      .events([]), .doing { [path] in unlink(path) }, .wokenUntil(gone),
      .keys(.control("s")), .wokenUntil { $0.hasSuffix("enregistré 14:32") },
      .doing { [path] in unlink(path) }, .wokenUntil(gone), .keys(.character("q")),
    ])
    try session.run()
    #expect(
      terminal.shown.contains {
        $0.description.contains("le fichier a été supprimé ou déplacé. Ctrl-S le récrit.")
      })
    #expect(try folder.text("x.dpes.json") == smallFile)
    #expect(!(try folder.names.contains { $0.contains("secours") }))
  }

  @Test func `the person's damaged copy of the example is offered a version, too`() throws {
    let name = "home/state/palier/exemples/residence-du-halage"
    try folder.put("{", in: name + ".dpes.json")
    try folder.put(smallFile, in: name + ".versions/0001-2026-12-01T15-00-00Z.dpes.json")
    guard case .damaged(.damaged(_, _, let version, _)) = try desk().openExample() else {
      Issue.record("no version was offered")
      return
    }
    #expect(version.quand == "1er décembre 2026, 16:00")
  }

  @Test func `saved elsewhere, the work goes on there`() throws {
    var (session, _) = try session()
    let demarche = try #require(session.state.document?.demarche)
    try FileManager.default.createDirectory(
      atPath: folder.path("home"), withIntermediateDirectories: false)
    try perform(.saveElsewhere(demarche, path: "~/ailleurs", revision: 0), in: &session)
    let other = folder.path("home/ailleurs.dpes.json")
    #expect(session.state.document?.path == other)
    #expect(session.state.document?.saved == .at("14:32"))
    #expect(try DemarcheFile.open(other).demarche == demarche)

    // Saves go there, and the first file is as it was.
    _ = session.state.update(.event(.key(.character("r"))))
    let document = try #require(session.state.document)
    try perform(
      .save(document.demarche, path: other, revision: document.revision, basis: document.basis),
      in: &session)
    #expect(try session.finish() == nil)
    #expect(try folder.text("home/ailleurs.dpes.json").contains("rouge"))
    #expect(try folder.text("x.dpes.json") == smallFile)

    // Never over another file.
    try perform(.saveElsewhere(demarche, path: path, revision: 0), in: &session)
    #expect(session.state.document?.path == other)
    #expect(try folder.text("x.dpes.json") == smallFile)
  }

  @Test func `a damaged file is offered its last readable version, and is kept`() throws {
    var (first, _) = try session([.keys(.character("r"))])
    try first.run()
    // A newer version that is spoilt as well.
    try folder.put("{", in: "x.versions/0002-2026-12-01T15-00-00Z.dpes.json")
    try folder.put("{\n  \"format\": ", in: "x.dpes.json")

    guard case .damaged(.damaged(let sentence, path, let version, let name)) = try desk().open(path)
    else {
      Issue.record("no version was offered")
      return
    }
    #expect(version.name == "0001-2026-12-01T15-00-00Z.dpes.json")
    #expect(sentence.contains("ligne 2"))
    #expect(!sentence.contains("Reprenez") && !sentence.contains("2026"))
    #expect(name == "x.abime.dpes.json")
    let terminal = ScriptedTerminal([])
    var session = try Session(terminal, desk(), Look(theme: .sombre, isASCII: false))
    try perform(.recover(path: path, version: version), in: &session)
    #expect(session.state.document?.path == path)
    #expect(session.state.view.description.contains("à côté\u{A0}: x.abime.dpes.json"))
    #expect(try folder.text("x.dpes.json") == smallFile)
    #expect(try folder.text("x.abime.dpes.json") == "{\n  \"format\": ")
  }

  @Test func `a damaged file without a version is refused, and left`() throws {
    try folder.put("{", in: "x.dpes.json")
    #expect(throws: Failure.self) { try desk().open(path) }
    #expect(try folder.names == ["x.dpes.json"])
  }

  @Test func `copies found beside a file are offered when it opens`() throws {
    try folder.put(smallFile, in: "x.dpes (conflicted copy 2026-03-12 143205).json")
    let (session, _) = try session()
    #expect(
      session.state.view.description.contains(
        "Une copie de ce fichier est à côté\u{A0}: F4 la réunit."))
  }

  @Test func `conflict copies are read, and put among the versions`() throws {
    let name = "x (conflicted copy).dpes.json"
    try folder.put(smallFile.replacing("Essai", with: "Autre"), in: name)
    try folder.put("{", in: "spoilt.json")
    let copies = try desk().copies([name, "spoilt.json", "gone.json"], of: path)
    #expect(copies.map(\.name) == [name])
    #expect(copies.first?.demarche.structure.raisonSociale == "Autre")
    var (session, _) = try session()
    try perform(.retireCopies([name]), in: &session)
    #expect(try folder.names == ["spoilt.json", "x.dpes.json", "x.versions"])
    #expect(try folder.text("x.versions/" + name).contains("Autre"))
  }

  @Test func `on a network the file is looked at when somebody comes back to it`() throws {
    let table = try folder.put(
      "1 0 0:1 / / rw - nfs4 serveur:/ rw\n", in: "mountinfo")
    let system = GlibcFileSystem(mountTable: table)
    let other = smallFile.replacing("Essai", with: "Autre")
    // The first key is after a rest, as nobody pressed any before.
    var (session, terminal) = try session(
      [
        .doing { [folder] in try? folder.replace("x.dpes.json", by: other) },
        .events([]), .keys(.control("y")), .wokenUntil { $0.contains("Autre") },
      ], system: system)
    #expect(session.state.document?.isOnNetwork == true)
    try session.run()
    #expect(session.saving?.isWatched == false)
    #expect(terminal.headers.last?.contains("Autre") == true)
    // Not before the key.
    #expect(terminal.headers.first?.contains("Essai") == true)
  }

  @Test func `nothing of a file that became another démarche is overwritten or lost`() throws {
    let other = smallFile.replacing("aaaaaaaaaaa", with: "bbbbbbbbbbb")
    var (session, _) = try session([
      .doing { [folder] in try? folder.replace("x.dpes.json", by: other) },
      .keys(.character("r")), .wokenUntil { $0.hasSuffix("NON ENREGISTRÉ") },
    ])
    let failure = #expect(throws: Failure.self) { try session.run() }
    #expect(failure?.sentence.contains("secours") == true)
    #expect(try folder.text("x.dpes.json") == other)
    let copy = try #require(try folder.names.first { $0.contains("secours") })
    #expect(try folder.text(copy).contains("rouge"))
  }

  @Test func `a démarche that comes back after another is put together with what was done`() throws
  {
    let other = smallFile.replacing("aaaaaaaaaaa", with: "bbbbbbbbbbb")
    let later = smallFile.replacing("Essai", with: "Revenu")
    var (session, terminal) = try session([
      .doing { [folder] in try? folder.replace("x.dpes.json", by: other) },
      .keys(.character("r")), .wokenUntil { $0.hasSuffix("NON ENREGISTRÉ") },
      .doing { [folder] in try? folder.replace("x.dpes.json", by: later) },
      .wokenUntil { $0.contains("Revenu") && $0.hasSuffix("enregistré 14:32") },
    ])
    try session.run()
    #expect(terminal.headers.last?.contains("Revenu") == true)
    let text = try folder.text("x.dpes.json")
    #expect(text.contains("Revenu") && text.contains("rouge"))
    #expect(!(try folder.names.contains { $0.contains("secours") }))
  }
}
