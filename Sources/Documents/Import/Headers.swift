/// Which column of a table says what, found by names that people write in many ways.
package struct Headers: Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    /// None of the columns that a row needs is there.
    case missing(column: String, row: Int, found: [String], known: [String])
    case twice(column: String, row: Int)
    /// Several titles are near one column, and none is its name.
    case unsure(column: String, row: Int, titles: [String])
  }

  /// A title, and the column that it was taken for.
  package struct Understood: Hashable, Sendable {
    package let title: String
    package let column: String
    /// It is not a name of the column, but near one.
    package let isGuess: Bool
  }

  private let places: [String: Int]
  /// In the order of the table.
  package let understood: [Understood]
  /// Columns that mean nothing here; nothing is taken from them.
  let unknown: [String]
  /// Columns that have a title, known or not.
  let titled: [Int]

  /// As many rows as may stand above the titles, these included.
  private static let searched = 10

  /// The one of the first rows that names most columns, and those that are needed: titles of a sheet
  /// stand above those of its columns.
  ///
  /// - Returns: the headers, and which row of the table they are.
  static func find(
    in rows: [Grid.Row], _ kind: Importation.Kind, _ words: ImportWords
  ) throws(Fault) -> (headers: Headers, index: Int) {
    var best: (headers: Headers, index: Int)?
    var fault: (fault: Fault, count: Int)?
    for (index, row) in rows.prefix(searched).enumerated() {
      let names = row.fields.map(\.headerName)
      let count = kind.columns.count { column in
        words.titles(of: column.name, kind).contains(where: names.contains)
      }
      do throws(Fault) {
        let headers = try Headers(row, kind, words)
        // One title that is only near is a text.
        let isSure = headers.understood.count > 1 || count > 0
        if isSure, headers.understood.count > best?.headers.understood.count ?? 0 {
          best = (headers, index)
        }
      } catch {
        if fault.map({ count > $0.count }) ?? true { fault = (error, count) }
      }
    }
    if let best, best.headers.understood.count >= fault?.count ?? 0 { return best }
    throw fault?.fault ?? .missing(column: kind.columns[0].name, row: 1, found: [], known: [])
  }

  init(_ row: Grid.Row, _ kind: Importation.Kind, _ words: ImportWords) throws(Fault) {
    let names = row.fields.map(\.headerName)
    let titled = names.indices.filter { !names[$0].isEmpty }
    var taken: [Int: Understood] = [:]
    var places: [String: Int] = [:]
    for column in kind.columns {
      let own = words.titles(of: column.name, kind)
      let found = titled.filter { own.contains(names[$0]) }
      guard found.count < 2 else { throw .twice(column: column.name, row: row.number) }
      if let index = found.first, taken[index] == nil {
        taken[index] = Understood(title: row.fields[index], column: column.name, isGuess: false)
        places[column.name] = index
      }
    }
    for column in kind.columns where places[column.name] == nil {
      let weak = words.weakTitles(of: column.name, kind)
      let found = weak.compactMap { word in titled.first { names[$0] == word } }
      let near = titled.filter { index in
        taken[index] == nil
          && (words.titles(of: column.name, kind) + weak).contains { names[index].isNear($0) }
      }
      let meant = found.first { taken[$0] == nil }
      guard let index = meant ?? near.first else { continue }
      guard meant != nil || near.count < 2 else {
        throw .unsure(
          column: column.name, row: row.number, titles: near.map { row.fields[$0] })
      }
      taken[index] = Understood(title: row.fields[index], column: column.name, isGuess: true)
      places[column.name] = index
    }
    for column in kind.columns where column.isRequired && places[column.name] == nil {
      throw .missing(
        column: column.name, row: row.number, found: row.fields.filter { !$0.isEmpty },
        known: kind.columns.map(\.name))
    }
    self.places = places
    self.titled = titled
    unknown = titled.filter { taken[$0] == nil }.map { row.fields[$0] }
    understood = titled.compactMap { taken[$0] }
  }

  subscript(column: String) -> Int? { places[column] }
}

