// Other tables below the first one, as a balance below a plan.
extension TableRows {
  /// Where another table begins, and what becomes of it.
  struct Other {
    /// The rows that stand above what it holds: a title of its own, and those of its columns.
    let heading: ClosedRange<Int>
    /// Nothing below is like a row of the first one.
    let isSurelyOther: Bool
    /// What its titles say, together.
    let text: String
    /// Its columns, where they say what a row needs.
    let headers: Headers?

    /// What may become of it.
    var meanings: [String] {
      (headers == nil ? [] : [OtherTable.lire]).map(\.rawValue)
        + [OtherTable.laisser.rawValue, OtherTable.lignes.rawValue]
    }
  }

  /// The table that begins on a row; nil where the one above goes on.
  ///
  /// - Complexity: O(rows below) after a gap or titles, else O(columns).
  func otherTable(at index: Int, in rows: ArraySlice<ImportRow>) -> Other? {
    guard isWide, index > rows.startIndex else { return nil }
    if heading(rows[index]) == .other { return other(index...index, rows, isSure: false) }
    let isBelowGap = rows[index].number > rows[index - 1].number + 1
    let isTitled = isBelowGap && rows[index].filled.count == 1 && axisTitle(rows[index]) == nil
    let first = isTitled ? index + 1 : index
    guard first < rows.endIndex, isOtherHeading(rows[first]) else { return nil }
    let rest = rows[first...]
    let isSure =
      isBelowGap
      && rest.allSatisfy { !hasValue($0) || $0.filled.count < 3 && headers["axe"] == nil }
      && !rest.contains { heading($0) != nil }
    let shared = rows[first].filled.count {
      titles.isTitle(rows[first].text(at: $0).headerName)
    }
    let isLeft = headers.titled.first.map { rows[first].filled.contains($0) } ?? false
    guard isSure || isBelowGap && isLeft && (isTitled || shared > 0) || shared > 1 else {
      return nil
    }
    return other(index...first, rows, isSure: isSure)
  }

  private func other(
    _ places: ClosedRange<Int>, _ rows: ArraySlice<ImportRow>, isSure: Bool
  ) -> Other {
    let row = rows[places.upperBound]
    let line = Grid.Row(number: row.number, fields: (0..<row.width).map { row.text(at: $0) })
    let text = row.filled.map { row.text(at: $0) }.joined(separator: ", ")
    return Other(heading: places, isSurelyOther: isSure, text: text, headers: columns(line, row))
  }

  /// The columns that titles name; nil where they lack what a row needs.
  private func columns(_ line: Grid.Row, _ row: ImportRow) -> Headers? {
    do throws(Headers.Fault) { return try Headers(line, kind, words, row.choices) } catch {
      return nil
    }
  }

  /// Words alone, and none of them a value where one is due.
  private func isOtherHeading(_ row: ImportRow) -> Bool {
    let filled = row.filled
    guard filled.count > 1, filled.count < headers.titled.count || headers.titled.count > 2,
      filled.allSatisfy({ !row.text(at: $0).hasNumber })
    else { return false }
    let due = filled.compactMap { headers.column(at: $0) }.filter(Self.choices.contains)
    return !due.isEmpty
      && due.allSatisfy {
        !["responsable", "auteur", "initiales"].contains($0) && !isValue(row, $0)
          && words.proposal(for: row.word($0) ?? "", in: $0) == nil
      } && heading(row) == nil
  }

  private func hasValue(_ row: ImportRow) -> Bool {
    row.filled.compactMap { headers.column(at: $0) }.contains { column in
      ["axe", "statut", "echeance", "periode"].contains(column) && isValue(row, column)
    }
  }
}
