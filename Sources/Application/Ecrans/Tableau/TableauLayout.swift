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
  /// The period's counts, between the grid and the detail: on the rule, or above it.
  let summary: Rect
  let detail: Rect
  /// The columns of the state and the number of a palier, of an indicator's name after them.
  let names: Range<Int>
  /// Columns of the state and the number, with the blank after.
  let gutter: Int
  /// The first column of the initials; nil where there is no room for them.
  let initials: Int?
  /// Columns of the initials.
  let initialsWidth: Int
  let cell: TableauCellLayout
  /// Whether each palier has a heading of its own.
  let hasHeadings: Bool
  /// The rows seen.
  let rows: Range<Int>
  /// Where they stand, a name that one row does not hold in more where they are free.
  let list: ListRows
  /// The periods seen.
  let periods: Range<Int>

  /// What decides it.
  struct Key: Hashable, Sendable {
    let derived: Derived.Stamp
    let area: Rect
    let listing: Int
    let index: Int
    let mois: Int?
    let firstRow: Int
    let firstPeriod: Int

    init(_ state: State, in area: Rect) {
      let tableau = state.tableau
      (derived, self.area, listing) = (state.derived.stamp, area, tableau.listing)
      (index, mois) = (tableau.index, tableau.mois)
      (firstRow, firstPeriod) = (tableau.firstRow, tableau.firstPeriod)
    }
  }

  /// The one that is kept of what is selected, else a new one.
  static func of(_ state: State, in area: Rect) -> TableauLayout {
    state.tableau.layout.value(of: Key(state, in: area)) { TableauLayout(state, in: area) }
  }

  /// Scrolls to what is selected, and keeps where everything stands.
  static func follow(_ state: inout State, in area: Rect) {
    let layout = of(state, in: area)
    state.tableau.firstRow = layout.rows.lowerBound
    state.tableau.firstPeriod = layout.periods.lowerBound
    let key = Key(state, in: area)
    state.tableau.layout.renew(key) { layout }
  }

  /// Scrolled to what is selected.
  ///
  /// - Complexity: O(rows of the area), whatever the number of indicators.
  init(_ state: State, in area: Rect) {
    let tableau = state.tableau
    let avancement = state.derived.avancement
    var rest = area
    let hasDates = avancement?.debut != nil
    heading = rest.takeTop(area.height < 13 ? 1 : area.height < 16 || !hasDates ? 2 : 3)
    detail = rest.takeBottom(Self.detailRows(in: area.height))
    summary = rest.takeBottom(area.height < 24 ? 1 : 2)
    body = rest
    let hasInitials = area.width >= 58
    // Those in charge who have left take brackets.
    initialsWidth = state.derived.partis.isDisjoint(with: tableau.rows.responsables) ? 3 : 5
    // The last column is the scroll bar's.
    let end = area.endColumn - 1 - (hasInitials ? initialsWidth + 1 : 0)
    initials = hasInitials ? end + 1 : nil
    // The half bar of the selected row stands in the margin, where there is one.
    let start = area.column + (area.column == 0 ? 1 : 0)
    let room = end - start
    let periodCount = avancement?.periodes.count ?? 0
    cell = TableauCellLayout(width: area.width)
    let minimum = area.width >= 76 ? 30 : 24
    let count = min(periodCount, max(1, (room - minimum) / cell.stride))
    let period = tableau.periodIndex(in: state.derived)
    let beside = count > 2 ? 1 : 0
    periods = Self.visible(
      count, of: periodCount, first: tableau.firstPeriod,
      showing: period - beside...period + beside)
    names = start..<max(start, end - count * cell.stride)
    let most = avancement?.axes.map(\.paliers.count).max() ?? 0
    gutter = 3 + String(max(1, most)).count
    let grid = Rect(
      column: start, row: body.row, width: body.endColumn - 1 - start, height: body.height)
    let ofNames = names.upperBound - 1 - (start + gutter)
    let tight = Self.list(tableau, tableau.rows.tight, in: grid, room: ofNames)
    let headings = tableau.rows.headed.rows.count - tableau.rows.tight.rows.count
    // They come where all of it then still fits.
    hasHeadings = headings > 0 && headings <= tight.list.free
    (rows, list) =
      hasHeadings
      ? Self.list(tableau, tableau.rows.headed, in: grid, room: ofNames) : tight
  }

  /// The rows seen of a listing in the grid, in which names have so much room.
  private static func list(
    _ tableau: TableauEcran, _ listing: TableauRows.Listing, in grid: Rect, room: Int
  ) -> (rows: Range<Int>, list: ListRows) {
    let rows = visible(
      grid.height, of: listing.rows.count, first: tableau.firstRow,
      showing: listing.context(of: tableau.index) ?? tableau.firstRow...tableau.firstRow)
    var area = grid
    // For the scroll bar.
    if rows.count < listing.rows.count { area.width += 1 }
    let list = ListRows(
      rows, of: listing.rows.count,
      selected: listing.selectable.indices.contains(tableau.index)
        ? listing.selectable[tableau.index] : nil, in: area,
      lines: { row in
        guard let line = tableau.rows.line(of: listing.rows[row]) else { return 1 }
        // The sign of what is folded.
        let room = line.isFolded && line.palier != nil ? room - 2 : room
        return TextWidth.lineCount(of: line.name, width: room, upTo: grid.height)
      })
    return (rows, list)
  }

  private static func detailRows(in height: Int) -> Int {
    switch height {
    case ..<6: 0
    case ..<13: 2
    case ..<16: 3
    case ..<24: 5
    case ..<30: 5
    case ..<36: 6
    default: 8
    }
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

  func listing(of rows: TableauRows) -> TableauRows.Listing {
    hasHeadings ? rows.headed : rows.tight
  }

  /// The columns of an indicator's name.
  var name: Range<Int> {
    let start = min(names.lowerBound + gutter, names.upperBound)
    return start..<max(start, names.upperBound - 1)
  }

  /// The first column of what a period that is seen shows.
  func column(ofPeriod index: Int) -> Int {
    names.upperBound + (index - periods.lowerBound) * cell.stride + cell.bar
  }

  /// The screen rows of a row that is seen, across the body but for the scroll bar.
  func area(ofRow row: Int) -> Rect {
    list.place(of: row) ?? Rect(column: names.lowerBound, row: body.row, width: 0, height: 0)
  }

  /// The row at a position of the grid.
  func row(at position: Position) -> Int? {
    guard body.contains(position) else { return nil }
    return list.item(at: Position(column: names.lowerBound, row: position.row))
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
