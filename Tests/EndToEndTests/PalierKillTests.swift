import Application
import DPES
import Foundation
import JSONTree
import TerminalUI
import Testing

/// Killed at any moment, the program leaves a file that is whole: one of the states it went through.
struct PalierKillTests {
  /// Each gives the next observation another status.
  private static let keys = ["r", "↓v", "↓r", "↓o", "↓r", "↓v", "↓o", "↓r", "↓o", "↓o"]

  @Test(arguments: Moment.allCases)
  fileprivate func `killed, the file is whole, and one of the states`(at moment: Moment) throws {
    var seen = 0
    for round in 0..<15 {
      let palier = try PalierFolder()
      let states = try states(of: palier)
      let pty = try palier.pty()
      // Some keys are safe already; the others come all at once.
      let safe = round % 4
      type(Self.keys[..<safe], on: pty)
      _ = try wait(
        for: {
          pty.read(forMilliseconds: 1)
          return try palier.observations.map(\.statut) == states[safe] ? true : nil
        }, found: { pty.text.debugDescription })
      // The last frame has been read when there is nothing to read for a while.
      while pty.read(forMilliseconds: 20) > 0 {}
      let before = try palier.bytes
      let sent = safe + 1 + round / 4
      type(Self.keys[safe..<sent], on: pty)
      if try moment.comes(to: palier, on: pty, before: before) { seen += 1 }
      pty.send(signal: SIGKILL)
      #expect(try pty.waitForExit() == .signal(SIGKILL))

      #expect(try palier.verify() < 2)
      let statuts = try palier.observations.map(\.statut)
      let index = try #require(states.firstIndex(of: statuts), "round \(round)")
      #expect(index >= (moment == .replaced ? safe + 1 : safe) && index <= sent)
      #expect(try palier.isAsWritten)
    }
    #expect(seen > 0)
  }

  private func type(_ keys: ArraySlice<String>, on pty: Pty) {
    pty.write(keys.joined().replacing("↓", with: "\u{1B}[B"))
  }

  /// When to kill.
  fileprivate enum Moment: CaseIterable {
    /// Right after the keys are sent.
    case atOnce
    /// Once they are shown, or the first of them.
    case shown
    /// While a new file is being written beside the old one.
    case writing
    /// Once the file was replaced.
    case replaced

    /// Waits for it; false when it went by unseen.
    func comes(to palier: PalierFolder, on pty: Pty, before: [UInt8]) throws -> Bool {
      // Without a pause: the file beside is there for less than a millisecond.
      let end = Date.now.addingTimeInterval(30)
      while Date.now < end {
        switch self {
        case .atOnce: return true
        case .shown where pty.read(forMilliseconds: 1) > 0: return true
        case .writing where try palier.folder.names.count > 1: return true
        case .replaced where try palier.bytes != before: return true
        case .writing where try palier.bytes != before: return false
        case .shown, .writing, .replaced: continue
        }
      }
      throw Timeout(found: "the file as it was")
    }
  }

  /// The statuses of the newest image at first and after each of the keys, made in process.
  private func states(of palier: PalierFolder) throws -> [[Statut?]] {
    let day = try #require(Day(iso: "2026-12-01"))
    var state = State(
      State.Environment(today: day, now: Instant(seconds: 0), ids: IDGenerator(seed: 1)),
      size: Size(80, 24), document: Document(try palier.demarche, path: palier.file))
    var states = [try palier.observations.map(\.statut)]
    for keys in Self.keys {
      for key in keys { _ = state.update(.event(.key(key == "↓" ? .down : .character(key)))) }
      states.append(
        try #require(state.document?.demarche.cercles.last?.observations.map(\.statut)))
    }
    // Each is told from the others.
    #expect(Set(states).count == states.count)
    return states
  }
}
