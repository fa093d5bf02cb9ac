import DPES
import TerminalUI

/// The steps of the open axes, and how many rows each takes.
struct LaneSpread {
  struct Part {
    let shown: Range<Int>
    var heights: [Int]
    var labels: [StepLabel]
  }

  private(set) var parts: [Axe: Part] = [:]
  private let avancement: Avancement
  private let timeline: Timeline?
  private let width: Int
  /// In the order in which they take rows.
  private let order: [Axe]

  init(
    _ avancement: Avancement, timeline: Timeline?, width: Int,
    shown: [(axe: Axe, positions: Range<Int>)]
  ) {
    self.avancement = avancement
    self.timeline = timeline
    self.width = width
    order = shown.map(\.axe)
    for (axe, positions) in shown {
      parts[axe] = Part(
        shown: positions, heights: Array(repeating: 1, count: positions.count),
        labels: positions.compactMap { label(axe, $0, maxLines: 1) })
    }
  }

  /// Gives free rows to the titles that one row does not hold, as long as there are any: the open axes
  /// share them as one list, in which nothing is selected, so that a move changes no row.
  mutating func open(_ free: inout Int) {
    let steps = order.flatMap { axe in (parts[axe]?.shown ?? 0..<0).map { (axe, $0) } }
    let most = 1 + free
    let list = ListRows(
      steps.indices, of: steps.count, selected: nil,
      in: Rect(column: 0, row: 0, width: 1, height: steps.count + max(0, free)),
      lines: { [self] index in
        let (axe, position) = steps[index]
        return label(axe, position, maxLines: most)?.lines.count
          ?? listLines(axe, position, maxLines: most)
      })
    free = list.free
    for (index, (axe, position)) in steps.enumerated() {
      guard let rows = list.place(of: index)?.height, rows > 1, let part = parts[axe] else {
        continue
      }
      parts[axe]?.heights[position - part.shown.lowerBound] = rows
      if let label = label(axe, position, maxLines: rows) {
        parts[axe]?.labels[position - part.shown.lowerBound] = label
      }
    }
  }

  private func label(_ axe: Axe, _ position: Int, maxLines: Int) -> StepLabel? {
    timeline.map {
      StepLabel(
        avancement[axe].paliers[position], among: avancement[axe].paliers.count, on: $0,
        maxLines: maxLines)
    }
  }

  private func listLines(_ axe: Axe, _ position: Int, maxLines: Int) -> Int {
    let row = ListStep(avancement[axe].paliers[position], width: width)
    return row.lines(maxLines).count
  }
}
