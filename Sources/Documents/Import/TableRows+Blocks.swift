// Titles of columns that stand among the rows, as where a table is printed by axis.
extension TableRows {
  /// Every cell says the title of its column, or another name of it.
  func isHeading(_ row: ImportRow) -> Bool {
    let filled = row.filled
    guard isWide, filled.count > 1 else { return false }
    return filled.allSatisfy { place in
      let name = row.text(at: place).headerName
      if headers.titles[place] == name { return true }
      guard let column = headers.column(at: place) else { return false }
      return words.titles(of: column, kind).contains(name)
        || words.weakTitles(of: column, kind).contains(name)
    }
  }
}

// A second table, as a balance below a plan.
extension TableRows {
  /// The rows of a table of other columns below a gap: a title of one cell or none, then titles where
  /// values are due, and nothing below that is a row here.
  func secondTable(_ rows: ArraySlice<ImportRow>) -> Range<Int>? {
    guard isWide, rows.count > 1 else { return nil }
    for index in rows.indices.dropFirst() where rows[index].number > rows[index - 1].number + 1 {
      let isTitled = rows[index].filled.count == 1 && axisTitle(rows[index]) == nil
      let first = isTitled ? index + 1 : index
      guard first < rows.endIndex, isOtherHeading(rows[first]) else { continue }
      let rest = rows[first...]
      if rest.allSatisfy({ !hasValue($0) || $0.filled.count < 3 && headers["axe"] == nil }),
        !rest.contains(where: isHeading)
      {
        return index..<rows.endIndex
      }
    }
    return nil
  }

  /// Words alone, and none of them a value where one is due.
  private func isOtherHeading(_ row: ImportRow) -> Bool {
    let filled = row.filled
    guard filled.count > 1, filled.count < headers.titled.count || headers.titled.count > 2,
      filled.allSatisfy({ !row.text(at: $0).contains(where: \.isNumber) })
    else { return false }
    let due = filled.compactMap { headers.column(at: $0) }.filter(Self.choices.contains)
    return !due.isEmpty && !isHeading(row)
      && due.allSatisfy {
        !["responsable", "auteur", "initiales"].contains($0) && !isValue(row, $0)
      }
  }

  private func hasValue(_ row: ImportRow) -> Bool {
    row.filled.compactMap { headers.column(at: $0) }.contains { column in
      ["axe", "statut", "echeance", "periode"].contains(column) && isValue(row, column)
    }
  }
}
