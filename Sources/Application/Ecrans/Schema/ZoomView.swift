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
    let rows = schema.rows(in: derived, height: layout.rows.height)
    if rows.isEmpty {
      canvas.draw(
        "Aucun palier sur cet axe\u{A0}: n en ajoute un.", at: layout.rows.column,
        layout.rows.row, .faint, upTo: layout.labelEnd)
    }
    var rest = layout.rows
    for row in rows {
      let line = rest.takeTop(1)
      draw(row, in: line, on: &canvas)
      if row == schema.row { canvas.lay(line, on: .selected) }
    }
    if !layout.rule.isEmpty {
      canvas.drawHorizontal(at: layout.rule.column, layout.rule.row, length: layout.rule.width)
    }
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

  private func draw(_ row: SchemaEcran.Row, in line: Rect, on canvas: inout Canvas) {
    guard axis.paliers.indices.contains(row.index) else { return }
    let palier = axis.paliers[row.index]
    switch row.part {
    case .palier: draw(palier, in: line, on: &canvas)
    case .indicateur(let id):
      guard let suivi = palier.indicateurs.first(where: { $0.indicateur.id == id }) else { return }
      draw(suivi, in: line, on: &canvas)
    case .engagement(let id):
      guard let engagement = palier.palier.engagements.first(where: { $0.id == id }) else { return }
      let who = [engagement.organisme, engagement.qui.flatMap { derived.initiales[$0] }]
        .compactMap(\.self).joined(separator: ", ")
      canvas.draw(
        "engagement\(who.isEmpty ? "" : " (\(who))")\u{A0}: \(engagement.texte ?? "")",
        at: line.column + 4, line.row, .faint, upTo: layout.labelEnd)
    case .observation(let id):
      let shown = derived.answered[palier.palier.id] ?? []
      guard let observation = shown.first(where: { $0.id == id }) else { return }
      let mark = marks.mark(observation.statut)
      let next = canvas.draw(
        "répond à ", at: line.column + 4, line.row, .faint, upTo: layout.labelEnd)
      let end = canvas.draw(
        "\(mark.sign)\(observation.numero.map(String.init) ?? "") ", at: next, line.row,
        Style(mark.ink, .bold), upTo: layout.labelEnd)
      canvas.draw(observation.texte, at: end, line.row, .faint, upTo: layout.labelEnd)
    }
  }

  /// Its title, and a line from its deadline on, whole while it holds.
  private func draw(_ palier: Avancement.ParPalier, in line: Rect, on canvas: inout Canvas) {
    let mark = marks.mark(palier.etat)
    let next = canvas.draw(
      "\(mark.sign) \(palier.rang) ", at: line.column, line.row, Style(mark.ink, .bold))
    let deadline = palier.palier.echeanceMois.map { "\($0)\u{A0}mois" } ?? "sans échéance"
    let start = layout.labelEnd - TextWidth.columns(of: deadline)
    canvas.draw(deadline, at: start, line.row, .faint)
    canvas.draw(palier.palier.intitule, at: next, line.row, .strong, upTo: start - 1)
    guard let timeline = layout.timeline, let mois = palier.palier.echeanceMois else { return }
    let corner = timeline.column(ofMonth: mois)
    let style = palier.etat == .tenu ? Style(.green) : Style.faint
    canvas.put(.topLeft, at: corner, line.row, style)
    canvas.drawHorizontal(
      palier.etat == .tenu ? .horizontal : .dashedHorizontal, at: corner + 1, line.row,
      length: timeline.endColumn - corner - 1, style)
  }

  /// Its title and who is in charge, and what each period expects or has.
  private func draw(_ suivi: Avancement.ParIndicateur, in line: Rect, on canvas: inout Canvas) {
    let mark = IndicateurText(suivi: suivi, marks: marks).mark
    let person = suivi.indicateur.responsable.flatMap { derived.initiales[$0] } ?? ""
    let start = layout.labelEnd - TextWidth.columns(of: person)
    let next = canvas.draw("\(mark.sign) ", at: line.column + 4, line.row, Style(mark.ink, .bold))
    canvas.draw(person, at: start, line.row, .faint)
    canvas.draw(suivi.indicateur.intitule, at: next, line.row, .text, upTo: start - 1)
    guard let timeline = layout.timeline else { return }
    for cell in suivi.cases {
      guard let (sign, ink) = told(cell) else { continue }
      canvas.draw(
        sign, at: timeline.column(ofMonth: cell.periode.mois), line.row, Style(ink, .bold))
    }
  }

  /// The sign of what was achieved, else `a` or `v` for what is expected; nil where nothing is.
  private func told(_ cell: Avancement.Case) -> (sign: String, ink: Style.Ink)? {
    let mark =
      cell.estPerdue
      ? marks.lost
      : cell.realise?.statut.map { marks.mark($0) } ?? (cell.etat == .enRetard ? marks.late : nil)
    if let mark { return (mark.sign, mark.ink) }
    return cell.objectif.map { ($0 == .atteindre ? "a" : "v", .text) }
  }
}
