import DPES
import TerminalUI

/// The paliers of a folded axis on one row: `┌✔2`, each one's corner, sign and number, near its
/// deadline.
struct FoldedMarks {
  struct Mark {
    /// The palier's position on its axis.
    let palier: Int
    /// Its corner first, where they have one.
    let columns: Range<Int>
  }

  /// From left to right; empty when there is no room for all.
  private(set) var marks: [Mark] = []
  /// Whether there is room for corners as well.
  let hasCorners: Bool

  /// - Complexity: O(p log p) in the paliers of the axis, none of it when they don't fit.
  init(_ axis: Avancement.ParAxe, on timeline: Timeline) {
    let paliers = axis.paliers
    let widest = StepLabel.signWidth(of: paliers.count)
    hasCorners = paliers.count * (widest + 2) < timeline.width
    guard !paliers.isEmpty, paliers.count * (widest + 1) < timeline.width else { return }
    let columns = paliers.map {
      $0.palier.echeanceMois.map(timeline.column(ofMonth:)) ?? timeline.endColumn
    }
    var next = timeline.column + 1
    for index in paliers.indices.sorted(by: { (columns[$0], $0) < (columns[$1], $1) }) {
      let width = (hasCorners ? 2 : 1) + String(paliers[index].rang).count
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

  func draw(
    _ axis: Avancement.ParAxe, in row: Rect, on timeline: Timeline, signs: Marks,
    canvas: inout Canvas
  ) {
    if marks.isEmpty {
      let count = axis.paliers.count
      let text = count == 0 ? "aucun palier" : count.counting("palier")
      canvas.draw(" \(text) ", at: timeline.column + 1, row.row, .faint, upTo: row.endColumn)
    }
    for mark in marks {
      let palier = axis.paliers[mark.palier]
      let sign = signs.mark(palier.etat)
      let columns = mark.columns
      canvas.fill(
        Rect(column: columns.lowerBound - 1, row: row.row, width: columns.count + 2, height: 1)
          .intersection(row))
      if hasCorners { canvas.put(.topLeft, at: columns.lowerBound, row.row, .faint) }
      canvas.draw(
        "\(sign.sign)\(palier.rang)", at: columns.lowerBound + (hasCorners ? 1 : 0), row.row,
        Style(sign.ink, .bold))
    }
  }
}
