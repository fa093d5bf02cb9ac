import DPES

/// A workbook as Excel writes it: a ZIP of parts that name each other by relations.
struct XLSXReader {
  let sheets: [WorkbookFile.Sheet]
  private let paths: [String]
  private let archive: ZipArchive
  private let cells: XLSXCells

  /// Reads all but the sheets.
  ///
  /// - Complexity: O(bytes of the shared texts and styles).
  init(_ archive: ZipArchive) throws(OfficeFault) {
    let root = try Relations(of: "", in: archive)
    guard let workbook = root.all.first(where: { $0.type.hasSuffix("/officeDocument") }),
      archive.has(workbook.path)
    else { throw OfficeFault.foreign }
    let relations = try Relations(of: workbook.path, in: archive)
    let book = try WorkbookPart(archive.pieces(of: workbook.path))
    guard book.isWorkbook else { throw OfficeFault.foreign }
    let found = book.sheets.compactMap { sheet in
      relations.all.first { $0.id == sheet.relation && $0.type.hasSuffix("/worksheet") }
        .map { (sheet, $0.path) }
    }
    sheets = found.map { WorkbookFile.Sheet(name: $0.0.name, isHidden: $0.0.isHidden) }
    paths = found.map(\.1)
    cells = XLSXCells(
      texts: try relations.part("/sharedStrings", in: archive).map(XLSXTexts.all) ?? [],
      formats: try relations.part("/styles", in: archive).map(XLSXStyles.formats) ?? [],
      since1904: book.since1904)
    self.archive = archive
  }

  /// - Complexity: O(bytes of the sheet).
  func grid(at index: Int) throws(OfficeFault) -> Grid {
    var sheet = try SheetPart(archive.pieces(of: paths[index]), cells)
    return try sheet.grid()
  }
}

/// What a part leads to.
private struct Relations {
  struct Relation {
    var id = ""
    var type = ""
    var path = ""
  }

  private enum Name: String, CaseIterable { case relationship = "Relationship" }

  private(set) var all: [Relation] = []

  /// Of a part by its path, of the whole archive for an empty one.
  init(of path: String, in archive: ZipArchive) throws(OfficeFault) {
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let (folder, name) = (String(path[..<cut]), path[cut...])
    let own = "\(folder)_rels/\(name).rels"
    guard archive.has(own) else { return }
    var reader = try XMLReader(archive.pieces(of: own), Name.self)
    while true {
      let event = try reader.next()
      if event == .finished { return }
      guard event == .start(.relationship), let target = try reader.attribute("Target"),
        reader.raw("TargetMode")?.elementsEqual("External".utf8) != true
      else { continue }
      all.append(
        Relation(
          id: try reader.attribute("Id") ?? "", type: try reader.attribute("Type") ?? "",
          path: Self.path(target, from: folder)))
    }
  }

  func part(_ type: String, in archive: ZipArchive) throws(OfficeFault) -> ZipPieces? {
    guard let relation = all.first(where: { $0.type.hasSuffix(type) }), archive.has(relation.path)
    else { return nil }
    return try archive.pieces(of: relation.path)
  }

  /// From the root of the archive, whatever the folder that names it.
  private static func path(_ target: String, from folder: String) -> String {
    let target = target.replacing("\\", with: "/")
    let whole = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in whole.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The names of the sheets, and how days are counted.
private struct WorkbookPart {
  struct Sheet {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private enum Name: String, CaseIterable { case workbook, workbookPr, sheet }

  private(set) var sheets: [Sheet] = []
  private(set) var since1904 = false
  private(set) var isWorkbook = false

  init(_ part: ZipPieces) throws(OfficeFault) {
    var reader = try XMLReader(part, Name.self)
    while true {
      switch try reader.next() {
      case .start(.workbook): isWorkbook = true
      case .start(.workbookPr):
        since1904 = ["1", "true"].contains(try reader.attribute("date1904"))
      case .start(.sheet):
        let state = try reader.attribute("state")
        sheets.append(
          Sheet(
            name: try reader.attribute("name") ?? "", relation: try reader.attribute("id") ?? "",
            isHidden: state == "hidden" || state == "veryHidden"))
      case .finished: return
      default: break
      }
    }
  }
}

/// The formats of cells, by the number that a cell gives.
private enum XLSXStyles {
  private enum Name: String, CaseIterable { case numFmt, cellXfs, xf }

  static func formats(_ part: ZipPieces) throws(OfficeFault) -> [CellFormat] {
    var reader = try XMLReader(part, Name.self)
    var codes: [Int: CellFormat] = [:]
    var formats: [CellFormat] = []
    var isInside = false
    while true {
      switch try reader.next() {
      case .start(.numFmt):
        if let id = reader.count("numFmtId"), let code = try reader.attribute("formatCode") {
          codes[id] = CellFormat(code: code)
        }
      case .start(.cellXfs): isInside = true
      case .end(.cellXfs): isInside = false
      case .start(.xf) where isInside:
        let id = reader.count("numFmtId") ?? 0
        formats.append(codes[id] ?? CellFormat(builtIn: id) ?? .number)
      case .finished: return formats
      default: break
      }
    }
  }
}
