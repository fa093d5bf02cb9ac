import DPES

/// The method's own drawing of a schéma: four branches from one root, a node a palier, and the profiles
/// that join the nodes; four axes side by side, never one number.
struct ArbreDrawing {
  private static let centre = 700
  private static let width = 1400
  private static let top = 100
  private static let line = 19
  /// Letters of five points where a page is as wide as the drawing.
  private static let size = 15
  /// Characters of a line of text beside a branch.
  private static let letters = 43
  /// What a page has for branches, in pixels, where it is as wide as the drawing.
  private static let room = 1560

  private let avancement: Avancement
  private let structure: String
  /// The most paliers of an axis, of those above the root and of those below.
  private let above: Int
  private let below: Int
  /// From a node to the next, in pixels.
  private let across: Double
  private let down: Int
  /// Lines of text that a node has room for.
  private let lines: Int
  /// Too many for one page: the axes above the root, and those below, stand apart.
  private let isHalved: Bool

  init(_ dossier: Dossier) {
    avancement = dossier.avancement
    structure = dossier.demarche.structure.raisonSociale
    let counts = avancement.axes.map(\.paliers.count)
    (above, below) = (max(1, counts.prefix(2).max() ?? 0), max(1, counts.suffix(2).max() ?? 0))
    across = min(46, 220 / Double(max(above, below)))
    isHalved = (above + below) * (Self.line + 4) > Self.room
    let wanted = avancement.axes.flatMap(\.paliers).map { Self.lines(of: $0, upTo: .max).count }
    let most = Self.room / (isHalved ? max(above, below) : above + below)
    down = max(Self.line + 4, min(most, 24 + Self.line * max(2, wanted.max() ?? 0)))
    lines = max(1, (down - 4) / Self.line)
  }

  private var root: (x: Int, y: Int) { (Self.centre, Self.top + above * down) }

  private var title: String {
    "Arbre des paliers de \(structure) au \(avancement.jour.french)"
  }

  /// U top left, P top right, D bottom left, T bottom right, as on the circle; the root is level 0.
  private func node(_ axis: Int, _ level: Int) -> (x: Int, y: Int) {
    guard level > 0 else { return root }
    let x = Int((26 + across * Double(level)).rounded())
    let y = down * level - down / 2
    return (root.x + (axis % 2 == 0 ? -x : x), root.y + (axis < 2 ? -y : y))
  }

  private struct Look {
    let moment: Avancement.Profil.Moment
    let name: String
    let style: String
  }

  /// Those behind first.
  private var looks: [Look] {
    [
      Look(
        moment: .cible, name: "cible, à \(avancement.dureeMois)\u{A0}mois",
        style: "stroke=\"#5b3a8c\" stroke-width=\"2\" stroke-dasharray=\"2 5\" fill=\"none\""),
      Look(
        moment: .intermediaire, name: "intermédiaire, à \(avancement.intermediaireMois)\u{A0}mois",
        style: "stroke=\"#0b5c8a\" stroke-width=\"2\" stroke-dasharray=\"9 5\" fill=\"none\""),
      Look(
        moment: .actuel, name: "actuel",
        style: "stroke=\"#1a1a1a\" stroke-width=\"3\" fill=\"#1a1a1a\" fill-opacity=\"0.06\""),
      Look(
        moment: .depart, name: "de départ",
        style: "stroke=\"#7a8790\" stroke-width=\"2\" fill=\"none\""),
    ]
  }

  /// One, or one for the axes above the root and one for those below.
  var drawings: [Drawing] {
    guard isHalved else { return [drawing] }
    let height = root.y + below * down + 160
    var above = Drawing(title: "\(title), première moitié", width: Self.width, height: root.y + 30)
    draw(0..<2, in: &above)
    var below = Drawing(
      title: "\(title), seconde moitié", width: Self.width, height: height - root.y + 30,
      top: root.y - 30)
    draw(2..<4, in: &below)
    return [above, below]
  }

  var drawing: Drawing {
    var drawing = Drawing(title: title, width: Self.width, height: root.y + below * down + 160)
    draw(0..<4, in: &drawing)
    return drawing
  }

