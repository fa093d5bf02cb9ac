import DPES
import TerminalUI

/// The actors around the structure: a small map from 80×24, a list below it, and the selected one in
/// full.
struct ActeursView: SectionView {
  let etat: EtatEcran
  let marks: Marks
  private let structure: String
  let layout: ListLayout
  private let map: Rect?
  private let foot: StyledLines
  private let acteurs: [Acteur]
  /// Those on the map.
  private let carte: [Acteur]

  init(_ state: State, in area: Rect) {
    etat = state.etat
    marks = state.marks
    structure = state.demarche?.structure.raisonSociale ?? ""
    acteurs = state.etat.rows.acteurs
    carte = state.etat.rows.carte
    foot = Self.foot(state, width: area.width)
    var rest = area
    let rows = Self.rows(of: carte.count)
    if !carte.isEmpty, area.width >= 72, area.height >= rows + 9 {
      map = rest.takeTop(rows)
      _ = rest.takeTop(1)
    } else {
      map = nil
    }
    layout = ListLayout(rest, rows: acteurs.count, footRows: foot.lines.count)
  }

  /// Rows of the map: as many actors on each side, at least as high as the structure's own box.
  private static func rows(of count: Int) -> Int { max(3, (min(count, Acteur.maximum) + 1) / 2) }

  func draw(on canvas: inout Canvas) {
    guard !acteurs.isEmpty else {
      return canvas.drawNothing(
        [
          "Aucun acteur encore.",
          "Cette carte est facultative\u{A0}: n y met qui entoure la structure, et ce qui les lie.",
        ], in: layout.list)
    }
    if let map { drawMap(in: map, on: &canvas) }
    let widths = columns
    let row = layout.heading
    canvas.draw("Acteur", at: row.column, row.row, .faint)
    canvas.draw("Relation", at: row.column + widths.nature, row.row, .faint)
    if let place = widths.objet { canvas.draw("Objet", at: row.column + place, row.row, .faint) }
    etat.list.view.draw(on: &canvas, in: layout.list, of: acteurs.count, line: line)
    foot.draw(in: layout.foot, on: &canvas)
  }

  /// Where the columns of the list start.
  private var columns: (nature: Int, objet: Int?) {
    let width = layout.list.width
    guard width >= 64 else { return (width - 19, nil) }
    let nature = max(30, width - 60)
    return (nature, nature + 20)
  }

  func line(_ row: Int, width: Int) -> ListLine {
    let (widths, acteur) = (columns, acteurs[row])
    var line = ListLine()
    line.add(acteur.nom ?? "?", from: 0, upTo: widths.nature - 1)
    let depart = carte.contains { $0.id == acteur.id } ? nil : acteur.departLe
    line.add(
      depart.map { "parti \($0.frenchShort)" }
        ?? acteur.nature.map { "\(marks.line($0)) \($0.nom)" } ?? "à dire", from: widths.nature,
      upTo: (widths.objet ?? width) - 1, acteur.nature == nil || depart != nil ? .faint : .text)
    if let place = widths.objet { line.add(acteur.objet ?? "", from: place, upTo: width - 1) }
    return line
  }

  private static func foot(_ state: State, width: Int) -> StyledLines {
    var lines = StyledLines(width: max(1, width))
    guard let acteur = state.etat.acteur else { return lines }
    lines.add(
      facts: [
        [Span(acteur.nom ?? "?", .title)],
        [Span(acteur.nature?.nom ?? "relation à dire", acteur.nature == nil ? .faint : .text)],
        acteur.porteSur.map { [Span("porte sur \($0.mot)", .text)] },
        acteur.niveau.map { [Span($0.nom, .faint)] }, acteur.qualite.map { [Span($0, .faint)] },
      ].compactMap(\.self))
    if let objet = acteur.objet { lines.add(objet, .text) }
    if let mission = acteur.mission { lines.add("Mission\u{A0}: \(mission)", .faint) }
    return lines
  }

  // The map: the structure in the middle, actors on both sides, each on a line of its own.

  private func drawMap(in area: Rect, on canvas: inout Canvas) {
    let shown = carte
    let width = min(area.width * 2 / 7, max(12, TextWidth.columns(of: structure) + 2))
    let side = (area.width - width) / 2
    let center = Rect(column: area.column + side, row: area.row, width: width, height: area.height)
    let inside = canvas.drawFrame(center, .line)
    let lines = TextWidth.wrap(structure, width: max(1, inside.width), maxLines: inside.height)
    let top = inside.row + (inside.height - lines.count) / 2
    for (index, line) in lines.enumerated() {
      let start = inside.column + (inside.width - TextWidth.columns(of: line)) / 2
      canvas.draw(line, at: start, top + index, .strong, upTo: inside.endColumn)
    }
    let selected = etat.acteur?.id
    let isSpelled = shown.allSatisfy { acteur in
      Self.room(beside: link(acteur.nature, isSpelled: true), in: side)
        >= min(TextWidth.columns(of: acteur.nom ?? "?"), 24)
    }
    for (index, acteur) in shown.enumerated() {
      let isLeft = index % 2 == 0
      let row = Rect(
        column: isLeft ? area.column : center.endColumn, row: area.row + index / 2, width: side,
        height: 1)
      draw(
        acteur, link(acteur.nature, isSpelled: isSpelled), isLeft: isLeft,
        isSelected: acteur.id == selected, in: row, on: &canvas)
    }
  }

  /// The relation's line, with its word unless names need the room: the list says it too.
  private func link(_ nature: Acteur.Nature?, isSpelled: Bool) -> String {
    let line = marks.line(nature)
    guard let nature, isSpelled else { return "\(line)\(line)" }
    return "\(line)\(line) \(nature.nom) \(line)\(line)"
  }

  private static func room(beside link: String, in width: Int) -> Int {
    max(1, width - TextWidth.columns(of: link) - 2)
  }

  /// `Mairie ══ alliance ══`, and the other way round on the right.
  private func draw(
    _ acteur: Acteur, _ link: String, isLeft: Bool, isSelected: Bool, in row: Rect,
    on canvas: inout Canvas
  ) {
    let line = marks.line(acteur.nature)
    let name = TextWidth.truncated(acteur.nom ?? "?", to: Self.room(beside: link, in: row.width))
    let style = isSelected ? Style(.accent, [.bold, .reverse]) : .text
    let filler = String(
      repeating: line, count: max(0, row.width - TextWidth.columns(of: "\(link) \(name) ")))
    if isLeft {
      let end = canvas.draw(name, at: row.column, row.row, style, upTo: row.endColumn)
      canvas.draw(" \(filler)\(link)", at: end, row.row, .faint, upTo: row.endColumn)
    } else {
      let end = canvas.draw(
        "\(link)\(filler) ", at: row.column, row.row, .faint, upTo: row.endColumn)
      canvas.draw(name, at: end, row.row, style, upTo: row.endColumn)
    }
  }
}

extension Marks {
  /// What a relation is drawn with: one column, beside its word.
  func line(_ nature: Acteur.Nature?) -> String {
    switch nature {
    case .alliance: symbols.sign("═", ascii: "=")
    case .opposition: symbols.times
    case .negociation: symbols.sign("≈", ascii: "~")
    case .neutralite: symbols.sign("┄", ascii: ".")
    case .interdependance: symbols.sign("∞", ascii: "#")
    case nil: symbols.nothing
    }
  }
}
