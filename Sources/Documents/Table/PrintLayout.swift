/// Paper that a spreadsheet is printed on, always on its side.
package enum Papier: String, CaseIterable, Hashable, Sendable {
  case a3, a4

  /// In millimetres.
  var size: (width: Int, height: Int) { self == .a3 ? (420, 297) : (297, 210) }
}

/// How a sheet comes on paper: as wide as a page, or on several side by side where its letters would
/// be too small to read.
struct PrintLayout {
  static let margin = 8
  /// Of letters on paper, as against those of the sheet: nine points become seven and a half.
  private static let smallest = 83

  let paper: Papier
  /// In hundredths; nil makes the sheet as wide as the page.
  private(set) var scale: Int?
  /// Columns that begin a page, but the first.
  private(set) var breaks: [Int] = []

  init(_ sheet: Sheet, on papier: Papier) {
    paper = sheet.isWide ? papier : .a4
    let room = (paper.size.width - 2 * Self.margin) * 100 / Self.smallest
    let widths = sheet.columns.map(\.width)
    guard widths.reduce(0, +) > room else { return }
    scale = Self.smallest
    let repeated = min(sheet.repeatedColumns, widths.count)
    let again = widths.prefix(repeated).reduce(0, +)
    var (used, column) = (0, 0)
    for count in Self.together(in: sheet) {
      let width = widths[column..<min(column + count, widths.count)].reduce(0, +)
      if used + width > room, used > (breaks.isEmpty ? 0 : again) {
        breaks.append(column)
        used = again
      }
      used += width
      column += count
    }
  }

  /// How many columns are not parted, from the first on: those under one heading, but that of the
  /// columns which stand again.
  private static func together(in sheet: Sheet) -> [Int] {
    guard !sheet.groups.isEmpty else { return sheet.columns.map { _ in 1 } }
    let groups = sheet.groups.map { max(1, $0.columns) }
    let rest = sheet.columns.count - groups.reduce(0, +)
    return groups + Array(repeating: 1, count: max(0, rest))
  }
}
