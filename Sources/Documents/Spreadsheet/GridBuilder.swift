/// Gathers the rows of a sheet, and refuses what no sheet of a person holds before it takes room.
struct GridBuilder {
  static let columnLimit = 16_384
  private static let filledLimit = 2_000_000
  static let placeLimit = 4_000_000
  private static let rowLimit = 1 << 24

  private var rows: [Grid.Row] = []
  private var filled = 0
  private var places = 0
  private var isOrdered = true
  private var hiddenRows = 0
  private var hiddenColumns: [Range<Int>] = []
  private(set) var uncalculated = 0
  /// Cells that are one down several rows.
  private var merged: [CellArea] = []
  private var missing: [CellArea] = []
  private static let mergedLimit = 200_000

  mutating func hideColumns(_ columns: Range<Int>) { hiddenColumns.append(columns) }

  /// Counts a formula without a result, in a row counted from 1 and a column from 0.
  mutating func missesResult(row: Int, column: Int) {
    uncalculated += 1
    guard missing.count < Self.mergedLimit else { return }
    missing.append(CellArea(rows: row...row, columns: column...column))
  }

  /// Takes a row that stands so many times one below the other; one of empty cells is left out.
  ///
  /// - Complexity: O(fields + times).
  mutating func append(
    _ fields: [String], at number: Int, times: Int = 1, isHidden: Bool = false
  ) throws(OfficeFault) {
    guard fields.count <= Self.columnLimit, (1...Self.rowLimit).contains(number) else {
      throw OfficeFault.tooLarge
    }
    guard let last = fields.lastIndex(where: { !$0.isEmpty }), times > 0 else { return }
    // As many as there are: the caller's have room for more.
    let fields = Array(fields[...last])
    let count = fields.count { !$0.isEmpty }
    guard times <= Self.rowLimit, count * times <= Self.filledLimit - filled,
      fields.count * times <= Self.placeLimit - places
    else { throw OfficeFault.tooLarge }
    filled += count * times
    places += fields.count * times
    if let last = rows.last, last.number >= number { isOrdered = false }
    if isHidden { hiddenRows += times }
    for index in 0..<times { rows.append(Grid.Row(number: number + index, fields: fields)) }
  }

  /// Keeps a cell that is one with those below it.
  mutating func keep(merged area: CellArea) {
    if area.rows.count > 1, merged.count < Self.mergedLimit { merged.append(area) }
  }

  /// Empties what merged cells cover: a person sees the first one alone.
  ///
  /// - Complexity: O(rows × log rows + cells covered).
  mutating func merge(_ areas: [CellArea]) throws(OfficeFault) {
    order()
    var covered = 0
    for area in areas {
      keep(merged: area)
      var index = rows.partition(before: area.rows.lowerBound)
      while index < rows.count, rows[index].number <= area.rows.upperBound {
        let last = min(area.columns.upperBound, rows[index].fields.count - 1)
        if area.columns.lowerBound <= last {
          for column in area.columns.lowerBound...last
          where column > area.columns.lowerBound || rows[index].number > area.rows.lowerBound {
            rows[index].fields[column] = ""
          }
          covered += last - area.columns.lowerBound
        }
        covered += 1
        // Areas that lie one above the other are nobody's.
        guard covered <= Self.placeLimit else { throw OfficeFault.tooLarge }
        index += 1
      }
    }
  }

  private mutating func order() {
    if !isOrdered { rows.sort { $0.number < $1.number } }
    isOrdered = true
  }

  mutating func grid() -> Grid {
    order()
    rows.removeAll(where: \.isBlank)
    var remarks: [Grid.Remark] = []
    let columns = hiddenFilledColumns
    if hiddenRows + columns > 0 { remarks.append(.hidden(rows: hiddenRows, columns: columns)) }
    if uncalculated > 0 {
      let cells = missing.prefix(3).map { area in
        "\(CellName.column(area.columns.lowerBound))\(area.rows.lowerBound)"
      }
      remarks.append(.uncalculated(uncalculated, cells: cells))
    }
    var grid = Grid(rows: rows, separator: nil, remarks: remarks)
    grid.merged = merged
    grid.missing = missing
    return grid
  }

  private var hiddenFilledColumns: Int {
    guard !hiddenColumns.isEmpty else { return 0 }
    let width = rows.lazy.map(\.fields.count).max() ?? 0
    var isHidden = [Bool](repeating: false, count: width)
    for columns in hiddenColumns.prefix(Self.columnLimit) {
      for column in columns.clamped(to: 0..<width) { isHidden[column] = true }
    }
    return isHidden.indices.count { column in
      isHidden[column]
        && rows.contains { column < $0.fields.count && !$0.fields[column].isEmpty }
    }
  }
}

/// Cells that are one, from a row and a column to others; columns are counted from 0.
struct CellArea: Hashable, Sendable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>
}

extension [Grid.Row] {
  /// The place of the first row of that number or above.
  func partition(before number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
