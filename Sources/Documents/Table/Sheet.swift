package import DPES
package import JSONTree

/// One table: what CSV and a spreadsheet both write, each in its way.
package struct Sheet: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    /// As people read it.
    package let title: String
    /// Its name in CSV: the title without accents and capitals, unless another is said.
    let name: String
    /// Of the column in a spreadsheet, in millimetres.
    package let width: Int

    package init(_ title: String, name: String? = nil, width: Int) {
      self.title = title
      self.name = name ?? title.folded
      self.width = width
    }
  }

  package enum Value: Hashable, Sendable {
    case empty
    case text(String)
    /// A word of the format, for CSV, and as people read it.
    case word(String, shown: String)
    case number(JSONNumber)
    case day(Day)
  }

  package struct Cell: Hashable, Sendable {
    package var value: Value
    package var tint: Tint?
    /// Of the table, 1 or more.
    package var columns = 1

    package init(_ value: Value, _ tint: Tint? = nil, columns: Int = 1) {
      self.value = value
      self.tint = tint
      self.columns = columns
    }

    package static let empty = Sheet.Cell(.empty)

    /// A text, or nothing.
    package static func text(_ text: String?) -> Self {
      Self(text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty)
    }

    static func number(_ number: Int?) -> Self {
      Self(number.map { .number(JSONNumber($0)) } ?? .empty)
    }

    /// A word of the format, as people read it.
    static func word<Value: Word>(
      _ word: Value?, _ tint: Tint? = nil, shown: (Value) -> String
    ) -> Self {
      Self(word.map { .word($0.rawValue, shown: shown($0)) } ?? .empty, tint)
    }

    static func day(_ day: Day?) -> Self { Self(day.map(Sheet.Value.day) ?? .empty) }

    /// A value of an indicator, which reads back as itself.
    static func value(_ valeur: Valeur?) -> Self {
      switch valeur {
      case .nombre(let number): Self(.number(number))
      case .ouiNon(let value): .text(value ? "oui" : "non")
      case .texte(let text): .text(text)
      case nil: .empty
      }
    }
  }

  /// A line over several others, for people: CSV leaves it out.
  package enum Row: Hashable, Sendable {
    case heading(String)
    case cells([Cell])
  }

  package var name: String
  package let columns: [Column]
  /// What stands above the names of the columns in a spreadsheet.
  package var title: String?
  /// Merged headings above the names of the columns; a spreadsheet's own.
  package var groups: [Cell] = []
  package var rows: [Row] = []
  /// Columns that stay in sight.
  package var frozenColumns = 0
  /// The first columns that stand on each page again, where the sheet is wider than a page.
  package var repeatedColumns = 0
  /// Whether it is printed on the large paper, as far as a person has that.
  package var isWide = false
  /// Columns that begin a page, but the first, where it comes on several side by side.
  var pageStarts: [Int] = []
  /// Buttons that sort and filter stand beside the names of the columns.
  package var hasFilter = false

  package init(
    _ name: String, _ columns: [Column], frozen: Int = 0, filter: Bool = false, rows: [Row] = []
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    frozenColumns = frozen
    hasFilter = filter
  }

  /// Rows above the first one of data.
  var headingRows: Int { (title == nil ? 0 : 1) + (groups.isEmpty ? 0 : 1) + 1 }
}
