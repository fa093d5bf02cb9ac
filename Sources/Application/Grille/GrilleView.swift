import DPES
import TerminalUI

/// The grille de questionnement, drawn: the points of an axis, and what was said of one.
enum GrilleView {
  struct Layout: Hashable, Sendable {
    let heading: Rect
    let list: Rect
    let detail: Rect
    /// Whether the detail stands beside the list.
    let isBeside: Bool

    init(in area: Rect) {
      var rest = area
      heading = rest.takeTop(area.height >= 12 ? 2 : 1)
      isBeside = area.width >= 100
      if isBeside {
        list = rest.takeLeft(rest.width * 3 / 5)
        _ = rest.takeLeft(3)
        detail = rest
      } else {
        detail = rest.takeBottom(min(9, max(3, area.height / 3)))
        list = rest
      }
    }
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = Layout(in: area)
    drawHeading(state, in: layout.heading, on: &canvas)
    let rows = state.derived.grille.rows
    guard !rows.isEmpty else {
      for (index, line) in TextWidth.wrap(emptyText(state), width: layout.list.width).enumerated() {
        canvas.draw(line, at: layout.list.column, layout.list.row + index, .faint)
      }
      return
    }
    let selected = state.grille.list.selectedRow(of: rows.count)
    state.grille.list.draw(on: &canvas, in: layout.list, of: rows.count, isActive: false) {
      canvas, line, index in
      switch rows[index] {
      case .theme(let title):
        canvas.draw(title, at: line.column, line.row, .title, upTo: line.endColumn)
      case .point(let point):
        draw(point, state, in: line, on: &canvas)
        if index == selected { canvas.lay(line, on: .selected) }
      }
    }
    if let point = state.grille.selected(in: state.derived) {
      drawDetail(point, state, in: layout.detail, on: &canvas)
    }
  }

  private static func emptyText(_ state: State) -> String {
    if state.derived.grille.referentiel == nil {
      return "Aucun référentiel n’a été trouvé. Posez les vôtres dans "
        + "~/.local/share/palier/referentiels."
    }
    return state.grille.isFiltered
      ? "Chaque point de cet axe a sa réponse. f les montre tous." : "Aucun point sur cet axe."
  }

  /// The four axes, the shown one underlined, then how many points wait for an answer.
  private static func drawHeading(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var column = area.column
    let names: [(Axe?) -> String] = [
      { $0?.nomCourt ?? "Sans axe" }, { $0?.motCourt ?? "Sans axe" },
      { $0.map { String($0.lettre) } ?? "–" },
    ]
    let axes = state.grilleAxes
    let name =
      names.first { name in
        axes.reduce(0) { $0 + TextWidth.columns(of: name($1)) + 3 } <= area.width
      } ?? names[2]
    for axe in axes {
      let isShown = axe == state.grille.axe
      column =
        canvas.draw(
          name(axe), at: column, area.row,
          isShown ? Style(.accent, [.bold, .underline]) : .faint, upTo: area.endColumn) + 3
    }
    guard area.height > 1 else { return }
    let rows = state.derived.grille
    let left = rows.untouched
    let points = "\(rows.count) point\(rows.count > 1 ? "s" : "")"
    let text =
      left == 0
      ? "\(points), tous ont une réponse" : "\(points), dont \(left) sans réponse"
    let place = state.referentiels.flatMap { all in
      all.count < 2
        ? nil : all.firstIndex { $0.id == rows.referentiel?.id }.map { ($0 + 1, all.count) }
    }
    let which = place.map { " · référentiel \($0) sur \($1), r" } ?? ""
    canvas.draw(
      (rows.count == 0 ? "" : text + (state.grille.isFiltered ? " (seuls montrés)" : "")) + which,
      at: area.column, area.row + 1, .faint, upTo: area.endColumn)
  }

  /// `partielle  Nos prix laissent-ils entrer…   → 12`.
  private static func draw(
    _ point: GrilleRows.Point, _ state: State, in line: Rect, on canvas: inout Canvas
  ) {
    canvas.fill(line)
    let isWide = line.width >= 60
    let answer = point.reponse?.existante
    let word = answer.map { isWide ? $0.motCourt : $0.lettre } ?? state.marks.nothing
    canvas.draw(word, at: line.column + 1, line.row, Style(answer?.ink ?? .faint))
    var end = line.endColumn
    let numbers = point.observations.compactMap(\.numero).prefix(3)
    if !numbers.isEmpty {
      let arrow = state.environment.isASCII ? "->" : "→"
      let text = " \(arrow) \(numbers.map(String.init).joined(separator: " "))"
      end -= TextWidth.columns(of: text)
      canvas.draw(text, at: end, line.row, Style(.accent), upTo: line.endColumn)
    }
    canvas.draw(
      point.point.intitule, at: line.column + (isWide ? 12 : 4), line.row,
      answer == nil ? .text : .faint, upTo: end)
  }

  private static func drawDetail(
    _ point: GrilleRows.Point, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    var rest = area
    func write(_ text: String, _ style: Style) {
      for line in TextWidth.wrap(text, width: rest.width, maxLines: rest.height) {
        let row = rest.takeTop(1)
        guard !row.isEmpty else { return }
        canvas.draw(line, at: row.column, row.row, style, upTo: row.endColumn)
      }
    }
    write(point.point.intitule, .strong)
    if let reponse = point.reponse {
      if let existante = reponse.existante {
        let text = reponse.existanteTexte.map { "\u{A0}: \($0)" } ?? ""
        write("existe\u{A0}: \(existante.mot)\(text)", Style(existante.ink))
      } else if let text = reponse.existanteTexte {
        write(text, .text)
      }
      if let phrase = reponse.aIntegrerPhrase { write(phrase, .text) }
    }
    for avant in point.avant.prefix(2) {
      let date = avant.date.map { "le \($0.frenchShort)" } ?? "avant"
      let word = avant.reponse.existante?.mot ?? "sans réponse"
      let text = avant.reponse.existanteTexte.map { "\u{A0}: \($0)" } ?? ""
      write("\(date), \(word)\(text)", .faint)
    }
    for observation in point.observations {
      let mark = state.marks.mark(observation.statut)
      let number = observation.numero.map { " \($0)" } ?? ""
      write("\(mark.sign)\(number) \(mark.word)  \(observation.texte)", Style(mark.ink))
    }
    let reperes = point.point.reperes.joined(separator: "\u{A0}· ")
    if !reperes.isEmpty { write("À regarder\u{A0}: \(reperes)", .faint) }
    if point.point.origine == .complement { write("Ajouté à la grille des auteurs.", .faint) }
  }
}
