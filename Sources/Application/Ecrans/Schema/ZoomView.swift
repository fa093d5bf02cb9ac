import DPES
import TerminalUI

/// Where each part of the zoom on one axis stands.
struct ZoomLayout: Hashable, Sendable {
  let heading: Rect
  /// The timeline's names; empty where there is no room for a timeline.
  let header: Rect
  let rows: Rect
  let timeline: Timeline?
  let rule: Rect
  let detail: Rect

  init(_ avancement: Avancement, in area: Rect) {
    var rest = area
    heading = rest.takeTop(1)
    let hasTimeline = area.width >= 76 && area.height >= 12
    header = rest.takeTop(hasTimeline ? 1 : 0)
    let detailRows =
      switch area.height {
      case ..<12: 2
      case ..<18: 4
      case ..<30: 6
      default: 9
      }
    detail = rest.takeBottom(detailRows)
    rule = rest.takeBottom(area.height >= 12 ? 1 : 0)
    rows = rest
    let label = min(max(38, area.width * 45 / 100), 70)
    timeline =
      hasTimeline
      ? Timeline(
        column: area.column + label, width: area.width - label,
        months: avancement.periodes.last?.mois ?? Periode.duree) : nil
  }

  /// Columns of a row's words.
  var labelEnd: Int { timeline.map { $0.column - 2 } ?? rows.endColumn }
}

/// One axis, drawn: each palier, and under it its indicators in their periods, its engagements, the
/// observations that it answers.
struct ZoomView {
  let schema: SchemaEcran
  let marks: Marks
  let derived: Derived
  let avancement: Avancement
  let layout: ZoomLayout
  private let axis: Avancement.ParAxe

  init(_ state: State, _ avancement: Avancement, in area: Rect) {
    schema = state.schema
    marks = state.marks
    derived = state.derived
    self.avancement = avancement
    layout = ZoomLayout(avancement, in: area)
    axis = avancement[state.schema.axe]
  }

  func draw(on canvas: inout Canvas) {
    drawHeading(on: &canvas)
    if let timeline = layout.timeline { drawTimeline(timeline, on: &canvas) }
    let rows = rows
    if rows.isEmpty {
      canvas.draw(
        "Aucun palier sur cet axe\u{A0}: n en ajoute un.", at: layout.rows.column,
        layout.rows.row, .faint, upTo: layout.labelEnd)
      canvas.point(at: layout.rows)
    }
    let list = list(rows)
    list.draw(on: &canvas) { canvas, area, index in
      line(rows[index])?.draw(in: area, on: &canvas)
      drawTimes(of: rows[index], area.row, on: &canvas)
    }
    if let place = rows.firstIndex(of: schema.row).flatMap(list.place) {
      canvas.lay(place, on: .selected)
      canvas.drawSelectionBar(beside: place)
    }
    if !layout.rule.isEmpty {
      canvas.drawHorizontal(at: layout.rule.column, layout.rule.row, length: layout.rule.width)
    }
  }

  /// The rows seen.
  var rows: [SchemaEcran.Row] { schema.rows(in: derived, height: layout.rows.height) }

  /// Where each of the rows seen stands.
  func list(_ rows: [SchemaEcran.Row]) -> ListRows {
    ListRows(
      rows.indices, of: rows.count, selected: rows.firstIndex(of: schema.row), in: layout.rows,
      lines: { line(rows[$0])?.rows(upTo: layout.rows.height) ?? 1 })
  }

  private func drawHeading(on canvas: inout Canvas) {
    LaneHeading(axis, avancement, marks: marks, isInHand: true)
      .draw(in: layout.heading, on: &canvas)
  }

  private func drawTimeline(_ timeline: Timeline, on canvas: inout Canvas) {
    TimelineNames(avancement, on: timeline, rows: layout.header.height)
      .draw(in: layout.header, on: &canvas)
    SchemaView.drawGrid(
      avancement, on: timeline, rows: layout.rows.row..<layout.rows.endRow, canvas: &canvas)
  }

