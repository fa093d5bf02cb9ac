import DPES

/// The profil stratégique as the method's slide arranges it: what carries on the left, what holds back
/// on the right, what the structure wants between them.
struct ProfilDrawing {
  private static let width = 1420
  private static let columnWidth = 460
  private static let gap = 10
  private static let lineHeight = 19
  private static let head = 76
  /// In characters, beside the sign of a list.
  private static let lineLength = 56

  private let profil: ProfilStrategique
  private let structure: String

  init(_ dossier: Dossier) {
    profil = dossier.demarche.profilStrategique
    structure = dossier.demarche.structure.raisonSociale
  }

  /// Each thing of a box as lines, the first of a thing said so.
  private func lines(_ cle: ProfilStrategique.Cle) -> [(text: String, isFirst: Bool)] {
    let boite = profil[cle]
    guard !boite.elements.isEmpty else {
      return [(boite.etat == .neant ? "néant" : "à demander", false)]
    }
    return boite.elements.flatMap { element in
      element.lines(of: Self.lineLength).enumerated().map { ($1, $0 == 0) }
    }
  }

  var drawing: Drawing {
    let rows = ProfilStrategique.Cle.rangees.map { keys in
      (keys, 52 + Self.lineHeight * (keys.map { lines($0).count }.max() ?? 0))
    }
    let height = Self.head + rows.reduce(0) { $0 + $1.1 + Self.gap } + 10
    var drawing = Drawing(
      title: "Profil stratégique de \(structure)", width: Self.width, height: height)
    drawing.text(structure, at: Self.width / 2, 30, size: 20, bold: true, anchor: "middle")
    drawing.text("Profil stratégique", at: Self.width / 2, 54, size: 15, anchor: "middle")
    var y = Self.head
    for (keys, height) in rows {
      for (column, cle) in keys.enumerated() {
        box(cle, at: 10 + column * (Self.columnWidth + Self.gap), y, height, in: &drawing)
      }
      y += height + Self.gap
    }
    return drawing
  }

  private func box(
    _ cle: ProfilStrategique.Cle, at x: Int, _ y: Int, _ height: Int, in drawing: inout Drawing
  ) {
    let sign = cle.signe.map { "\($0) " } ?? ""
    drawing.group(cle.nom) { drawing in
      drawing.write(
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Self.columnWidth)\" height=\"\(height)\" "
          + "fill=\"\(sign.isEmpty ? "#f3f7fa" : "#ffffff")\" stroke=\"#1f3a4d\"/>\n")
      drawing.text(sign + cle.nom, at: x + 12, y + 26, size: 16, bold: true, ink: "#1f3a4d")
      for (index, line) in lines(cle).enumerated() {
        let place = y + 52 + index * Self.lineHeight
        if line.isFirst { drawing.text("•", at: x + 12, place) }
        drawing.text(line.text, at: x + 26, place)
      }
    }
  }
}
