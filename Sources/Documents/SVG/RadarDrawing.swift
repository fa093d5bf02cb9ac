import DPES

/// The profiles as a radar: four axes side by side, a line for each profile, never one number.
struct RadarDrawing {
  private static let centre = (x: 330, y: 300)
  private static let reach = 200.0

  private let avancement: Avancement
  private let structure: String

  init(_ dossier: Dossier) {
    avancement = dossier.avancement
    structure = dossier.demarche.structure.raisonSociale
  }

  /// U top left, P top right, T bottom right, D bottom left, as on the circle.
  private static let directions: [(axe: Axe, x: Double, y: Double)] = [
    (.utilite, -0.707, -0.707), (.personne, 0.707, -0.707), (.territoire, 0.707, 0.707),
    (.democratie, -0.707, 0.707),
  ]

  private var profiles: [(moment: Avancement.Profil.Moment, name: String, style: String)] {
    [
      (
        .cible, "cible, à \(avancement.dureeMois)\u{A0}mois",
        "stroke=\"#5b3a8c\" stroke-width=\"2\" stroke-dasharray=\"2 5\" fill=\"none\""
      ),
      (
        .intermediaire, "intermédiaire, à \(avancement.intermediaireMois)\u{A0}mois",
        "stroke=\"#0b5c8a\" stroke-width=\"2\" stroke-dasharray=\"9 5\" fill=\"none\""
      ),
      (
        .actuel, "actuel",
        "stroke=\"#1a1a1a\" stroke-width=\"3\" fill=\"#1a1a1a\" fill-opacity=\"0.08\""
      ),
    ]
      + (avancement.ditSonDepart
        ? [(.depart, "de départ", "stroke=\"#7a5c00\" stroke-width=\"2\" fill=\"none\"")] : [])
  }

  var drawing: Drawing {
    var drawing = Drawing(
      title: "Profils de \(structure) au \(avancement.jour.french)", width: 660,
      height: 680)
    let most = max(1, avancement.axes.map { max($0.paliers.count, $0.cible) }.max() ?? 1)
    for level in 1...min(most, 40) {
      drawing.write(
        "<path d=\"\(path(Array(repeating: level, count: 4), most))\" fill=\"none\" stroke=\"#c4ccd1\"/>\n"
      )
    }
    for direction in Self.directions {
      let (x, y) = point(direction, Double(most), most)
      drawing.line(Self.centre.x, Self.centre.y, x, y, "stroke=\"#7a8790\"")
      let axe = avancement[direction.axe]
      let (left, up) = (direction.x < 0, direction.y < 0)
      let edge = left ? 20 : 640
      drawing.text(
        direction.axe.nomCourt, at: edge, up ? 60 : 540, size: 16, bold: true,
        anchor: left ? "start" : "end")
      drawing.text(
        (avancement.ditSonDepart ? "départ \(axe.depart), " : "")
          + "actuel \(axe.actuel), puis \(axe.intermediaire), puis \(axe.cible)", at: edge,
        up ? 82 : 562, anchor: left ? "start" : "end")
    }
    for (index, profile) in profiles.enumerated() {
      let levels = Self.directions.map { avancement[$0.axe].niveau(profile.moment) }
      let said = zip(Self.directions, levels).map { "\($0.axe.nomCourt) \($1)" }
      drawing.group("Profil \(profile.name)\u{A0}: \(said.joined(separator: ", "))") {
        $0.write("<path d=\"\(path(levels, most))\" \(profile.style)/>")
      }
      let y = 600 + index * 24
      drawing.line(40, y - 4, 110, y - 4, profile.style)
      let same =
        avancement[profile.moment].estLePrecedent && ![.actuel, .depart].contains(profile.moment)
        ? " (comme le précédent)" : ""
      drawing.text("profil \(profile.name)\(same)", at: 122, y)
    }
    return drawing
  }

  private func path(_ levels: [Int], _ most: Int) -> String {
    let points = zip(Self.directions, levels).map { direction, level in
      let (x, y) = point(direction, Double(level), most)
      return "\(x) \(y)"
    }
    return "M" + points.joined(separator: "L") + "Z"
  }

  private func point(
    _ direction: (axe: Axe, x: Double, y: Double), _ level: Double, _ most: Int
  ) -> (Int, Int) {
    let reach = Self.reach * level / Double(most)
    return (
      Self.centre.x + Int((direction.x * reach).rounded()),
      Self.centre.y + Int((direction.y * reach).rounded())
    )
  }
}
