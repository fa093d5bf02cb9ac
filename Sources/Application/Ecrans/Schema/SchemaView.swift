import DPES
import TerminalUI

/// The schéma de progrès, drawn: a timeline, a lane an axis, and what is selected.
struct SchemaView {
  let schema: SchemaEcran
  let marks: Marks
  let avancement: Avancement
  let layout: SchemaLayout
  /// Columns of the whole: the longest words are for wide windows.
  private let width: Int

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
    width = area.width
    layout = SchemaLayout.of(state, avancement, in: area)
  }

  private func draw(on canvas: inout Canvas) {
    if let timeline = layout.timeline {
      TimelineNames(
        avancement, on: timeline, rows: layout.header.height, isWide: width >= 116
      ).draw(in: layout.header, on: &canvas)
    }
    for lane in layout.lanes { draw(lane, on: &canvas) }
    let end = layout.rule.isEmpty ? layout.detail.row : layout.rule.row
    canvas.tell(
      textsIn: Rect(
        column: layout.header.column, row: layout.header.endRow, width: width,
        height: max(0, end - layout.header.endRow)), free: layout.free)
    if !layout.rule.isEmpty {
      canvas.drawHorizontal(at: layout.rule.column, layout.rule.row, length: layout.rule.width)
    }
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
        length: rows.count, .strong)
    }
  }

  private func draw(_ lane: SchemaLayout.Lane, on canvas: inout Canvas) {
    let axis = avancement[lane.axe]
    let isInHand = lane.axe == schema.axe
    LaneHeading(axis, avancement, marks: marks, isInHand: isInHand)
      .draw(in: lane.heading, on: &canvas)
    if let timeline = layout.timeline {
      let rows = lane.marks.isEmpty ? lane.steps : lane.marks
      Self.drawGrid(avancement, on: timeline, rows: rows.row..<rows.endRow, canvas: &canvas)
      if !lane.marks.isEmpty {
        FoldedMarks(axis, on: timeline)
          .draw(axis, in: lane.marks, on: timeline, signs: marks, canvas: &canvas)
      }
    }
    guard !lane.steps.isEmpty else { return }
    if axis.paliers.isEmpty {
      let column = layout.timeline?.column ?? lane.steps.column
      canvas.draw(
        " aucun palier ", at: column + 1, lane.steps.row, .faint, upTo: lane.steps.endColumn)
      if isInHand { canvas.selection = Position(column: column + 2, row: lane.steps.row) }
    }
    for position in lane.shown {
      draw(axis, position, in: lane, isSelected: isInHand && position == schema.index, on: &canvas)
    }
    if lane.shown.count < axis.paliers.count {
      var bar = lane.steps
      canvas.drawScrollbar(
        bar.takeRight(1), first: axis.paliers.count - lane.shown.upperBound,
        visible: lane.shown.count, total: axis.paliers.count)
    }
  }

  private func draw(
    _ axis: Avancement.ParAxe, _ position: Int, in lane: SchemaLayout.Lane, isSelected: Bool,
    on canvas: inout Canvas
  ) {
    var area = lane.rows(of: position)
    if lane.shown.count < axis.paliers.count { _ = area.takeRight(2) }
    if let timeline = layout.timeline, let label = lane.label(of: position) {
      StepView(
        axis, at: position, label, above: lane.label(of: position - 1), on: timeline, marks: marks
      )
      .draw(in: area, on: timeline, isSelected: isSelected, canvas: &canvas)
    } else {
      drawRow(axis.paliers[position], isSelected: isSelected, in: area, on: &canvas)
    }
  }

  /// One palier of a list: `✔ 1 Titre … 6 mois`.
  private func drawRow(
    _ palier: Avancement.ParPalier, isSelected: Bool, in area: Rect, on canvas: inout Canvas
  ) {
    let step = ListStep(palier, width: area.width)
    let mark = marks.mark(palier.etat)
    let ground: Style.Ground = isSelected ? .selected : .base
    if isSelected {
      canvas.lay(area, on: ground)
      canvas.drawSelectionBar(
        beside: Rect(
          column: area.column + 1, row: area.row, width: area.width - 1, height: area.height))
    }
    canvas.draw(
      step.deadline, before: area.endColumn, area.row, Style(.faint, on: ground))
    let next = canvas.draw(
      mark.sign, at: area.column + 1, area.row, Style(mark.ink, on: ground, .bold))
    canvas.draw(" \(palier.rang)", at: next, area.row, Style(.text, on: ground, .bold))
    for (index, line) in step.lines(area.height).enumerated() {
      canvas.draw(
        line, at: area.column + step.indent, area.row + index,
        Style(.text, on: ground, isSelected ? .bold : []), upTo: area.endColumn)
    }
  }
}
