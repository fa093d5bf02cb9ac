import DPES
import TerminalUI

/// The pairs on the screen, and the selected one in full.
struct RelationsView {
  /// Fewer columns have room for the pairs of one acteur alone.
  static func isMatrix(_ size: Size) -> Bool { size.width >= 72 }

  private static let cell = 4

  private let acteurs: [Acteur]
  private let demarche: Demarche
  private let marks: Marks
  private let cursor: RelationCursor
  private let isMatrix: Bool
  private let heading: Rect
  private let list: Rect
  private let foot: Rect
  private let detail: StyledLines
  private let jour: Day

  init(_ state: State, _ cursor: RelationCursor, in area: Rect) {
    acteurs = state.etat.rows.carte
    demarche = state.demarche ?? Demarche()
    marks = state.marks
    jour = state.environment.today
    isMatrix = Self.isMatrix(state.size)
    var here = cursor
    here.settle(among: acteurs.map(\.id))
    self.cursor = here
    detail = Self.detail(
      here.paire, demarche, marks, isAlone: acteurs.count < 2, width: area.width)
    var rest = area
    heading = rest.takeTop(1)
    let rows = acteurs.count + 1
    let wanted = max(min(2, rest.height / 3), rest.height - rows - 1)
    foot = rest.takeBottom(min(detail.lines.count, max(0, wanted)))
    if rest.height > rows { _ = rest.takeBottom(rest.height - rows) }
    list = rest
  }

  func draw(on canvas: inout Canvas) {
    guard !acteurs.isEmpty else {
      return canvas.drawNothing(["Plus aucun acteur sur la carte\u{A0}: Échap."], in: list)
    }
    canvas.draw(headingText, in: heading, .strong)
    if isMatrix { drawMatrix(on: &canvas) } else { drawPairs(on: &canvas) }
    // Between the two there is what the list leaves.
    let top = min(foot.row, list.endRow + 1)
    detail.draw(
      in: Rect(column: foot.column, row: top, width: foot.width, height: foot.height), on: &canvas)
  }

  /// `Relations · 11 paires dites sur 15 · carte du 3 mars 2026, d en date une`: counts, never a mark.
  private var headingText: String {
    let all = Paire.toutes(acteurs.map(\.id))
    let said = all.count { !demarche.lien($0).estVide }
    let last = demarche.cartesParDate.last?.date
    let carte =
      last.map {
        $0 == jour ? "carte d’aujourd’hui, d la reprend" : "carte du \($0.french), d en date une"
      }
      ?? "d date la carte"
    return
      "Relations · \(said.counting("paire")) \(said.agreeing("dite")) sur \(all.count) · \(carte)"
  }

  // The matrix: a row an acteur, a column the structure or an acteur above it.

  private func drawMatrix(on canvas: inout Canvas) {
    let count = acteurs.count
    let longest = acteurs.map { TextWidth.columns(of: $0.nom ?? "?") }.max() ?? 0
    let room = list.width - Self.cell * count - 1
    let names = max(8, min(room, max(27, longest + 4)))
    var rest = list
    let head = rest.takeTop(1)
    canvas.draw("nous", at: head.column + names, in: head, .faint)
    for column in 1..<max(1, count) {
      canvas.draw(
        "\(column)", before: head.column + names + Self.cell * column + 3, head.row, .faint)
    }
    let place = cursor.place(among: acteurs.map(\.id)) ?? (0, 0)
    let first = max(0, place.row - rest.height + 1)
    defer {
      canvas.select(
        Rect(
          column: rest.column, row: rest.row + place.row - first, width: rest.width, height: 1))
      canvas.point(
        at: Rect(
          column: rest.column + names + Self.cell * place.column + 1,
          row: rest.row + place.row - first, width: Self.cell - 1, height: 1))
    }
    for index in first..<min(count, first + rest.height) {
      let row = rest.row + index - first
      let isHere = index == place.row
      canvas.draw(
        "\(index + 1) \(acteurs[index].nom ?? "?")", at: rest.column, row,
        isHere ? .strong : .text, upTo: rest.column + names - 1)
      for column in 0...index {
        let other = column == 0 ? nil : acteurs[column - 1].id
        drawCell(
          demarche.lien(Paire(other, acteurs[index].id)),
          at: rest.column + names + Self.cell * column, row,
          isSelected: isHere && column == place.column, on: &canvas)
      }
    }
  }

