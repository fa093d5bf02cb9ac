import DPES

/// A table whose titles are found, before its rows are taken.
struct ReadTable {
  let headers: Headers
  /// Which row of the grid the titles are, of two the lower one.
  let index: Int
  /// What stands above the titles.
  let above: [Grid.Row]
  /// Those below, but for rows that were said to be left aside.
  let rows: [ImportRow]
  let sense: RowSense
  /// Rows that were said to be left aside, by their numbers.
  let left: [Int]
  private let axisColumn: String?
  private let untitled: UntitledColumns
  private let mended: (rows: [Int], first: (before: String, after: String)?)
  private let remarks: [Grid.Remark]

  /// - Complexity: O(characters).
  init(
    _ grid: Grid, _ kind: Importation.Kind, _ words: ImportWords, _ choices: ImportChoices
  ) throws(Headers.Fault) {
    let read = grid.mended()
    var grid = grid
    grid.rows = read.rows
    mended = (read.changed, read.first)
    remarks = grid.remarks
    (headers, index, axisColumn) = try Self.headers(of: grid, kind, words, choices)
    above = Array(grid.rows.prefix(index + 1 - headers.parts.count))
    var (below, givenAxes) = grid.rowsBelow(index, headers)
    left = below.map(\.number).filter(choices.leftRows.contains)
    let lacksLetters = below.contains { row in
      row.fields.contains { LostLetters.doubt($0) == .strong }
    }
    let (headers, sense) = (headers, RowSense(words, choices, lacksLetters: lacksLetters))
    self.sense = sense
    untitled = UntitledColumns(emptying: &below, headers, sense)
    let columns = RowTitles(headers)
    rows = below.filter { !choices.leftRows.contains($0.number) }
      .map {
        ImportRow($0, columns, sense, isGivenAxe: givenAxes.contains($0.number))
      }
  }

  /// The titles of a table whose letters were brought back, with the title of a column that holds axes
  /// under another name.
  private static func headers(
    of grid: Grid, _ kind: Importation.Kind, _ words: ImportWords, _ choices: ImportChoices
  ) throws(Headers.Fault) -> (headers: Headers, index: Int, axisColumn: String?) {
    var (found, index) = try Headers.find(in: grid.rows, kind, words, choices)
    let below = grid.rows.dropFirst(index + 1)
    if let title = found.titleOfNumbers(in: below, kind, words, choices) {
      var choices = choices
      _ = choices.add(column: "\(title)=valeur")
      (found, index) = try Headers.find(in: grid.rows, kind, words, choices)
    }
    let headers = found.growing(with: below, kind, words, choices)
    let title = try headers.axisTitle(in: below, kind, RowSense(words, choices))
    guard let title else { return (headers, index, nil) }
    return (try headers.saying("axe", of: title, kind, words, choices), index, title)
  }

  /// Why the titles of a table are not enough; nil where they are.
  static func fault(
    of grid: Grid, _ kind: Importation.Kind, _ words: ImportWords, _ choices: ImportChoices
  ) -> Headers.Fault? {
    var grid = grid
    grid.rows = grid.mended().rows
    do throws(Headers.Fault) {
      _ = try headers(of: grid, kind, words, choices)
      return nil
    } catch {
      return error
    }
  }

  /// The first title that is like a column which a table has not, of which nobody said what it is, and
  /// its row; nil where there is none.
  static func resembling(
    in grid: Grid, _ kind: Importation.Kind, _ words: ImportWords, _ choices: ImportChoices
  ) -> (row: Int, like: Headers.Understood)? {
    var grid = grid
    grid.rows = grid.mended().rows
    do throws(Headers.Fault) {
      let headers = try headers(of: grid, kind, words, choices).headers
      return headers.resembling.first.map { (headers.row.number, $0) }
    } catch {
      return nil
    }
  }

  /// What is to be told of it; `sections` are the rows above that are titles of axes.
  func notices(sections: [Int]) -> [Importation.Notice] {
    var all: [Importation.Notice] =
      headers.resembling.map { .resembles($0.title, column: $0.column) }
      + remarks.map(Importation.Notice.source)
    all += headers.beside.map { .beside($0.title, taken: $0.taken, column: $0.column) }
    if !headers.unknown.isEmpty { all.append(.unknownColumns(headers.unknown)) }
    if above.count > sections.count { all.append(.titles(row: headers.row.number)) }
    let lost = above.filter { row in
      row.fields.indices.count { row.isFilled(at: $0) } > 1 && !sections.contains(row.number)
    }
    if !lost.isEmpty {
      let texts = lost.prefix(3).map { row in
        row.fields.filter { !$0.isBlank }.joined(separator: ", ")
      }
      all.append(.above(lost.map(\.number), Array(texts)))
    }
    all += headers.understood.filter(\.isGuess).map {
      .guessedColumn($0.title, column: $0.column)
    }
    if let title = emptyStatut { all.append(.noStatut(column: title)) }
    all += untitled.numbering.map { .numbering(column: $0) }
    all += untitled.left.map { .untitledLeft(column: $0) }
    if let axisColumn { all.append(.axisColumn(axisColumn)) }
    if let first = mended.first {
      all.append(.mended(rows: mended.rows, before: first.before, after: first.after))
    }
    return all
  }
}