  /// The branches of some axes, by their places.
  private func draw(_ axes: Range<Int>, in drawing: inout Drawing) {
    if axes.contains(0) {
      drawing.text(structure, at: Self.centre, 30, size: 20, bold: true, anchor: "middle")
      drawing.text(
        "Schéma de progrès au \(avancement.jour.french)", at: Self.centre, 52, size: Self.size,
        anchor: "middle")
    }
    let branches = zip(axes, avancement.axes[axes])
    for (index, axe) in branches where !axe.paliers.isEmpty {
      let end = node(index, axe.paliers.count)
      drawing.line(root.x, root.y, end.x, end.y, "stroke=\"#c4ccd1\" stroke-width=\"2\"")
    }
    for (index, look) in looks.enumerated() { profile(look, index, in: &drawing) }
    for (index, axe) in branches { branch(axe, index, in: &drawing) }
    drawing.text("0", at: root.x, root.y + 5, size: Self.size, bold: true, anchor: "middle")
  }

  /// A profile around the root, and its line of the legend.
  private func profile(_ look: Look, _ index: Int, in drawing: inout Drawing) {
    let levels = avancement.axes.map { $0.niveau(look.moment) }
    let said = zip(avancement.axes, levels).map { "\($0.axe.nomCourt) \($1)" }
    let points = [0, 1, 3, 2].map { node($0, levels[$0]) }.map { "\($0.x) \($0.y)" }
    drawing.group("Profil \(look.name)\u{A0}: \(said.joined(separator: ", "))") {
      $0.write("<path d=\"M\(points.joined(separator: "L"))Z\" \(look.style)/>")
    }
    let y = root.y + below * down + 60 + (looks.count - 1 - index) * 24
    drawing.line(470, y - 4, 540, y - 4, look.style)
    let same = avancement[look.moment].estLePrecedent ? " (comme le précédent)" : ""
    drawing.text("profil \(look.name)\(same)", at: 552, y, size: Self.size)
  }

  private func branch(_ axe: Avancement.ParAxe, _ index: Int, in drawing: inout Drawing) {
    let isLeft = index % 2 == 0
    let anchor = isLeft ? "start" : "end"
    let (edge, y) = (isLeft ? 20 : Self.width - 20, index < 2 ? 76 : root.y + below * down + 20)
    drawing.text(axe.axe.nomCourt, at: edge, y, size: 16, bold: true, anchor: anchor)
    drawing.text(
      "départ \(axe.depart), actuel \(axe.actuel), puis \(axe.intermediaire), puis \(axe.cible)",
      at: edge, y + 20, size: Self.size, anchor: anchor, ink: "#4a5860")
    for palier in axe.paliers {
      let place = node(index, palier.rang)
      let tint = Tint(palier.etat)
      drawing.group("\(axe.axe.nomCourt), palier \(palier.rang)\u{A0}: \(palier.etat.mot)") {
        $0.write(
          "<circle cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"11\" fill=\"\(tint.ground)\" "
            + "stroke=\"\(tint.ink)\" stroke-width=\"2\"/>\n")
        $0.text(
          palier.etat.signe, at: place.x, place.y + 5, size: Self.size, bold: true,
          anchor: "middle", ink: tint.ink)
        for (row, line) in Self.lines(of: palier, upTo: lines).enumerated() {
          $0.text(
            line.text, at: place.x + (isLeft ? -18 : 18), place.y + 5 + row * Self.line,
            size: Self.size, bold: line.isTitle, anchor: isLeft ? "end" : "start",
            ink: line.isTitle ? "#1a1a1a" : "#4a5860", halo: true)
        }
      }
    }
  }

  /// What is said beside a node: its title and deadline, then its indicators.
  private static func lines(
    of palier: Avancement.ParPalier, upTo most: Int
  ) -> [(text: String, isTitle: Bool)] {
    let when = palier.palier.echeanceMois.map { " ·\u{A0}\($0)\u{A0}mois" } ?? ""
    let title = cut("\(palier.rang). \(palier.palier.intitule)\(when)", to: min(3, most))
    let indicators = palier.indicateurs.prefix(4).flatMap { suivi in
      cut("•\u{A0}\(suivi.indicateur.intitule)", to: 2)
    }
    let all: [(text: String, isTitle: Bool)] =
      title.map { ($0, true) } + indicators.map { ($0, false) }
    guard all.count > most, let last = all.prefix(most).last, !last.text.hasSuffix("…") else {
      return Array(all.prefix(most))
    }
    return all.prefix(most - 1) + [(last.text + "…", last.isTitle)]
  }

  /// A text in at most so many lines; the last one of a longer text ends with ….
  private static func cut(_ text: String, to count: Int) -> [String] {
    let lines = text.lines(of: letters)
    guard lines.count > count else { return lines }
    return lines.prefix(count - 1) + [lines[count - 1] + "…"]
  }
}
