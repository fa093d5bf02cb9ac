import Application
import DPES
import DPESStore
import Foundation
import JSONTree
import TerminalUI
import Testing

@testable import PalierCommand

/// When the note of what is typed holds a text, and when it lets go of it.
@Suite struct CommandDraftTests {
  private let folder: CommandFolder
  private let file: DemarcheFile
  private let desk: Desk
  private let background = Background(wake: {})

  init() throws {
    folder = try CommandFolder()
    let path = try folder.put(smallFile, in: "x.dpes.json")
    let places = Places(
      environment: ["XDG_STATE_HOME": folder.path("home/state")], executable: nil
    ) { _ in false }
    desk = Desk(places: places, clock: .system(), folder: folder.url.path)
    file = try DemarcheFile.open(path)
  }

  private func opened() -> State {
    State(
      State.Environment(
        today: Day(number: 20_000), now: Instant(seconds: 20_000 * 86_400),
        ids: IDGenerator(seed: 1)),
      size: Size(80, 24), screen: .cercle, document: file.document)
  }

  private func press(_ keys: String, in state: inout State) {
    for key in keys {
      _ = state.update(.event(.key(key == "\n" ? .enter : .character(key))))
    }
  }

  /// The texts of the notes on disk, whoever holds them.
  private func noted() throws -> [String] {
    background.finish()
    let system = GlibcFileSystem()
    let place = "home/state/palier/brouillons"
    // There is no folder before the first note.
    let names = (try? system.names(in: folder.path(place))) ?? []
    return try names.flatMap { name -> [String] in
      guard case .object(let note) = try JSONValue.parse(folder.bytes("\(place)/\(name)")),
        case .array(let texts)? = note["textes"]
      else { return [] }
      return texts.compactMap {
        if case .object(let text) = $0, case .string(let words)? = text["texte"] {
          words
        } else {
          nil
        }
      }
    }
  }

