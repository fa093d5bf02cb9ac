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
}
