import DPES
import TerminalUI

/// Where the person is in the grille.
struct GrilleEcran: Hashable, Sendable {
  /// The référentiel shown; nil for the one last answered, else the first.
  var referentielID: String?
  /// nil for the points that stand on none.
  var axe: Axe? = .utilite
  /// Only the points without an answer; between two dates, those answered otherwise.
  var isFiltered = false
  /// The two dates compared; nil for the last answers.
  var dates: GrilleDates?
  private(set) var list = ListView()
  private var height = 1

  /// The point selected, whose row is never a theme's.
  func selected(in derived: Derived) -> GrilleRows.Point? {
    let rows = derived.grille.rows
    guard let index = list.selectedRow(of: rows.count), case .point(let point) = rows[index] else {
      return nil
    }
    return point
  }

  /// Selects a row, or the nearest point after it, else before it.
  mutating func select(_ row: Int, in derived: Derived) {
    let rows = derived.grille.rows
    let bounded = min(max(0, row), max(0, rows.count - 1))
    let target =
      rows.indices.first { $0 >= bounded && rows[$0].isPoint }
      ?? rows.indices.last { rows[$0].isPoint } ?? 0
    list.select(target, of: rows.count, height: height)
    // The heading of the first point comes into view with it.
    if height > target, !rows.prefix(target).contains(where: \.isPoint) {
      list.scroll(by: -target, of: rows.count, height: height)
    }
  }

  /// Goes so many points on, over the headings between them.
  mutating func step(by steps: Int, in derived: Derived) {
    let points = derived.grille.rows.indices.filter { derived.grille.rows[$0].isPoint }
    let here = points.lastIndex { $0 <= list.selection } ?? 0
    guard !points.isEmpty else { return }
    select(points[min(max(0, here + steps), points.count - 1)], in: derived)
  }

  /// Selects a point by its code, where it is.
  mutating func select(_ code: String, in derived: Derived) {
    guard
      let row = derived.grille.rows.firstIndex(where: {
        if case .point(let point) = $0 { point.point.code == code } else { false }
      })
    else { return select(list.selection, in: derived) }
    select(row, in: derived)
  }

  mutating func show(rows: Int, in derived: Derived) {
    height = rows
    select(list.selection, in: derived)
  }

  /// Keeps the selection on a point after a change.
  mutating func settle(in derived: Derived) { select(list.selection, in: derived) }

  /// Rows that the list has on the screen.
  var page: Int { max(1, height - 1) }
}
