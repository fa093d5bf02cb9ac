import Application
import DPES
import DPESStore
import Foundation
import JSONTree
import TerminalUI
import Testing

@testable import PalierCommand

/// The loop of the full screen, on a terminal that plays a script.
@Suite struct CommandSessionTests {
  private let folder = try? CommandFolder()

  /// A day on which a test may turn the page.
  private let today = Monitor(Day(iso: "2026-12-01") ?? Day(number: 0))

  private func desk() throws -> Desk {
    let folder = try #require(folder)
    let places = Places(
      environment: ["XDG_STATE_HOME": folder.path("state")],
      executable: folder.path("bin/palier")
    ) { $0 == folder.path("share/palier/fournis/exemples") }
    return Desk(
      places: places,
      clock: Clock { [today] in
        let day = today.update { $0 }
        return Clock.Reading(
          instant: Instant(seconds: day.number * 86_400 + 52_320), day: day)
      }, folder: folder.url.path)
  }

  private func session(
    _ terminal: ScriptedTerminal, on path: String? = nil, theme: Theme = .sombre
  ) throws -> Session {
    try Session(
      terminal, try desk(), Look(theme: theme, isASCII: false),
      opening: try path.map { .file(try DemarcheFile.open($0)) })
  }

  private func small() throws -> String {
    try #require(folder).put(smallFile, in: "x.dpes.json")
  }