extension ReadTable {
  /// The title of the column of colours where rows have none.
  private var emptyStatut: String? {
    guard headers["statut"] != nil, !rows.isEmpty, rows.allSatisfy({ $0["statut"] == nil }) else {
      return nil
    }
    return headers.understood.first { $0.column == "statut" }?.title
  }
}

// A column that holds something else than its title says.
extension Headers {
  /// The title of a column of numbers that would be the statut of réalisés, as « Résultat » may be, where
  /// no column is the value.
  fileprivate func titleOfNumbers(
    in rows: ArraySlice<Grid.Row>, _ kind: Importation.Kind, _ words: ImportWords,
    _ choices: ImportChoices
  ) -> String? {
    guard kind == .realises, self["valeur"] == nil else { return nil }
    let known = words.weakTitles(of: "statut", kind)
    return titled.lazy.compactMap { place in titles[place].map { (place, $0) } }.first {
      place, title in
      guard known.contains(title), choices.column(of: title) == nil else { return false }
      let cells = rows.filter { $0.isFilled(at: place) }.map { $0.fields[place] }
      let numbered = cells.filter(\.hasNumber)
      // Where another title is the statut, « 1 200 personnes » is a value too.
      if let statut = self["statut"], statut != place {
        return !numbered.isEmpty && numbered.count * 2 >= cells.count
      }
      return !cells.isEmpty && numbered.count == cells.count
        && !cells.contains { $0.contains(where: \.isLetter) }
    }?.1
  }

  /// The title of the one column whose cells are axes, or mostly, where no column is titled so: the others
  /// are asked about.
  ///
  /// - Throws: Where there are several.
  fileprivate func axisTitle(
    in rows: ArraySlice<Grid.Row>, _ kind: Importation.Kind, _ sense: RowSense
  ) throws(Fault) -> String? {
    guard kind == .indicateurs || kind == .observations, self["axe"] == nil else { return nil }
    let open = titled.filter { place in
      column(at: place) == nil && titles[place].flatMap(sense.choices.column(of:)) == nil
    }
    let near = sense.words.nearWords(of: "axe", kind)
    let shares = open.map { place in
      let isNear = titles[place].map { near.contains($0) } ?? false
      return (place, axes(at: place, isNear: isNear, rows, sense))
    }
    // One that holds nothing else is surer than one that holds other words too.
    let whole = shares.filter { $0.1 == .all }.map(\.0)
    let found = whole.isEmpty ? shares.filter { $0.1 == .most }.map(\.0) : whole
    let all = found.map { row.fields[$0] }
    guard all.count < 2 else { throw .unsure(column: "axe", row: row.number, titles: all) }
    return all.first
  }

  private enum Share { case none, most, all }

  /// How many cells of a place are axes: of one whose title says so, half are most.
  private func axes(
    at place: Int, isNear: Bool, _ rows: ArraySlice<Grid.Row>, _ sense: RowSense
  ) -> Share {
    var (count, others, axes, isWord) = (0, 0, Set<String>(), false)
    for row in rows where row.isFilled(at: place) {
      let text = row.fields[place]
      // Titles said again, a note or a total are none of the rows'.
      if text.headerName == titles[place] || sense.words.isTotal(text) || sense.words.isNote(text) {
        continue
      }
      guard text.count <= 60, let axe = ImportRow.axe(called: text, self, sense) else {
        others += 1
        continue
      }
      axes.insert(axe.rawValue)
      isWord = isWord || text.count > 3
      count += 1
    }
    // A letter alone may be anything.
    guard count > 1 && (isWord || axes.count > 1) || count == 1 && isWord else { return .none }
    if others == 0 { return .all }
    return isWord && (count > others && axes.count > 1 || isNear && count >= others) ? .most : .none
  }

  /// The same with a title said to be a column.
  fileprivate func saying(
    _ column: String, of title: String, _ kind: Importation.Kind, _ words: ImportWords,
    _ choices: ImportChoices
  ) throws(Fault) -> Headers {
    var choices = choices
    _ = choices.add(column: "\(title)=\(column)")
    return try Headers(row, kind, words, choices, parts: parts)
  }
}
