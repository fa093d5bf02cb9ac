import DPES
import JSONTree

/// Writes one sheet of a workbook of Excel.
struct XLSXSheet {
  private let sheet: Sheet
  private let layout: PrintLayout
  private let foot: String
  private let isFirst: Bool
  private let letters: [String]
  /// In millimetres.
  private let widths: [Int]

  init(_ sheet: Sheet, layout: PrintLayout, foot: String, isFirst: Bool) {
    (self.sheet, self.layout, self.foot, self.isFirst) = (sheet, layout, foot, isFirst)
    letters = sheet.columns.indices.map(CellName.column)
    widths = sheet.columns.map(\.width)
  }

  /// - Complexity: O(bytes written).
  var bytes: [UInt8] {
    var out = XLSXParts.xml("<worksheet xmlns=\"\(XLSXParts.main)\">")
    // Growing copies all; what stays unwritten takes no memory.
    out.reserveCapacity(sheet.rows.count * sheet.columns.count * 96 + 4096)
    out.write(layout.scale == nil ? "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" : "")
    out.write(views)
    out.write("<sheetFormatPr defaultRowHeight=\"\(Self.rowHeight)\"/>", columns, "<sheetData>\n")
    var (row, merged) = (0, [String]())
    for line in sheet.lines {
      row += 1
      write(line, row, &merged, to: &out)
    }
    out.write("</sheetData>")
    if sheet.hasFilter, let last = letters.last {
      out.write(
        "<autoFilter ref=\"A\(sheet.headingRows):\(last)\(sheet.headingRows + sheet.rows.count)\"/>"
      )
    }
    if !merged.isEmpty {
      let all = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      out.write("<mergeCells count=\"\(merged.count)\">\(all)</mergeCells>")
    }
    out.write(page)
    out.write("</worksheet>\n")
    return out
  }

  /// What stays in sight.
  private var views: String {
    let (columns, rows) = (sheet.frozenColumns, sheet.headingRows)
    return "<sheetViews><sheetView \(isFirst ? "tabSelected=\"1\" " : "")workbookViewId=\"0\">"
      + "<pane \(columns > 0 ? "xSplit=\"\(columns)\" " : "")ySplit=\"\(rows)\" "
      + "topLeftCell=\"\(CellName.column(columns))\(rows + 1)\" "
      + "activePane=\"\(columns > 0 ? "bottomRight" : "bottomLeft")\" state=\"frozen\"/>"
      + "</sheetView></sheetViews>"
  }

  /// Excel counts a width in digits of seven pixels, with five around them; LibreOffice in those of
  /// the letters, which are a little narrower, and would cut what just fits.
  private var columns: String {
    guard !sheet.columns.isEmpty else { return "" }
    let all = sheet.columns.enumerated().map { index, column in
      let tenths = (Double(column.width) * 96 / 25.4 - 5) / 6.67 * 10
      let width = min(max(10, tenths.rounded()), 2550) / 10
      return "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    return "<cols>\(all.joined())</cols>"
  }

  private var page: String {
    let scale =
      layout.scale.map { "scale=\"\($0)\"" } ?? "fitToWidth=\"1\" fitToHeight=\"\(pagesHigh)\""
    let margin = "0.31"
    let breaks = layout.breaks.map { "<brk id=\"\($0)\" max=\"1048575\" man=\"1\"/>" }
    return "<pageMargins left=\"\(margin)\" right=\"\(margin)\" top=\"\(margin)\" bottom=\"0.6\" "
      + "header=\"0.2\" footer=\"0.3\"/><pageSetup paperSize=\"\(layout.paper == .a3 ? 8 : 9)\" "
      + "orientation=\"landscape\" \(scale)/><headerFooter><oddFooter>\(XMLText.escaped(footer))"
      + "</oddFooter></headerFooter>"
      + (breaks.isEmpty
        ? ""
        : "<colBreaks count=\"\(breaks.count)\" manualBreakCount=\"\(breaks.count)\">"
          + breaks.joined() + "</colBreaks>")
  }

  /// One where all rows fit on a page whose letters can still be read, so that a few do not spill on
  /// another; else 0, as many as it takes.
  private var pagesHigh: Int {
    guard sheet.isWide, sheet.rows.count <= Self.mostRows else { return 0 }
    let points = sheet.lines.reduce(0) { $0 + (height(of: $1) ?? Self.rowHeight) }
    // Without its margins, of 0.31 and 0.6 of an inch.
    let room = Double(layout.paper.size.height) * 72 / 25.4 - 65.5
    return room * 100 >= Double(points * Self.smallest) ? 1 : 0
  }

  /// Hundredths: nine points become a little more than seven.
  private static let smallest = 80
  private static let rowHeight = 12
  /// More never stand on one page.
  private static let mostRows = 200

  /// Excel takes no more than 255 characters, and `&` for an order.
  private var footer: String {
    let said = foot.isEmpty ? "" : String(foot.prefix(100)).replacing("&", with: "&&") + " · "
    return "&C&8 \(said)page &P/&N"
  }
}

