import DPES

/// The board of a tool with curseurs, as the manual has it: a line for each question, with a ball.
///
/// It is full and black where the question weighs most, hollow otherwise. No line has a scale.
struct CurseurDrawing {
  private static let width = 1200
  private static let lineLength = 420
  private static let rowHeight = 46
  private static let head = 110
  private static let columns = 78

  private enum Row {
    case titre(String)
    case point([String], Curseur?)
  }

  private let title: String
  private let subtitle: String
  private let rows: [Row]

  init(_ dossier: Dossier) {
    let outil = dossier.outil
    title = outil?.nom ?? "Aucun outil"
    let feuilles = outil.map(dossier.feuilles) ?? []
    subtitle = [
      dossier.demarche.structure.raisonSociale,
      feuilles.first?.grille?.date.map { "réponses du \($0.french)" },
    ].compactMap(\.self).joined(separator: " · ")
    var rows: [Row] = []
    for feuille in feuilles {
      if let titre = feuille.titre { rows.append(.titre(titre)) }
      for theme in outil?.themes ?? [] {
        rows.append(.titre(theme.intitule))
        rows += theme.points.map { point in
          let codes = [point.code] + point.anciens
          let reponse = feuille.grille?.reponses.first { one in
            one.point.map(codes.contains) == true
          }
          let lines = Self.wrapped(point.intitule)
          return .point(lines, point.forme == .curseur ? Curseur(reponse) : nil)
        }
      }
    }
    self.rows = rows
  }

  var drawing: Drawing {
    let height = Self.head + rows.count * Self.rowHeight + 60
    var drawing = Drawing(title: "\(title), \(subtitle)", width: Self.width, height: height)
    drawing.text(title, at: 40, 44, size: 24, bold: true)
    drawing.text(subtitle, at: 40, 72)
    drawing.text("−", at: 40, 100, bold: true)
    drawing.text("+", at: 40 + Self.lineLength, 100, bold: true, anchor: "end")
    for (index, row) in rows.enumerated() {
      let y = Self.head + index * Self.rowHeight + Self.rowHeight / 2
      switch row {
      case .titre(let titre): drawing.text(titre, at: 40, y + 6, size: 17, bold: true)
      case .point(let lines, let curseur):
        if let curseur { Self.draw(curseur, at: y, in: &drawing) }
        let first = y + 5 - (lines.count - 1) * 8
        for (line, text) in lines.enumerated() {
          drawing.text(text, at: 80 + Self.lineLength, first + line * 16)
        }
      }
    }
    drawing.text(
      "Chaque argument déplace le curseur ; le groupe dit de combien. Dessin reconstitué.", at: 40,
      height - 24, ink: "#555555")
    return drawing
  }

  private static func draw(_ curseur: Curseur, at y: Int, in drawing: inout Drawing) {
    let (left, right) = (40, 40 + lineLength)
    let middle = (left + right) / 2
    let ink = "stroke=\"#1a1a1a\" stroke-width=\"2\""
    let isSaid = curseur.place != nil
    drawing.line(left, y, right, y, ink + (isSaid ? "" : " stroke-dasharray=\"2 6\""))
    for x in [left, middle, right] { drawing.line(x, y - 8, x, y + 8, ink) }
    guard let place = curseur.place else { return }
    let x = middle + place * lineLength / (2 * Curseur.pas)
    let said = curseur.estPlein ? "boule pleine" : "boule creuse"
    drawing.group(said, transform: "translate(\(x) \(y))") {
      $0.write(
        "<circle r=\"11\" fill=\"\(curseur.estPlein ? "#1a1a1a" : "#ffffff")\" stroke=\"#1a1a1a\" stroke-width=\"3\"/>"
      )
    }
  }

  /// At most two lines of a question.
  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + word.count < columns {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.count < 3 ? lines : [lines[0], lines[1] + "…"]
  }
}
