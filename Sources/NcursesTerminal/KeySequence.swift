import TerminalUI

/// What terminals send for a key beside, or instead of, what their description says: the cursor keys
/// in both modes, xterm's modifiers, rxvt's, the Linux console's and PuTTY's.
///
/// ncurses is told all of them, and finds the key of a sequence among them and those of the
/// terminal's description. A key whose modifier means nothing has no row: it is refused whole.
enum KeySequence {
  /// Sequences, ESC and all, and their keys; no sequence begins another.
  static let all: [(sequence: String, key: Key)] = arrows + words + places + functions + keypad

  private static let arrows: [(sequence: String, key: Key)] =
    zip("ABCD", [Key.up, .down, .right, .left]).flatMap { letter, key in
      [("\u{1B}[\(letter)", key), ("\u{1B}O\(letter)", key)]
    }
    + zip("ABCD", [Key.shiftUp, .shiftDown, .shiftRight, .shiftLeft]).flatMap { letter, key in
      [
        ("\u{1B}[1;2\(letter)", key), ("\u{1B}O1;2\(letter)", key), ("\u{1B}O2\(letter)", key),
        ("\u{1B}[\(letter.lowercased())", key),
      ]
    }

  /// Ctrl and Alt with ← →, Alt also as an ESC before the key; Alt with Retour arrière.
  private static let words: [(sequence: String, key: Key)] =
    zip("CD", [Key.wordRight, .wordLeft]).flatMap { letter, key in
      [
        ("\u{1B}[1;5\(letter)", key), ("\u{1B}O1;5\(letter)", key), ("\u{1B}[5\(letter)", key),
        ("\u{1B}O5\(letter)", key), ("\u{1B}O\(letter.lowercased())", key),
        ("\u{1B}[1;3\(letter)", key), ("\u{1B}\u{1B}[\(letter)", key),
        ("\u{1B}\u{1B}O\(letter)", key),
      ]
    } + [("\u{1B}\u{7F}", .control("w")), ("\u{1B}\u{8}", .control("w"))]

  private static let places: [(sequence: String, key: Key)] = [
    ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
    ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
  ]

  private static let functions: [(sequence: String, key: Key)] =
    zip("PQRS", 1...4).map { ("\u{1B}O\($0)", .function($1)) }
    + zip("ABCDE", 1...5).map { ("\u{1B}[[\($0)", .function($1)) }
    + zip([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24], 1...12).map {
      ("\u{1B}[\($0)~", .function($1))
    }

  /// The keypad of PuTTY in application mode, as the characters printed on it.
  private static let keypad: [(sequence: String, key: Key)] =
    zip("jklmnopqrstuvwxy", "*+,-./0123456789").map { ("\u{1B}O\($0)", .character($1)) }
    + [("\u{1B}OM", .enter)]
}
