import DPES
import TerminalUI

/// How rows that are free are shared between names that one row does not hold.
///
/// The selected one takes its lines first, then from the top; headings of paliers come where all of it
/// then still fits.
struct TableauSpread {
  private(set) var hasHeadings = false
  /// Empty when each row has one.
  private(set) var heights: [Int] = []

  /// - Complexity: O(height).
  init(_ tableau: TableauEcran, width: Int, height: Int) {
    let rows = tableau.rows
    var free = height - rows.tight.rows.count
    guard free > 0, width > 0 else { return }
    let selected =
      rows.tight.selectable.indices.contains(tableau.index)
      ? [rows.tight.selectable[tableau.index]] : []
    var given = Array(repeating: 1, count: rows.tight.rows.count)
    var isWhole = true
    for index in selected + rows.tight.rows.indices where given[index] == 1 {
      guard let name = rows.line(of: rows.tight.rows[index])?.name else { continue }
      let most = min(5, 1 + free)
      given[index] = max(1, WallText.lines(name, width: width, maxLines: most).count)
      if WallText.isCut(name, width: width, maxLines: most) { isWhole = false }
      free -= given[index] - 1
    }
    let headings = rows.headed.rows.count - rows.tight.rows.count
    hasHeadings = isWhole && headings <= free
    guard hasHeadings else {
      heights = given
      return
    }
    // What can be selected keeps its rows under headings.
    heights = Array(repeating: 1, count: rows.headed.rows.count)
    for (tight, headed) in zip(rows.tight.selectable, rows.headed.selectable) {
      heights[headed] = given[tight]
    }
  }
}

extension TableauRows.Line {
  /// The name that stands before its cells.
  var name: String {
    indicateur?.indicateur.intitule ?? palier?.palier.intitule ?? axe.axe.nomCourt
  }
}
