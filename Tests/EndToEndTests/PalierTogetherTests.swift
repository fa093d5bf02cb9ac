import Application
import DPES
import Foundation
import Glibc
import JSONTree
import TerminalUI
import Testing

/// Two of the real program on one file.
struct PalierTogetherTests {
  @Test func `two programs make two thousand changes each in one file, and none is lost`() throws {
    let palier = try PalierFolder()
    let base = try crowded()
    try palier.folder.put(JSONValue.write(base.json), in: "exemple.dpes.json")
    // One works on each axis, and each adds observations of its own.
    let sides = try [Side("A", .utilite, 0, base), Side("B", .personne, 1, base)]
    let programs = try sides.map { _ in try palier.pty() }
    for step in 0..<(Side.changes / Side.atOnce) {
      for (side, pty) in zip(sides, programs) {
        pty.write(side.keys(step))
        pty.read(forMilliseconds: 1)
      }
    }
    var last = (missing: "", at: ContinuousClock.now)
    // As long as something comes: on a busy machine it takes long.
    _ = try wait(
      seconds: 900,
      for: {
        for pty in programs { pty.read(forMilliseconds: 20) }
        let demarche = try palier.demarche
        let missing = sides.map { $0.missing(in: demarche) }.joined(separator: "; ")
        if missing != last.missing { last = (missing, .now) }
        try #require(last.at.duration(to: .now) < .seconds(120), "nothing came; \(missing)")
        return sides.allSatisfy { $0.isWhole(in: demarche) } ? true : nil
      }, found: { last.missing })

    for pty in programs {
      pty.write("\u{3}q")
      #expect(try pty.waitForExit() == .exit(0))
    }
    let demarche = try palier.demarche
    for side in sides { #expect(side.isWhole(in: demarche), "\(side.missing(in: demarche))") }
    let texts = demarche.cercles.flatMap { $0.observations.map(\.texte) }
    #expect(texts.count == 2 * (Side.places + Side.additions))
    #expect(Set(texts).count == texts.count)
    #expect(try palier.verify() < 2)
    #expect(try palier.isAsWritten)
    #expect(try palier.folder.names == ["exemple.dpes.json", "exemple.versions"])
  }

  @Test func `a change made elsewhere is on the screen without a key`() throws {
    let palier = try PalierFolder()
    let screens = try (0..<2).map { _ in try palier.pty() }
    screens[0].write("nMot venu d’ailleurs\r")
    screens[0].write(Pty.apart + "ur")
    try screens[1].waitFor { $0.contains("venu d’ailleurs") }
  }

  @Test func `two windows that begin an image on one day begin the same one`() throws {
    let palier = try PalierFolder()
    var demarche = try Demarche(file: JSONValue.parse(Array(smallFile.utf8)))
    demarche.cercles[0].figee = true
    try palier.folder.put(JSONValue.write(demarche.json), in: "exemple.dpes.json")
    let windows = try (0..<2).map { _ in try palier.pty() }
    for (index, window) in windows.enumerated() { window.write("nDit en \(index)\r") }
    for window in windows { window.write(Pty.apart + "uo") }
    let wanted: Set = ["Premier mot", "Dit en 0", "Dit en 1"]
    let together = try wait(
      seconds: 30,
      for: {
        for window in windows { window.read(forMilliseconds: 20) }
        let now = try palier.demarche
        return Set(now.cercles.flatMap(\.observations).map(\.texte)) == wanted ? now : nil
      }, found: { "" })
    #expect(together.cercles.count == 2)
    let observations = try #require(together.cercles.last?.observations)
    #expect(Set(observations.map(\.texte)) == wanted)
    #expect(Set(observations.compactMap(\.numero)).count == observations.compactMap(\.numero).count)
    #expect(try palier.verify() == 0)
  }

  /// Observations on each of two axes, without status.
  private func crowded() throws -> Demarche {
    var demarche = try Demarche(file: JSONValue.parse(Array(smallFile.utf8)))
    var image = try #require(demarche.cercles.first)
    image.observations = [Axe.utilite, .personne].flatMap { axe in
      (0..<Side.places).map { index in
        var observation = Observation()
        observation.id = "\(axe.rawValue)\(index)"
        observation.texte = "\(axe.rawValue) \(index)"
        observation.axe = axe
        observation.numero = index + 1
        return observation
      }
    }
    demarche.cercles = [image]
    return demarche
  }
}

/// What one of the two does, and what the file holds then.
private struct Side {
  /// Changes that each makes, those that it makes at a time, observations that it changes, adds.
  static let changes = 2000
  static let atOnce = 50
  static let places = 20
  static let additions = 100

  private var steps: [[Key]] = []
  private var statuses: [String: Statut?] = [:]
  private let texts: [String]

  init(_ name: String, _ axe: Axe, _ axis: Int, _ base: Demarche) throws {
    texts = (0..<Self.additions).map { "\(name)\($0)" }
    var changes: [[Key]] = []
    for round in 0..<((Self.changes - Self.additions) / Self.places) {
      for place in 0..<Self.places {
        let status = Array("rov")[(place + round * (axis + 1)) % 3]
        changes.append((place == 0 ? [.home] : [.down]) + [.character(status)])
      }
    }
    if axis > 0 { changes[0].insert(.right, at: 0) }
    for (index, text) in texts.enumerated() {
      changes.append((index == 0 ? [.character("n")] : []) + text.map { .character($0) })
      let letters: [Key] = [.character(axis > 0 ? "p" : "u"), .character("o")]
      changes[changes.count - 1] += [.enter, .insert] + letters + [.insert]
    }
    steps = changes

    // The same, in process and alone.
    let day = try #require(Day(iso: "2026-12-01"))
    var state = State(
      State.Environment(today: day, now: Instant(seconds: 0), ids: IDGenerator(seed: 1)),
      size: Size(80, 24), document: Document(base, path: "x"))
    for key in changes.joined() { _ = state.update(.event(.key(key))) }
    let document = try #require(state.document)
    #expect(document.revision == Self.changes)
    for observation in document.demarche.cercles[0].observations.prefix(2 * Self.places) {
      if observation.axe == axe {
        statuses[observation.id] = observation.statut
      } else {
        #expect(observation.statut == nil)
      }
    }
  }

  /// The keys of some changes, as a terminal sends them.
  func keys(_ step: Int) -> String {
    steps[(step * Self.atOnce)..<((step + 1) * Self.atOnce)].joined().map { key in
      switch key {
      case .character(let character): String(character)
      case .enter: "\r"
      case .home: "\u{1B}OH"
      case .down: "\u{1B}OB"
      case .right: "\u{1B}OC"
      case .insert: Pty.apart
      default: ""
      }
    }.joined()
  }

  func isWhole(in demarche: Demarche) -> Bool { missing(in: demarche).isEmpty }

  /// What is not in the file, in words.
  func missing(in demarche: Demarche?) -> String {
    let observations = demarche?.cercles.first?.observations ?? []
    let found = Set(observations.map(\.texte))
    let absent = texts.filter { !found.contains($0) }
    let wrong = observations.filter { observation in
      statuses[observation.id].map { $0 != observation.statut } ?? false
    }
    if absent.isEmpty, wrong.isEmpty { return "" }
    return "\(absent.count) texts and \(wrong.count) statuses"
  }
}
