import TerminalUI

/// What the mouse did, as terminals say it: 0 is the first button, 64 and 65 the wheel, 4, 8 and 16
/// keys held, 32 a move; columns and rows count from 1.
struct MouseReport {
  private let button: Int
  private let column: Int
  private let row: Int
  private let isRelease: Bool

  /// Reads `ESC [ < button ; column ; row` and `M`, or `m` for a release; nil for another sequence,
  /// or when it makes no sense.
  init?(sequence: [UInt8]) {
    guard sequence.starts(with: [0x1B, UInt8(ascii: "["), UInt8(ascii: "<")]),
      let final = sequence.last, final | 0x20 == UInt8(ascii: "m")
    else { return nil }
    let fields = String(decoding: sequence.dropFirst(3).dropLast(), as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard fields.count == 3, let button = fields[0], let column = fields[1], let row = fields[2]
    else { return nil }
    self.init(button, column, row, isRelease: final == UInt8(ascii: "m"))
  }

  /// Reads the three bytes after `ESC [ M`: each is 32 more than what it says.
  init?(old: [UInt8]) {
    guard old.count == 3 else { return nil }
    let button = Int(old[0]) - 32
    let isRelease = button & 0b11 == 3 && button & 64 == 0
    self.init(
      isRelease ? 0 : button, Int(old[1]) - 32, Int(old[2]) - 32, isRelease: isRelease)
  }

  private init?(_ button: Int, _ column: Int, _ row: Int, isRelease: Bool) {
    // Beyond that there is no screen.
    guard (1...Self.farthest).contains(column), (1...Self.farthest).contains(row) else {
      return nil
    }
    self.button = button
    self.column = column
    self.row = row
    self.isRelease = isRelease
  }

  private static let farthest = 1 << 16

  /// nil for a button or a move that means nothing here.
  var event: Event? {
    let gesture: Event.Mouse.Gesture
    switch button & ~0b11100 {
    case 0: gesture = isRelease ? .release : .press
    case 64: gesture = .wheelUp
    case 65: gesture = .wheelDown
    default: return nil
    }
    return .mouse(Event.Mouse(gesture, at: Position(column: column - 1, row: row - 1)))
  }
}
