/// What every spreadsheet of OpenDocument says beside its cells: what stays in sight, how cells
/// look, how it comes on paper.
enum WorkbookStyles {
  static let declarations = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3"
    """

  static func meta(title: String) -> String {
    "<office:meta><meta:generator>Palier</meta:generator><dc:title>\(XMLText.escaped(title))"
      + "</dc:title><dc:language>fr-FR</dc:language></office:meta>\n"
  }

  /// What all cells begin with.
  static let usual = """
    <office:styles><style:default-style style:family="table-cell">\
    <style:table-cell-properties style:decimal-places="2"/>\
    <style:text-properties fo:font-family="'Liberation Sans', Arial, sans-serif" \
    fo:font-size="9pt" fo:language="fr" fo:country="FR"/></style:default-style>\
    <style:style style:name="Default" style:family="table-cell"/></office:styles>

    """

  /// The panes that stay in sight, in each sheet.
  static func settings(of sheets: [Sheet]) -> String {
    var text = """
      <office:settings><config:config-item-set config:name="ooo:view-settings">\
      <config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>\
      <config:config-item config:name="ViewId" config:type="string">view1</config:config-item>\
      <config:config-item-map-named config:name="Tables">
      """
    for sheet in sheets {
      text +=
        "<config:config-item-map-entry config:name=\"\(XMLText.escaped(sheet.name))\">"
        + frozen("Horizontal", "Right", sheet.frozenColumns)
        + frozen("Vertical", "Bottom", sheet.headingRows)
        + item("ActiveSplitRange", "short", sheet.frozenColumns > 0 ? 3 : 2)
        + "</config:config-item-map-entry>"
    }
    return text
      + "</config:config-item-map-named></config:config-item-map-entry>"
      + "</config:config-item-map-indexed></config:config-item-set></office:settings>\n"
  }

  private static func frozen(_ side: String, _ end: String, _ count: Int) -> String {
    item("\(side)SplitMode", "short", count > 0 ? 2 : 0)
      + item("\(side)SplitPosition", "int", count) + item("Position\(end)", "int", count)
  }

  private static func item(_ name: String, _ type: String, _ value: Int) -> String {
    "<config:config-item config:name=\"\(name)\" config:type=\"\(type)\">\(value)"
      + "</config:config-item>"
  }

  static func automatic(_ sheets: [Sheet], _ layouts: [PrintLayout]) -> String {
    var text = "<office:automatic-styles>" + cells
    for (index, (sheet, layout)) in zip(sheets, layouts).enumerated() {
      text += page(index, layout)
      for (column, one) in sheet.columns.enumerated() {
        let isFirst = layout.breaks.contains(column)
        text +=
          "<style:style style:name=\"co\(index)-\(column)\" style:family=\"table-column\">"
          + "<style:table-column-properties style:column-width=\"\(one.width)mm\""
          + (isFirst ? " fo:break-before=\"page\"" : "") + "/></style:style>"
      }
    }
    return text + "</office:automatic-styles>\n"
  }

  /// The paper of a sheet, and the style that names it.
  private static func page(_ index: Int, _ layout: PrintLayout) -> String {
    let scale =
      layout.scale.map { "style:scale-to=\"\($0)%\"" }
      ?? "style:scale-to-X=\"1\" style:scale-to-Y=\"0\""
    let size = layout.paper.size
    return "<style:page-layout style:name=\"papier\(index)\"><style:page-layout-properties "
      + "fo:page-width=\"\(size.width)mm\" fo:page-height=\"\(size.height)mm\" "
      + "style:first-page-number=\"continue\" style:print-orientation=\"landscape\" fo:margin=\"\(PrintLayout.margin)mm\" \(scale)/>"
      + "<style:footer-style><style:header-footer-properties fo:min-height=\"6mm\" "
      + "fo:margin-top=\"2mm\"/></style:footer-style></style:page-layout>"
      + "<style:style style:name=\"ta\(index)\" style:family=\"table\" "
      + "style:master-page-name=\"Page\(index)\"><style:table-properties table:display=\"true\"/>"
      + "</style:style>"
  }

  /// The pages, each with its number at its foot.
  static func masters(_ foot: String, count: Int) -> String {
    let before = foot.isEmpty ? "" : XMLText.escaped(foot) + " · "
    let pages = (0..<count).map { index in
      "<style:master-page style:name=\"Page\(index)\" style:page-layout-name=\"papier\(index)\">"
        + "<style:header style:display=\"false\"/><style:footer><text:p text:style-name=\"pied\">"
        + "\(before)page <text:page-number>1</text:page-number>/"
        + "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
    }
    return "<office:master-styles>\(pages.joined())</office:master-styles>\n"
  }

  /// The looks of cells by their names.
  private static let cells: String = {
    var text = """
      <number:date-style style:name="N36" number:language="fr" number:country="FR">\
      <number:day number:style="long"/><number:text>/</number:text>\
      <number:month number:style="long"/><number:text>/</number:text>\
      <number:year number:style="long"/></number:date-style>\
      <style:style style:name="pied" style:family="paragraph">\
      <style:paragraph-properties fo:text-align="center"/><style:text-properties \
      fo:font-size="8pt" fo:color="#444444"/></style:style>
      """
    for look in CellLook.all {
      let ground = look.ground.map { " fo:background-color=\"#\($0)\"" } ?? ""
      let border = look.hasBorder ? " fo:border=\"0.25pt solid #9AA7B0\"" : ""
      let data = look.isDay ? " style:data-style-name=\"N36\"" : ""
      text +=
        "<style:style style:name=\"\(look.name)\" style:family=\"table-cell\" "
        + "style:parent-style-name=\"Default\"\(data)>"
        + "<style:table-cell-properties\(ground)\(border) fo:wrap-option=\"wrap\" "
        + "style:vertical-align=\"top\" fo:padding=\"0.7mm\"/>"
        + "<style:text-properties fo:color=\"#\(look.ink)\" fo:font-size=\"\(look.size)pt\""
        + (look.isBold ? " fo:font-weight=\"bold\"" : "") + "/></style:style>"
    }
    return text
  }()
}
