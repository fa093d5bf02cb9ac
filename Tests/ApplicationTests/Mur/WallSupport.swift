import DPES
import Foundation
import TerminalUI
import Testing

@testable import Application

/// The sizes that the wall is designed for.
let wallSizes = [
  Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40), Size(160, 45),
]

/// The letters that come with the program, as their file is written.
func shippedLetters() throws -> String {
  let file = projectFile("Data/lettres/lettres.txt")
  return try String(contentsOf: file, encoding: .utf8)
}

/// The program on the wall.
func wall(
  _ demarche: Demarche, _ size: Size, isASCII: Bool = false, isFollower: Bool = false,
  path: String = "/tmp/essai.dpes.json"
) throws -> State {
  State(
    State.Environment(
      today: exampleDay, now: Instant(seconds: exampleDay.number * 86_400 + 52_320),
      ids: IDGenerator(seed: 7), isASCII: isASCII),
    size: size, document: Document(demarche, path: path),
    wall: WallStart(letters: Letters(try shippedLetters()), isFollower: isFollower))
}
