import TerminalUI

/// What a terminal sends after ESC for something that ncurses does not know: `[`, parameters and a
/// final letter, or `O` and a letter.
struct EscapeSequence {
  private let parameters: [UInt8]
  private let final: UInt8
  /// The three bytes after `[ M`: an old mouse report.
  private let oldReport: [UInt8]

  /// Takes the sequence that `input` begins with, if there is one.
  init?(takenFrom input: inout ArraySlice<RawInput>) {
    var rest = input
    let introducer = rest.popByte()
    guard introducer == UInt8(ascii: "[") || introducer == UInt8(ascii: "O") else { return nil }
    var parameters: [UInt8] = []
    while introducer == UInt8(ascii: "["), let byte = rest.popByte(in: 0x20...0x3F) {
      parameters.append(byte)
    }
    guard let final = rest.popByte(in: 0x40...0x7E) else { return nil }
    var report: [UInt8] = []
    if introducer == UInt8(ascii: "["), final == UInt8(ascii: "M"), parameters.isEmpty {
      while report.count < 3, let byte = rest.popByte() { report.append(byte) }
    }
    self.parameters = parameters
    self.final = final
    oldReport = report
    input = rest
  }

  /// What the mouse did, when the sequence says that.
  var mouse: Event.Mouse? {
    if oldReport.count == 3 {
      let fields = oldReport.map { Int($0) - 32 }
      let isRelease = fields[0] & 0b11 == 3 && fields[0] & 64 == 0
      return Self.mouse(
        button: isRelease ? 0 : fields[0], fields[1], fields[2], isRelease: isRelease)
    }
    guard parameters.first == UInt8(ascii: "<"), final | 0x20 == UInt8(ascii: "m") else {
      return nil
    }
    let fields = String(decoding: parameters.dropFirst(), as: UTF8.self)
      .split(separator: ";").compactMap { Int($0) }
    guard fields.count == 3 else { return nil }
    let isRelease = final == UInt8(ascii: "m")
    return Self.mouse(button: fields[0], fields[1], fields[2], isRelease: isRelease)
  }

  /// Reads a report: 0 is the first button, 64 and 65 the wheel, 4, 8 and 16 keys held, 32 a move;
  /// columns and rows count from 1.
  private static func mouse(
    button: Int, _ column: Int, _ row: Int, isRelease: Bool
  ) -> Event.Mouse? {
    let gesture: Event.Mouse.Gesture
    switch button & ~0b11100 {
    case 0: gesture = isRelease ? .release : .press
    case 64: gesture = .wheelUp
    case 65: gesture = .wheelDown
    default: return nil
    }
    guard column >= 1, row >= 1 else { return nil }
    return Event.Mouse(gesture, at: Position(column: column - 1, row: row - 1))
  }
}

extension ArraySlice<RawInput> {
  /// Takes the first input when it is a byte of this range.
  fileprivate mutating func popByte(in range: ClosedRange<UInt8> = 0x00...0xFF) -> UInt8? {
    guard case .byte(let byte) = first, range.contains(byte) else { return nil }
    removeFirst()
    return byte
  }
}
