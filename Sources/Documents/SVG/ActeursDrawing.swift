import DPES

/// The map of the acteurs: a ring of those around a structure and itself, with what ties each two, on
/// two dates beside each other where there are two.
///
/// It says how partners are seen, and so is drawn for those alone who ask for it by its name.
struct ActeursDrawing {
  private static let panelWidth = 760
  private static let panelHeight = 640
  private static let head = 96
  private static let radius = 210.0
  private static let rowHeight = 34

  /// What was said on a day.
  private struct Panel {
    let title: String
    let liens: [Paire: Lien]
  }

  private let acteurs: [Acteur]
  private let structure: String
  private let panels: [Panel]

  init(_ dossier: Dossier) {
    let demarche = dossier.demarche
    structure = demarche.structure.raisonSociale
    let present = demarche.acteursDeLaCarte(le: dossier.jour)
    let panels = Self.panels(demarche, present.map(\.id), le: dossier.jour)
    let named = Set(
      panels.flatMap { $0.liens.keys.flatMap { [$0.de, $0.vers].compactMap(\.self) } })
    let shown = named.union(present.map(\.id))
    acteurs = demarche.acteurs.filter { shown.contains($0.id) }
    self.panels = panels
  }

  /// What is said now, after the last dated map that says otherwise.
  private static func panels(_ demarche: Demarche, _ ids: [String], le jour: Day) -> [Panel] {
    let said = Paire.toutes(ids).map { ($0, demarche.lien($0)) }.filter { !$1.estVide }
    let now = Dictionary(said, uniquingKeysWith: { first, _ in first })
    var cartes = demarche.cartesParDate
    var title = "dit le \(jour.french)"
    if let last = cartes.last, last.parPaire == now {
      title = "carte du \(last.date?.french ?? "")"
      cartes.removeLast()
    }
    let before = cartes.last.map {
      Panel(title: "carte du \($0.date?.french ?? "")", liens: $0.parPaire)
    }
    return [before].compactMap(\.self) + [Panel(title: title, liens: now)]
  }

  var drawing: Drawing {
    let rows = said.count
    let width = Self.panelWidth * max(2, panels.count)
    let bottom = Self.head + Self.panelHeight
    var drawing = Drawing(
      title: "Carte des acteurs de \(structure)", width: width,
      height: bottom + 70 + rows * Self.rowHeight)
    drawing.text(
      "Carte des acteurs de \(structure.shortened(to: 60))", at: width / 2, 36, size: 20,
      bold: true, anchor: "middle")
    drawing.text(
      "Ce que perçoivent celles et ceux qui la disent\u{A0}: à donner à qui ils choisissent.",
      at: width / 2, 60, anchor: "middle", ink: "#555555")
    let start = (width - Self.panelWidth * panels.count) / 2
    for (index, panel) in panels.enumerated() {
      draw(panel, from: start + index * Self.panelWidth, in: &drawing)
    }
    legend(at: bottom + 10, width, in: &drawing)
    list(from: bottom + 60, in: &drawing)
    return drawing
  }

  /// A whole picture of one date.
  private func draw(_ panel: Panel, from left: Int, in drawing: inout Drawing) {
    let middle = (x: left + Self.panelWidth / 2, y: Self.head + Self.panelHeight / 2)
    drawing.text(
      panel.title.prefix(1).uppercased() + panel.title.dropFirst(), at: middle.x, Self.head,
      size: 15, bold: true, anchor: "middle")
    for paire in Paire.toutes(acteurs.map(\.id)) {
      guard let lien = panel.liens[paire] else { continue }
      let (one, other) = (place(paire.de, around: middle), place(paire.vers, around: middle))
      let said = "\(number(paire.de)) – \(number(paire.vers)), \(lien.phrase)"
      drawing.group(said) { drawing in
        drawing.line(one.x, one.y, other.x, other.y, lien.nature.line)
      }
    }
    for paire in Paire.toutes(acteurs.map(\.id)) {
      guard let lien = panel.liens[paire] else { continue }
      let (one, other) = (place(paire.de, around: middle), place(paire.vers, around: middle))
      // Not in the middle, where all lines of a ring meet.
      drawing.text(
        lien.letters, at: one.x + (other.x - one.x) * 2 / 5, one.y + (other.y - one.y) * 2 / 5 + 5,
        bold: true, anchor: "middle", ink: "#1f3a4d", halo: true)
    }
    for id in [nil] + acteurs.map({ Optional($0.id) }) { node(id, around: middle, in: &drawing) }
    if acteurs.isEmpty {
      drawing.text(
        "aucun acteur encore", at: middle.x, middle.y + 40, anchor: "middle", ink: "#555555")
    }
  }

  /// On the ring, the structure at the top, then as the acteurs stand, clockwise.
  private func place(_ id: String?, around middle: (x: Int, y: Int)) -> (x: Int, y: Int) {
    let turn = 360 * Double(index(id)) / Double(acteurs.count + 1)
    let (x, y) = CirclePlaces.point(turn, Self.radius)
    return (middle.x + Int(x.rounded()), middle.y + Int(y.rounded()))
  }

