import DPES
import TerminalUI

/// Where the parts of the tableau de bord stand in an area, and which rows and periods are seen.
///
/// One answer for drawing, clicking and scrolling. The heading, the names on the left and the
/// initials on the right stay where they are; the selected cell is always in sight.
struct TableauLayout: Hashable, Sendable {
  /// The periods' headings, across the whole area.
  let heading: Rect
  let body: Rect
  /// The line with the period's counts, between the grid and the detail.
  let summary: Rect
  let detail: Rect
  /// The columns of the indicators' names.
  let names: Range<Int>
  /// The first column of the initials; nil where there is no room for them.
  let initials: Int?
  /// Columns of the initials.
  let initialsWidth: Int
  let cell: TableauCellLayout
  /// The rows seen.
  let rows: Range<Int>
  /// The periods seen.
  let periods: Range<Int>

  /// Scrolled to what is selected.
  init(_ state: State, in area: Rect) {
    let tableau = state.tableau
    let avancement = state.derived.avancement
    var rest = area
    let headingHeight = area.height < 13 ? 1 : area.height < 18 ? 2 : 3
    // Periods that have days have a row for them.
    heading = rest.takeTop(min(headingHeight, avancement?.debut == nil ? 2 : 3))
    let detailHeight =
      switch area.height {
      case ..<6: 0
      case ..<13: 3
      case ..<18: 4
      case ..<23: 5
      case ..<30: 6
      case ..<37: 7
      default: 10
      }
    detail = rest.takeBottom(detailHeight)
    summary = rest.takeBottom(1)
    body = rest
    let hasInitials = area.width >= 60
    // Those in charge who have left take brackets.
    initialsWidth = state.derived.partis.isDisjoint(with: tableau.rows.responsables) ? 3 : 5
    // The last column is the scroll bar's.
    let end = area.endColumn - 1 - (hasInitials ? initialsWidth + 1 : 0)
    initials = hasInitials ? end + 1 : nil
    let room = end - area.column
    let periodCount = avancement?.periodes.count ?? 0
    cell = TableauCellLayout(periodCount: periodCount, in: room)
    let minimum = area.width >= 76 ? 26 : 22
    let count = min(periodCount, max(1, (room - minimum) / cell.stride))
    let period = tableau.periodIndex(in: state.derived)
    let beside = count > 2 ? 1 : 0
    periods = Self.visible(
      count, of: periodCount, first: tableau.firstPeriod,
      showing: period - beside...period + beside)
    names = area.column..<max(area.column, end - count * cell.stride)
    rows = Self.visible(
      body.height, of: tableau.rows.rows.count, first: tableau.firstRow,
      showing: tableau.rows.context(of: tableau.index) ?? tableau.firstRow...tableau.firstRow)
  }

  /// A window of `length` among `count`, moved no more than it takes to show a range, and the end
  /// of the range rather than its start.
  private static func visible(
    _ length: Int, of count: Int, first: Int, showing range: ClosedRange<Int>
  ) -> Range<Int> {
    var first = min(first, range.lowerBound)
    first = max(first, range.upperBound - length + 1)
    first = max(0, min(first, count - length))
    return first..<max(first, min(first + length, count))
  }

  /// The first column of a period that is seen.
  func column(ofPeriod index: Int) -> Int {
    names.upperBound + (index - periods.lowerBound) * cell.stride
  }

  /// The screen row of a row that is seen.
  func screenRow(_ row: Int) -> Int { body.row + row - rows.lowerBound }

  /// The row at a position of the grid.
  func row(at position: Position) -> Int? {
    guard body.contains(position) else { return nil }
    let row = rows.lowerBound + position.row - body.row
    return rows.contains(row) ? row : nil
  }

  /// The period at a position of the grid or of its heading.
  func period(at position: Position) -> Int? {
    guard body.contains(position) || heading.contains(position),
      position.column >= names.upperBound
    else { return nil }
    let index = periods.lowerBound + (position.column - names.upperBound) / cell.stride
    return periods.contains(index) ? index : nil
  }
}
