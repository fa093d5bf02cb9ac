import DPES
import Seeded
import Testing

/// Somebody who presses anything, anywhere, on a line that cuts what it carries: the program goes on,
/// and the file stays whole.
@Suite(.serialized) struct PalierMonkeyTests {
  /// Keys that lead somewhere come oftener than chance would have it.
  private static let gestures: [String] =
    "abcdefghijklmnoprstuvwxyz!?:/<> 123456789&é\"'(è_çà".map(String.init)
    + [
      "\r", "\r", "\t", "\u{7F}", "\u{1B}", "\u{3}", "\u{12}", "\u{13}", "\u{4}", "\u{5}", "\u{7}",
      "\u{17}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[5~",
      "\u{1B}[6~",
      "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{1B}[Z", "\u{1B}[1;2C", "\u{1B}[1;5A", "\u{1B}[1;3D",
      "\u{1B}OP", "\u{1B}OQ", "\u{1B}OR", "\u{1B}[15~", "\u{1B}[17~", "\u{1B}[18~", "\u{1B}[19~",
      "\u{1B}[20~", "\u{1B}[21~", "\u{1B}o", "\u{1B}\r", "\u{1B}é", "\u{1B}\u{7F}",
      "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[12;40R",
      "\u{1B}[200~un mot\u{1B}[201~", "\u{1B}[200~- un\r- deux\r\u{1B}[201~", "\u{1B}[200~sans fin",
      "Un midi trop court\rNous avons peu\r", "La soupe est froide", "e\u{301}", "日",
    ]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `whatever is pressed, the program goes on and the file is whole`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let palier = try PalierFolder()
    var pty = try palier.pty()
    for _ in 0..<1_500 {
      press(on: pty, using: &random)
      if pty.hasEnded {
        // q was among them.
        #expect(try pty.waitForExit() == .exit(0))
        pty = try palier.pty()
      }
    }
    pty.resize(width: 80, height: 24)
    pty.send(signal: 15)
    #expect(try pty.waitForExit() == .exit(0))
    #expect(try palier.verify() < 2)
    #expect(try palier.isAsWritten)
  }

  /// A key, a click or another size; some bytes of it late.
  private func press(on pty: Pty, using random: inout SeededGenerator) {
    var gesture = Self.gestures.randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      return pty.resize(
        width: Int.random(in: 1...200, using: &random),
        height: Int.random(in: 1...60, using: &random)
      )
    case 1, 2:
      let column = Int.random(in: 1...90, using: &random)
      let row = Int.random(in: 1...30, using: &random)
      gesture =
        "\u{1B}[<\([0, 0, 0, 64, 65][column % 5]);\(column);\(row)\(row % 2 == 0 ? "M" : "m")"
    case 3: gesture = "\u{3}\u{3}" + gesture
    default: break
    }
    let bytes = Array(gesture.utf8)
    let cut = Int.random(in: 0...bytes.count, using: &random)
    let isCut = Int.random(in: 0..<4, using: &random) == 0
    pty.write(bytes: isCut ? Array(bytes[..<cut]) : bytes)
    pty.read(forMilliseconds: isCut ? 30 : 2)
    if isCut { pty.write(bytes: Array(bytes[cut...])) }
  }
}
