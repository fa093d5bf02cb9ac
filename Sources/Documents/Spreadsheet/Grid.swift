/// Cells as texts, from a CSV or a sheet of a workbook: what an import reads.
package struct Grid: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    /// As a spreadsheet counts it, from 1.
    package let number: Int
    package var fields: [String]

    var isBlank: Bool { fields.allSatisfy(\.isBlank) }
  }

  /// What a person may want to know of where it comes from.
  package enum Remark: Hashable, Sendable {
    /// Of a CSV's encoding.
    case decoded(TextDecoding.Remark)
    /// Of several sheets, the one that was read; those that are hidden are not taken by themselves.
    case sheet(String, others: [String], hidden: [String])
    /// Rows and columns that a filter or a hand hides; they are read.
    case hidden(rows: Int, columns: Int)
    /// Cells whose formula was never worked out: they are empty. The names of the first ones.
    case uncalculated(Int, cells: [String])
  }

  /// Blank ones are left out.
  package internal(set) var rows: [Row]
  /// Between two cells of a CSV; nil in a workbook.
  let separator: Character?
  package internal(set) var remarks: [Remark]
  /// Cells that are one down several rows: what the first says, each of these rows says.
  var merged: [CellArea] = []
  /// Cells whose formula was never worked out.
  var missing: [CellArea] = []
  /// The name of the sheet; nil for a CSV.
  var name: String? = nil
}
