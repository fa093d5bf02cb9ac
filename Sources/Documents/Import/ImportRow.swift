/// What is known of all rows of a table: kept once, as a copy beside each would take more memory than
/// the table.
final class RowSense: Sendable {
  let words: ImportWords
  let choices: ImportChoices

  /// Whether texts of the table lost letters.
  let lacksLetters: Bool

  init(_ words: ImportWords, _ choices: ImportChoices, lacksLetters: Bool = false) {
    (self.words, self.choices, self.lacksLetters) = (words, choices, lacksLetters)
  }
}

/// The titles of a table, kept once for all of its rows, with what it says of columns that have none.
final class RowTitles {
  let headers: Headers
  /// By a column and its place.
  private var placed: [String: RowTitles] = [:]

  init(_ headers: Headers) { self.headers = headers }

  subscript(column: String) -> Int? { headers[column] }

  /// The same with a column in a place that has no title.
  func placing(_ column: String, at place: Int) -> RowTitles {
    if headers[column] == place { return self }
    let key = "\(column) \(place)"
    if let known = placed[key] { return known }
    let new = RowTitles(headers.placing(column, at: place))
    placed[key] = new
    return new
  }
}

/// One row of a table, by the names of its columns.
struct ImportRow {
  let number: Int
  private var fields: [String] {
    didSet { filled = Self.filled(fields) }
  }
  /// Where its cells say something.
  private(set) var filled: [Int]
  private var columns: RowTitles
  private(set) var sense: RowSense
  /// Whether its axis is said by a title or a merged cell above, and not in a cell of its own.
  private var isGivenAxe: Bool

  private var headers: Headers { columns.headers }

  init(_ row: Grid.Row, _ headers: Headers, _ sense: RowSense) {
    self.init(row, RowTitles(headers), sense)
  }

  init(_ row: Grid.Row, _ columns: RowTitles, _ sense: RowSense, isGivenAxe: Bool = false) {
    self.isGivenAxe = isGivenAxe
    number = row.number
    fields = row.fields
    filled = Self.filled(row.fields)
    (self.columns, self.sense) = (columns, sense)
  }

  /// The same row, with more known of all of them.
  func knowing(_ sense: RowSense) -> ImportRow {
    var row = self
    row.sense = sense
    return row
  }

  /// The same row, by the titles of another table.
  func under(_ columns: RowTitles) -> ImportRow {
    var row = self
    row.columns = columns
    return row
  }

  var words: ImportWords { sense.words }
  var choices: ImportChoices { sense.choices }

  func hasColumn(_ column: String) -> Bool { columns[column] != nil }

  /// What a cell says, as it stands; nil when it says nothing.
  subscript(column: String) -> String? {
    guard let index = columns[column], index < fields.count else { return nil }
    let field = fields[index]
    if field.isBlank { return nil }
    // What a spreadsheet could not work out is what somebody said in its place.
    guard choices.explainsErrors else { return field }
    if field.isCellError, choices.explains(field, in: column) {
      let said = choices.meaning(of: field, in: column)
      return said.isEmpty ? nil : said
    }
    guard choices.explains(field, in: Self.letters), lacksLetters(field) else { return field }
    let said = choices.meaning(of: field, in: Self.letters)
    return said.isEmpty ? nil : said
  }

  /// What a cell says in the file; nil when it says nothing.
  func written(_ column: String) -> String? {
    guard let index = columns[column], index < fields.count else { return nil }
    return fields[index].isEmpty ? nil : fields[index]
  }

  var width: Int { fields.count }

  /// Whether it says what only an indicator has.
  var describesIndicateur: Bool { ["cible", "unite", "nature"].contains { said($0) != nil } }

  private static func filled(_ fields: [String]) -> [Int] {
    fields.indices.filter { !fields[$0].isBlank }
  }

  /// The same but for the axis that a title or a merged cell above says.
  var ownFilled: [Int] {
    isGivenAxe ? filled.filter { $0 != columns["axe"] } : filled
  }

  func place(of column: String) -> Int? { columns[column] }

  /// What a cell says, by its place.
  func text(at index: Int) -> String { index < fields.count ? fields[index] : "" }

  /// The same row, its axis said where it says none.
  func giving(axe text: String, at place: Int) -> ImportRow {
    var row = giving("axe", text, at: place)
    row.isGivenAxe = true
    return row
  }

  /// The same row, its cell of a column said, in a place of its own where it has none.
  func giving(_ column: String, _ text: String, at place: Int) -> ImportRow {
    var row = self
    let place = columns[column] ?? place
    var fields = fields
    while fields.count <= place { fields.append("") }
    fields[place] = text
    row.fields = fields
    row.columns = columns.placing(column, at: place)
    return row
  }

  /// Why the row can't be understood, when a cell below no title says something: nobody knows what
  /// it is of, nor which cells before it are where they should be.
  func excess(_ separator: Character?) -> Importation.Reason? {
    guard let last = filled.last,
      let first = filled.first(where: { !headers.titled.contains($0) })
    else { return nil }
    // What no sign parts stands where it was written.
    guard separator != nil else {
      return .untitledColumn(UntitledColumns.name(of: first), text: fields[first])
    }
    let start = min(headers.titled.last ?? 0, last)
    return .moreCells(
      filled.count, titles: headers.titled.count, separator: separator,
      text: fields[start...last].joined(separator: separator.map(String.init) ?? " "),
      hasQuote: fields.contains { $0.contains("\"") })
  }

  /// A cell that is a word or a number, without the spaces around it.
  func word(_ column: String) -> String? {
    self[column].map { text in
      let ends = (text.utf8.first ?? 0x20, text.utf8.last ?? 0x20)
      // Nearly always there is none.
      if ends.0 > 0x20, ends.0 < 0x7F, ends.1 > 0x20, ends.1 < 0x7F { return text }
      let start = text.drop(while: \.isWhitespace)
      return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