  @Test func `« enregistré » is shown once the bytes are on disk, not before`() throws {
    let path = try small()
    let terminal = ScriptedTerminal([.keys(.character("r")), .woken])
    // What the file held when each frame was shown.
    var held: [String] = []
    terminal.onShow = { _ in held.append((try? folder?.text("x.dpes.json")) ?? "") }
    var session = try session(terminal, on: path)
    try session.run()
    #expect(terminal.headers.count == 3)
    let endings = ["ouvert", "enregistrement\u{A0}…", "enregistré 14:32"]
    for (header, ending) in zip(terminal.headers, endings) { #expect(header.hasSuffix(ending)) }
    #expect(held.last?.contains("\"statut\": \"rouge\"") == true)
    #expect(held.first == smallFile)
  }

  @Test func `an Escape that began another key is taken back, and that key acts`() throws {
    let path = try small()
    let terminal = ScriptedTerminal([
      .keys(.character("n")), .events("Le repas".map { .key(.character($0)) }), .keys(.escape),
      .events([.escapeTakenBack, .key(.wordLeft)]), .events([.key(.character("x"))]),
      .keys(.escape), .keys(.escape), .events([.escapeTakenBack, .escapeTakenBack, .key(.up)]),
      .keys(.enter, .character("u"), .character("r")),
    ])
    var session = try session(terminal, on: path)
    try session.run()
    #expect(session.state.document?.demarche.cercles.last?.observations.last?.texte == "Le xrepas")
  }

  @Test func `an Escape is taken back though something came from elsewhere meanwhile`() throws {
    let path = try small()
    let other = smallFile.replacing("Essai", with: "Autre")
    let terminal = ScriptedTerminal([
      .keys(.character("n")), .events("Le repas".map { .key(.character($0)) }), .keys(.escape),
      .doing { [folder] in try? folder?.replace("x.dpes.json", by: other) },
      .wokenUntil { $0.contains("Autre") },
      .events([.escapeTakenBack, .key(.wordLeft)]), .events([.key(.character("x"))]),
      .keys(.enter, .character("u"), .character("r")), .keys(.escape, .character("q")),
    ])
    var session = try session(terminal, on: path)
    try session.run()
    let demarche = try #require(session.state.document?.demarche)
    #expect(demarche.structure.raisonSociale == "Autre")
    #expect(demarche.cercles.last?.observations.last?.texte == "Le xrepas")
    #expect(try #require(folder).text("x.dpes.json").contains("Le xrepas"))
  }

  @Test func `what was done before leaving is on disk`() throws {
    for last in [ScriptedTerminal.Step.keys(.character("q")), .events([.closed])] {
      let path = try small()
      let terminal = ScriptedTerminal([.keys(.character("r")), .keys(.character("!")), last])
      var session = try session(terminal, on: path)
      try session.run()
      let text = try #require(folder).text("x.dpes.json")
      #expect(text.contains("\"statut\": \"rouge\""))
      #expect(text.contains("\"priorite\": true"))
    }
  }

  @Test func `suggestions are read when they are asked for, and put in the file`() throws {
    let path = try small()
    let scale = """
      {"format": "dpes-suggestions", "version": 1, "echellesDePaliers": [{"id": "s",
       "axe": "personne", "theme": "Apprendre", "paliers": [{"intitule": "Chacun a un plan"}]}]}
      """
    try folder?.put(scale, in: "share/palier/fournis/suggestions/x.json")
    let terminal = ScriptedTerminal([
      .keys(.character("4"), .character("b")), .keys(.enter), .keys(.character("q")),
    ])
    var session = try session(terminal, on: path)
    try session.run()
    #expect(terminal.shown.contains { $0.description.contains("1 échelle ·") })
    let text = try #require(folder).text("x.dpes.json")
    #expect(text.contains("\"intitule\": \"Chacun a un plan\""))
  }

  @Test func `what another program wrote is put together with what is done here`() throws {
    let path = try small()
    let other = smallFile.replacing("Essai", with: "Autre")
    let terminal = ScriptedTerminal([
      .doing { [folder] in try? folder?.replace("x.dpes.json", by: other) },
      .keys(.character("r")), .wokenUntil { $0.contains("Autre") }, .keys(.character("q")),
    ])
    var session = try session(terminal, on: path)
    try session.run()
    let text = try #require(folder).text("x.dpes.json")
    #expect(text.contains("\"raisonSociale\": \"Autre\""))
    #expect(text.contains("\"statut\": \"rouge\""))
    #expect(terminal.headers.last?.contains("Autre") == true)
    #expect(try folder?.names.filter { $0.contains("secours") } == [])
  }

  @Test func `a démarche too large to be opened again is not saved, and is kept beside on leaving`()
    throws
  {
    let path = try small()
    let limit = smallFile.utf8.count + 60
    let terminal = ScriptedTerminal([
      .keys(.character("r")), .wokenUntil { $0.hasSuffix("NON ENREGISTRÉ") },
      .keys(.character("q")),
    ])
    let file = try DataFile.open(path, limit: limit).file
    let opened = DemarcheFile(demarche: try DemarcheFile.open(path).demarche, file: file)
    var session = try Session(
      terminal, try desk(), Look(theme: .sombre, isASCII: false), opening: .file(opened))
    let failure = #expect(throws: Failure.self) { try session.run() }
    let folder = try #require(folder)
    #expect(try folder.text("x.dpes.json") == smallFile)
    let copy = try #require(try folder.names.first { $0.hasPrefix("x.secours-") })
    #expect(failure?.sentence.contains(copy) == true)
    #expect(try folder.text(copy).contains("\"statut\": \"rouge\""))
    #expect(terminal.shown.contains { $0.description.contains("ne se rouvrirait plus") })
  }

  @Test func `a file that another program spoilt is left to it, and the work is kept beside`()
    throws
  {
    let path = try small()
    let terminal = ScriptedTerminal([
      .doing { [folder] in try? folder?.replace("x.dpes.json", by: "{") },
      .keys(.character("r")), .wokenUntil { $0.hasSuffix("NON ENREGISTRÉ") },
      .keys(.character("q")),
    ])
    var session = try session(terminal, on: path)
    let failure = #expect(throws: Failure.self) { try session.run() }
    #expect(failure?.status == 2)
    let folder = try #require(folder)
    #expect(terminal.headers.last?.hasSuffix("NON ENREGISTRÉ") == true)
    #expect(try folder.text("x.dpes.json") == "{")
    let copy = try #require(try folder.names.first { $0.hasPrefix("x.secours-") })
    #expect(
      failure?.sentence.hasSuffix(
        "Une copie de la démarche est dans «\u{A0}\(folder.path(copy))\u{A0}».")
        == true)
    #expect(try folder.text(copy).contains("\"statut\": \"rouge\""))
  }

  @Test func `a change made elsewhere is shown without a key`() throws {
    let path = try small()
    let other = smallFile.replacing("Essai", with: "Autre")
    let terminal = ScriptedTerminal([
      // Once these are saved, nothing but the watch looks at the file.
      .keys(.character("r")), .wokenUntil { $0.hasSuffix("enregistré 14:32") },
      .keys(.character("o")), .wokenUntil { $0.hasSuffix("enregistré 14:32") },
      .doing { [folder] in try? folder?.replace("x.dpes.json", by: other) },
      .wokenUntil { $0.contains("Autre") },
    ])
    var session = try session(terminal, on: path)
    try session.run()
    #expect(terminal.headers.last?.contains("Autre") == true)
  }

  @Test func `events that waited together make one frame, and nothing new makes none`() throws {
    let path = try #require(folder).putExample()
    let down = Event.key(.down)
    let terminal = ScriptedTerminal([
      .events([down, down, down]), .events([.key(.control("y"))]), .events([]),
      .events([down]),
    ])
    var session = try session(terminal, on: path)
    try session.run()
    #expect(terminal.shown.count == 3)
  }

