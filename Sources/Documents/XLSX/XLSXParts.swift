/// The small parts of a workbook of Excel.
enum XLSXParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let packages = "http://schemas.openxmlformats.org/package/2006/"
  private static let types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func xml(_ text: String) -> [UInt8] { Array((head + text).utf8) }

  static func contentTypes(count: Int) -> [UInt8] {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    var parts = [
      ("/xl/workbook.xml", kind + "sheet.main+xml"), ("/xl/styles.xml", kind + "styles+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    parts += (0..<count).map { ("/xl/worksheets/sheet\($0 + 1).xml", kind + "worksheet+xml") }
    let all = parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
    return xml(
      "<Types xmlns=\"\(packages)content-types\"><Default Extension=\"rels\" "
        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(all)</Types>")
  }

  static let relations = relations([
    (types + "/officeDocument", "xl/workbook.xml"),
    (packages + "relationships/metadata/core-properties", "docProps/core.xml"),
  ])

  static func workbookRelations(count: Int) -> [UInt8] {
    relations(
      (0..<count).map { (types + "/worksheet", "worksheets/sheet\($0 + 1).xml") }
        + [(types + "/styles", "styles.xml")])
  }

  private static func relations(_ all: [(type: String, target: String)]) -> [UInt8] {
    let each = all.enumerated().map { index, one in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(one.type)\" Target=\"\(one.target)\"/>"
    }
    return xml("<Relationships xmlns=\"\(packages)relationships\">\(each.joined())</Relationships>")
  }

  static func core(title: String) -> [UInt8] {
    xml(
      "<cp:coreProperties xmlns:cp=\"\(packages)metadata/core-properties\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(XMLText.escaped(title))"
        + "</dc:title><dc:creator>Palier</dc:creator><dc:language>fr-FR</dc:language>"
        + "</cp:coreProperties>")
  }

  static func workbook(_ sheets: [Sheet]) -> [UInt8] {
    let listed = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(XMLText.escaped(sheet.name))\" sheetId=\"\(index + 1)\" "
        + "r:id=\"rId\(index + 1)\"/>"
    }
    let names = sheets.enumerated().flatMap { index, sheet in
      sheet.names.map {
        "<definedName name=\"_xlnm.\($0.name)\" localSheetId=\"\(index)\"\($0.isHidden)>"
          + XMLText.escaped($0.range) + "</definedName>"
      }
    }
    return xml(
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\"><bookViews><workbookView/></bookViews>"
        + "<sheets>\(listed.joined())</sheets>"
        + (names.isEmpty ? "" : "<definedNames>\(names.joined())</definedNames>")
        + "</workbook>")
  }

  /// Each look has a font, a ground and a number in the list; 0 is a cell that nothing is said of.
  static let styles: [UInt8] = {
    let looks = CellLook.all
    let font = "<name val=\"Arial\"/><family val=\"2\"/></font>"
    let fonts = looks.map {
      "<font>\($0.isBold ? "<b/>" : "")<sz val=\"\($0.size)\"/><color rgb=\"FF\($0.ink)\"/>" + font
    }
    let grounds = looks.map { look in
      look.ground.map {
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF\($0)\"/><bgColor indexed=\"64\"/>"
          + "</patternFill></fill>"
      } ?? "<fill><patternFill patternType=\"none\"/></fill>"
    }
    let line = "style=\"thin\"><color rgb=\"FF9AA7B0\"/>"
    let sides = ["left", "right", "top", "bottom"].map { "<\($0) \(line)</\($0)>" }.joined()
    let cells = looks.enumerated().map { index, look in
      "<xf numFmtId=\"\(look.isDay ? 164 : 0)\" fontId=\"\(index + 1)\" fillId=\"\(index + 2)\" "
        + "borderId=\"\(look.hasBorder ? 1 : 0)\" xfId=\"0\" applyNumberFormat=\"1\" "
        + "applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
        + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
    }
    return xml(
      "<styleSheet xmlns=\"\(main)\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
        + "formatCode=\"[$-40C]dd/mm/yyyy\"/></numFmts><fonts count=\"\(looks.count + 1)\">"
        + "<font><sz val=\"9\"/>\(font)\(fonts.joined())</fonts>"
        + "<fills count=\"\(looks.count + 2)\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill>\(grounds.joined())</fills>"
        + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
        + "<border>\(sides)<diagonal/></border></borders><cellStyleXfs count=\"1\">"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"\(looks.count + 1)\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
        + "borderId=\"0\" xfId=\"0\"/>\(cells.joined())</cellXfs><cellStyles count=\"1\">"
        + "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>")
  }()

  /// By the name of a look, its number in the list.
  static let styleNumbers = Dictionary(
    zip(CellLook.all.map(\.name), 1...), uniquingKeysWith: { first, _ in first })
}

extension Sheet {
  /// Where its cells are, from the names of its columns down: `$A$1:$F$20`.
  private var dataRange: String {
    let last = CellName.column(max(0, columns.count - 1))
    return "$A$\(headingRows):$\(last)$\(headingRows + rows.count)"
  }

  /// What Excel finds by name: rows and columns that stand on each page, cells that are filtered.
  fileprivate var names: [(name: String, isHidden: String, range: String)] {
    let own = "'\(name.replacing("'", with: "''"))'!"
    var titles = "\(own)$1:$\(headingRows)"
    if repeatedColumns > 0 {
      titles = "\(own)$A:$\(CellName.column(repeatedColumns - 1)),\(titles)"
    }
    let filter = ("_FilterDatabase", " hidden=\"1\"", own + dataRange)
    return (hasFilter ? [filter] : []) + [("Print_Titles", "", titles)]
  }
}
