import DPES

// What a cell holds that no person wrote, or that no screen takes.
extension ImportRow {
  /// The first cell that holds what a spreadsheet writes where a formula fails.
  func cellError(_ columns: [String]) -> Importation.Reason? {
    for column in columns {
      guard let text = word(column), text.isCellError else { continue }
      return .cellError(text, column: column)
    }
    return nil
  }
}

extension String {
  /// `#REF!`, `#N/A`, `#NOM?`, `Err:502`.
  var isCellError: Bool {
    if hasPrefix("Err:") { return dropFirst(4).allSatisfy(\.isNumber) && count > 4 }
    guard hasPrefix("#"), !contains(where: \.isWhitespace), let last, count > 3 else {
      return false
    }
    let name = dropFirst().dropLast()
    let isUpper = name.allSatisfy { $0.isUppercase || "/0".contains($0) }
    return isUpper && ("!?".contains(last) || folded == "#n/a")
  }
}

extension Importation {
  /// As many characters as a field of the screen takes.
  private static let longest = 5_000

  /// Tells of a text that is taken whole and that no field would take again.
  mutating func noteLong(_ row: ImportRow) {
    for column in columns {
      guard let text = row[column], text.utf8.count > Self.longest, text.count > Self.longest else {
        continue
      }
      notices.append(.long(row: row.number, column: column, text.count))
    }
  }
}

extension Importation {
  /// Tells of rows and titles that were named and are not there.
  mutating func noteUnused(_ choices: ImportChoices) {
    let rows = choices.rows(notAmong: Set(leftOut))
    if !rows.isEmpty { notices.append(.unusedRows(rows)) }
    let titles = choices.columns(notAmong: headers.titles.values)
    if !titles.isEmpty { notices.append(.unusedColumns(titles)) }
  }
}

extension Grid {
  /// The texts of which no row has all words.
  ///
  /// - Complexity: O(characters × texts).
  package func lacking(_ texts: [String]) -> Set<String> {
    var left = Dictionary(texts.map { ($0, $0.cellWords) }, uniquingKeysWith: { $1 })
    for row in rows where !left.isEmpty {
      let words = row.fields.reduce(into: Set<String>()) { $0.formUnion($1.cellWords) }
      left = left.filter { !$0.value.isSubset(of: words) }
    }
    return Set(left.keys)
  }
}

extension String {
  fileprivate var cellWords: Set<String> {
    Set(headerName.split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}

/// The columns as people read them.
extension Importation {
  /// The name of a column with its accents.
  package static func shown(_ column: String) -> String {
    [
      "echeance": "échéance", "prenom": "prénom", "college": "collège", "numero": "numéro",
      "priorite": "priorité",
      "unite": "unité", "periode": "période", "piece": "pièce",
    ][column] ?? column
  }
}
