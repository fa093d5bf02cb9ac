import TerminalUI

/// Rows of texts with their columns aligned, two spaces between them.
struct TextTable {
  private let rows: [[String]]
  private let numbers: Set<Int>
  /// In columns of the terminal.
  private let widths: [Int]

  /// Makes a table of rows that have the same number of columns; those of `numbers` stand to the
  /// right.
  init(_ rows: [[String]], numbers: Set<Int> = []) {
    self.rows = rows
    self.numbers = numbers
    widths = (rows.first ?? []).indices.map { column in
      rows.map { TextWidth.columns(of: $0[column]) }.max() ?? 0
    }
  }

  /// A line for each row, without spaces at its end.
  var lines: [String] {
    rows.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        let space = String(
          repeating: " ", count: widths[column] - TextWidth.columns(of: text))
        if column > 0 { line += "  " }
        line += numbers.contains(column) ? space + text : text + space
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Where the last column begins, in columns of the terminal from 0.
  var lastStart: Int { widths.dropLast().reduce(0) { $0 + $1 + 2 } }
}
