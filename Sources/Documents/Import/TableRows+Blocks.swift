// Titles of columns that stand among the rows, as where a table is printed by axis.
extension TableRows {
  enum Heading {
    /// The titles of the columns.
    case same
    /// Titles of the same columns in other places.
    case other
  }

  /// Every cell says the title of its column, or another name of it.
  func isHeading(_ row: ImportRow) -> Bool { heading(row) == .same }

  /// Whether a row is one of titles; nil for one that is none, or of a table that has few of these
  /// columns.
  func heading(_ row: ImportRow) -> Heading? {
    let filled = row.filled
    guard isWide, filled.count > 1 else { return nil }
    guard titles.areHeadings(filled, like: headers, row.text) else { return nil }
    if filled.allSatisfy({ isTitle(row.text(at: $0).headerName, at: $0) }) { return .same }
    let line = Grid.Row(number: row.number, fields: (0..<row.width).map { row.text(at: $0) })
    do throws(Headers.Fault) {
      let own = try Headers(line, kind, words, row.choices)
      if filled.allSatisfy({ isSame(own, line, at: $0) }) { return .same }
      return own.understood.count * 2 > headers.understood.count ? .other : nil
    } catch {
      return nil
    }
  }

  private func isTitle(_ name: String, at place: Int) -> Bool {
    if headers.isTitled(name, at: place) { return true }
    guard let column = headers.column(at: place) else { return false }
    return words.titles(of: column, kind).contains(name)
      || words.weakTitles(of: column, kind).contains(name)
  }

  /// Whether a title among the rows says of a place what the titles above say, or no more than these.
  private func isSame(_ own: Headers, _ line: Grid.Row, at place: Int) -> Bool {
    if isTitle(line.fields[place].headerName, at: place) { return true }
    guard let column = own.column(at: place) else { return headers.column(at: place) == nil }
    return headers.column(at: place) == column
      || headers.titles[place] == nil && headers[column] == nil
  }
}

// Rows above the titles of columns.
extension TableRows {
  /// Whether a row looks like one of the table, as the titles say: as many cells as they are, or most
  /// and a value where one is due.
  func isLikeRows(_ row: ImportRow) -> Bool {
    let filled = row.filled.filter { headers.titles[$0] != nil }
    guard isWide, filled.count > 2, heading(row) == nil, !need(row).isEmpty else { return false }
    let isValued = filled.compactMap { headers.column(at: $0) }.contains {
      Self.choices.contains($0) && isValue(row, $0)
    }
    let isDue = headers.understood.contains { Self.valued.contains($0.column) }
    return isValued && filled.count * 3 >= headers.titled.count * 2
      || !isDue && filled.count >= headers.titled.count
  }
}
