extension Workbook {
  /// As Excel has it.
  ///
  /// - Complexity: O(bytes written).
  var excel: [UInt8] {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", XLSXParts.contentTypes(count: sheets.count))
    zip.add("_rels/.rels", XLSXParts.relations)
    zip.add("docProps/core.xml", XLSXParts.core(title: foot))
    zip.add("xl/workbook.xml", XLSXParts.workbook(sheets))
    zip.add("xl/_rels/workbook.xml.rels", XLSXParts.workbookRelations(count: sheets.count))
    zip.add("xl/styles.xml", XLSXParts.styles)
    for (index, sheet) in sheets.enumerated() {
      let writer = XLSXSheet(
        sheet, layout: PrintLayout(sheet, on: papier), foot: foot, isFirst: index == 0)
      zip.add("xl/worksheets/sheet\(index + 1).xml", writer.bytes)
    }
    return zip.finished()
  }

  /// Texts that are longer than a cell of Excel may hold, and so are cut there.
  package var cutTexts: Int {
    sheets.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.cells.count { $0.isCutInExcel } } }
  }
}

extension Sheet.Cell {
  fileprivate var isCutInExcel: Bool {
    switch value {
    case .text(let text), .word(_, let text): XLSXText.isTooLong(text)
    case .empty, .number, .day: false
    }
  }
}
