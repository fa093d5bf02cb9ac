import DPES
import TerminalUI

/// Where each part of the schéma stands in an area: the same for drawing, clicks and scrolling.
struct SchemaLayout: Hashable, Sendable {
  /// One axis: its name and levels, and its steps, highest on top.
  struct Lane: Hashable, Sendable {
    let axe: Axe
    let heading: Rect
    /// Where the steps stand; empty when it is folded.
    let steps: Rect
    /// The row of its marks on the timeline, when it is folded and there is room.
    let marks: Rect
    /// The paliers shown, as positions on the axis from 0.
    let shown: Range<Int>

    fileprivate init(axe: Axe, in area: Rect, plan: SchemaPlan, isFolded: Bool, shown: Range<Int>) {
      self.axe = axe
      var rest = area
      if plan.arrangement == .beside {
        heading = rest.takeLeft(SchemaPlan.labelWidth)
        // The first step is the ground: it stands at the bottom.
        steps = rest.takeBottom(max(1, shown.count * plan.stepHeight))
        marks = rest.takeTop(0)
      } else {
        heading = rest.takeTop(1)
        steps = rest.takeBottom(isFolded ? 0 : rest.height)
        marks = rest
      }
      self.shown = isFolded ? 0..<0 : shown
    }

    /// The rows of a palier by its position on the axis; the highest stands on top.
    func rows(of position: Int, height: Int) -> Rect {
      Rect(
        column: steps.column, row: steps.row + (shown.upperBound - 1 - position) * height,
        width: steps.width, height: height)
    }

    /// The position of the palier at a row of the steps.
    fileprivate func position(at row: Int, height: Int) -> Int? {
      let position = shown.upperBound - 1 - (row - steps.row) / height
      return shown.contains(position) ? position : nil
    }
  }

  let plan: SchemaPlan
  let header: Rect
  let lanes: [Lane]
  /// Months to columns; nil in a list.
  let timeline: Timeline?
  let rule: Rect
  let detail: Rect
  /// How many paliers of the selected axis stand above those shown.
  let offset: Int

  /// - Complexity: O(1), whatever the number of paliers.
  init(_ avancement: Avancement, selection: SchemaEcran, in area: Rect) {
    let counts = avancement.axes.map(\.paliers.count)
    let plan = SchemaPlan(holding: counts, in: area.size)
    self.plan = plan
    var rest = area
    header = rest.takeTop(plan.header)
    let selected = avancement[selection.axe].paliers.count
    let room =
      rest.height - plan.rule - plan.leastDetail - plan.foldedRows * 3 - plan.gap * 3 - 1
    let visible = plan.isFolded ? max(1, min(selected, room)) : max(1, selected)
    offset = Self.offset(selection, count: selected, visible: visible)
    let scrolls = visible < selected
    var lanes: [Lane] = []
    for (axis, count) in zip(avancement.axes, counts) {
      let isFolded = plan.isFolded && axis.axe != selection.axe
      let rows = isFolded ? plan.foldedRows : plan.isFolded ? 1 + visible : plan.rows(of: count)
      if !lanes.isEmpty { _ = rest.takeTop(plan.gap) }
      let end = axis.axe == selection.axe ? count - offset : count
      lanes.append(
        Lane(
          axe: axis.axe, in: rest.takeTop(rows), plan: plan, isFolded: isFolded,
          shown: max(0, end - (scrolls && !isFolded ? visible : end))..<end))
    }
    self.lanes = lanes
    rule = rest.takeTop(plan.rule)
    detail = rest
    let start = plan.arrangement == .beside ? SchemaPlan.labelWidth : 0
    timeline =
      plan.arrangement == .list
      ? nil
      : Timeline(
        column: area.column + start, width: area.width - start - (scrolls ? 2 : 0),
        months: avancement.periodes.last?.mois ?? Periode.duree)
  }

  /// The first palier shown, moved no more than it takes to show the selected one.
  private static func offset(_ selection: SchemaEcran, count: Int, visible: Int) -> Int {
    let fromTop = max(0, count - 1 - selection.index)
    let offset = min(max(selection.offset, fromTop - visible + 1), fromTop)
    return max(0, min(offset, count - visible))
  }

  /// What stands at a position: an axis, and the palier's position on it if there is one.
  func target(at position: Position, in avancement: Avancement) -> (axe: Axe, palier: Int?)? {
    for lane in lanes {
      if lane.steps.contains(position) {
        return (lane.axe, lane.position(at: position.row, height: plan.stepHeight))
      }
      if lane.marks.contains(position), let timeline {
        let marks = FoldedMarks(avancement[lane.axe], on: timeline)
        return (lane.axe, marks.palier(at: position.column))
      }
      if lane.heading.contains(position) { return (lane.axe, nil) }
    }
    return nil
  }

  /// Paliers that a page of the selected axis holds.
  func page(of axe: Axe) -> Int {
    max(1, (lanes.first { $0.axe == axe }?.shown.count ?? 1) - 1)
  }
}
