import CNcurses
import TerminalUI

extension Style {
  /// Every role there is.
  static let all: [Style] = Ink.allCases.flatMap { ink in
    Ground.allCases.flatMap { ground in
      (0..<8).map { Style(ink, on: ground, Emphasis(rawValue: $0)) }
    }
  }

  /// How many looks there are to number.
  static let lookCount = Int(CN_LOOKS)
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
