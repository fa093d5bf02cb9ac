import Application
import DPES
import Documents
import Foundation
import JSONTree
import TerminalUI
import Testing

/// The sizes that every screen is designed for.
let designedSizes = [
  Size(60, 16), Size(80, 24), Size(100, 30), Size(120, 36), Size(160, 45), Size(240, 67),
]

/// The day on which the shipped example is 14 months old.
let exampleDay = Day(iso: "2026-12-01") ?? Day(number: 0)

/// A file or a folder of the project, by its path there.
func projectFile(_ path: String) -> URL {
  URL(filePath: "\(#filePath.split(separator: "/Tests/")[0])").appending(path: path)
}

/// The shipped example.
func example() throws -> Demarche {
  let file = projectFile("Data/exemples/residence-du-halage.dpes.json")
  return try Demarche(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
}

/// The charter's référentiel, as it is shipped.
func shippedReferentiel() throws -> Referentiel {
  let file = projectFile("Data/referentiels/charte-apes.json")
  return try Referentiel(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
}

/// A file of the reference data, as it is shipped.
func shipped<R: Record>(_ name: String) throws -> R {
  let file = projectFile("Data/\(name)")
  return try R(JSONValue.parse([UInt8](try Data(contentsOf: file))))
}

/// The cycles, as they are shipped.
func shippedCycles() throws -> [Cycle] {
  try FileManager.default.contentsOfDirectory(atPath: projectFile("Data/cycles").path).sorted().map
  {
    try Cycle(
      file: JSONValue.parse([UInt8](try Data(contentsOf: projectFile("Data/cycles/\($0)")))))
  }
}

/// A démarche from the text of a file.
func demarche(_ text: String) throws -> Demarche {
  try Demarche(file: JSONValue.parse(Array(text.utf8)))
}

/// The program on a démarche, with a fixed day, clock and ids.
func state(
  _ demarche: Demarche, _ size: Size, screen: Screen = .cercle, isASCII: Bool = false,
  today: Day = exampleDay
) -> State {
  State(
    State.Environment(
      today: today, now: Instant(seconds: today.number * 86_400 + 52_320),
      ids: IDGenerator(seed: 7),
      isASCII: isASCII, documents: OutgoingDocument.all.map(\.label)),
    size: size, screen: screen, document: Document(demarche, path: "/tmp/essai.dpes.json"))
}

extension State {
  /// What the screen says, its lines run together.
  var words: String {
    view.description.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Presses keys one after the other, and returns what they ask of the world.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { update(.event(.key($0))) }
  }

  /// Types a text, a character at a time.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.flatMap { update(.event(.key(.character($0)))) }
  }
}
