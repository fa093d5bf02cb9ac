// Where the titles of the columns stand.
extension Headers {
  /// As many rows as may stand above the titles, these included.
  private static let searched = 20

  /// What the program wrote for people to read, where a sheet is that; nil for another.
  package static func own(_ grid: Grid) -> Own? {
    grid.rows.prefix(searched).lazy.compactMap(Own.init).first
  }

  /// Titles that a row has, or two rows together.
  private struct Candidate {
    let headers: Headers
    let rows: ClosedRange<Int>
    var count: Int { headers.understood.count }

    /// The same with the row below, where that one stands below titles over several columns, names as
    /// many columns, and has nothing that a row of the table can't do without.
    func whole(of all: [Candidate], _ kind: Importation.Kind) -> Candidate {
      guard rows.count == 1,
        let both = all.first(where: { $0.rows == rows.lowerBound...(rows.lowerBound + 1) }),
        both.count >= count, let row = both.headers.parts.last
      else { return self }
      let needed = kind.columns.filter(\.isRequired).compactMap { headers[$0.name] }
      let isBelow = headers.row.spans(row) && !needed.isEmpty
      return isBelow && needed.allSatisfy { !row.isFilled(at: $0) } ? both : self
    }
  }

  /// Finds the one of the first rows that names most columns, and those that are needed.
  ///
  /// Titles of a sheet stand above those of its columns; titles that are said again below rows are not
  /// the first ones.
  ///
  /// - Returns: the headers, and which row of the table they are; of two, the lower one.
  static func find(
    in rows: [Grid.Row], _ kind: Importation.Kind, _ words: ImportWords,
    _ choices: ImportChoices = ImportChoices()
  ) throws(Fault) -> (headers: Headers, index: Int) {
    if let own = rows.prefix(searched).lazy.compactMap(Own.init).first { throw .own(own) }
    var all: [Candidate] = []
    var fault: (fault: Fault, likeness: Likeness)?
    var joinedFault: Fault?
    for (places, row) in candidates(rows, kind, words) {
      let names = row.fields.map(\.headerName)
      let count = kind.columns.count { column in
        words.titles(of: column.name, kind).contains(where: names.contains)
      }
      do throws(Fault) {
        let headers = try Headers(row, kind, words, choices, parts: Array(rows[places]))
        // One title that is only near is a text.
        let isSure =
          headers.understood.count > 1 || count > 0
          || names.contains { choices.column(of: $0)?.isEmpty == false }
        if isSure { all.append(Candidate(headers: headers, rows: places)) }
      } catch {
        if places.count > 1 {
          if case .unsure = error, joinedFault == nil { joinedFault = error }
        } else {
          let likeness = Likeness(row, named: count, kind, words, choices)
          if fault.map({ $0.likeness < likeness }) ?? true { fault = (error, likeness) }
        }
      }
    }
    if let best = widest(all), best.count >= fault?.likeness.named ?? 0 {
      let upper = first(best, of: all, in: rows, Titles(kind, words))
      let first = upper.whole(of: all, kind)
      return (first.headers, first.rows.upperBound)
    }
    if case .missing? = fault?.fault, let joinedFault { throw joinedFault }
    throw fault?.fault ?? .missing(column: kind.columns[0].name, row: 1, found: [], known: [])
  }

  /// How much a row looks like the titles of a table that lacks one of them: that row's columns are asked
  /// about, and not the name of the document above.
  private struct Likeness: Comparable {
    let named: Int
    /// What is near a title too.
    private let meant: Int
    private let filled: Int

    init(
      _ row: Grid.Row, named: Int, _ kind: Importation.Kind, _ words: ImportWords,
      _ choices: ImportChoices
    ) {
      self.named = named
      var search = TitleSearch(row, kind, words)
      search.take(choices)
      do throws(Fault) {
        try search.takeNames()
        try search.takeNear()
        try search.takeWords()
      } catch {
        // Two titles of one column are titles all the same.
      }
      meant = search.places.count + search.resembling.count
      filled = row.fields.indices.count { row.isFilled(at: $0) }
    }

    static func < (one: Likeness, other: Likeness) -> Bool {
      (one.named, one.meant, one.filled) < (other.named, other.meant, other.filled)
    }
  }

  private static func widest(_ all: [Candidate]) -> Candidate? {
    all.reduce(nil) { best, one in one.count > best?.count ?? 0 ? one : best }
  }

  /// The titles above the rows that stand above others: those below say them again.
  private static func first(
    _ best: Candidate, of all: [Candidate], in rows: [Grid.Row], _ known: Titles
  ) -> Candidate {
    var best = best
    while true {
      let earlier = all.filter { one in
        guard one.rows.upperBound < best.rows.lowerBound, one.count > 1 else { return false }
        let between = rows[(one.rows.upperBound + 1)..<best.rows.lowerBound]
        return one.headers.parts.allSatisfy { known.isHeading($0, like: best.headers) }
          && between.contains { row in
            one.headers.titled.count { row.isFilled(at: $0) } > 1
              && !known.isHeading(row, like: best.headers)
          }
      }
      guard let next = widest(earlier) else { return best }
      best = next
    }
  }

  /// The first rows, then each with the one below: titles may stand on two rows, the upper one over
  /// several columns.
  private static func candidates(
    _ rows: [Grid.Row], _ kind: Importation.Kind, _ words: ImportWords
  ) -> [(places: ClosedRange<Int>, row: Grid.Row)] {
    let first = rows.prefix(searched)
    let known = Set(kind.columns.flatMap { words.titles(of: $0.name, kind) })
    let joined = zip(first.indices, first.indices.dropFirst()).compactMap { upper, lower in
      rows[upper].joined(with: rows[lower], known, others: words.otherTitles)
        .map { (upper...lower, $0) }
    }
    return first.indices.map { ($0...$0, rows[$0]) } + joined
  }