  @Test func `back from suspension, or at another size, all is drawn again`() throws {
    let path = try small()
    let terminal = ScriptedTerminal([
      .keys(.control("z")), .events([.resumed]), .events([.resize(Size(100, 30))]),
      .events([.resize(Size(80, 24))]),
    ])
    var session = try session(terminal, on: path)
    try session.run()
    #expect(terminal.suspensions == 1)
    #expect(
      terminal.shown.map(\.size) == [
        Size(100, 30), Size(100, 30), Size(100, 30), Size(80, 24),
      ])
  }

  @Test func `what is done is on disk before the process is suspended`() throws {
    let path = try small()
    let terminal = ScriptedTerminal([.keys(.character("r"), .control("z"))])
    var held = ""
    terminal.onSuspend = { held = (try? folder?.text("x.dpes.json")) ?? "" }
    var session = try session(terminal, on: path)
    try session.run()
    #expect(held.contains("\"statut\": \"rouge\""))
  }

  @Test func `a day that begins is seen at the next event`() throws {
    let path = try #require(folder).putExample()
    let tomorrow = try #require(Day(iso: "2027-04-02"))
    let keys = ScriptedTerminal.Step.keys(.character("4"))
    let terminal = ScriptedTerminal([
      keys, .doing { [today] in today.update { $0 = tomorrow } }, .events([.key(.control("y"))]),
    ])
    var session = try session(terminal, on: path)
    try session.run()
    let later = ScriptedTerminal([keys])
    var sessionOfLater = try self.session(later, on: path)
    try sessionOfLater.run()
    #expect(terminal.shown.last == later.shown.last)
    #expect(terminal.shown.last != terminal.shown.dropLast().last)
  }

  @Test func `the theme and the mouse are the terminal's business`() throws {
    let path = try small()
    let terminal = ScriptedTerminal([.keys(.character("t")), .keys(.function(7))])
    var session = try session(terminal, on: path, theme: .clair)
    try session.run()
    #expect(terminal.themes == [.clair, .contraste])
    #expect(terminal.mouse == [true, false])
  }

  @Test func `the start screen opens a recent file, and refuses one that is spoilt`() throws {
    let folder = try #require(folder)
    let path = try small()
    let spoilt = try folder.put("{", in: "y.dpes.json")
    let desk = try desk()
    desk.noteRecent(path)
    desk.noteRecent(spoilt)
    let terminal = ScriptedTerminal([.keys(.enter), .keys(.escape), .keys(.down), .keys(.enter)])
    var session = try session(terminal)
    try session.run()
    #expect(terminal.shown.count == 5)
    let refused = terminal.shown[1].description
    #expect(refused.contains("y.dpes.json"), "\(refused)")
    #expect(terminal.headers.last?.contains("Essai") == true)
    #expect(desk.recents == [path, spoilt])
  }

  @Test func `a new démarche goes to a file named after the structure`() throws {
    let folder = try #require(folder)
    try folder.put("pris", in: "la-ferme.dpes.json")
    let name = "La Ferme".map { Key.character($0) }
    let terminal = ScriptedTerminal([
      .keys(.character("n")), .events(name.map(Event.key)), .keys(.enter),
    ])
    var session = try session(terminal)
    try session.run()
    #expect(terminal.headers.last?.contains("La Ferme") == true)
    #expect(try folder.text("la-ferme-2.dpes.json").contains("\"raisonSociale\": \"La Ferme\""))
    #expect(try folder.text("la-ferme.dpes.json") == "pris")
  }

  @Test func `the start screen opens the person's own example`() throws {
    let folder = try #require(folder)
    try FileManager.default.createDirectory(
      atPath: folder.path("share/palier/fournis/exemples"), withIntermediateDirectories: true)
    try folder.putExample(in: "share/palier/fournis/exemples/residence-du-halage.dpes.json")
    let terminal = ScriptedTerminal([.keys(.character("x")), .keys(.character("r"))])
    var session = try session(terminal)
    try session.run()
    #expect(terminal.headers.last?.contains("Résidence du Halage") == true)
    let copy = try folder.text("state/palier/exemples/residence-du-halage.dpes.json")
    #expect(copy.contains("\"debut\": \"2025-10-01\""))
    let shipped = "share/palier/fournis/exemples/residence-du-halage.dpes.json"
    #expect(try folder.bytes(shipped) == shippedExample())
  }
}
