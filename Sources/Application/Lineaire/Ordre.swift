import DPES
import TerminalUI

/// What a line that is no text asks for.
enum Ordre: Hashable, Sendable {
  /// Entrée alone.
  case suivant
  case retour, encore, aide
  /// What was too long for ten lines goes on.
  case suite
  /// Rows from one to another, counted from 1; nil for the first ten.
  case liste(ClosedRange<Int>?)
  case numero(Int)
  case touche(Key)
  case mots(String)

  init(_ line: String) {
    let folded = line.folded
    switch folded {
    case "": self = .suivant
    case "-": self = .retour
    case ".": self = .encore
    case "h", "?", "aide": self = .aide
    case "suite": self = .suite
    default: self = Self.number(line) ?? Self.list(folded) ?? Self.key(line) ?? .mots(line)
    }
  }

  /// A number of any length: one too large stands for a row that there is not.
  private static func number(_ line: String) -> Ordre? {
    guard line.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return .numero(Int(line) ?? .max)
  }

  /// `liste`, `liste 11`, `liste 11-20`.
  private static func list(_ folded: String) -> Ordre? {
    guard folded == "liste" || folded.hasPrefix("liste ") else { return nil }
    let bounds = folded.dropFirst(5).split { $0 == "-" || $0 == " " }.map { Int($0) ?? 0 }
    guard let first = bounds.first, first > 0 else { return .liste(nil) }
    return .liste(first...max(first, bounds.dropFirst().first ?? first))
  }

  /// A letter, or a key by the name that the help gives it.
  private static func key(_ line: String) -> Ordre? {
    if line.count == 1, let letter = line.first { return .touche(.character(letter)) }
    return named(line).map(Ordre.touche)
  }

  /// A key by its name: `Suppr`, `F9`, `Ctrl-R`, `droite`.
  static func named(_ name: String) -> Key? {
    let folded = name.folded
    let others: [String: Key] = [
      "haut": .up, "bas": .down, "gauche": .left, "droite": .right, "maj-gauche": .shiftLeft,
      "maj-droite": .shiftRight, "maj-haut": .shiftUp, "maj-bas": .shiftDown,
    ]
    if let key = others[folded] { return key }
    let keys: [Key] = [.enter, .escape, .tab, .delete, .home, .end, .backspace]
    if let key = keys.first(where: { $0.label.folded == folded }) { return key }
    if folded.hasPrefix("f"), let number = Int(folded.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    if folded.hasPrefix("ctrl-"), folded.count == 6, let letter = folded.last {
      return .control(letter)
    }
    return nil
  }
}
