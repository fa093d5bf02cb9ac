import DPES
import TerminalUI

/// The paliers of a folded axis on one row: each one's mark and rank, near its deadline.
struct FoldedMarks {
  struct Mark {
    /// The palier's position on its axis.
    let palier: Int
    let columns: Range<Int>
  }

  /// From left to right; empty when there is no room for all.
  private(set) var marks: [Mark] = []

  /// - Complexity: O(p log p) in the paliers of the axis, none of it when they don't fit.
  init(_ axis: Avancement.ParAxe, on timeline: Timeline) {
    let paliers = axis.paliers
    guard !paliers.isEmpty, paliers.count * 3 < timeline.width else { return }
    let columns = paliers.map {
      $0.palier.echeanceMois.map(timeline.column(ofMonth:)) ?? timeline.endColumn
    }
    var next = timeline.column + 1
    for index in paliers.indices.sorted(by: { (columns[$0], $0) < (columns[$1], $1) }) {
      let width = 1 + String(paliers[index].rang).count
      let start = max(next, columns[index])
      marks.append(Mark(palier: index, columns: start..<start + width))
      next = start + width + 1
    }
    // Those pushed over the right edge push the ones before them back.
    var end = timeline.endColumn
    for index in marks.indices.reversed() where marks[index].columns.upperBound > end {
      let start = end - marks[index].columns.count
      marks[index] = Mark(palier: marks[index].palier, columns: start..<end)
      end = start - 1
    }
    if let first = marks.first, first.columns.lowerBound <= timeline.column { marks = [] }
  }

  func palier(at column: Int) -> Int? { marks.first { $0.columns.contains(column) }?.palier }
}
