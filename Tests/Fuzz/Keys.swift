import NcursesTerminal
import TerminalUI

/// Any bytes from a terminal, cut anywhere, with any pauses: nothing waits for ever.
enum Keys {
  /// Milliseconds: around each of the limits.
  private static let pauses = [0, 1, 10, 24, 26, 100, 940, 960, 1_099, 1_101, 5_000]

  static func look(at bytes: [UInt8]) -> Bool {
    var choices = Choices(bytes)
    var decoder = InputDecoder { $0.count == 3 ? .up : nil }
    var time = 0
    while !choices.isEmpty {
      let head = Int(choices.byte())
      time += pauses[head / 16 % pauses.count]
      let batch = (0...head % 16).map { _ in choices.byte() }
      _ = decoder.decode(batch, at: time)
    }
    for _ in 0..<8 {
      guard let wait = decoder.wait(at: time) else { return true }
      time += wait
      _ = decoder.decode([], at: time)
    }
    Violation.report("something begun never ends")
  }
}
