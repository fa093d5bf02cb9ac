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

  private var months: Int { max(avancement.periodes.last?.mois ?? 36, 1) }

  private func x(_ mois: Int) -> Int {
    Self.left + (Self.right - Self.left) * min(max(mois, 0), months) / months
  }

  var drawing: Drawing {
    let lanes = avancement.axes.map { 44 + max(1, $0.paliers.count) * Self.rowHeight }
    let height = 110 + lanes.reduce(0, +) + 28
    var drawing = Drawing(
      title: "Schéma de progrès de \(structure) au \(avancement.jour.french)",
      width: 1420, height: height)
    drawing.text(structure, at: 710, 30, size: 20, bold: true, anchor: "middle")
    drawing.text(
      "Schéma de progrès au \(avancement.jour.french)", at: 710, 52, size: 15, anchor: "middle")
    scale(height, in: &drawing)
    var y = 110
    for (axe, lane) in zip(avancement.axes, lanes) {
      self.lane(axe, at: y, height: lane, in: &drawing)
      y += lane
    }
    return drawing
  }

  private func scale(_ height: Int, in drawing: inout Drawing) {
    for mois in [0] + avancement.periodes.map(\.mois) {
      let name =
        switch mois {
        case 0: "départ"
        case Periode.colonne(deEcheance: avancement.dureeMois): "\(mois)\u{A0}mois, cible"
        case Periode.colonne(deEcheance: avancement.intermediaireMois):
          "\(mois)\u{A0}mois, intermédiaire"
        default: "\(mois)\u{A0}mois"
        }
      drawing.line(x(mois), 92, x(mois), height - 24, "stroke=\"#d3dade\"")
      let anchor = mois == 0 ? "start" : mois == months ? "end" : "middle"
      drawing.text(name, at: x(mois), 86, anchor: anchor, ink: "#4a5860")
    }
    guard let mois = avancement.moisCourant, (0...months).contains(mois) else { return }
    drawing.line(
      x(mois), 96, x(mois), height - 24,
      "stroke=\"#0b5c8a\" stroke-width=\"2\" stroke-dasharray=\"6 4\"")
    drawing.text(
      "aujourd’hui", at: x(mois), height - 8, bold: true,
      anchor: mois * 2 > months ? "end" : "start", ink: "#0b5c8a")
  }

  private func lane(
    _ axe: Avancement.ParAxe, at y: Int, height: Int, in drawing: inout Drawing
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
    for palier in axe.paliers {
      step(palier, at: y + height - 6 - palier.rang * Self.rowHeight, in: &drawing)
    }
  }

  private func step(_ palier: Avancement.ParPalier, at y: Int, in drawing: inout Drawing) {
    let tint = Tint(palier.etat)
    let start = x(palier.palier.tenuAuDepart ? 0 : palier.palier.echeanceMois ?? months)
    let width = max(4, Self.right - start)
    let deadline = palier.palier.echeanceMois.map { "à \($0)\u{A0}mois" } ?? "sans échéance"
    let when = palier.palier.tenuAuDepart ? "tenu au départ" : deadline
    let text = "\(palier.rang). \(palier.palier.intitule)"
    let said = "\(palier.etat.signe) \(palier.etat.mot)"
    drawing.group("\(text), \(when), \(palier.etat.mot)") { drawing in
      drawing.write(
        "<rect x=\"\(start)\" y=\"\(y)\" width=\"\(width)\" height=\"\(Self.rowHeight - 3)\" "
          + "fill=\"\(tint.ground)\" stroke=\"\(tint.ink)\"/>")
      // Words that have no room inside their step stand before it.
      let words = "\(text) — \(when), \(said)"
      let fits = words.count * 8 < width
      let line = words.lines(of: 150).first ?? ""
      drawing.text(
        line, at: fits ? start + 8 : start - 8, y + 17, anchor: fits ? "start" : "end",
        ink: tint == .gris ? "#1a1a1a" : tint.ink)
    }
  }
}
