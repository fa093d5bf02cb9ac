import CNcurses
import TerminalUI

extension Style {
  private static let emphases: UInt8 = 8

  /// Every role there is.
  static let all: [Style] = Ink.allCases.flatMap { ink in
    Ground.allCases.flatMap { ground in
      (0..<emphases).map { Style(ink, on: ground, Emphasis(rawValue: $0)) }
    }
  }

  /// The number of the role in ncurses' table of looks.
  var look: UInt16 {
    (UInt16(ink.rawValue) * UInt16(Ground.allCases.count) + UInt16(ground.rawValue))
      * UInt16(Self.emphases) + UInt16(emphasis.rawValue)
  }
}

extension Appearance {
  /// The emphases, as ncurses' side of the program counts them.
  var emphasis: UInt32 {
    var result = 0
    if bold { result |= CN_BOLD }
    if dim { result |= CN_DIM }
    if underline { result |= CN_UNDERLINE }
    if reverse { result |= CN_REVERSE }
    return UInt32(result)
  }
}
