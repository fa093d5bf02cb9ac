/// Columns of a table that have cells and no title.
struct UntitledColumns {
  /// Those that number the rows, by their letters: nothing is taken from them.
  private(set) var numbering: [String] = []
  /// Those that somebody said to leave aside, by their letters.
  private(set) var left: [String] = []

  /// Finds them, and empties their cells in rows of several cells.
  ///
  /// - Complexity: O(cells).
  init(emptying rows: inout [Grid.Row], _ headers: Headers, _ sense: RowSense) {
    let titled = Set(headers.titled)
    let width = rows.map(\.fields.count).max() ?? 0
    for place in 0..<width where !titled.contains(place) {
      let letters = CellName.column(place)
      if sense.choices.explains(Self.name(of: place), in: Importation.untitled) {
        left.append(letters)
      } else if place < headers.titled.first ?? 0, Self.numbers(rows, at: place, sense.words) {
        numbering.append(letters)
      } else {
        continue
      }
      for index in rows.indices where Self.isBeside(rows[index], place) {
        rows[index].fields[place] = ""
      }
    }
  }

  /// How a column is called by its place, from 0, as a spreadsheet calls it: « colonne A ».
  static func name(of place: Int) -> String { "colonne \(CellName.column(place))" }

  /// Whether a row has a cell there, and others.
  private static func isBeside(_ row: Grid.Row, _ place: Int) -> Bool {
    row.isFilled(at: place)
      && row.fields.indices.contains { $0 != place && row.isFilled(at: $0) }
  }

  /// Whether the cells of a place count the rows: « 1, 2, 3 » or « 1.1, 1.2, 2.1 »; totals have their own words.
  private static func numbers(_ rows: [Grid.Row], at place: Int, _ words: ImportWords) -> Bool {
    var before: [Int] = []
    for row in rows where isBeside(row, place) {
      let text = row.fields[place]
      if words.afterTotal(text) != nil { continue }
      guard let number = ordinal(text), let last = number.last else { return false }
      let follows = before.lexicographicallyPrecedes(number)
      guard before.isEmpty ? last <= 1 : follows || last == 1 else { return false }
      before = number
    }
    return !before.isEmpty
  }

  /// The parts of « 1.2 », « n° 3 » or « A4 »; nil for another text.
  private static func ordinal(_ text: String) -> [Int]? {
    let start = text.drop { !$0.isNumber }
    let sign = text.prefix { !$0.isNumber }
    guard sign.count < 4, sign.count(where: \.isLetter) < 2 else { return nil }
    let parts = start.split { ".-)°/ ".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count && !numbers.isEmpty ? numbers : nil
  }
}

extension Importation {
  /// Under which answers about a column without a title are kept, by « colonne G ».
  package static let untitled = "sans-titre"
}