extension Importation.Kind {
  struct Column {
    let name: String
    let isRequired: Bool

    init(_ name: String, isRequired: Bool = false) {
      (self.name, self.isRequired) = (name, isRequired)
    }
  }

  var columns: [Column] {
    switch self {
    case .observations:
      [
        Column("axe"), Column("statut"), Column("texte", isRequired: true), Column("auteur"),
        Column("numero"), Column("priorite"),
      ]
    case .participants:
      [
        Column("initiales", isRequired: true), Column("nom"), Column("college"),
        Column("organisme"), Column("implication"),
      ]
    case .indicateurs:
      [
        Column("axe"), Column("palier", isRequired: true), Column("echeance"),
        Column("indicateur"), Column("nature"), Column("cible"), Column("unite"),
        Column("responsable"), Column("id"),
      ]
    case .realises:
      [
        Column("indicateur", isRequired: true), Column("periode", isRequired: true),
        Column("statut"), Column("valeur"), Column("commentaire"), Column("date"),
        Column("piece"), Column("motif"), Column("id"),
      ]
    }
  }
}

extension String {
  /// Whether a title says a word and more, as « échéance en mois », or has one letter wrong.
  fileprivate func isNear(_ word: String) -> Bool {
    guard word.count > 3 else { return false }
    if hasPrefix(word + " ") || hasPrefix(word + "(") { return true }
    guard word.count > 5, abs(count - word.count) < 2 else { return false }
    let common = zip(self, word).prefix { $0 == $1 }.count
    let (rest, other) = (dropFirst(common), word.dropFirst(common))
    return rest.dropFirst() == other.dropFirst() || rest.dropFirst() == other
      || rest == other.dropFirst()
  }
}

/// One row of a table, by the names of its columns.
struct ImportRow {
  let number: Int
  private let fields: [String]
  private let headers: Headers
  let words: ImportWords
  let choices: ImportChoices

  init(_ row: Grid.Row, _ headers: Headers, _ words: ImportWords, _ choices: ImportChoices) {
    number = row.number
    fields = row.fields
    (self.headers, self.words, self.choices) = (headers, words, choices)
  }

  func hasColumn(_ column: String) -> Bool { headers[column] != nil }

  /// What a cell says, as it stands; nil when it says nothing.
  subscript(column: String) -> String? {
    guard let index = headers[column], index < fields.count else { return nil }
    let field = fields[index]
    return field.allSatisfy(\.isWhitespace) ? nil : field
  }

  /// A row that adds the others up: its first cell says so, and it says nothing that is needed.
  func isTotal(_ kind: Importation.Kind) -> Bool {
    guard let first = fields.first(where: { !$0.allSatisfy(\.isWhitespace) }), words.isTotal(first)
    else { return false }
    let needed = kind.columns.filter(\.isRequired).compactMap { self[$0.name] }
    return needed.allSatisfy { $0 == first }
  }

  /// Why the row can't be understood, when a cell below no title says something: nobody knows what
  /// it is of, nor which cells before it are where they should be.
  func excess(_ separator: Character?) -> Importation.Reason? {
    let filled = fields.indices.filter { !fields[$0].allSatisfy(\.isWhitespace) }
    guard let last = filled.last, !Set(headers.titled).isSuperset(of: filled) else { return nil }
    let start = min(headers.titled.last ?? 0, last)
    return .moreCells(
      filled.count, titles: headers.titled.count, separator: separator,
      text: fields[start...last].joined(separator: separator.map(String.init) ?? " "),
      hasQuote: fields.contains { $0.contains("\"") })
  }

  /// A cell that is a word or a number, without the spaces around it.
  func word(_ column: String) -> String? {
    self[column].map { text in
      let start = text.drop(while: \.isWhitespace)
      return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
