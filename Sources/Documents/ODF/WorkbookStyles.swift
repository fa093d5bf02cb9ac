/// What every spreadsheet begins with: namespaces, what stays in sight, how cells look.
enum WorkbookStyles {
  static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
    xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3" \
    office:mimetype="application/vnd.oasis.opendocument.spreadsheet">

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

  /// A4 on its side, as wide as the sheet.
  static let pages = """
    <office:master-styles><style:master-page style:name="Default" \
    style:page-layout-name="page"/></office:master-styles>

    """

  /// The looks of cells by their names; contrasts are 7 and above.
  static let cells: String = {
    var text = """
      <number:date-style style:name="N36" number:language="fr" number:country="FR">\
      <number:day number:style="long"/><number:text>/</number:text>\
      <number:month number:style="long"/><number:text>/</number:text>\
      <number:year number:style="long"/></number:date-style>\
      <style:page-layout style:name="page"><style:page-layout-properties \
      fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" \
      fo:margin="10mm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>\
      <style:style style:name="ta" style:family="table" style:master-page-name="Default">\
      <style:table-properties table:display="true"/></style:style>
      """
    let looks: [(name: String, ground: String?, ink: String, bold: Bool)] = [
      ("texte", nil, "#111111", false), ("titre", nil, "#111111", true),
      ("groupe", "#1F3A4D", "#FFFFFF", true), ("entete", "#DCE6EC", "#111111", true),
      ("axe", "#EEF2F5", "#111111", true), ("rouge", "#FBE3E1", "#7A0C0C", true),
      ("orange", "#FDEBCF", "#6B3700", true), ("vert", "#E1F2DF", "#0B4A1E", true),
      ("gris", "#F1F1F1", "#444444", false), ("jour", nil, "#111111", false),
    ]
    for look in looks {
      let ground = look.ground.map { " fo:background-color=\"\($0)\"" } ?? ""
      let border = look.name == "titre" ? "" : " fo:border=\"0.25pt solid #9AA7B0\""
      let data = look.name == "jour" ? " style:data-style-name=\"N36\"" : ""
      text +=
        "<style:style style:name=\"\(look.name)\" style:family=\"table-cell\"\(data)>"
        + "<style:table-cell-properties\(ground)\(border) fo:wrap-option=\"wrap\" "
        + "style:vertical-align=\"top\" fo:padding=\"1mm\"/>"
        + "<style:text-properties fo:color=\"\(look.ink)\" "
        + "fo:font-size=\"\(look.name == "titre" ? 14 : 10)pt\""
        + (look.bold ? " fo:font-weight=\"bold\"" : "") + "/></style:style>"
    }
    return text
  }()
}