  /// A row's words: what stands before its text, the text, and what stands at the right.
  private func line(
    _ lead: [Span] = [], indent: Int, _ text: String, _ style: Style = .faint, right: String? = nil
  ) -> ListLine {
    var (line, start) = (ListLine(), indent)
    var end = layout.labelEnd - layout.rows.column
    for span in lead {
      line.add(span.text, from: start, upTo: start + [span].columns, span.style)
      start += [span].columns
    }
    if let right { end = line.add(right, before: end, .faint) - 1 }
    line.add(text, from: start, upTo: end, style)
    return line
  }

  private func line(_ row: SchemaEcran.Row) -> ListLine? {
    guard axis.paliers.indices.contains(row.index) else { return nil }
    let palier = axis.paliers[row.index]
    switch row.part {
    case .palier:
      let mark = marks.mark(palier.etat)
      let deadline = palier.palier.echeanceMois.map { "\($0)\u{A0}mois" } ?? "sans échéance"
      return line(
        [Span("\(mark.sign) ", Style(mark.ink, .bold)), Span("\(palier.rang) ", .strong)],
        indent: 0, palier.palier.intitule, .strong, right: deadline)
    case .indicateur(let id):
      guard let suivi = palier.indicateurs.first(where: { $0.indicateur.id == id }) else {
        return nil
      }
      let mark = IndicateurText(suivi: suivi, marks: marks).mark
      return line(
        [Span("\(mark.sign) ", Style(mark.ink, .bold))], indent: 4, suivi.indicateur.intitule,
        .text, right: derived.people(of: suivi.indicateur))
    case .engagement(let id):
      guard let engagement = palier.palier.engagements.first(where: { $0.id == id }) else {
        return nil
      }
      let who = [engagement.organisme, engagement.qui.flatMap { derived.initiales[$0] }]
        .compactMap(\.self).joined(separator: ", ")
      return line(
        indent: 4,
        "engagement\(who.isEmpty ? "" : " (\(who))")\u{A0}: \(engagement.texte ?? "")")
    case .observation(let id):
      let shown = derived.answered[palier.palier.id] ?? []
      guard let observation = shown.first(where: { $0.id == id }) else { return nil }
      let mark = marks.mark(observation.statut)
      let number = observation.numero.map(String.init) ?? ""
      return line(
        [Span("répond à ", .faint), Span("\(mark.sign)\(number) ", Style(mark.ink, .bold))],
        indent: 4, observation.texte)
    }
  }

  /// A row's part of the timeline.
  private func drawTimes(of line: SchemaEcran.Row, _ row: Int, on canvas: inout Canvas) {
    guard let timeline = layout.timeline, axis.paliers.indices.contains(line.index) else { return }
    let palier = axis.paliers[line.index]
    switch line.part {
    case .palier: drawTread(palier, on: timeline, row, on: &canvas)
    case .indicateur(let id):
      for cell in palier.indicateurs.first(where: { $0.indicateur.id == id })?.cases ?? [] {
        guard let (sign, ink) = told(cell) else { continue }
        canvas.draw(
          sign, at: timeline.column(ofMonth: cell.periode.mois), row, Style(ink, .bold))
      }
    case .engagement, .observation: break
    }
  }

  /// A line from its deadline on, whole while it holds.
  private func drawTread(
    _ palier: Avancement.ParPalier, on timeline: Timeline, _ row: Int, on canvas: inout Canvas
  ) {
    guard let mois = palier.palier.echeanceMois else { return }
    let corner = timeline.column(ofMonth: mois)
    let style = palier.etat == .tenu ? Style(.green) : Style.faint
    canvas.put(.topLeft, at: corner, row, style)
    canvas.drawHorizontal(
      palier.etat == .tenu ? .horizontal : .dashedHorizontal, at: corner + 1, row,
      length: timeline.endColumn - corner - 1, style)
  }

  /// The sign of what was achieved, else `a` or `v` for what is expected; nil where nothing is.
  private func told(_ cell: Avancement.Case) -> (sign: String, ink: Style.Ink)? {
    let mark =
      cell.estPerdue
      ? marks.lost
      : cell.realise?.statut.map { marks.mark($0) } ?? marks.passed(cell)
    if let mark { return (mark.sign, mark.ink) }
    return cell.objectif.map { ($0 == .atteindre ? "a" : "v", .text) }
  }
}
