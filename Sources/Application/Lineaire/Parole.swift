import DPES
import TerminalUI

/// Words in the place of what is drawn: a reader says no sign, and a line holds nothing that a
/// terminal obeys.
enum Parole {
  /// A sentence of the full screen as it is heard.
  static func words(_ text: String) -> String {
    let marks = Marks(.unicode)
    var said = text
    for (sign, word) in pairs(marks) { said = said.replacing("\(sign) \(word)", with: word) }
    // The key that leaves is a sign of its own there.
    said = said.replacing("Échap ferme", with: "- ferme").replacing(" · ", with: ", ")
      .replacing(" │ ", with: ", ")
    var words = ""
    for scalar in said.unicodeScalars { words += spelled(scalar) }
    return words.split(separator: " ").joined(separator: " ")
  }

  /// What a person typed, without what is no text of one line.
  static func typed(_ line: String) -> String {
    String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { isText($0) ? $0 : " " })
    )
    .trimmed
  }

  private static func pairs(_ marks: Marks) -> [(sign: String, word: String)] {
    let statuts: [Statut?] = [.rouge, .orange, .vert, nil]
    let realises = Saisie.statuts.map { marks.mark($0.statut) }
    let others = [
      marks.mark(Realise.Statut?.none), marks.priorite, marks.desaccord, marks.late, marks.past,
      marks.lost, marks.unsaid,
    ]
    return (statuts.map { marks.mark($0) } + realises + others).map { ($0.sign, $0.word) }
  }

  private static func isText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }

  /// Arrows by their keys' names, or what they stand for; lines, blocks and shapes are silent.
  private static func spelled(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2190: "gauche"
    case 0x2191: "haut"
    case 0x2192: "vers"
    case 0x2193: "bas"
    case 0x00B7: ","
    case 0x2300...0x23FF, 0x2500...0x27BF, 0x2800...0x28FF: " "
    default: isText(scalar) ? String(Character(scalar)) : " "
    }
  }
}
