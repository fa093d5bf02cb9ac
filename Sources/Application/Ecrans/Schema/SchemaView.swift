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
    levels = AxisLevels(
      avancement, width: room, inColumn: layout.plan.arrangement == .beside)
  }

  private func draw(on canvas: inout Canvas) {
    if let timeline = layout.timeline {
      drawNames(on: timeline, canvas: &canvas)
      drawGrid(on: timeline, canvas: &canvas)
    }
    for lane in layout.lanes { draw(lane, on: &canvas) }
    if !layout.rule.isEmpty {
      canvas.drawHorizontal(
        at: layout.rule.column, layout.rule.row, length: layout.rule.width)
    }
  }
}

// The timeline.
extension SchemaView {
  private func drawNames(on timeline: Timeline, canvas: inout Canvas) {
    let header = layout.header
    let hasOwnRow = header.height > 1
    let word = "aujourd’hui"
    let short = "auj."
    let shared = timeline.width >= 80 ? [word, short] : [short]
    let names = TimelineNames(avancement, on: timeline, today: hasOwnRow ? [] : shared)
    for name in names.names { canvas.draw(name.text, at: name.column, header.row, name.style) }
    guard hasOwnRow, let mois = avancement.monthsToday else { return }
    let width = TextWidth.columns(of: word)
    let column = timeline.column(ofMonth: mois) - width / 2
    canvas.draw(
      word, at: min(max(column, timeline.column), timeline.endColumn - width), header.row + 1,
      Style(.orange, .bold))
  }

  private func drawGrid(on timeline: Timeline, canvas: inout Canvas) {
    guard let first = layout.lanes.first?.heading, let last = layout.lanes.last else { return }
    let end = max(last.heading.endRow, last.steps.endRow, last.marks.endRow)
    Self.drawGrid(avancement, on: timeline, rows: first.row..<end, canvas: &canvas)
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
    for mois in [0, avancement.moisIntermediaire, avancement.moisCible].compactMap({ $0 }) {
      canvas.drawVertical(
        at: timeline.column(ofMonth: mois), rows.lowerBound, length: rows.count)
    }
    if let mois = avancement.monthsToday {
      canvas.drawVertical(
        .heavyVertical, at: timeline.column(ofMonth: mois), rows.lowerBound,
        length: rows.count, Style(.orange))
    }
  }
}

// The lanes.
extension SchemaView {
  private func draw(_ lane: SchemaLayout.Lane, on canvas: inout Canvas) {
    let axis = avancement[lane.axe]
    drawHeading(lane, on: &canvas)
    if let timeline = layout.timeline {
      drawFolded(axis, in: lane.marks, on: timeline, canvas: &canvas)
    }
    guard !lane.steps.isEmpty else { return }
    if axis.paliers.isEmpty {
      let column = layout.timeline.map { $0.column + 1 } ?? lane.steps.column + 1
      canvas.draw(
        " aucun palier ", at: column, lane.steps.endRow - 1, .faint, upTo: lane.steps.endColumn)
    }
    for position in lane.shown {
      let isSelected = lane.axe == schema.axe && position == schema.index
      draw(axis, position, in: lane, isSelected: isSelected, on: &canvas)
    }
    if lane.shown.count < axis.paliers.count {
      var bar = lane.steps
      canvas.drawScrollbar(
        bar.takeRight(1), first: axis.paliers.count - lane.shown.upperBound,
        visible: lane.shown.count, total: axis.paliers.count)
    }
  }

  private func drawHeading(_ lane: SchemaLayout.Lane, on canvas: inout Canvas) {
    let isSelected = lane.axe == schema.axe
    let style = isSelected ? Style.title : .strong
    var area = lane.heading
    switch layout.plan.arrangement {
    case .beside:
      let name = area.takeTop(1)
      canvas.draw(lane.axe.nomCourt, at: name.column, name.row, style, upTo: name.endColumn)
      let status = area.takeTop(1)
      var column = status.column
      let spans = AxisStatus(avancement[lane.axe], marks: marks).spans(in: status.width - 1)
      for span in spans {
        column = canvas.draw(span.text, at: column, status.row, span.style, upTo: status.endColumn)
      }
      levels.drawColumn(of: lane.axe, in: area, on: &canvas)
    case .above:
      canvas.fill(
        Rect(
          column: area.column, row: area.row, width: SchemaPlan.labelWidth + levels.columns + 1,
          height: 1
        ).intersection(area))
      let name = area.takeLeft(SchemaPlan.labelWidth)
      canvas.draw(lane.axe.nomCourt, at: name.column, name.row, style, upTo: name.endColumn)
      levels.drawLine(of: lane.axe, at: area.column, area.row, upTo: area.endColumn, on: &canvas)
      drawStatus(of: lane.axe, beside: area, on: &canvas)
    case .list:
      let letter = area.takeLeft(2)
      canvas.draw(String(lane.axe.lettre), at: letter.column, letter.row, style)
      levels.drawLine(of: lane.axe, at: area.column, area.row, upTo: area.endColumn, on: &canvas)
      drawStatus(of: lane.axe, beside: area, on: &canvas)
    }
  }

  /// What the axis needs, in the room that its levels leave.
  private func drawStatus(of axe: Axe, beside area: Rect, on canvas: inout Canvas) {
    var rest = area
    _ = rest.takeLeft(levels.columns + 2)
    AxisStatus(avancement[axe], marks: marks).drawRight(in: rest, on: &canvas)
  }

  private func drawFolded(
    _ axis: Avancement.ParAxe, in area: Rect, on timeline: Timeline, canvas: inout Canvas
  ) {
    guard !area.isEmpty else { return }
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
    _ axis: Avancement.ParAxe, _ position: Int, in lane: SchemaLayout.Lane, isSelected: Bool,
    on canvas: inout Canvas
  ) {
    let height = layout.plan.stepHeight
    let rows = lane.rows(of: position, height: height)
    let scrolls = lane.shown.count < axis.paliers.count
    let area = Rect(
      column: rows.column, row: rows.row, width: rows.width - (scrolls ? 2 : 0),
      height: rows.height)
    if let timeline = layout.timeline {
      StepView(axis, at: position, on: timeline, rows: height, marks: marks)
        .draw(in: area, on: timeline, isSelected: isSelected, canvas: &canvas)
    } else {
      PalierRow.draw(
        axis.paliers[position], marks: marks, isSelected: isSelected, in: area, on: &canvas)
    }
  }
}
