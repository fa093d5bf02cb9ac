import DPES
import JSONTree

/// A spreadsheet of flat ODF (`.fods`): one XML file that LibreOffice opens as it is.
package struct Workbook: Hashable, Sendable {
  package var sheets: [Sheet]

  package init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// - Complexity: O(bytes written).
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    // Growing copies all; what stays unwritten takes no memory.
    out.reserveCapacity(sheets.reduce(0) { $0 + $1.rows.count * $1.columns.count } * 128)
    out.write(WorkbookStyles.head)
    out.write(WorkbookStyles.settings(of: sheets))
    out.write("<office:automatic-styles>")
    out.write(WorkbookStyles.cells)
    for (index, sheet) in sheets.enumerated() {
      for (column, one) in sheet.columns.enumerated() {
        out.write(
          "<style:style style:name=\"co\(index)-\(column)\" style:family=\"table-column\">"
            + "<style:table-column-properties style:column-width=\"\(one.width)mm\"/>"
            + "</style:style>")
      }
    }
    out.write("</office:automatic-styles>\n")
    out.write(WorkbookStyles.pages)
    out.write("<office:body><office:spreadsheet>\n")
    for (index, sheet) in sheets.enumerated() { sheet.write(to: &out, index) }
    out.write("</office:spreadsheet></office:body></office:document>\n")
    return out
  }
}

extension Sheet {
  /// Rows above the first one of data.
  var headingRows: Int { (title == nil ? 0 : 1) + (groups.isEmpty ? 0 : 1) + 1 }

  fileprivate func write(to out: inout [UInt8], _ index: Int) {
    out.write("<table:table table:name=\"")
    XMLText.append(name, to: &out)
    out.write("\" table:style-name=\"ta\" table:print=\"true\">\n")
    for column in columns.indices {
      out.write(
        "<table:table-column table:style-name=\"co\(index)-\(column)\" "
          + "table:default-cell-style-name=\"texte\"/>\n")
    }
    out.write("<table:table-header-rows>\n")
    if let title { write([Cell(.text(title), columns: columns.count)], style: "titre", to: &out) }
    if !groups.isEmpty { write(groups, style: "groupe", to: &out) }
    write(columns.map { .text($0.title) }, style: "entete", to: &out)
    out.write("</table:table-header-rows>\n")
    for row in rows {
      switch row {
      case .heading(let text):
        write([Cell(.text(text), columns: columns.count)], style: "axe", to: &out)
      case .cells(let cells):
        write(cells, style: nil, to: &out)
      }
    }
    out.write("</table:table>\n")
  }

  /// One row; a cell without a style of its row has that of its tint.
  private func write(_ cells: [Cell], style: String?, to out: inout [UInt8]) {
    out.write("<table:table-row>")
    for cell in cells {
      cell.write(style: style ?? cell.tint?.rawValue, to: &out)
      if cell.columns > 1 {
        out.write(
          "<table:covered-table-cell table:number-columns-repeated=\"\(cell.columns - 1)\"/>")
      }
    }
    out.write("</table:table-row>\n")
  }
}

extension Sheet.Cell {
  fileprivate func write(style: String?, to out: inout [UInt8]) {
    out.write("<table:table-cell")
    if let style = style ?? value.style { out.write(" table:style-name=\"\(style)\"") }
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

extension Sheet.Value {
  fileprivate var style: String? { if case .day = self { "jour" } else { nil } }
}

extension [UInt8] {
  /// Appends a text that is written as it stands.
  mutating func write(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends texts one after the other, without making one of them first.
  mutating func write(_ texts: String...) { for text in texts { write(text) } }
}
