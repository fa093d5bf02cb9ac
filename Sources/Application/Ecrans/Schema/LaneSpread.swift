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

  /// Gives free rows to the titles that one row does not hold, as long as there are any.
  mutating func open(_ free: inout Int) {
    for axe in order {
      guard let part = parts[axe] else { continue }
      for (index, position) in part.shown.enumerated() where free > 0 {
        let most = min(5, 1 + free)
        let label = label(axe, position, maxLines: most)
        let needed = label?.lines.count ?? listLines(axe, position, maxLines: most)
        guard needed > 1 else { continue }
        free -= needed - 1
        parts[axe]?.heights[index] = needed
        if let label { parts[axe]?.labels[index] = label }
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
