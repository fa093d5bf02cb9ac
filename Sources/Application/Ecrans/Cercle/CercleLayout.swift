import DPES
import TerminalUI

/// Where the parts of the cercle stand in an area.
struct CercleLayout: Hashable, Sendable {
  enum Arrangement: Hashable, Sendable {
    /// The lists of the four axes around the circle.
    case around
    /// The circle, and the list of one axis beside it.
    case beside
    /// The circle above the list of one axis, in a tall pane.
    case above
    /// The list of one axis alone.
    case list
  }

  let arrangement: Arrangement
  /// Where the circle is drawn; empty when it has no room.
  let circle: Rect
  /// The lists of U, D, P and T when around it, else one for the axis shown.
  let lists: [Rect]
  /// What is said of the selected observation.
  let detail: Rect

  /// The list of one axis may be wanted alone, over the whole width.
  init(in area: Rect, isListAlone: Bool) {
    var rest = area
    if !isListAlone, area.width >= 138, area.height >= 24 {
      arrangement = .around
      detail = rest.takeBottom(3)
      _ = rest.takeBottom(area.height >= 32 ? 1 : 0)
      let side = min(48, max(34, (area.width - 2 * rest.height - 4) / 2))
      let left = rest.takeLeft(side)
      let right = rest.takeRight(side)
      circle = Self.round(rest.inset(columns: 1))
      lists = Self.halves(left) + Self.halves(right)
    } else if isListAlone || area.width < 58 || area.height < 10 {
      arrangement = .list
      circle = Rect(column: area.column, row: area.row, width: 0, height: 0)
      detail = rest.takeBottom(min(4, max(2, area.height / 2)))
      lists = [rest]
    } else if area.height > area.width / 2 + 12 {
      arrangement = .above
      circle = Self.round(rest.takeTop(min(area.width / 2, area.height * 6 / 10)))
      _ = rest.takeTop(1)
      detail = rest.takeBottom(min(9, rest.height / 3))
      lists = [rest]
    } else {
      arrangement = .beside
      let left = Self.round(rest.takeLeft(min(area.height * 2, area.width / 2)))
      circle = Rect(column: left.column, row: area.row, width: left.width, height: left.height)
      _ = rest.takeLeft(2)
      let below = area.height - circle.height - 1
      if below >= 6 {
        // A tall pane: what is selected is said across its whole width, under the circle.
        lists = [rest.takeTop(circle.height)]
        detail = Rect(
          column: area.column, row: circle.endRow + 1, width: area.width, height: min(8, below))
      } else {
        detail = rest.takeBottom(max(3, min(8, area.height / 3)))
        lists = [rest]
      }
    }
  }

  /// The largest circle in an area: twice as many columns as rows, both odd.
  private static func round(_ area: Rect) -> Rect {
    var rows = min(area.height, area.width / 2)
    if rows % 2 == 0 { rows -= 1 }
    let columns = min(area.width, rows * 2 + 1)
    return Rect(
      column: area.column + (area.width - columns) / 2, row: area.row + (area.height - rows) / 2,
      width: columns, height: rows)
  }

  /// An upper and a lower half, a blank row between them.
  private static func halves(_ area: Rect) -> [Rect] {
    var rest = area
    let top = rest.takeTop((area.height - 1) / 2)
    _ = rest.takeTop(1)
    return [top, rest]
  }

  /// The circle's place for a state; nil when the cercle is not shown, or has no room for one.
  static func circle(for state: State) -> Rect? {
    guard let area = CercleEcran.area(state) else { return nil }
    let circle = CercleLayout(in: area, isListAlone: state.cercle.isListAlone).circle
    return circle.isEmpty ? nil : circle
  }

  /// A position in cells of the circle; nil outside of where it is drawn.
  func cell(at position: Position) -> Position? {
    guard circle.contains(position) else { return nil }
    return Position(column: position.column - circle.column, row: position.row - circle.row)
  }

  /// The list of an axis: U and D stand left of the circle, P and T right.
  func list(of axe: Axe?) -> Rect {
    guard arrangement == .around else { return lists[0] }
    return switch axe {
    case .utilite, nil: lists[0]
    case .democratie: lists[1]
    case .personne: lists[2]
    case .territoire: lists[3]
    }
  }
}
