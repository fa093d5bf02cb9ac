import DPES

/// The cercle de qualité as the method's slide draws it: four sectors with their marks, the texts
/// around.
struct CircleDrawing {
  private static let radius = 250.0
  private static let columnWidth = 410
  private static let width = 1420
  private static let lineHeight = 17
  private static let lineLength = 50

  private struct Entry {
    let observation: Observation
    let lines: [String]
  }

  private let image: CercleDeQualite?
  private let structure: String

  init(_ dossier: Dossier) {
    image = dossier.image
    structure = dossier.demarche.structure.raisonSociale
  }

  var drawing: Drawing {
    let entries = Dictionary(grouping: (image?.observations ?? []).map(Self.entry)) {
      $0.observation.axe
    }
    func height(_ axe: Axe?) -> Int {
      guard let list = entries[axe] else { return axe == nil ? 0 : 60 }
      return 46 + list.reduce(0) { $0 + $1.lines.count * Self.lineHeight + 4 }
    }
    let head = 70
    let half = Int(Self.radius) + 40
    let top = max(half, height(.utilite), height(.personne))
    let bottom = max(half, height(.democratie), height(.territoire))
    let loose = height(nil)
    let total = head + top + bottom + loose + 125
    let date = image.map { "image du \($0.date.french)" } ?? "aucune image encore"
    var drawing = Drawing(
      title: "Cercle de qualité de \(structure), \(date)", width: Self.width,
      height: total)
    drawing.text(structure, at: Self.width / 2, 32, size: 20, bold: true, anchor: "middle")
    drawing.text(
      "Cercle de qualité, \(date)", at: Self.width / 2, 56, size: 15, anchor: "middle")
    let centre = head + top
    let right = Self.width - Self.columnWidth - 20
    write(entries[.utilite] ?? [], .utilite, at: 20, centre - top, in: &drawing)
    write(entries[.personne] ?? [], .personne, at: right, centre - top, in: &drawing)
    write(entries[.democratie] ?? [], .democratie, at: 20, centre + 20, in: &drawing)
    write(entries[.territoire] ?? [], .territoire, at: right, centre + 20, in: &drawing)
    circle(entries, at: centre, in: &drawing)
    if let list = entries[nil] {
      write(list, nil, at: 20, head + top + bottom + 12, in: &drawing)
    }
    legend(at: total - 80, in: &drawing)
    return drawing
  }

  private static func entry(_ observation: Observation) -> Entry {
    let marks =
      (observation.priorite ? " — ! priorité" : "")
      + (observation.desaccord ? " — ≠ désaccord" : "")
    return Entry(
      observation: observation, lines: (observation.texte + marks).lines(of: lineLength))
  }

  private func write(
    _ entries: [Entry], _ axe: Axe?, at x: Int, _ y: Int, in drawing: inout Drawing
  ) {
    drawing.text(axe?.nomCourt ?? "À placer", at: x, y + 22, size: 16, bold: true)
    var line = y + 46
    for entry in entries {
      let one = entry.observation
      let word = one.statut?.mot ?? "sans statut"
      let number = one.numero.map { "\($0)" } ?? ""
      drawing.group(
        "\(number.isEmpty ? "" : "\(number), ")\(word)",
        transform: "translate(\(x + 8) \(line - 4))"
      ) { $0.shape(one.statut, 5.5) }
      drawing.text(
        "\(one.statut.map { "\($0.lettre)" } ?? "–") \(number)", at: x + 20, line, bold: true,
        ink: Tint(one.statut).ink)
      for text in entry.lines {
        drawing.text(text, at: x + 62, line)
        line += Self.lineHeight
      }
      line += 4
    }
    if entries.isEmpty { drawing.text("rien encore", at: x, line, ink: "#555555") }
  }

  private func circle(
    _ entries: [Axe?: [Entry]], at centre: Int, in drawing: inout Drawing
  ) {
    let radius = Self.radius
    drawing.write("<g transform=\"translate(\(Self.width / 2) \(centre))\">")
    for (share, ground) in [(1.0, "#fdf6f5"), (0.70, "#fefaf2"), (0.42, "#f5faf4")] {
      drawing.write(
        "<circle r=\"\(radius * share)\" fill=\"\(ground)\" stroke=\"#7a8790\" "
          + "stroke-width=\"\(share == 1 ? 2 : 1)\""
          + (share == 1 ? "" : " stroke-dasharray=\"4 4\"")
          + "/>\n")
    }
    drawing.line(0, -Int(radius), 0, Int(radius), "stroke=\"#7a8790\"")
    drawing.line(-Int(radius), 0, Int(radius), 0, "stroke=\"#7a8790\"")
    for (axe, x, y) in [
      (Axe.utilite, -1, -1), (.personne, 1, -1), (.democratie, -1, 1), (.territoire, 1, 1),
    ] {
      drawing.text(
        "\(axe.lettre)", at: x * Int(radius * 0.78), y * Int(radius * 0.78) + 8, size: 22,
        bold: true, anchor: "middle", ink: "#4a5860")
      let places = CirclePlaces((entries[axe] ?? []).map(\.observation), of: axe, radius: radius)
      for mark in places.marks { self.mark(mark, in: &drawing) }
    }
    drawing.write("</g>\n")
  }

  private func mark(_ mark: CirclePlaces.Mark, in drawing: inout Drawing) {
    let one = mark.observation
    let number = one.numero.map(String.init) ?? ""
    let angle = mark.degrees
    drawing.group(
      "\(number.isEmpty ? "" : "\(number), ")\(one.statut?.mot ?? "sans statut")",
      transform: "rotate(\(angle)) translate(0 \(-mark.radius)) rotate(\(-angle))"
    ) { drawing in
      drawing.shape(one.statut, mark.size)
      guard mark.size >= 8 else { return }
      drawing.text(
        number, at: 0, one.statut == .orange ? 5 : 4, size: mark.size >= 10 ? 10 : 8, bold: true,
        anchor: "middle", ink: one.statut == nil ? "#1a1a1a" : "#ffffff")
    }
  }

  private func legend(at y: Int, in drawing: inout Drawing) {
    for (index, statut) in Statut.allCases.enumerated() {
      drawing.group(statut.mot, transform: "translate(28 \(y + index * 24 - 4))") {
        $0.shape(statut, 6)
      }
      drawing.text(
        "\(statut.lettre) \(statut.mot)", at: 44, y + index * 24, bold: true, ink: Tint(statut).ink)
      drawing.text(statut.phrase, at: 130, y + index * 24)
    }
  }
}
