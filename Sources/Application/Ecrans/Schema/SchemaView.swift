import DPES
import TerminalUI

/// The schéma de progrès, drawn: a timeline, a lane an axis, and what is selected.
struct SchemaView {
  let schema: SchemaEcran
  let marks: Marks
  let avancement: Avancement
  let layout: SchemaLayout
  let levels: AxisLevels

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let avancement = state.derived.avancement else { return }
    if state.schema.isZoomed {
      let zoom = ZoomView(state, avancement, in: area)
      zoom.draw(on: &canvas)
      return PartDetail.draw(state, avancement, in: zoom.layout.detail, on: &canvas)
    }
    let view = SchemaView(state, avancement, in: area)
    view.draw(on: &canvas)
    PalierDetail(state, avancement, in: view.layout.detail).draw(on: &canvas)
  }

  private init(_ state: State, _ avancement: Avancement, in area: Rect) {
    schema = state.schema
    marks = state.marks
    self.avancement = avancement
    layout = SchemaLayout(avancement, selection: state.schema, in: area)
    // What the axis needs stands beside its levels.
    let status = area.width < 76 ? 7 : 16
    let room =
      switch layout.plan.arrangement {
      case .beside: Int.max
      case .above: area.width - SchemaPlan.labelWidth - status
      case .list: area.width - 2 - status
      }
    levels = AxisLevels(avancement, width: room, inColumn: layout.plan.arrangement == .beside)
  }

  private func draw(on canvas: inout Canvas) {
    if let timeline = layout.timeline {
      drawNames(on: timeline, canvas: &canvas)
      if let first = layout.lanes.first?.heading, let last = layout.lanes.last {
        let end = max(last.heading.endRow, last.steps.endRow, last.marks.endRow)
        Self.drawGrid(avancement, on: timeline, rows: first.row..<end, canvas: &canvas)
      }
    }
    for lane in layout.lanes { draw(lane, on: &canvas) }
    if !layout.rule.isEmpty {
      canvas.drawHorizontal(at: layout.rule.column, layout.rule.row, length: layout.rule.width)
    }
  }

  private func drawNames(on timeline: Timeline, canvas: inout Canvas) {
    let header = layout.header
    let hasOwnRow = header.height > 1
    let word = "aujourd’hui"
    let shared = timeline.width >= 80 ? [word, "auj."] : ["auj."]
    TimelineNames(avancement, on: timeline, today: hasOwnRow ? [] : shared)
      .draw(on: header.row, of: &canvas)
    guard hasOwnRow, let mois = avancement.monthsToday else { return }
    let width = TextWidth.columns(of: word)
    let column = timeline.column(ofMonth: mois) - width / 2
    canvas.draw(
      word, at: min(max(column, timeline.column), timeline.endColumn - width), header.row + 1,
      Style(.orange, .bold))
  }

  /// The months, the profiles and today as lines down so many rows.
  static func drawGrid(
    _ avancement: Avancement, on timeline: Timeline, rows: Range<Int>, canvas: inout Canvas
  ) {
    // Blanks between the lines have their style: see ``StepView``.
    canvas.fill(
      Rect(
        column: timeline.column, row: rows.lowerBound, width: timeline.width, height: rows.count),
      .space, .line)
    for mois in timeline.ticks {
      canvas.drawVertical(
        .dashedVertical, at: timeline.column(ofMonth: mois), rows.lowerBound, length: rows.count)
    }
    for mois in [0, avancement.moisIntermediaire, avancement.moisCible].compactMap(\.self) {
      canvas.drawVertical(at: timeline.column(ofMonth: mois), rows.lowerBound, length: rows.count)
    }
    if let mois = avancement.monthsToday {
      canvas.drawVertical(
        .heavyVertical, at: timeline.column(ofMonth: mois), rows.lowerBound,
        length: rows.count, Style(.orange))
    }
  }

  private func draw(_ lane: SchemaLayout.Lane, on canvas: inout Canvas) {
    let axis = avancement[lane.axe]
    drawHeading(lane, on: &canvas)
    if let timeline = layout.timeline, !lane.marks.isEmpty {
      drawFolded(axis, in: lane.marks, on: timeline, canvas: &canvas)
    }
    guard !lane.steps.isEmpty else { return }
    if axis.paliers.isEmpty {
      let column = layout.timeline.map { $0.column + 1 } ?? lane.steps.column + 1
      canvas.draw(
        " aucun palier ", at: column, lane.steps.endRow - 1, .faint, upTo: lane.steps.endColumn)
    }
    for position in lane.shown { draw(axis, position, in: lane, on: &canvas) }
    if lane.shown.count < axis.paliers.count {
      var bar = lane.steps
      canvas.drawScrollbar(
        bar.takeRight(1), first: axis.paliers.count - lane.shown.upperBound,
        visible: lane.shown.count, total: axis.paliers.count)
    }
  }

  private func drawHeading(_ lane: SchemaLayout.Lane, on canvas: inout Canvas) {
    let style = lane.axe == schema.axe ? Style.title : .strong
    let status = AxisStatus(avancement[lane.axe], marks: marks)
    var area = lane.heading
    switch layout.plan.arrangement {
    case .beside:
      let name = area.takeTop(1)
      canvas.draw(lane.axe.nomCourt, at: name.column, name.row, style, upTo: name.endColumn)
      let row = area.takeTop(1)
      status.spans(in: row.width - 1)
        .draw(at: row.column, row.row, upTo: row.endColumn, on: &canvas)
      levels.drawColumn(of: lane.axe, in: area, on: &canvas)
    case .above:
      var line = area
      canvas.fill(line.takeLeft(SchemaPlan.labelWidth + levels.columns + 1))
      let name = area.takeLeft(SchemaPlan.labelWidth)
      canvas.draw(lane.axe.nomCourt, at: name.column, name.row, style, upTo: name.endColumn)
      levels.drawLine(of: lane.axe, beside: status, in: area, on: &canvas)
    case .list:
      let letter = area.takeLeft(2)
      canvas.draw(String(lane.axe.lettre), at: letter.column, letter.row, style)
      levels.drawLine(of: lane.axe, beside: status, in: area, on: &canvas)
    }
  }

  private func drawFolded(
    _ axis: Avancement.ParAxe, in area: Rect, on timeline: Timeline, canvas: inout Canvas
  ) {
    let folded = FoldedMarks(axis, on: timeline)
    if folded.marks.isEmpty {
      let count = axis.paliers.count
      let text = count == 0 ? "aucun palier" : count.counting("palier")
      canvas.draw(text, at: timeline.column + 2, area.row, .faint, upTo: area.endColumn)
    }
    for mark in folded.marks {
      let palier = axis.paliers[mark.palier]
      let sign = marks.mark(palier.etat)
      canvas.draw(
        "\(sign.sign)\(palier.rang)", at: mark.columns.lowerBound, area.row,
        Style(sign.ink, .bold))
    }
  }

  private func draw(
    _ axis: Avancement.ParAxe, _ position: Int, in lane: SchemaLayout.Lane,
    on canvas: inout Canvas
  ) {
    let isSelected = lane.axe == schema.axe && position == schema.index
    let height = layout.plan.stepHeight
    var area = lane.rows(of: position, height: height)
    if lane.shown.count < axis.paliers.count { _ = area.takeRight(2) }
    if let timeline = layout.timeline {
      StepView(axis, at: position, on: timeline, rows: height, marks: marks)
        .draw(in: area, on: timeline, isSelected: isSelected, canvas: &canvas)
    } else {
      drawRow(axis.paliers[position], isSelected: isSelected, in: area, on: &canvas)
    }
  }

  /// One palier on one row, where there is no room for a timeline: `✔ 1 Titre … 6 mois`.
  private func drawRow(
    _ palier: Avancement.ParPalier, isSelected: Bool, in area: Rect, on canvas: inout Canvas
  ) {
    let mark = marks.mark(palier.etat)
    let echeance = palier.palier.echeanceMois.map { "\($0)\u{A0}mois" } ?? "–"
    let start = area.endColumn - TextWidth.columns(of: echeance)
    canvas.draw(echeance, at: start, area.row, .faint)
    let next = canvas.draw(
      "\(mark.sign) \(palier.rang)", at: area.column + 2, area.row, Style(mark.ink, .bold),
      upTo: start - 1)
    canvas.draw(
      palier.palier.intitule, at: next + 1, area.row, isSelected ? .strong : .text,
      upTo: start - 1)
    if isSelected { canvas.lay(area, on: .selected) }
  }
}
