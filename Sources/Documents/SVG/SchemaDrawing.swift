import DPES

/// The schéma de progrès: time from left to right, each axis a lane whose paliers rise as steps.
struct SchemaDrawing {
  private static let left = 40
  private static let right = 1380
  private static let rowHeight = 28

  private let avancement: Avancement
  private let structure: String

  init(_ dossier: Dossier) {
    avancement = dossier.avancement
    structure = dossier.demarche.structure.raisonSociale
  }

  private var scale: MonthScale {
    MonthScale(left: Self.left, right: Self.right, avancement: avancement)
  }

  var drawing: Drawing {
    let steps = avancement.axes.map { $0.paliers.map(step) }
    let lanes = steps.map { 44 + max(Self.rowHeight, $0.reduce(0) { $0 + $1.height }) }
    let height = 110 + lanes.reduce(0, +) + 28
    var drawing = Drawing(
      title: "Schéma de progrès de \(structure) au \(avancement.jour.french)",
      width: 1420, height: height)
    drawing.text(structure, at: 710, 30, size: 20, bold: true, anchor: "middle")
    drawing.text(
      "Schéma de progrès au \(avancement.jour.french)", at: 710, 52, size: 15, anchor: "middle")
    drawScale(height, in: &drawing)
    var y = 110
    for (axe, (steps, height)) in zip(avancement.axes, zip(steps, lanes)) {
      lane(axe, steps, at: y, height: height, in: &drawing)
      y += height
    }
    return drawing
  }

  private func drawScale(_ height: Int, in drawing: inout Drawing) {
    let scale = scale
    for mois in scale.columns {
      let name =
        switch mois {
        case 0: "départ"
        case Periode.colonne(deEcheance: avancement.dureeMois): "\(mois)\u{A0}mois, cible"
        case Periode.colonne(deEcheance: avancement.intermediaireMois):
          "\(mois)\u{A0}mois, intermédiaire"
        default: "\(mois)\u{A0}mois"
        }
      drawing.line(scale.x(mois), 92, scale.x(mois), height - 24, "stroke=\"#d3dade\"")
      drawing.text(name, at: scale.x(mois), 86, anchor: scale.anchor(mois), ink: "#4a5860")
    }
    guard let mois = scale.today else { return }
    drawing.line(
      scale.x(mois), 96, scale.x(mois), height - 24,
      "stroke=\"#0b5c8a\" stroke-width=\"2\" stroke-dasharray=\"6 4\"")
    drawing.text(
      "aujourd’hui", at: scale.x(mois), height - 8, bold: true,
      anchor: scale.isLate(mois) ? "end" : "start", ink: "#0b5c8a")
  }

  private func lane(
    _ axe: Avancement.ParAxe, _ steps: [Step], at y: Int, height: Int, in drawing: inout Drawing
  ) {
    drawing.line(Self.left, y + height - 6, Self.right, y + height - 6, "stroke=\"#7a8790\"")
    drawing.text(axe.axe.nomCourt, at: Self.left + 8, y + 22, size: 16, bold: true)
    drawing.text(
      (axe.ditSonDepart ? "départ \(axe.depart), " : "")
        + "actuel \(axe.actuel), intermédiaire \(axe.intermediaire), cible \(axe.cible)",
      at: Self.left + 210, y + 22, ink: "#4a5860")
    if axe.paliers.isEmpty {
      drawing.text("aucun palier encore", at: Self.left + 8, y + 50, ink: "#555555")
    }
    var top = y + height - 6
    for step in steps {
      top -= step.height
      draw(step, at: top, in: &drawing)
    }
  }

  /// A palier on its lane, with its words inside or before it.
  private struct Step {
    let palier: Avancement.ParPalier
    let said: String
    let start: Int
    let lines: [String]
    let isInside: Bool

    var height: Int { SchemaDrawing.rowHeight + (max(1, lines.count) - 1) * SchemaDrawing.line }
  }

  private static let line = 16
  /// A letter's width, and what stands between a text and an edge.
  private static let (letter, margin) = (8, 8)

  private func step(_ palier: Avancement.ParPalier) -> Step {
    let start = scale.x(palier.palier.tenuAuDepart ? 0 : palier.palier.echeanceMois ?? scale.months)
    let deadline = palier.palier.echeanceMois.map { "à \($0)\u{A0}mois" } ?? "sans échéance"
    let when = palier.palier.tenuAuDepart ? "tenu au départ" : deadline
    let text = "\(palier.rang). \(palier.palier.intitule)"
    let words = "\(text) — \(when), \(palier.etat.signe) \(palier.etat.mot)"
    // Words that have no room inside their step stand before it; those that have none on one line
    // take more lines, where there is most.
    let room = (inside: Self.right - start - Self.margin, before: start - Self.left - Self.margin)
    let length = words.count * Self.letter
    let isInside = length < room.inside || length >= room.before && room.inside >= room.before
    let letters = (isInside ? room.inside : room.before) / Self.letter
    return Step(
      palier: palier, said: "\(text), \(when), \(palier.etat.mot)", start: start,
      lines: words.lines(of: max(1, letters)), isInside: isInside)
  }

  private func draw(_ step: Step, at y: Int, in drawing: inout Drawing) {
    let tint = Tint(step.palier.etat)
    drawing.group(step.said) { drawing in
      drawing.write(
        "<rect x=\"\(step.start)\" y=\"\(y)\" width=\"\(max(4, Self.right - step.start))\" "
          + "height=\"\(step.height - 3)\" fill=\"\(tint.ground)\" stroke=\"\(tint.ink)\"/>")
      for (row, line) in step.lines.enumerated() {
        drawing.text(
          line, at: step.start + (step.isInside ? Self.margin : -Self.margin),
          y + 17 + row * Self.line, anchor: step.isInside ? "start" : "end",
          ink: tint == .gris ? "#1a1a1a" : tint.ink)
      }
    }
  }
}
