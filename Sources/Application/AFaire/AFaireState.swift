import DPES
import TerminalUI

/// Where the person is on the screen « à faire ».
struct AFaireEcran: Hashable, Sendable {
  /// The position among the lines that can be selected.
  private(set) var index = 0
  /// What the selected line is about, found again when lines come or go.
  private var objet: AFaire.Objet?
  /// Under the people in charge rather than under what presses.
  var parPersonne = false
  /// The first row that is seen.
  var firstRow = 0
}

extension AFaireEcran {
  func selected(in derived: Derived) -> AFaire.Ligne? { derived.aFaire.ligne(at: index) }

  /// Selects the line at a position, or the nearest there is.
  mutating func select(_ position: Int, in derived: Derived) {
    index = min(max(position, 0), max(derived.aFaire.selectable.count - 1, 0))
    objet = selected(in: derived)?.objet
  }

  /// Keeps the selection on what it was on.
  mutating func settle(in derived: Derived) {
    select(objet.flatMap(derived.aFaire.position) ?? index, in: derived)
  }

  /// The rows seen, of a height: with the selected one, and its heading where it comes just before.
  func visibleRows(in derived: Derived, height: Int) -> Range<Int> {
    let rows = derived.aFaire
    guard height > 0, !rows.rows.isEmpty else { return 0..<0 }
    let selected = rows.selectable.indices.contains(index) ? rows.selectable[index] : 0
    let isFirst = index == 0 || rows.selectable[index - 1] != selected - 1
    var first = min(firstRow, isFirst && height > 1 ? max(0, selected - 1) : selected)
    first = max(first, selected - height + 1)
    first = max(0, min(first, rows.rows.count - height))
    return first..<min(first + height, rows.rows.count)
  }
}
