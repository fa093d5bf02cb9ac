import Application
import DPES
import TerminalUI

extension State {
  /// Plays a line of a script as a person types it: text stands for itself, keys in brackets.
  ///
  /// `[n]Le planning change[Entrée][p][o]`. A bracket holds one key, or the name of one: Entrée,
  /// Échap, Suppr, Retour, Fin, Début, haut, bas, gauche, droite, F6, Ctrl-R; `[3 haut]` presses it
  /// three times.
  @discardableResult
  mutating func play(_ line: String) -> [Effect] {
    var effects: [Effect] = []
    var rest = line[...]
    while let first = rest.first {
      if first == "[", let end = rest.firstIndex(of: "]") {
        let words = rest[rest.index(after: rest.startIndex)..<end].split(separator: " ")
        let count = words.count > 1 ? Int(words[0]) ?? 1 : 1
        for _ in 0..<count { effects += press(key(String(words.last ?? ""))) }
        rest = rest[rest.index(after: end)...]
      } else {
        effects += press(.character(first))
        rest = rest.dropFirst()
      }
    }
    return effects
  }

  private func key(_ name: String) -> Key {
    let named: [String: Key] = [
      "Entrée": .enter, "Échap": .escape, "Suppr": .delete, "Retour": .backspace, "Fin": .end,
      "Début": .home, "haut": .up, "bas": .down, "gauche": .left, "droite": .right, "Tab": .tab,
      "Ctrl-R": .control("r"), "Ctrl-U": .control("u"),
    ]
    if let key = named[name] { return key }
    if name.count > 1, name.hasPrefix("F"), let number = Int(name.dropFirst()) {
      return .function(number)
    }
    return .character(name.first ?? " ")
  }

  /// The observations of the last image.
  var observations: [Observation] { document?.demarche.cercles.last?.observations ?? [] }
}

/// The program on a démarche where nothing was said yet.
func emptyState(_ size: Size = Size(80, 24), isASCII: Bool = false) -> State {
  state(
    Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay), size, isASCII: isASCII)
}
