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
      // Two fiches take the whole width: what they say stands in the list.
      isBeside = area.width >= 100 && state.grille.rows.besides == nil
      if isBeside {
        list = rest.takeLeft(rest.width * 3 / 5)
        _ = rest.takeLeft(3)
        detail = rest
      } else if state.grille.rows.besides != nil {
        detail = rest.takeBottom(0)
        list = rest
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
      canvas.point(at: layout.list)
      return
    }
    var area = layout.list
    if let besides = state.grille.rows.besides {
      drawPair(state.grille.rows.sujet, besides, in: area.takeTop(1), on: &canvas)
      let column = area.column + GrilleLine.pairColumns(area.width).first
      let other = area.column + GrilleLine.pairColumns(area.width).second
      for column in [column, other] {
        canvas.drawVertical(at: column, layout.list.row, length: layout.list.height)
      }
    }
    let list = listRows(state, in: layout.list)
    let look = GrilleLine.Look(state)
    list.draw(on: &canvas) { canvas, line, index in
      switch rows[index] {
      case .theme(let title): canvas.drawLines(title, in: line, .title)
      case .point(let point): GrilleLine(point, look).draw(in: line, on: &canvas)
      }
    }
    let selected = state.grille.list.selectedRow(of: rows.count)
    if let selected, rows[selected].isPoint, let place = list.place(of: selected) {
      canvas.select(place)
    }
    if let point = state.grille.selected, state.grille.rows.besides == nil {
      GrilleDetail(point, state).draw(in: layout.detail, on: &canvas)
    }
  }

  /// The titles of two fiches over what they say.
  private static func drawPair(
    _ one: GrilleSujet?, _ other: GrilleSujet, in row: Rect, on canvas: inout Canvas
  ) {
    let columns = GrilleLine.pairColumns(row.width)
    for (name, start, end) in [
      (one?.nom ?? "", columns.first, columns.second), (other.nom, columns.second, row.width),
    ] {
      let width = max(0, end - start - 3)
      canvas.draw(
        TextWidth.truncated(name, to: width), at: row.column + start + 2, row.row, .title,
        upTo: row.column + end)
    }
  }

  /// The rows of each theme and point.
  static func listRows(_ state: State, in whole: Rect) -> ListRows {
    var area = whole
    if state.grille.rows.besides != nil { _ = area.takeTop(1) }
    let rows = state.grille.rows.rows
    let look = GrilleLine.Look(state)
    func lines(_ index: Int) -> Int {
      switch rows[index] {
      case .theme(let title): TextWidth.lineCount(of: title, width: area.width)
      case .point(let point): GrilleLine(point, look).lines(width: area.width)
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
    return switch state.grille.filtre {
    case .sansReponse: "Chaque point a ici sa réponse. f les montre tous."
    case .incontournables: "Aucun point incontournable ici. f les montre tous."
    case .tous: state.grille.axe == nil ? "Aucun point ici." : "Aucun point sur cet axe."
    }
  }

  /// The axes or the themes, the shown one underlined, then how many points wait for an answer.
  private static func drawHeading(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var column = area.column
    let rows = state.grille.rows
    let tabs = rows.onglets
    let names: [(Referentiel.Onglet) -> String] = [
      { title($0, rows, \.nomCourt) }, { title($0, rows, \.motCourt) },
      { title($0, rows) { String($0.lettre) } },
    ]
    let name = names.first { name in
      tabs.reduce(0) { $0 + TextWidth.columns(of: name($1)) + 3 } <= area.width
    }
    if let name {
      for tab in tabs {
        let style = tab == state.grille.onglet ? Style(.accent, [.bold, .underline]) : .faint
        column = canvas.draw(name(tab), at: column, area.row, style, upTo: area.endColumn) + 3
      }
    } else {
      // Too many themes for a row: the one shown, and its place among them.
      let place = (tabs.firstIndex(of: state.grille.onglet) ?? 0) + 1
      let end = area.endColumn - 8
      canvas.draw(
        TextWidth.truncated(title(state.grille.onglet, rows, \.nomCourt), to: end - area.column),
        at: column, area.row, Style(.accent, [.bold, .underline]), upTo: end)
      canvas.draw("\(place) / \(tabs.count)", at: end + 1, area.row, .faint, upTo: area.endColumn)
    }
    guard area.height > 1 else { return }
    canvas.draw(
      heading(state, width: area.width), at: area.column, area.row + 1, .faint,
      upTo: area.endColumn)
  }

  private static func title(
    _ tab: Referentiel.Onglet, _ rows: GrilleRows, _ name: (Axe) -> String
  ) -> String {
    switch tab {
    case .axe(let axe): axe.map(name) ?? (name(.utilite).count == 1 ? "–" : "Sans axe")
    case .theme(let code):
      rows.referentiel?.themes.first { $0.code == code }?.intitule ?? code
    }
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
        whole + (state.grille.filtre == .sansReponse ? ", seuls montrés" : ""), whole,
        "\(pair)\(rows.changed) \(verb)",
      ]
      return texts.first { TextWidth.fits($0, width) } ?? texts[2]
    }
    let left = rows.untouched
    let points = rows.count.counting(rows.isOfQuestions ? "question" : "point")
    let lacking = rows.isOfQuestions ? "sans argument" : "sans réponse"
    let only = state.grille.filtre.words.map { " (\($0))" } ?? ""
    var counts = ["\(points), dont \(left) \(lacking)", "\(left) sur \(rows.count) \(lacking)"]
    if left == 0 {
      counts = [
        "\(points), \(rows.isOfQuestions ? "toutes ont un argument" : "tous ont une réponse")"
      ]
    }
    if rows.besides != nil { counts = [] }
    var others = sujets(rows)
    if let all = state.referentiels, all.count > 1,
      let place = all.firstIndex(where: { $0.id == rows.referentiel?.id })
    {
      let noun = rows.referentiel?.estUnOutil == true ? "outil" : "référentiel"
      others.append("\(noun) \(place + 1) sur \(all.count), r")
    }
    if rows.dates > 1 { others.append("\(rows.dates) dates, v") }
    if rows.count == 0 { return others.joined(separator: " · ") }
    let lines =
      counts.map { ([$0 + only] + others).joined(separator: " · ") }
      + [others.joined(separator: " · "), others.first ?? ""]
    return lines.first { !$0.isEmpty && TextWidth.fits($0, width) } ?? lines.last ?? ""
  }

  /// Whose answers they are, of a tool that has several.
  private static func sujets(_ rows: GrilleRows) -> [String] {
    guard let referentiel = rows.referentiel, let kind = referentiel.sujet else { return [] }
    let noun = kind == .acteur ? "acteur" : "fiche"
    guard let sujet = rows.sujet, let place = rows.sujets.firstIndex(of: sujet) else {
      return [kind == .acteur ? "aucun acteur sur la carte" : "aucune fiche encore, g"]
    }
    if let besides = rows.besides, let other = rows.sujets.firstIndex(of: besides) {
      return ["fiches \(place + 1) et \(other + 1) sur \(rows.sujets.count), g", "v une seule"]
    }
    let name = TextWidth.excerpt(sujet.nom, to: 30)
    return ["«\u{A0}\(name)\u{A0}»", "\(noun) \(place + 1) sur \(rows.sujets.count), g"]
  }
}
