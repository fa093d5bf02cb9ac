/// A workbook as LibreOffice writes it: one part holds all sheets.
struct ODSReader {
  enum Name: String, CaseIterable {
    case spreadsheet, table, style, p, s, tab, annotation, frame, g, note, connector, caption,
      measure, control, scene, circle, ellipse, rect, line, path
    case isLocked = "encryption-data"
    case column = "table-column"
    case row = "table-row"
    case cell = "table-cell"
    case covered = "covered-table-cell"
    case properties = "table-properties"
    case tracked = "tracked-changes"
    case lineBreak = "line-break"
    case spoken = "ruby-text"
    case shape = "custom-shape"
    case polygon, polyline
    case regular = "regular-polygon"

    /// What stands beside the text of a cell.
    var isAside: Bool {
      switch self {
      case .annotation, .frame, .g, .note, .connector, .caption, .measure, .control, .scene,
        .circle, .ellipse, .rect, .line, .path, .spoken, .shape, .polygon, .polyline, .regular,
        .table:
        true
      default: false
      }
    }
  }

  private(set) var sheets: [WorkbookFile.Sheet] = []
  private(set) var grids: [Grid] = []

  init(_ archive: ZipArchive) throws(OfficeFault) {
    if archive.has("META-INF/manifest.xml") {
      var manifest = try XMLReader(archive.pieces(of: "META-INF/manifest.xml"), Name.self)
      var event = try manifest.next()
      while event != .finished {
        if event == .start(.isLocked) { throw OfficeFault.password }
        event = try manifest.next()
      }
    }
    try self.init(XMLReader(archive.pieces(of: "content.xml"), Name.self))
  }

  /// Of a workbook in one XML.
  init(flat bytes: [UInt8]) throws(OfficeFault) { try self.init(XMLReader(bytes, Name.self)) }

  /// - Complexity: O(bytes).
  private init(_ reader: XMLReader<Name>) throws(OfficeFault) {
    var reader = reader
    do throws(OfficeFault) { try read(&reader) } catch {
      throw reader.isWhole() ? error : .damaged
    }
  }

  private mutating func read(_ reader: inout XMLReader<Name>) throws(OfficeFault) {
    var (style, hiddenStyles, isWorkbook) = ("", Set<String>(), false)
    loop: while true {
      switch try reader.next() {
      case .start(.style): style = try reader.attribute("name") ?? ""
      case .start(.properties):
        if try reader.attribute("display") == "false" { hiddenStyles.insert(style) }
      case .start(.spreadsheet): isWorkbook = true
      case .start(.tracked): try reader.skipElement()
      case .start(.table) where isWorkbook:
        let isHidden = hiddenStyles.contains(try reader.attribute("style-name") ?? "")
        let name = try reader.attribute("name") ?? ""
        sheets.append(WorkbookFile.Sheet(name: name, isHidden: isHidden))
        var table = ODSTable(reader)
        grids.append(try table.grid())
        reader = table.reader
      case .finished: break loop
      default: break
      }
    }
    guard isWorkbook else { throw OfficeFault.foreign }
  }
}
