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

    init(in area: Rect, _ state: State) {
      var rest = area
      let isComparing = state.grille.rows.compared != nil
      heading = rest.takeTop(area.height >= 12 || isComparing ? 2 : 1)
      isBeside = area.width >= 100
      if isBeside {
        list = rest.takeLeft(rest.width * 3 / 5)
        _ = rest.takeLeft(3)
        detail = rest
      } else {
        // What a short list leaves goes to what was said, as far as that needs it.
        let left = rest.height - state.grille.rows.rows.count
        let needed = state.grille.selected.map { point in
          GrilleDetail(point, state).rows(width: area.width)
        }
        detail = rest.takeBottom(max(min(9, max(3, area.height / 3)), min(needed ?? 0, left)))
        list = rest
      }
    }
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = Layout(in: area, state)
    drawHeading(state, in: layout.heading, on: &canvas)
    let rows = state.grille.rows.rows
    guard !rows.isEmpty else {
      for (index, line) in TextWidth.wrap(emptyText(state), width: layout.list.width).enumerated() {
        canvas.draw(line, at: layout.list.column, layout.list.row + index, .faint)
      }
      return
    }
    let list = listRows(state, in: layout.list)
    list.draw(on: &canvas) { canvas, line, index in
      switch rows[index] {
      case .theme(let title): canvas.drawLines(title, in: line, .title)
      case .point(let point): GrilleLine(point, state).draw(in: line, on: &canvas)
      }
    }
    let selected = state.grille.list.selectedRow(of: rows.count)
    if let selected, rows[selected].isPoint, let place = list.place(of: selected) {
      canvas.select(place)
    }
    if let point = state.grille.selected {
      GrilleDetail(point, state).draw(in: layout.detail, on: &canvas)
    }
  }

  /// The rows of each theme and point.
  static func listRows(_ state: State, in area: Rect) -> ListRows {
    let rows = state.grille.rows.rows
    func lines(_ index: Int) -> Int {
      switch rows[index] {
      case .theme(let title): TextWidth.lineCount(of: title, width: area.width)
      case .point(let point): GrilleLine(point, state).lines(width: area.width)
      }
    }
    return state.grille.list.rows(of: rows.count, in: area, lines: lines)
  }

  private static func emptyText(_ state: State) -> String {
    if state.grille.rows.referentiel == nil {
      return "Aucun référentiel n’a été trouvé. Posez les vôtres dans "
        + "~/.local/share/palier/referentiels."
    }
    if state.grille.rows.compared != nil {
      return "Aucune réponse de cet axe n’a changé entre ces deux dates. f les montre toutes."
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
    let axes = state.grille.rows.axes
    let name =
      names.first { name in
        axes.reduce(0) { $0 + TextWidth.columns(of: name($1)) + 3 } <= area.width
      } ?? names[2]
    for axe in axes {
      let style = axe == state.grille.axe ? Style(.accent, [.bold, .underline]) : .faint
      column = canvas.draw(name(axe), at: column, area.row, style, upTo: area.endColumn) + 3
    }
    guard area.height > 1 else { return }
    canvas.draw(
      heading(state, width: area.width), at: area.column, area.row + 1, .faint,
      upTo: area.endColumn)
  }

  /// How many points wait for an answer, else which dates are compared; then what else there is.
  private static func heading(_ state: State, width: Int) -> String {
    let rows = state.grille.rows
    if let compared = rows.compared {
      let arrow = state.environment.symbols.arrow
      let days = [compared.avant, compared.apres].map { $0?.frenchShort ?? "avant" }
      let verb = rows.changed.agreeing("a changé", "ont changé")
      let pair = "\(days[0]) \(arrow) \(days[1])\u{A0}: "
      guard rows.changed > 0 else { return pair + "rien n’a changé" }
      let whole = "\(pair)\(rows.changed) sur \(rows.count) \(verb)"
      let texts = [
        whole + (state.grille.isFiltered ? ", seuls montrés" : ""), whole,
        "\(pair)\(rows.changed) \(verb)",
      ]
      return texts.first { TextWidth.fits($0, width) } ?? texts[2]
    }
    let left = rows.untouched
    let points = rows.count.counting("point")
    let only = state.grille.isFiltered ? " (seuls montrés)" : ""
    var counts = ["\(points), dont \(left) sans réponse", "\(left) sur \(rows.count) sans réponse"]
    if left == 0 { counts = ["\(points), tous ont une réponse"] }
    var others: [String] = []
    if let all = state.referentiels, all.count > 1,
      let place = all.firstIndex(where: { $0.id == rows.referentiel?.id })
    {
      others.append("référentiel \(place + 1) sur \(all.count), r")
    }
    if rows.dates > 1 { others.append("\(rows.dates) dates, v") }
    if rows.count == 0 { return others.joined(separator: " · ") }
    let lines = counts.map { ([$0 + only] + others).joined(separator: " · ") }
    return lines.first { TextWidth.fits($0, width) } ?? lines.last ?? ""
  }
}
