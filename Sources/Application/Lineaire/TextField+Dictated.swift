import DPES
import TerminalUI

extension TextField {
  /// The same field with a whole line in it, as if each of its characters had been typed; nil where it
  /// has no room for all of it.
  func dictated(_ line: String) -> TextField? {
    var field = TextField(limit: limit, isProse: isProse)
    var before: Character = " "
    var text = ""
    for character in line {
      text.append(isProse && character == "'" && before.isLetter ? "’" : character)
      before = character
    }
    return field.insert(text) ? field : nil
  }
}

extension Lineaire {
  /// Refuses a line that a field has no room for: none of it is kept, and it stands above to be cut.
  static func refuse(_ state: inout State, _ line: String, of field: TextField) -> [Effect] {
    let count = line.unicodeScalars.count
    return state.decline(
      "Ce texte a \(count.counting("caractère")), et il en tient \(field.limit) au plus. "
        + "Redites-le plus court.")
  }
}
