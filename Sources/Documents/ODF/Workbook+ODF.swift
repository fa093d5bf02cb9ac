import DPES
import JSONTree

extension Workbook {
  /// As OpenDocument has it.
  ///
  /// - Complexity: O(bytes written).
  var document: ODFDocument {
    var document = ODFDocument(
      mimetype: "application/vnd.oasis.opendocument.spreadsheet",
      declarations: WorkbookStyles.declarations)
    let layouts = sheets.map { PrintLayout($0, on: papier) }
    document.parts[.meta] = Array(WorkbookStyles.meta(title: foot).utf8)
    document.parts[.settings] = Array(WorkbookStyles.settings(of: sheets).utf8)
    document.parts[.styles] = Array(WorkbookStyles.usual.utf8)
    document.parts[.automatic] = Array(WorkbookStyles.automatic(sheets, layouts).utf8)
    document.parts[.masters] = Array(WorkbookStyles.masters(foot, count: sheets.count).utf8)
    var body: [UInt8] = []
    // Growing copies all; what stays unwritten takes no memory.
    body.reserveCapacity(sheets.reduce(0) { $0 + $1.rows.count * $1.columns.count } * 128)
    body.write("<office:body><office:spreadsheet>\n")
    for (index, sheet) in sheets.enumerated() { sheet.write(to: &body, index) }
    body.write(filters)
    body.write("</office:spreadsheet></office:body>\n")
    document.parts[.body] = body
    return document
  }

  /// Which rows have buttons above them.
  private var filters: String {
    let filtered = sheets.enumerated().filter {
      $0.element.hasFilter && !$0.element.columns.isEmpty
    }
    guard !filtered.isEmpty else { return "" }
    let ranges = filtered.map { index, sheet in
      let name = XMLText.escaped("'\(sheet.name.replacing("'", with: "''"))'")
      let last = CellName.column(sheet.columns.count - 1)
      let rows = (sheet.headingRows, max(sheet.headingRows, sheet.headingRows + sheet.rows.count))
      return "<table:database-range table:name=\"__Anonymous_Sheet_DB__\(index)\" "
        + "table:target-range-address=\"\(name).A\(rows.0):\(name).\(last)\(rows.1)\" "
        + "table:display-filter-buttons=\"true\"/>"
    }
    return "<table:database-ranges>" + ranges.joined() + "</table:database-ranges>\n"
  }
}

/// How spreadsheets name cells.
enum CellName {
  /// `A` for 0, `AA` for 26.
  static func column(_ index: Int) -> String {
    var (name, rest) = ("", index)
    repeat {
      name = String(UnicodeScalar(UInt8(65 + rest % 26))) + name
      rest = rest / 26 - 1
    } while rest >= 0
    return name
  }
}

extension Sheet {
  fileprivate func write(to out: inout [UInt8], _ index: Int) {
    out.write("<table:table table:name=\"")
    XMLText.append(name, to: &out)
    out.write("\" table:style-name=\"ta\(index)\" table:print=\"true\">\n")
    if repeatedColumns > 0 { out.write("<table:table-header-columns>") }
    for column in columns.indices {
      out.write(
        "<table:table-column table:style-name=\"co\(index)-\(column)\" "
          + "table:default-cell-style-name=\"texte\"/>\n")
      if column + 1 == repeatedColumns { out.write("</table:table-header-columns>") }
    }
    if repeatedColumns > columns.count { out.write("</table:table-header-columns>") }
    var isHeading = false
    for line in lines {
      if line.isHeading != isHeading {
        out.write(line.isHeading ? "<table:table-header-rows>\n" : "</table:table-header-rows>\n")
        isHeading = line.isHeading
      }
      write(line, to: &out)
    }
    if isHeading { out.write("</table:table-header-rows>\n") }
    out.write("</table:table>\n")
  }

  private func write(_ line: Line, to out: inout [UInt8]) {
    out.write("<table:table-row>")
    for cell in line.cells {
      let look = line.look ?? cell.look
      // The usual look is that of the column.
      let style = look == CellLook.text.name ? nil : look
      cell.write(style: style, to: &out)
      if cell.columns > 1 {
        // Where the last of them ends, the line around it is drawn.
        let own = style.map { " table:style-name=\"\($0)\"" } ?? ""
        out.write(
          "<table:covered-table-cell\(own) table:number-columns-repeated=\"\(cell.columns - 1)\"/>"
        )
      }
    }
    out.write("</table:table-row>\n")
  }
}

extension Sheet.Cell {
  fileprivate func write(style: String?, to out: inout [UInt8]) {
    out.write("<table:table-cell")
    if let style { out.write(" table:style-name=\"", style, "\"") }
    if columns > 1 {
      out.write(" table:number-columns-spanned=\"\(columns)\" table:number-rows-spanned=\"1\"")
    }
    switch value {
    case .empty:
      out.write("/>")
      return
    case .text(let text), .word(_, let text):
      out.write(" office:value-type=\"string\"><text:p>")
      ODFText.append(text, newLine: "</text:p><text:p>", to: &out)
    case .number(let number):
      out.write(" office:value-type=\"float\" office:value=\"\(number.spelling)\"><text:p>")
      out.write(number.french)
    case .day(let day):
      out.write(" office:value-type=\"date\" office:date-value=\"\(day.iso)\"><text:p>")
      out.write(day.frenchShort)
    }
    out.write("</text:p></table:table-cell>")
  }
}

extension [UInt8] {
  /// Appends a text that is written as it stands.
  mutating func write(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends texts one after the other, without making one of them first.
  mutating func write(_ texts: String...) { for text in texts { write(text) } }
}