extension XLSXSheet {
  private func write(
    _ line: Sheet.Line, _ row: Int, _ merged: inout [String], to out: inout [UInt8]
  ) {
    out.write("<row r=\"\(row)\"")
    out.write(height(of: line).map { " ht=\"\($0)\" customHeight=\"1\"" } ?? "")
    out.write(">")
    let number = String(row)
    var column = 0
    for cell in line.cells where column < letters.count {
      write(cell, look: line.look ?? cell.look, letters[column], number, to: &out)
      if cell.columns > 1 {
        let last = letters[min(column + cell.columns, letters.count) - 1]
        merged.append("\(letters[column])\(row):\(last)\(row)")
      }
      column += max(1, cell.columns)
    }
    out.write("</row>\n")
  }

  /// As high as its texts need: not every program looks for itself when it opens a file, and none
  /// does for merged cells.
  private func height(of line: Sheet.Line) -> Int? {
    let size = line.look.flatMap { look in CellLook.all.first { $0.name == look } }?.size ?? 9
    var (most, column) = (1, 0)
    for cell in line.cells where column < widths.count {
      let end = min(column + max(1, cell.columns), widths.count)
      let width = widths[column..<end].reduce(0, +)
      column = end
      switch cell.value {
      case .text(let text), .word(_, let text):
        // Bold letters are wider, and tints have them.
        let room = width * (cell.tint == nil ? 10 : 9) / (2 * size)
        most = max(most, Self.lines(of: text, columns: room))
      case .empty, .number, .day: break
      }
    }
    guard most > 1 || size > 9 else { return nil }
    // Excel makes no row higher.
    return min(most * size * 23 / 20 + 3, 409)
  }

  /// About how many lines a text takes, where so many letters stand in one.
  private static func lines(of text: String, columns: Int) -> Int {
    let room = max(1, columns)
    // What is short has no line more, and most texts are.
    guard text.utf8.count > room || text.utf8.contains(0x0A) else { return 1 }
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, line in
      var (lines, used) = (1, 0)
      for word in line.split(separator: " ") {
        let length = word.unicodeScalars.count
        if used > 0, used + 1 + length > room { (lines, used) = (lines + 1, 0) }
        used += (used > 0 ? 1 : 0) + length
        if used > room { (lines, used) = (lines + (used - 1) / room, (used - 1) % room + 1) }
      }
      return min(count + lines, 100)
    }
  }

  private func write(
    _ cell: Sheet.Cell, look: String, _ letter: String, _ row: String, to out: inout [UInt8]
  ) {
    out.write("<c r=\"", letter, row)
    out.write("\" s=\"\(XLSXParts.styleNumbers[look] ?? 0)\"")
    switch cell.value {
    case .empty: out.write("/>")
    case .text(let text), .word(_, let text): writeText(text, to: &out)
    case .number(let number):
      // Excel knows no greater ones than a Double has.
      guard number.double != nil else { return writeText(number.french, to: &out) }
      out.write("><v>", number.spelling, "</v></c>")
    case .day(let day):
      // It counts from 1900, with a day that never was.
      guard let serial = SerialDay.serial(of: day) else { return writeText(day.iso, to: &out) }
      out.write("><v>\(serial)</v></c>")
    }
  }

  private func writeText(_ text: String, to out: inout [UInt8]) {
    out.write(" t=\"inlineStr\">")
    XLSXText.append(text, to: &out)
    out.write("</c>")
  }
}
