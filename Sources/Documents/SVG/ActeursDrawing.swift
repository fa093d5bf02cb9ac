import DPES

/// The map of the actors around a structure: each tied to it by a line that its nature draws, with its
/// word and what it is about.
struct ActeursDrawing {
  private static let width = 1420
  private static let boxWidth = 440
  private static let head = 90
  private static let rowHeight = 104
  private static let lineLength = 52

  private let acteurs: [Acteur]
  private let structure: String

  init(_ dossier: Dossier) {
    acteurs = dossier.demarche.acteurs
    structure = dossier.demarche.structure.raisonSociale
  }

  var drawing: Drawing {
    let rows = max(2, (acteurs.count + 1) / 2)
    let height = Self.head + rows * Self.rowHeight + 20
    var drawing = Drawing(
      title: "Carte des acteurs de \(structure)", width: Self.width, height: height)
    drawing.text(
      "Carte des acteurs", at: Self.width / 2, 40, size: 20, bold: true, anchor: "middle")
    let middle = Self.head + rows * Self.rowHeight / 2
    for (index, acteur) in acteurs.enumerated() {
      let isLeft = index.isMultiple(of: 2)
      let y = Self.head + index / 2 * Self.rowHeight
      self.acteur(acteur, isLeft: isLeft, at: y, middle, in: &drawing)
    }
    centre(middle, in: &drawing)
    return drawing
  }

  private func centre(_ middle: Int, in drawing: inout Drawing) {
    let lines = structure.lines(of: 26).first(4)
    let height = 30 + lines.count * 20
    drawing.write(
      "<rect x=\"590\" y=\"\(middle - height / 2)\" width=\"240\" height=\"\(height)\" rx=\"8\" "
        + "fill=\"#1f3a4d\"/>\n")
    for (index, line) in lines.enumerated() {
      drawing.text(
        line, at: Self.width / 2, middle - height / 2 + 28 + index * 20, size: 15, bold: true,
        anchor: "middle", ink: "#ffffff")
    }
    if acteurs.isEmpty {
      drawing.text(
        "aucun acteur encore", at: Self.width / 2, middle + height / 2 + 26, anchor: "middle",
        ink: "#555555")
    }
  }

  private func acteur(
    _ acteur: Acteur, isLeft: Bool, at y: Int, _ middle: Int, in drawing: inout Drawing
  ) {
    let x = isLeft ? 20 : Self.width - 20 - Self.boxWidth
    let edge = isLeft ? x + Self.boxWidth : x
    let word = acteur.nature?.nom ?? "nature à dire"
    drawing.line(edge, y + 42, Self.width / 2, middle, acteur.nature.line)
    drawing.group("\(acteur.nom ?? "un acteur"), \(word)") { drawing in
      drawing.write(
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Self.boxWidth)\" height=\"84\" rx=\"4\" "
          + "fill=\"#f3f7fa\" stroke=\"#1f3a4d\"/>\n")
      drawing.text(
        (acteur.nom ?? "un acteur").shortened(to: 44), at: x + 12, y + 24, size: 15, bold: true)
      drawing.text(word, at: x + 12, y + 44, bold: true, ink: "#1f3a4d")
      let said = (acteur.objet ?? "").lines(of: Self.lineLength).first(2)
      for (index, line) in said.enumerated() {
        drawing.text(line, at: x + 12, y + 62 + index * 16)
      }
    }
  }
}

extension Acteur.Nature? {
  /// How it ties: its word stands beside it, as a line alone tells nobody.
  fileprivate var line: String {
    switch self {
    case .alliance: "stroke=\"#1f3a4d\" stroke-width=\"4\""
    case .interdependance: "stroke=\"#1f3a4d\" stroke-width=\"2\""
    case .negociation: "stroke=\"#1f3a4d\" stroke-width=\"2\" stroke-dasharray=\"12 6\""
    case .opposition: "stroke=\"#8a4b00\" stroke-width=\"3\" stroke-dasharray=\"4 5\""
    case .neutralite, nil: "stroke=\"#7a8790\" stroke-width=\"1\""
    }
  }
}
