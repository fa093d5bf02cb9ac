import DPES

/// The schéma de progrès small: a line for each axis that rises by a step at each deadline, the rank
/// of each palier on it, and today.
struct SchemaVignette {
  static let size = (width: 620, height: head + Axe.allCases.count * lane + 24)
  private static let (width, height) = size
  private static let left = 36
  private static let right = 604
  private static let lane = 76
  private static let head = 34
  private static let blue = "#1f3a4d"

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
    let levels = avancement.axes.map { "\($0.axe.nomCourt) \($0.actuel)" }.joined(separator: ", ")
    var drawing = Drawing(
      title:
        "Schéma de progrès de \(structure), niveaux au \(avancement.jour.french)\u{A0}: \(levels)",
      width: Self.width, height: Self.height)
    drawScale(in: &drawing)
    for (index, axe) in avancement.axes.enumerated() {
      rise(axe, from: Self.head + (index + 1) * Self.lane - 8, in: &drawing)
    }
    return drawing
  }

  private func drawScale(in drawing: inout Drawing) {
    let scale = scale
    let bottom = Self.height - 22
    let columns = scale.columns
    // Of many columns, one in so many is named.
    let every = max(1, columns.count / 10)
    for (index, mois) in columns.enumerated() {
      drawing.line(scale.x(mois), Self.head - 10, scale.x(mois), bottom, "stroke=\"#d3dade\"")
      guard index % every == 0 else { continue }
      drawing.text(
        mois == 0 ? "départ" : "\(mois)", at: scale.x(mois), Self.head - 16,
        anchor: scale.anchor(mois), ink: "#4a5860")
    }
    guard let mois = scale.today else { return }
    drawing.line(
      scale.x(mois), Self.head - 8, scale.x(mois), bottom,
      "stroke=\"#7a0c0c\" stroke-width=\"2\" stroke-dasharray=\"6 4\"")
    drawing.text(
      "aujourd’hui", at: scale.x(mois) + (scale.isLate(mois) ? -4 : 4), Self.height - 6,
      anchor: scale.isLate(mois) ? "end" : "start", ink: "#7a0c0c")
  }

  private func rise(_ axe: Avancement.ParAxe, from floor: Int, in drawing: inout Drawing) {
    drawing.text("\(axe.axe.lettre)", at: 14, floor + 5, size: 14, bold: true, anchor: "middle")
    let step = min(15, (Self.lane - 26) / max(1, axe.paliers.count))
    var path = "M\(Self.left) \(floor)"
    var marks: [(palier: Avancement.ParPalier, x: Int, y: Int)] = []
    let side = axe.paliers.count <= 8 ? 18 : axe.paliers.count <= 20 ? 12 : 6
    var y = floor
    let scale = scale
    // A palier stands on those below: none is drawn before one of them, nor over one.
    var place = Self.left
    for palier in axe.paliers {
      let mois = palier.palier.tenuAuDepart ? 0 : palier.palier.echeanceMois ?? scale.months
      let free = marks.isEmpty ? Self.left : min(place + side + 1, Self.right)
      place = max(scale.x(mois), free)
      y -= step
      path += "H\(place)V\(y)"
      marks.append((palier, place, y))
    }
    drawing.write(
      "<path d=\"\(path)H\(Self.right)\" fill=\"none\" stroke=\"#8d9fad\" stroke-width=\"1.6\"/>\n")
    for mark in marks { self.mark(mark.palier, axe, side, at: (mark.x, mark.y), in: &drawing) }
  }

  private func mark(
    _ palier: Avancement.ParPalier, _ axe: Avancement.ParAxe, _ side: Int,
    at place: (x: Int, y: Int), in drawing: inout Drawing
  ) {
    let (fill, edge, ink) =
      switch palier.etat {
      case .tenu: (Self.blue, Self.blue, "#ffffff")
      case .partiel: ("#cfdae2", Self.blue, Self.blue)
      case .perdu: (Tint.rouge.ground, Tint.rouge.ink, "#7a0c0c")
      case .enRetard: (Tint.orange.ground, Tint.orange.ink, "#6b3700")
      case .echu: ("#ffffff", Tint.orange.ink, "#6b3700")
      case .aVenir, .sansObjet: ("#ffffff", "#4a5860", "#1a1a1a")
      }
    drawing.group("\(axe.axe.lettre)\(palier.rang), \(palier.palier.intitule), \(palier.etat.mot)")
    {
      drawing in
      drawing.write(
        "<rect x=\"\(place.x - side / 2)\" y=\"\(place.y - side / 2)\" width=\"\(side)\" "
          + "height=\"\(side)\" rx=\"\(side / 6)\" "
          + "fill=\"\(fill)\" stroke=\"\(edge)\" stroke-width=\"1.4\"/>\n")
      guard side > 6 else { return }
      drawing.text(
        "\(palier.rang)", at: place.x, place.y + (side > 12 ? 4 : 3), size: side > 12 ? 11 : 8,
        bold: true, anchor: "middle", ink: ink)
    }
  }
}
