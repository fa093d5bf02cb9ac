import DPES
import DPESStore
import Foundation
import TerminalUI
import Testing

@testable import PalierCommand

/// What is worked out ahead of keys is a matter of time alone.
@Suite struct CommandAheadTests {
  /// Moves, a filter, the screens, a réalisé and its undo, letters in the capture and in a search.
  private static var steps: [ScriptedTerminal.Step] {
    let saved = ScriptedTerminal.Step.wokenUntil { $0.contains("enregistré 14:32") }
    return each([.down, .down, .up, .right, .pageDown, .pageUp, .left, .tab])
      + [.keys(.down, .down, .right, .up)] + each("f".keys) + each("f45".keys) + [
        .keys(.down), .keys(.right),
      ]
      + each("p".keys) + [saved] + each("u".keys) + [saved] + each("x".keys) + [saved]
      + each("3n".keys) + each("les é".keys) + [
        .keys(.backspace), .keys(.control("u")), .keys(.escape),
      ]
      + each("/les".keys) + [.keys(.down), .keys(.enter)]
  }

  private static func each(_ keys: [Key]) -> [ScriptedTerminal.Step] { keys.map { .keys($0) } }

  /// The frames of a session, how many of them were ready, and the file that it leaves.
  private func session(_ ahead: Ahead) throws -> (shown: [Canvas], ready: Int, file: String) {
    let folder = try CommandFolder()
    let path = try folder.putExample(in: "x.dpes.json")
    let places = Places(
      environment: ["XDG_STATE_HOME": folder.path("state")], executable: nil
    ) { _ in false }
    let day = try #require(Day(iso: "2026-12-01"))
    let clock = Clock {
      Clock.Reading(instant: Instant(seconds: day.number * 86_400 + 52_320), day: day)
    }
    let terminal = ScriptedTerminal(Self.steps)
    var ready = 0
    terminal.onShow = { [unowned terminal] in ready += terminal.foreseen.contains($0) ? 1 : 0 }
    var session = try Session(
      terminal, Desk(places: places, clock: clock, folder: folder.url.path),
      Look(theme: .sombre, isASCII: false),
      opening: .file(try DemarcheFile.open(path)), ahead: ahead)
    try session.run()
    return (terminal.shown, ready, try folder.text("x.dpes.json"))
  }

  @Test func `a session shows and writes the same with nothing worked out ahead`() throws {
    let ahead = try session(Ahead(isOn: true))
    let direct = try session(Ahead(isOn: false))
    #expect(ahead.ready > 15 && direct.ready == 0, "\(ahead.ready), \(direct.ready)")
    #expect(direct.shown.count > 25, "\(direct.shown.count)")
    #expect(ahead.shown == direct.shown)
    #expect(ahead.file == direct.file)
  }
}

extension String {
  fileprivate var keys: [Key] { map(Key.character) }
}