  @Test func `what was entered stays in the note until the disk has it`() throws {
    var state = opened()
    var keeper = DraftKeeper(desk, background)
    press("nLe loyer a doublé", in: &state)
    keeper.tell(state, of: file.file)
    #expect(try noted() == ["Le loyer a doublé"])
    press("\nur", in: &state)
    keeper.tell(state, of: file.file)
    #expect(try noted() == ["Le loyer a doublé"])
    // The next one begins meanwhile.
    press("Le chauff", in: &state)
    keeper.tell(state, of: file.file)
    #expect(try noted() == ["Le loyer a doublé", "Le chauff"])
    _ = state.update(.saved(revision: try #require(state.document).revision, at: "14:32"))
    keeper.tell(state, of: file.file)
    #expect(try noted() == ["Le chauff"])
    keeper.end()
    #expect(try noted().isEmpty)
  }

  @Test func `what came back stays in its note until the disk has it`() throws {
    var state = opened()
    press("nLe loyer a dou", in: &state)
    let id = file.demarche.id
    let path = try #require(file.file.resolvedPath)
    var other = try DraftNote(about: id, in: desk.places)
    try other.write(DraftKeeper.json(of: state.drafting, id: id, path: path, numero: 1))
    var keeper = DraftKeeper(desk, background)
    // Its window is there still.
    #expect(keeper.find(about: id, in: path).isEmpty)
    other.release()
    // Another file with the same démarche in it gets nothing.
    #expect(keeper.find(about: id, in: try folder.put(smallFile, in: "y.dpes.json")).isEmpty)
    let left = keeper.find(about: id, in: path)
    #expect(left.map { $0.drafts.map(\.texte) } == [["Le loyer a dou"]])
    var opened = opened()
    for one in left { _ = opened.update(.drafts(one.drafts, since: one.numero)) }
    keeper.take(opened)
    keeper.tell(opened, of: file.file)
    #expect(try noted() == ["Le loyer a dou"])
    _ = opened.update(.saved(revision: try #require(opened.document).revision, at: "14:32"))
    keeper.tell(opened, of: file.file)
    #expect(try noted().isEmpty)
  }

  /// What stands open in the notes on disk.
  private func notedOpen() throws -> [String] {
    background.finish()
    let system = GlibcFileSystem()
    let place = folder.path("home/state/palier/brouillons")
    return try ((try? system.names(in: place)) ?? []).sorted().flatMap { name -> [String] in
      let bytes = try folder.bytes("home/state/palier/brouillons/\(name)")
      guard case .object(let note) = try JSONValue.parse(bytes),
        case .array(let open)? = note["saisies"]
      else { return [] }
      return open.compactMap(Begun.init).flatMap { $0.fields.map(\.text) }
    }
  }

  @Test func `a form left by a window that was killed goes into this window's note`() throws {
    var state = opened()
    press("4nUn conseil ouv", in: &state)
    let id = file.demarche.id
    let path = try #require(file.file.resolvedPath)
    var other = try DraftNote(about: id, in: desk.places)
    try other.write(DraftKeeper.json(of: state.drafting, id: id, path: path, numero: 1))
    other.release()
    var keeper = DraftKeeper(desk, background)
    let left = keeper.find(about: id, in: path)
    // As it was written, to the letter.
    #expect(left.flatMap(\.drafts) == state.drafting)
    var opened = opened()
    for one in left { _ = opened.update(.drafts(one.drafts, since: one.numero)) }
    keeper.take(opened)
    keeper.tell(opened, of: file.file)
    #expect(try notedOpen() == ["Un conseil ouv"])
    press("ert", in: &opened)
    keeper.tell(opened, of: file.file)
    #expect(try notedOpen() == ["Un conseil ouvert"])
    // Confirmed, it stays until the disk has it.
    press("\n", in: &opened)
    keeper.tell(opened, of: file.file)
    #expect(try notedOpen() == ["Un conseil ouvert"])
    _ = opened.update(.saved(revision: try #require(opened.document).revision, at: "14:32"))
    keeper.tell(opened, of: file.file)
    #expect(try notedOpen().isEmpty)
  }

  /// On a day whose image is frozen what comes back goes to no image, but to the field.
  @Test func `what stands in the field again is this window's, and goes when it is given up`()
    throws
  {
    var state = opened()
    press("nUn mot\nuo", in: &state)
    _ = state.update(.event(.key(.escape)))
    press("if\n", in: &state)
    let demarche = try #require(state.document?.demarche)
    try #require(demarche.imageOuverte == nil)
    let jour = try #require(demarche.cercles.last).date
    let path = try #require(file.file.resolvedPath)
    for text in ["Une phrase", "Autre chose"] {
      var other = try DraftNote(about: demarche.id, in: desk.places)
      try other.write(
        DraftKeeper.json(
          of: [Draft(text, .observation(point: nil, axe: nil))], id: demarche.id, path: path,
          numero: 9))
      other.release()
      var keeper = DraftKeeper(desk, background)
      var next = State(
        State.Environment(
          today: jour, now: Instant(seconds: jour.number * 86_400), ids: IDGenerator(seed: 1)),
        size: Size(80, 24), screen: .cercle, document: Document(demarche, path: path))
      for one in keeper.find(about: demarche.id, in: path) {
        _ = next.update(.drafts(one.drafts, since: one.numero))
      }
      keeper.take(next)
      keeper.tell(next, of: file.file)
      #expect(try noted() == [text])
      for _ in text { _ = next.update(.event(.key(.backspace))) }
      _ = next.update(.event(.key(.escape)))
      keeper.tell(next, of: file.file)
      keeper.end()
      #expect(try noted().isEmpty && next.document?.demarche == demarche)
    }
  }

  @Test func `what is still to be taken up is left when the window ends`() throws {
    var state = opened()
    press("4nUn conseil", in: &state)
    var keeper = DraftKeeper(desk, background)
    keeper.tell(state, of: file.file)
    keeper.end(keeping: state.drafting)
    #expect(try notedOpen() == ["Un conseil"])
    var next = DraftKeeper(desk, background)
    let path = try #require(file.file.resolvedPath)
    let left = next.find(about: file.demarche.id, in: path)
    #expect(left.flatMap(\.drafts) == state.drafting)
    // Given up, it goes.
    next.take(opened())
    next.tell(opened(), of: file.file)
    #expect(try notedOpen().isEmpty)
  }

  /// Notes that are none of ours, by what is wrong with them.
  private static let strange = [
    "vide": "", "coupée": "{", "liste": "[]", "rien": "null", "zéro": "\u{0}",
    "sans chemin": #"{"fichier": 3, "textes": []}"#,
    "plus récente":
      #"{"fichier": "FILE", "version": 4, "textes": [{"texte": "D’un autre"}], "saisies": []}"#,
    "version en mots": #"{"fichier": "FILE", "version": "2", "textes": [{"texte": "D’un autre"}]}"#,
    "sans textes": #"{"fichier": "FILE", "version": 2, "saisies": [{"genre": "fiche"}]}"#,
    "profonde": String(repeating: "[", count: 100_000),
    "énorme": String(repeating: " ", count: 17 << 20),
  ]

  @Test(arguments: strange.keys.sorted())
  func `a note that is none of ours brings nothing back, and stays`(kind: String) throws {
    let text = Self.strange[kind] ?? ""
    let id = file.demarche.id
    let path = try #require(file.file.resolvedPath)
    var note = try DraftNote(about: id, in: desk.places)
    try note.write(.null)
    note.release()
    try folder.put(
      text.replacing("FILE", with: path),
      in: "home/state/palier/brouillons/" + String(note.path.split(separator: "/").last ?? ""))
    var keeper = DraftKeeper(desk, background)
    #expect(keeper.find(about: id, in: path).isEmpty)
    keeper.take(opened())
    keeper.tell(opened(), of: file.file)
    keeper.end()
    let bytes = try folder.bytes(
      "home/state/palier/brouillons/" + String(note.path.split(separator: "/").last ?? ""))
    #expect(bytes == Array(text.replacing("FILE", with: path).utf8))
  }

  @Test func `of what stood open, what can't be read is left out`() throws {
    let value = try JSONValue.parse(
      Array(
        #"""
        [{"genre": "fiche", "sujet": ["depart"], "champs": [{"champ": "a"}, {"champ": "b", "texte": "x"}]},
         {"genre": "autre", "sujet": [], "champs": [{"champ": "b", "texte": "x"}]},
         {"genre": "fiche", "sujet": [3], "champs": [{"champ": "b", "texte": "x"}]},
         {"genre": "fiche", "sujet": [], "champs": []}, 3, null]
        """#.utf8))
    guard case .array(let elements) = value else { return }
    let read = elements.map(Begun.init)
    #expect(read.map { $0?.fields.map(\.text) } == [["x"], nil, nil, nil, nil, nil])
    #expect(read[0].flatMap { Begun($0.json) } == read[0])
  }

  @Test(arguments: [Begun.Kind.form, .text, .question])
  func `what stood open is read as it was noted, where it stood and whether it was set aside`(
    kind: Begun.Kind
  ) {
    var begun = Begun(
      kind, ["realise", "i1", "12", "tableau"], title: "12 mois · Emplois",
      fields: [
        Begun.Field(id: "valeur", label: "Valeur", text: "3", before: "2", isProse: false),
        Begun.Field(id: "note", label: "Note", text: "Un « mot »", before: "", isProse: true),
      ])
    #expect(Begun(begun.json) == begun)
    begun.focus = "note"
    begun.screen = "tableau"
    begun.place = Wall.Place(axe: .democratie, selection: "i1", mois: 12)
    begun.image = "c1"
    begun.isAside = true
    #expect(Begun(begun.json) == begun)
    begun.isAside = false
    begun.isEntered = true
    #expect(Begun(begun.json) == begun)
  }
}
