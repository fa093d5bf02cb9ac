import DPES
import TerminalUI

/// Where the person is among the pairs: an acteur, and another or the structure.
struct RelationCursor: Hashable, Sendable {
  var acteur: String
  /// nil is the structure.
  var autre: String?

  var paire: Paire { Paire(autre, acteur) }

  /// The row and the column of the matrix, whose rows are acteurs and whose columns are the structure
  /// and the acteurs above the row; nil when one of the two is no longer on the map.
  func place(among ids: [String]) -> (row: Int, column: Int)? {
    guard let one = ids.firstIndex(of: acteur) else { return nil }
    guard let autre else { return (one, 0) }
    guard let other = ids.firstIndex(of: autre), other != one else { return nil }
    return (max(one, other), min(one, other) + 1)
  }

  /// Goes by so many rows and columns of the matrix, as far as it has pairs.
  mutating func move(rows: Int, columns: Int, among ids: [String]) {
    guard let here = place(among: ids) else { return }
    let row = min(max(here.row + rows, 0), ids.count - 1)
    let column = min(max(here.column + columns, 0), row)
    acteur = ids[row]
    autre = column == 0 ? nil : ids[column - 1]
  }

  /// Those that the acteur can be tied to, the structure first.
  func autres(among ids: [String]) -> [String?] { [nil] + ids.filter { $0 != acteur } }

  /// Goes by so many pairs of the same acteur.
  mutating func move(pairs: Int, among ids: [String]) {
    let others = autres(among: ids)
    let here = others.firstIndex(of: autre) ?? 0
    autre = others[min(max(here + pairs, 0), others.count - 1)]
  }

  /// Goes to the acteur so many places on, to what ties it to the same other one.
  mutating func move(acteurs steps: Int, among ids: [String]) {
    let next = ids.around(acteur, by: steps)
    if next == autre { autre = nil }
    acteur = next
  }

  /// Stays on a pair that is there.
  mutating func settle(among ids: [String]) {
    if !ids.contains(acteur) { acteur = ids.first ?? "" }
    if let autre, !ids.contains(autre) || autre == acteur { self.autre = nil }
  }
}
