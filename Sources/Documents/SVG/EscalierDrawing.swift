import DPES

/// An axis as a staircase: a step for each palier, as high as its rank, that says how it stands.
///
/// Steps are equally wide and nothing is added up: what counts is filled, what is held above a
/// palier that is not is hatched, the rest says with its sign what keeps it. No figure compares axes.
struct EscalierDrawing {
  /// In pixels of the drawing; four stand side by side on a page.
  static let size = (width: 220, height: 118)
  private static let (width, height) = size
  private static let low = 18
  private static let high = 92
  /// Where the steps stand.
  private static let ground = 98
  private static let blue = "#1f3a4d"

  private let axe: Avancement.ParAxe

  init(_ axe: Avancement.ParAxe) { self.axe = axe }

  /// The staircase in words, for those who don't see it.
  var words: String {
    guard !axe.paliers.isEmpty else { return "\(axe.axe.nomCourt)\u{A0}: aucun palier encore" }
    let said = axe.paliers.map { palier in
      let isHeld = palier.etat == .tenu && axe.estSansEffet(palier)
      let held = isHeld ? "tenu, un palier d’en dessous manque" : palier.etat.mot
      return "palier \(palier.rang) \(held)"
    }
    return "\(axe.axe.nomCourt), niveau \(axe.actuel)\u{A0}: \(said.joined(separator: ", "))"
  }

  var drawing: Drawing {
    var drawing = Drawing(title: words, width: Self.width, height: Self.height)
    guard !axe.paliers.isEmpty else {
      drawing.text(
        "aucun palier encore", at: Self.width / 2, Self.ground - 24, anchor: "middle",
        ink: "#555555")
      drawing.line(0, Self.ground, Self.width, Self.ground, "stroke=\"\(Self.blue)\"")
      return drawing
    }
    drawing.write(
      "<defs><pattern id=\"h\(axe.axe.lettre)\" width=\"6\" height=\"6\" "
        + "patternTransform=\"rotate(45)\" patternUnits=\"userSpaceOnUse\">"
        + "<rect width=\"6\" height=\"6\" fill=\"#ffffff\"/><rect width=\"3\" height=\"6\" "
        + "fill=\"\(Self.blue)\"/></pattern></defs>\n")
    for palier in axe.paliers { step(palier, in: &drawing) }
    drawing.line(
      0, Self.ground, Self.width, Self.ground, "stroke=\"\(Self.blue)\" stroke-width=\"2\"")
    return drawing
  }

  private func step(_ palier: Avancement.ParPalier, in drawing: inout Drawing) {
    let count = axe.paliers.count
    let (left, right) = (edge(palier.rang - 1), edge(palier.rang))
    let rise = Self.high - Self.low
    let height = count == 1 ? Self.high : Self.low + rise * (palier.rang - 1) / (count - 1)
    let look = look(palier)
    // Two hundred steps keep their places, and have no room for a gap or an edge.
    let gap = right - left > 6 ? 2 : 0
    drawing.write(
      "<rect x=\"\(left)\" y=\"\(Self.ground - height)\" width=\"\(max(1, right - left - gap))\" "
        + "height=\"\(height)\" fill=\"\(look.fill)\""
        + (gap > 0 ? " stroke=\"\(look.edge)\" stroke-width=\"1.2\"" : "") + "/>\n")
    let middle = (left + right - gap) / 2
    if right - left >= 14 {
      if look.hasPatch {
        drawing.write(
          "<circle cx=\"\(middle)\" cy=\"\(Self.ground - height + 10)\" r=\"8\" fill=\"#ffffff\" "
            + "stroke=\"\(Self.blue)\" stroke-width=\"1.2\"/>\n"
        )
      }
      drawing.text(
        palier.etat.signe, at: middle, Self.ground - height + 14, size: 12, bold: true,
        anchor: "middle", ink: look.ink)
    }
    // Of many, only as many ranks as can be read, and always the level of today.
    let room = count < 10 ? 12 : count < 100 ? 20 : 28
    let every = (room * count + Self.width - 1) / Self.width
    let isLevel = palier.rang == axe.actuel
    guard isLevel || palier.rang % every == 0 && abs(palier.rang - axe.actuel) >= every else {
      return
    }
    drawing.text(
      "\(palier.rang)", at: middle, Self.height - 5, size: 12, bold: isLevel, anchor: "middle",
      ink: isLevel ? "#1a1a1a" : "#4a5860")
  }

  private func edge(_ rang: Int) -> Int { Self.width * rang / axe.paliers.count }

  private func look(
    _ palier: Avancement.ParPalier
  ) -> (fill: String, edge: String, ink: String, hasPatch: Bool) {
    switch palier.etat {
    case .tenu where axe.estSansEffet(palier):
      ("url(#h\(axe.axe.lettre))", Self.blue, Self.blue, true)
    case .tenu: (Self.blue, Self.blue, "#ffffff", false)
    case .partiel: ("#cfdae2", Self.blue, Self.blue, false)
    case .perdu: (Tint.rouge.ground, Tint.rouge.ink, "#7a0c0c", false)
    case .enRetard: (Tint.orange.ground, Tint.orange.ink, "#6b3700", false)
    case .echu: ("#ffffff", Tint.orange.ink, "#6b3700", false)
    case .aVenir, .sansObjet: ("#ffffff", "#7a8790", "#4a5860", false)
    }
  }
}
