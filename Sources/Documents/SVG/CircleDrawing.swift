import DPES

/// The cercle de qualité as the method's slide draws it: four sectors with their marks, the texts
/// around; or the circle alone, for a document that has the texts below it.
struct CircleDrawing {
  private static let radius = 250.0
  private static let columnWidth = 410
  private static let width = 1420
  /// Of the circle alone, in pixels.
  static let bareSize = (width: 760, height: 560)

  static let vignetteSize = (width: 520, height: 520)
  /// So many texts all stand around the circle, however long the drawing becomes.
  private static let mostTexts = 50

  private let image: CercleDeQualite?
  private let structure: String

  init(_ dossier: Dossier) {
    image = dossier.image
    structure = dossier.demarche.structure.raisonSociale
  }

  private var observations: [Axe?: [Observation]] {
    Dictionary(grouping: image?.observations ?? [], by: \.axe)
  }

  private var date: String { image.map { "image du \($0.date.french)" } ?? "aucune image encore" }

  /// The circle with the names of its axes, as large as it may be.
  var bare: Drawing {
    let (width, height) = Self.bareSize
    var drawing = Drawing(
      title: "Cercle de qualité de \(structure), \(date)", width: width, height: height)
    for (axe, isLeft, isUp) in [
      (Axe.utilite, true, true), (.personne, false, true), (.democratie, true, false),
      (.territoire, false, false),
    ] {
      drawing.text(
        axe.nomCourt, at: isLeft ? 12 : width - 12, isUp ? 30 : height - 18, size: 18, bold: true,
        anchor: isLeft ? "start" : "end", ink: "#4a5860")
    }
    circle(observations, at: (width / 2, height / 2), hasLetters: false, in: &drawing)
    return drawing
  }

  /// The circle with one letter an axis, for a corner of a page: so small that no number is read.
  var vignette: Drawing { small(digits: nil) }

  /// The same with its numbers, for a page that is told by them; in 73 mm they are of five points.
  var numbered: Drawing { small(digits: 13) }

  private func small(digits: Int?) -> Drawing {
    let side = Self.vignetteSize.width
    var drawing = Drawing(
      title: "Cercle de qualité de \(structure), \(date)", width: side, height: side)
    circle(
      observations, at: (side / 2, side / 2), hasLetters: true, digits: digits, in: &drawing)
    return drawing
  }

  /// The circle, and the texts around it.
  var drawing: Drawing {
    let observations = observations
    let isFew = observations.values.reduce(0) { $0 + $1.count } <= Self.mostTexts
    let texts = observations.mapValues { CircleTexts($0, all: isFew) }
    func height(_ axe: Axe?) -> Int { texts[axe]?.height ?? (axe == nil ? 0 : 60) }
    let head = 70
    let half = Int(Self.radius) + 40
    let top = max(half, height(.utilite), height(.personne))
    let bottom = max(half, height(.democratie), height(.territoire))
    let loose = height(nil)
    let total = head + top + bottom + loose + 125
    var drawing = Drawing(
      title: "Cercle de qualité de \(structure), \(date)", width: Self.width,
      height: total)
    drawing.text(structure, at: Self.width / 2, 32, size: 20, bold: true, anchor: "middle")
    drawing.text(
      "Cercle de qualité, \(date)", at: Self.width / 2, 56, size: 15, anchor: "middle")
    let centre = head + top
    let right = Self.width - Self.columnWidth - 20
    write(texts[.utilite], .utilite, at: 20, centre - top, in: &drawing)
    write(texts[.personne], .personne, at: right, centre - top, in: &drawing)
    write(texts[.democratie], .democratie, at: 20, centre + 20, in: &drawing)
    write(texts[.territoire], .territoire, at: right, centre + 20, in: &drawing)
    circle(observations, at: (Self.width / 2, centre), hasLetters: true, in: &drawing)
    if let loose = texts[nil] {
      write(loose, nil, at: 20, head + top + bottom + 12, in: &drawing)
    }
    legend(at: total - 80, in: &drawing)
    return drawing
  }

