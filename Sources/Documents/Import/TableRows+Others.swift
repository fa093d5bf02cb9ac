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
    /// Where the first one goes on; nil for a table that goes to the end, or to titles.
    var end: Int?
    /// Whether it is likely none of the first one's.
    var isLikely = true

    /// What may become of it; what is likely comes first, where something is.
    var meanings: [String] {
      let likely: [OtherTable] = isLikely ? [.laisser, .lignes] : [.lignes, .laisser]
      return ((headers == nil ? [] : [.lire]) + likely).map(\.rawValue)
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
    guard first < rows.endIndex else { return nil }
    let end = isBelowGap ? endOfBlock(from: index, titles: first, in: rows) : nil
    let isHeading = isOtherHeading(rows[first])
    guard isHeading || end != nil else { return nil }
    let rest = rows[first...]
    let isSure =
      isBelowGap && isHeading
      && rest.allSatisfy { !hasValue($0) || $0.filled.count < 3 && headers["axe"] == nil }
      && !rest.contains { heading($0) != nil }
    let shared = rows[first].filled.count {
      titles.isTitle(rows[first].text(at: $0).headerName)
    }
    let isLeft = headers.titled.first.map { rows[first].filled.contains($0) } ?? false
    let isLikely = isHeading && (isBelowGap && isLeft && (isTitled || shared > 0) || shared > 1)
    guard isSure || isLikely || end != nil else { return nil }
    var found = other(index...first, rows, isSure: isSure)
    (found.end, found.isLikely) = (isSure ? nil : end, isSure || isLikely)
    return found
  }

  /// Where a block of rows ends that stands between empty lines and is perhaps a table of its own: all its
  /// cells are below those of its first row, which look like titles, and it leaves out what each row of
  /// the table says; nil for another one.
  ///
  /// - Complexity: O(rows of the block).
  private func endOfBlock(
    from start: Int, titles first: Int, in rows: ArraySlice<ImportRow>
  ) -> Int? {
    let heading = rows[first]
    let places = heading.filled
    guard places.count > 1, places.count < headers.titled.count,
      places.allSatisfy({ looksLikeTitle(heading, at: $0) })
    else { return nil }
    var end = first + 1
    while end < rows.endIndex, rows[end].number == rows[end - 1].number + 1 {
      guard rows[end].filled.allSatisfy(places.contains) else { return nil }
      end += 1
    }
    let left = headers.understood.compactMap { headers[$0.column] }.filter { !places.contains($0) }
    let above = rows[..<start].suffix(Self.mostCompared).filter { $0.filled.count > 1 }
    guard rows[(first + 1)..<end].contains(where: { $0.filled.count > 1 }), !above.isEmpty,
      above.allSatisfy({ row in left.contains(where: row.filled.contains) })
    else { return nil }
    return end
  }

  private static let mostCompared = 50

  /// Whether a cell may be a title: few words without a number, and no value of its column.
  private func looksLikeTitle(_ row: ImportRow, at place: Int) -> Bool {
    let text = row.text(at: place)
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count <= 4, text.count <= 40, !text.hasNumber, !text.isInitials else {
      return false
    }
    guard let column = headers.column(at: place), Self.valued.contains(column) else { return true }
    return !isValue(row, column) && self.words.proposal(for: text, in: column) == nil
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
