import DPES
import DPESStore
import Documents
import Foundation
import TerminalUI
import Testing

@testable import Application
@testable import PalierCommand

/// Documents asked for on the screen, written by the loop's threads.
@Suite struct CommandSessionDocumentsTests {
  private func session(
    _ folder: CommandFolder, _ keys: [Key], of file: String = smallFile
  ) throws -> Session {
    let path = try folder.put(file, in: "x.dpes.json")
    let places = Places(
      environment: ["XDG_STATE_HOME": folder.path("home/state"), "HOME": folder.path("home")],
      executable: nil
    ) { _ in false }
    let day = try #require(Day(iso: "2026-12-01"))
    let desk = Desk(
      places: places,
      clock: Clock {
        Clock.Reading(instant: Instant(seconds: day.number * 86_400), day: day)
      }, folder: folder.url.path)
    return try Session(
      ScriptedTerminal(keys.map { .keys($0) }), desk, Look(theme: .sombre, isASCII: false),
      opening: .file(try DemarcheFile.open(path)))
  }

  /// `e`, the observations' CSV, as they are named.
  private let ask: [Key] =
    [.character("e")]
    + OutgoingDocument.all.prefix { $0.name != "observations" }.map { _ in .down }
    + [.enter, .enter]

  @Test func `a document asked for is written before the program ends`() throws {
    let folder = try CommandFolder()
    var session = try session(folder, ask + [.character("q")])
    try session.run()
    let written = try folder.text("x-observations.csv")
    #expect(written.hasPrefix("\u{FEFF}axe;statut;texte") && written.contains("Premier mot"))
    #expect(try folder.text("x.dpes.json") == smallFile)
  }

  @Test(arguments: [false, true])
  func `what n takes out is in no document that is written after`(isAsked: Bool) throws {
    let folder = try CommandFolder()
    let file = smallFile.replacing(
      "\"texte\": \"Premier mot\"", with: "\"texte\": \"Premier mot\", \"auteur\": \"p1\"")
    var keys = ask + [.character("q")]
    if isAsked { keys.insert(.character("n"), at: keys.count - 3) }
    var session = try session(folder, keys, of: file)
    try session.run()
    let written = try folder.text("x-observations\(isAsked ? "-sans-noms" : "").csv")
    #expect(written.contains("Premier mot") && written.contains("SC") != isAsked)
  }

  @Test func `a file that is there stays, whatever is pressed but o`() throws {
    let folder = try CommandFolder()
    try folder.put("à moi", in: "x-observations.csv")
    var session = try session(folder, ask + [.character("q")])
    try session.run()
    #expect(try folder.text("x-observations.csv") == "à moi")
  }
}

extension CommandSessionDocumentsTests {
  /// What comes of asking for a document in a file of a new folder, and what is then there.
  private func refusal(
    of label: DocumentLabel, in name: String
  ) throws -> (sentence: String?, names: [String]) {
    let folder = try CommandFolder()
    let path = try folder.put(smallFile, in: "x.dpes.json")
    let request = ExportRequest(
      document: label, demarche: try DemarcheFile.open(path).demarche, jour: Day(number: 739_000),
      sansNoms: false, path: folder.path(name))
    let message = Desk(clock: .system(), folder: folder.url.path).export(request)
    guard case .refused(let sentence) = message else { return (nil, try folder.names) }
    return (sentence, try folder.names)
  }

  @Test(arguments: ["bilan.txt", "bilan", "bilan.html"])
  func `a report whose name ends in none of its formats is not written as another`(
    name: String
  ) throws {
    for report in OutgoingDocument.reports {
      let answer = try refusal(of: report.label, in: name)
      let sentence = try #require(answer.sentence)
      #expect(sentence.contains("ni par .odt, ni par .fodt, ni par .md") && sentence.contains(name))
      #expect(answer.names == ["x.dpes.json"])
    }
  }

  @Test(arguments: ["a.ods", "a.XLSX", "a.fods"])
  func `the end of the name that is typed says the format`(name: String) throws {
    for document in OutgoingDocument.all
    where ["classeur", "observations"].contains(document.name) {
      let folder = try CommandFolder()
      let path = try folder.put(smallFile, in: "x.dpes.json")
      let request = ExportRequest(
        document: document.label, demarche: try DemarcheFile.open(path).demarche,
        jour: Day(number: 20_778), sansNoms: false, path: folder.path(name))
      let message = Desk(clock: .system(), folder: folder.url.path).export(request)
      guard case .exported = message else {
        Issue.record("\(message)")
        continue
      }
      let ending = String(name.drop { $0 != "." }.dropFirst()).lowercased()
      #expect(FileKind(try folder.bytes(name)) == .workbook(ending))
    }
  }

  @Test func `a document that is not in the list is refused, with those that are`() throws {
    let label = DocumentLabel(name: "bilan", title: "Bilan", program: "Writer", ending: "fodt")
    let answer = try refusal(of: label, in: "bilan.fodt")
    let sentence = try #require(answer.sentence)
    #expect(sentence.contains("bilan"))
    for document in OutgoingDocument.all { #expect(sentence.contains(document.name)) }
    #expect(answer.names == ["x.dpes.json"])
  }
}
