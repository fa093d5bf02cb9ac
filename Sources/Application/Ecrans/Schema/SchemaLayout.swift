import DPES
import TerminalUI

/// Where each part of the schéma stands in an area: the same for drawing, clicks and scrolling.
///
/// Each axis has its heading and a row of signs; then whole axes open while rows remain, the one in
/// hand first, then from the top; what is left goes to titles that need a second line. Moving along an
/// axis moves nothing else.
struct SchemaLayout: Hashable, Sendable {
  /// One axis: its heading, and its steps, highest on top.
  struct Lane: Hashable, Sendable {
    let axe: Axe
    let heading: Rect
    /// Where the steps stand; empty when it is folded.
    let steps: Rect
    /// The row of its signs on the timeline, when it is folded and there is room.
    let marks: Rect
    /// The paliers shown, as positions on the axis from 0.
    let shown: Range<Int>
    /// The rows of each palier shown, the lowest first.
    fileprivate let heights: [Int]
    /// What each palier shown says on the timeline; empty in a list.
    fileprivate let labels: [StepLabel]

    func label(of position: Int) -> StepLabel? {
      let index = position - shown.lowerBound
      return labels.indices.contains(index) ? labels[index] : nil
    }

    /// The rows of a palier by its position on the axis; the highest stands on top.
    func rows(of position: Int) -> Rect {
      let index = position - shown.lowerBound
      let above = heights.dropFirst(index + 1).reduce(0, +)
      return Rect(
        column: steps.column, row: steps.row + above, width: steps.width,
        height: heights.indices.contains(index) ? heights[index] : 0)
    }

    /// The position of the palier at a row of the steps.
    fileprivate func position(at row: Int) -> Int? {
      var end = steps.row
      for (position, height) in zip(shown, heights).reversed() {
        end += height
        if row < end { return position }
      }
      return nil
    }
  }

  let header: Rect
  /// All four, or only the one in hand in a list without room for the others.
  let lanes: [Lane]
  /// Rows that no title needs.
  let free: Int
  /// Months to columns; nil in a list.
  let timeline: Timeline?
  let rule: Rect
  let detail: Rect
  /// How many paliers of the selected axis stand above those shown.
  let offset: Int

  /// What decides it.
  struct Key: Hashable, Sendable {
    let derived: Derived.Stamp
    let area: Rect
    let axe: Axe
    let offset: Int
  }

  /// Of what is selected, the one that is kept where a move moved nothing else.
  static func of(_ state: State, _ avancement: Avancement, in area: Rect) -> SchemaLayout {
    state.schema.layout.value(of: key(state, avancement, in: area)) {
      SchemaLayout(avancement, selection: state.schema, in: area)
    }
  }

  /// Scrolls to what is selected, and keeps where everything stands.
  static func follow(_ state: inout State, _ avancement: Avancement, in area: Rect) {
    let key = key(state, avancement, in: area)
    state.schema.offset = key.offset
    let selection = state.schema
    state.schema.layout.renew(key) {
      SchemaLayout(avancement, selection: selection, in: area)
    }
  }

  private static func key(_ state: State, _ avancement: Avancement, in area: Rect) -> Key {
    let rows = SchemaRows(avancement, axe: state.schema.axe, in: area.size)
    return Key(
      derived: state.derived.stamp, area: area, axe: state.schema.axe,
      offset: offset(state.schema, avancement, visible: rows.visible))
  }

  /// - Complexity: O(rows of the area), whatever the number of paliers.
  init(_ avancement: Avancement, selection: SchemaEcran, in area: Rect) {
    let rows = SchemaRows(avancement, axe: selection.axe, in: area.size)
    let selected = avancement[selection.axe].paliers.count
    offset = Self.offset(selection, avancement, visible: rows.visible)
    let scrolls = rows.visible < selected
    let inset = area.width >= 76 ? 1 : 0
    let timeline =
      rows.isList
      ? nil
      : Timeline(
        column: area.column + inset, width: area.width - inset - (scrolls ? 2 : 0),
        months: avancement.periodes.last?.mois ?? Periode.duree)
    self.timeline = timeline
    let end = max(0, selected - offset)
    var spread = LaneSpread(
      avancement, timeline: timeline, width: area.width,
      shown: rows.open.map { axe in
        (
          axe,
          axe == selection.axe
            ? max(0, end - rows.visible)..<end
            : 0..<avancement[axe].paliers.count
        )
      })
    var free = rows.free
    spread.open(&free)
    self.free = free
    let gap = free >= rows.lanes.count - 1 ? rows.gap : 0

    var rest = area
    header = rest.takeTop(rows.header)
    var lanes: [Lane] = []
    for axe in rows.lanes {
      if !lanes.isEmpty { _ = rest.takeTop(gap) }
      let heading = rest.takeTop(1)
      let part = spread.parts[axe]
      let steps = rest.takeTop(part.map { max(1, $0.heights.reduce(0, +)) } ?? 0)
      let marks = rest.takeTop(part == nil && rows.hasMarks ? 1 : 0)
      lanes.append(
        Lane(
          axe: axe, heading: heading, steps: steps, marks: marks, shown: part?.shown ?? 0..<0,
          heights: part?.heights ?? [], labels: part?.labels ?? []))
    }
    self.lanes = lanes
    if rows.rule > 0, rest.height > rows.leastDetail + rows.rule { _ = rest.takeTop(1) }
    rule = rest.takeTop(rows.rule)
    detail = rest
  }

  /// The first palier shown, moved no more than it takes to show the selected one.
  private static func offset(
    _ selection: SchemaEcran, _ avancement: Avancement, visible: Int
  ) -> Int {
    let count = avancement[selection.axe].paliers.count
    let fromTop = max(0, count - 1 - selection.index)
    let offset = min(max(selection.offset, fromTop - visible + 1), fromTop)
    return max(0, min(offset, count - visible))
  }

  /// What stands at a position: an axis, and the palier's position on it if there is one.
  func target(at position: Position, in avancement: Avancement) -> (axe: Axe, palier: Int?)? {
    for lane in lanes {
      if lane.steps.contains(position) { return (lane.axe, lane.position(at: position.row)) }
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