  /// The same with the columns that titles said again below name beside these, where no row above has
  /// a cell there.
  func growing(
    with rows: ArraySlice<Grid.Row>, _ kind: Importation.Kind, _ words: ImportWords,
    _ choices: ImportChoices
  ) -> Headers {
    let known = Titles(kind, words)
    var headers = self
    var used: Set<Int> = []
    for row in rows {
      let beyond = row.fields.indices.filter { row.isFilled(at: $0) && !headers.hasTitle(at: $0) }
      guard !beyond.isEmpty else { continue }
      if used.isDisjoint(with: beyond), known.isHeading(row, like: headers),
        let grown = headers.naming(beyond, as: row, kind, words, choices)
      {
        headers = grown
      } else {
        used.formUnion(beyond)
      }
    }
    return headers
  }

  private func hasTitle(at place: Int) -> Bool { titles[place] != nil }

  /// The same with some more titles; nil where they would change what the others are.
  private func naming(
    _ more: [Int], as other: Grid.Row, _ kind: Importation.Kind, _ words: ImportWords,
    _ choices: ImportChoices
  ) -> Headers? {
    var fields = row.fields
    for place in more {
      while fields.count <= place { fields.append("") }
      fields[place] = other.fields[place]
    }
    do throws(Fault) {
      let grown = try Headers(
        Grid.Row(number: row.number, fields: fields), kind, words, choices, parts: parts)
      return kind.columns.allSatisfy { self[$0.name] == nil || self[$0.name] == grown[$0.name] }
        ? grown : nil
    } catch {
      // What has no title is refused where it stands.
      return nil
    }
  }
}

/// What the titles of a kind's columns are, to tell a row of titles from others.
struct Titles: Sendable {
  private let names: Set<String>

  init(_ kind: Importation.Kind, _ words: ImportWords) {
    names = Set(
      kind.columns.flatMap {
        words.titles(of: $0.name, kind) + words.weakTitles(of: $0.name, kind)
      })
  }

  /// Whether a folded text is the title of a column.
  func isTitle(_ name: String) -> Bool { names.contains(name) }

  /// Whether more than half of a row's cells, and two, are titles that are known, or those that other
  /// titles have.
  func isHeading(_ row: Grid.Row, like headers: Headers) -> Bool {
    areHeadings(row.fields.indices.filter { row.isFilled(at: $0) }, like: headers) {
      row.fields[$0]
    }
  }

  /// The same of the cells in some places.
  func areHeadings(_ filled: [Int], like headers: Headers, _ text: (Int) -> String) -> Bool {
    guard filled.count > 1 else { return false }
    var (known, others) = (0, 0)
    for place in filled {
      let name = text(place).headerName
      if names.contains(name) || headers.isTitled(name, at: place) {
        known += 1
      } else {
        others += 1
        if others * 2 >= filled.count { return false }
      }
    }
    return known > 1
  }
}

extension Grid.Row {
  func isFilled(at place: Int) -> Bool {
    place < fields.count && !fields[place].isBlank
  }

  /// The titles that two rows make: those of columns, the lower ones first; nil where the lower row
  /// has none, and does not stand below titles over several columns alone.
  fileprivate func joined(
    with lower: Grid.Row, _ known: Set<String>, others: Set<String>
  ) -> Grid.Row? {
    guard lower.number == number + 1, !isTitleOfAnAxis,
      lower.fields.contains(where: { known.contains($0.headerName) }) || spans(lower)
    else { return nil }
    let count = max(fields.count, lower.fields.count)
    let titles = (0..<count).map { place in
      let above = place < fields.count ? fields[place] : ""
      let below = place < lower.fields.count ? lower.fields[place] : ""
      let name = below.headerName
      if above.headerName.isEmpty || known.contains(name) { return below }
      if name.isEmpty { return above }
      guard known.contains(above.headerName) else { return "\(above) \(below)" }
      guard name.split(separator: " ").contains(where: { others.contains(String($0)) }) else {
        return above
      }
      // « Calendrier » over « Début » and « Fin » is no deadline there; « Échéance » over « initiale »
      // may be one.
      let group = lower.fields.indices.dropFirst(place + 1).prefix { !isFilled(at: $0) }
      let isSaid = group.contains { known.contains(lower.fields[$0].headerName) }
      return isSaid ? below : "\(above) \(below)"
    }
    return Grid.Row(number: lower.number, fields: titles)
  }

  /// Whether it has one cell, with a number or after a colon: « Axe 1 – Utilité sociale » titles the rows
  /// below, and no column.
  private var isTitleOfAnAxis: Bool {
    let filled = fields.indices.filter(isFilled)
    guard filled.count == 1, let text = filled.first.map({ fields[$0] }) else { return false }
    return text.headerName.hasPrefix("axe") && text.contains { $0.isNumber || $0 == ":" }
  }

  /// Whether a row has cells below titles over several columns alone, and none with a number.
  fileprivate func spans(_ lower: Grid.Row) -> Bool {
    let filled = lower.fields.indices.filter { lower.isFilled(at: $0) }
    return filled.contains { !isFilled(at: $0) } && filled.contains(where: isFilled)
      && filled.allSatisfy { place in
        !lower.fields[place].contains(where: \.isNumber) && lower.fields[place].count < 40
          && (!isFilled(at: place) || !isFilled(at: place + 1) && lower.isFilled(at: place + 1))
      }
  }
}