  private func index(_ id: String?) -> Int {
    id.map { id in 1 + (acteurs.firstIndex { $0.id == id } ?? 0) } ?? 0
  }

  private func number(_ id: String?) -> String { id == nil ? "nous" : "\(index(id))" }

  private func node(_ id: String?, around middle: (x: Int, y: Int), in drawing: inout Drawing) {
    let place = place(id, around: middle)
    let acteur = acteurs.first { $0.id == id }
    let name = id == nil ? structure : acteur?.nom ?? "un acteur"
    drawing.group(name) { drawing in
      drawing.write(
        "<circle cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"15\" "
          + "fill=\"\(id == nil ? "#1f3a4d" : "#f3f7fa")\" stroke=\"#1f3a4d\"/>\n")
      drawing.text(
        id == nil ? "nous" : number(id), at: place.x, place.y + 5, size: id == nil ? 10 : 13,
        bold: true, anchor: "middle", ink: id == nil ? "#ffffff" : "#1f3a4d")
      let side = place.x - middle.x
      let isAside = abs(side) > 60
      let anchor = !isAside ? "middle" : side < 0 ? "end" : "start"
      let x = place.x + (isAside ? (side < 0 ? -22 : 22) : 0)
      let lines = name.lines(of: 20).first(2)
      let top =
        isAside
        ? place.y + 5 - (lines.count - 1) * 8
        : place.y < middle.y ? place.y - 24 - (lines.count - 1) * 16 : place.y + 32
      for (row, line) in lines.enumerated() {
        drawing.text(line, at: x, top + row * 16, anchor: anchor, halo: true)
      }
    }
  }

  /// How each nature is drawn, with its letter and its word.
  private func legend(at y: Int, _ width: Int, in drawing: inout Drawing) {
    let step = 220
    let left = (width - step * Acteur.Nature.allCases.count) / 2
    for (index, nature) in Acteur.Nature.allCases.enumerated() {
      let x = left + index * step
      drawing.line(x, y, x + 44, y, Optional(nature).line)
      drawing.text(
        String(nature.lettre).uppercased(), at: x + 54, y + 5, bold: true, ink: "#1f3a4d")
      drawing.text(nature.nom, at: x + 72, y + 5)
    }
    let letters = Acteur.PorteSur.allCases.map { "\($0.lettre) \($0.nom)" }
    drawing.text(
      "Porte sur\u{A0}: \(letters.joined(separator: ", ")).", at: width / 2, y + 26,
      anchor: "middle", ink: "#555555")
  }

  /// All that is said now, in words.
  private var said: [(qui: String, nom: String, lien: Lien)] {
    let liens = panels.last?.liens ?? [:]
    let own = acteurs.map { acteur in
      (number(acteur.id), acteur.nom ?? "un acteur", liens[Paire(nil, acteur.id)] ?? Lien())
    }
    let others = Paire.toutes(acteurs.map(\.id)).filter { $0.de != nil }
      .compactMap { paire in
        liens[paire].map { ("\(number(paire.de)) – \(number(paire.vers))", "", $0) }
      }
    return own + others
  }

  private func list(from top: Int, in drawing: inout Drawing) {
    for (row, one) in said.enumerated() {
      let y = top + row * Self.rowHeight
      drawing.text(one.qui, at: 40, y, bold: true, ink: "#1f3a4d")
      drawing.text(one.nom, at: 110, y, size: 15, bold: true)
      let words = one.lien.phrase.lines(of: 120).first(1).first ?? "rien n’est dit avec nous"
      drawing.text(
        one.nom.isEmpty ? words : "nous\u{A0}: \(words)", at: one.nom.isEmpty ? 110 : 560, y)
    }
  }
}

extension Lien {
  /// `Am`.
  fileprivate var letters: String {
    let nature = nature.map { String($0.lettre).uppercased() } ?? "·"
    return nature + (porteSur.map { String($0.lettre) } ?? "")
  }
}

extension Acteur.Nature? {
  /// How it ties: its letter stands beside it, as a line alone tells nobody.
  fileprivate var line: String {
    switch self {
    case .alliance: "stroke=\"#1f3a4d\" stroke-width=\"4\""
    case .interdependance: "stroke=\"#1f3a4d\" stroke-width=\"2\""
    case .negociation: "stroke=\"#1f3a4d\" stroke-width=\"2\" stroke-dasharray=\"12 6\""
    case .opposition: "stroke=\"#8a4b00\" stroke-width=\"3\" stroke-dasharray=\"4 5\""
    case .neutralite: "stroke=\"#7a8790\" stroke-width=\"1\""
    case nil: "stroke=\"#7a8790\" stroke-width=\"1\" stroke-dasharray=\"2 8\""
    }
  }
}