  private func drawCell(
    _ lien: Lien, at column: Int, _ row: Int, isSelected: Bool, on canvas: inout Canvas
  ) {
    let code = lien.estVide ? " \(marks.nothing) " : marks.code(lien)
    let style: Style = isSelected ? Style(.accent, .bold) : lien.estVide ? .faint : .text
    canvas.draw(code, at: column + 1, row, style)
    guard isSelected else { return }
    canvas.draw("[", at: column, row, style)
    canvas.draw("]", at: column + Self.cell, row, style)
  }

  // Where there is no room for it: the pairs of one acteur.

  private func drawPairs(on canvas: inout Canvas) {
    var rest = list
    let head = rest.takeTop(1)
    let number = (acteurs.firstIndex { $0.id == cursor.acteur } ?? 0) + 1
    let nom = acteurs.first { $0.id == cursor.acteur }?.nom ?? "?"
    let change = acteurs.count > 1 ? "  ← →" : ""
    let width = head.width - TextWidth.columns(of: change)
    canvas.draw(
      TextWidth.truncated("\(number) \(nom), avec", to: width) + change, in: head, .faint)
    let others = cursor.autres(among: acteurs.map(\.id))
    let here = others.firstIndex(of: cursor.autre) ?? 0
    let view = ListView(selection: here)
    view.draw(on: &canvas, in: rest, of: others.count) { canvas, row, index in
      let lien = demarche.lien(Paire(others[index], cursor.acteur))
      let style: Style = lien.estVide ? .faint : .text
      canvas.draw(
        lien.estVide ? " \(marks.nothing)" : marks.code(lien), at: row.column, in: row, style)
      let name = others[index].map { id in acteurs.first { $0.id == id }?.nom ?? "?" } ?? "nous"
      canvas.draw(name, at: row.column + 4, in: row, style)
    }
  }

  // What is said of the selected pair, and with which letters.

  private static func detail(
    _ paire: Paire, _ demarche: Demarche, _ marks: Marks, isAlone: Bool, width: Int
  ) -> StyledLines {
    var lines = StyledLines(width: max(1, width))
    let lien = demarche.lien(paire)
    lines.add(facts: [
      [Span(demarche.noms(de: paire), .title)],
      [Span(lien.words ?? "rien n’est dit encore", lien.estVide ? .faint : .text)],
    ])
    if let objet = lien.objet { lines.add(objet, .text) }
    lines.add(
      facts: [[Span("nature", .faint)]]
        + Acteur.Nature.allCases.map { nature in
          [
            Span(
              "\(nature.key) \(marks.line(nature)) \(nature.nom)",
              nature == lien.nature ? Style(.accent, .bold) : .faint)
          ]
        })
    lines.add(
      facts: [[Span("porte sur", .faint)]]
        + Acteur.PorteSur.allCases.map { porteSur in
          [
            Span(
              "\(porteSur.key) \(porteSur.nom)",
              porteSur == lien.porteSur ? Style(.accent, .bold) : .faint)
          ]
        })
    if isAlone {
      lines.add(
        "Avec un second acteur, leur relation se dit ici aussi\u{A0}: Échap, puis n.", .faint)
    }
    return lines
  }
}

extension Marks {
  /// `═Am`: how a tie is drawn, and its letters; what is not said is a blank.
  func code(_ lien: Lien) -> String {
    let nature = lien.nature.map { "\(line($0))\(String($0.key).uppercased())" }
    return "\(nature ?? "\(symbols.nothing) ")\(lien.porteSur.map { String($0.key) } ?? " ")"
  }
}