  private func write(
    _ texts: CircleTexts?, _ axe: Axe?, at x: Int, _ y: Int, in drawing: inout Drawing
  ) {
    drawing.text(axe?.nomCourt ?? "À placer", at: x, y + 22, size: 16, bold: true)
    guard let texts else {
      return drawing.text("rien encore", at: x, y + 46, ink: "#555555")
    }
    texts.write(at: x, y + 46, in: &drawing)
  }

  private func circle(
    _ observations: [Axe?: [Observation]], at centre: (x: Int, y: Int), hasLetters: Bool,
    digits: Int? = 10, in drawing: inout Drawing
  ) {
    let radius = Self.radius
    drawing.write("<g transform=\"translate(\(centre.x) \(centre.y))\">")
    for (share, ground) in [(1.0, "#fdf6f5"), (0.70, "#fefaf2"), (0.42, "#f5faf4")] {
      drawing.write(
        "<circle r=\"\(radius * share)\" fill=\"\(ground)\" stroke=\"#7a8790\" "
          + "stroke-width=\"\(share == 1 ? 2 : 1)\""
          + (share == 1 ? "" : " stroke-dasharray=\"4 4\"") + "/>\n")
    }
    drawing.line(0, -Int(radius), 0, Int(radius), "stroke=\"#7a8790\"")
    drawing.line(-Int(radius), 0, Int(radius), 0, "stroke=\"#7a8790\"")
    for (axe, x, y) in [
      (Axe.utilite, -1, -1), (.personne, 1, -1), (.democratie, -1, 1), (.territoire, 1, 1),
    ] {
      if hasLetters {
        drawing.text(
          "\(axe.lettre)", at: x * Int(radius * 0.78), y * Int(radius * 0.78) + 8, size: 22,
          bold: true, anchor: "middle", ink: "#4a5860")
      }
      let places = CirclePlaces(observations[axe] ?? [], of: axe, radius: radius)
      for mark in places.marks { self.mark(mark, digits, in: &drawing) }
    }
    drawing.write("</g>\n")
  }

  private func mark(_ mark: CirclePlaces.Mark, _ digits: Int?, in drawing: inout Drawing) {
    let one = mark.observation
    let word = one.statut?.mot ?? "sans statut"
    let number = one.numero.map(String.init) ?? ""
    let ink = one.statut == nil ? "#1a1a1a" : "#ffffff"
    let said =
      (mark.count > 1
        ? "\(mark.count) observations, \(word)" : "\(number.isEmpty ? "" : "\(number), ")\(word)")
      + (mark.priorite ? ", priorité" : "")
    drawing.group(said, transform: "translate(\(mark.x.short) \(mark.y.short))") { drawing in
      var (text, drop) = (number, 5)
      if mark.count > 1 { text = "×\(mark.count)" }
      if mark.isCluster {
        // A second shape behind the first: several, whoever reads no count.
        drawing.write("<g transform=\"translate(4 -4)\" opacity=\"0.4\">")
        drawing.shape(one.statut, mark.size)
        drawing.write("</g>")
        drop = 9
      }
      drawing.shape(one.statut, mark.size, isEdged: mark.priorite)
      guard let digits else { return }
      drawing.text(
        text, at: 0, one.statut == .orange ? drop : 4, size: digits, bold: true, anchor: "middle",
        ink: ink)
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
    drawing.group("priorité", transform: "translate(\(Self.width / 2 + 128) \(y - 4))") {
      $0.write("<circle r=\"7\" fill=\"none\" stroke=\"#1a1a1a\" stroke-width=\"3.5\"/>")
    }
    drawing.text("entourée de noir\u{A0}: priorité", at: Self.width / 2 + 146, y)
  }
}

extension Double {
  /// With two digits after the point.
  fileprivate var short: String { "\((self * 100).rounded() / 100)" }
}
