/// Reads the cells of one sheet of a workbook of Excel.
struct SheetPart {
  private enum Name: String, CaseIterable {
    case col, sheetData, row, c, v, f, t, mergeCell
    case inline = "is"
    case spoken = "rPh"
  }

  private var reader: XMLReader<Name>
  private let cells: XLSXCells
  private var builder = GridBuilder()
  private var merged: [CellArea] = []
  /// Of the row that is read.
  private var fields: [String] = []
  private var row = 0
  private var value: [UInt8] = []

  init(_ part: ZipPieces, _ cells: XLSXCells) throws(OfficeFault) {
    reader = try XMLReader(part, Name.self)
    self.cells = cells
  }

  /// - Complexity: O(bytes of the sheet).
  mutating func grid() throws(OfficeFault) -> Grid {
    do throws(OfficeFault) { return try readAll() } catch {
      throw reader.isWhole() ? error : .damaged
    }
  }

  private mutating func readAll() throws(OfficeFault) -> Grid {
    var isData = false
    while true {
      switch try reader.next() {
      case .start(.col): hideColumns()
      case .start(.sheetData): isData = true
      case .end(.sheetData): isData = false
      case .start(.row) where isData: try readRow()
      case .start(.mergeCell): try readMerged()
      case .finished:
        if !merged.isEmpty { try builder.merge(merged) }
        return builder.grid()
      default: break
      }
    }
  }

  private var isHidden: Bool {
    reader.raw("hidden").map { !$0.elementsEqual("0".utf8) && !$0.elementsEqual("false".utf8) }
      ?? false
  }

  private mutating func hideColumns() {
    guard isHidden, let first = reader.count("min"), let last = reader.count("max"), first > 0,
      first <= last, last <= GridBuilder.columnLimit
    else { return }
    builder.hideColumns(first - 1..<last)
  }

  private mutating func readMerged() throws(OfficeFault) {
    guard let area = reader.raw("ref") else { return }
    let ends = area.split(separator: UInt8(ascii: ":"))
    guard ends.count == 2, let first = CellPlace(ends[0]), let last = CellPlace(ends[1]),
      let top = first.row, let bottom = last.row, top <= bottom, first.column <= last.column
    else { return }
    merged.append(CellArea(rows: top...bottom, columns: first.column...last.column))
  }

  private mutating func readRow() throws(OfficeFault) {
    guard row < Int(Int32.max) else { throw OfficeFault.tooLarge }
    row = reader.count("r") ?? row + 1
    let isHidden = isHidden
    fields.removeAll(keepingCapacity: true)
    var column = 0
    loop: while true {
      switch try reader.next() {
      case .start(.c): try readCell(&column)
      case .end(.row): break loop
      case .finished: throw OfficeFault.damaged
      default: break
      }
    }
    try builder.append(fields, at: row, isHidden: isHidden)
  }

  private mutating func readCell(_ next: inout Int) throws(OfficeFault) {
    let column = reader.raw("r").flatMap(CellPlace.init)?.column ?? next
    guard column < GridBuilder.columnLimit else { throw OfficeFault.tooLarge }
    next = column + 1
    let kind = XLSXCells.Kind(reader.raw("t"))
    let style = reader.count("s") ?? 0
    let text = try readValue(kind, style, at: column)
    guard !text.isEmpty else { return }
    while fields.count <= column { fields.append("") }
    fields[column] = text
  }

  /// What the cell that was just started says, up to its end.
  private mutating func readValue(
    _ kind: XLSXCells.Kind, _ style: Int, at column: Int
  ) throws(OfficeFault) -> String {
    value.removeAll(keepingCapacity: true)
    var (hasFormula, isValue, isInline, hasValue) = (false, false, false, false)
    while true {
      switch try reader.next() {
      case .start(.f): hasFormula = true
      case .start(.v): (isValue, hasValue) = (true, true)
      case .end(.v): isValue = false
      case .start(.inline): isInline = true
      case .end(.inline): isInline = false
      case .start(.t) where isInline: isValue = true
      case .end(.t): isValue = false
      case .start(.spoken): try reader.skipElement()
      case .text where isValue: try reader.appendText(to: &value)
      case .end(.c):
        if hasFormula, !hasValue || value.isEmpty && kind != .text {
          builder.missesResult(row: row, column: column)
        }
        return value.isEmpty ? "" : cells.text(value, type: kind, style: style)
      case .finished: throw OfficeFault.damaged
      default: break
      }
    }
  }
}

/// Where a cell is, as `B12` or `$B$12` says it.
struct CellPlace: Hashable, Sendable {
  /// From 0.
  let column: Int
  /// From 1; nil for a whole column.
  let row: Int?

  init?(_ text: some Sequence<UInt8>) {
    var (column, row, hasRow) = (0, 0, false)
    for byte in text where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasRow:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z") where !hasRow:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        hasRow = true
      default: return nil
      }
      guard column < 1 << 24, row < 1 << 32 else { return nil }
    }
    guard column > 0 else { return nil }
    self.column = column - 1
    self.row = hasRow ? row : nil
  }
}
