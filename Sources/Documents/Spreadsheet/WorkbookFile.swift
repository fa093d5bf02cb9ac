import DPES

/// A workbook of a spreadsheet program, `.xlsx`, `.ods` or `.fods`: its sheets, read when asked for.
package struct WorkbookFile {
  package struct Sheet: Hashable, Sendable {
    package let name: String
    package let isHidden: Bool
  }

  private enum Source {
    case excel(XLSXReader)
    case openDocument(ODSReader)
  }

  private let source: Source

  /// Reads what sheets there are.
  ///
  /// - Complexity: O(bytes), of an `.ods` all its cells.
  package init(_ bytes: [UInt8]) throws(OfficeFault) {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      source = .openDocument(try ODSReader(flat: bytes))
      return
    }
    let archive = try ZipArchive(bytes)
    if archive.has("content.xml") {
      source = .openDocument(try ODSReader(archive))
    } else if archive.has("_rels/.rels") {
      source = .excel(try XLSXReader(archive))
    } else {
      throw .foreign
    }
  }

  package var sheets: [Sheet] {
    switch source {
    case .excel(let reader): reader.sheets
    case .openDocument(let reader): reader.sheets
    }
  }

  /// The cells of a sheet by its name, or of the only one that is shown and has some.
  ///
  /// - Complexity: O(bytes of the sheets that may be meant).
  package func grid(sheet name: String? = nil) throws(OfficeFault) -> Grid {
    var grid: Grid
    let index: Int
    if let name {
      index = try self.index(of: name)
      grid = try self.grid(at: index)
      guard !grid.rows.isEmpty else { throw .empty }
    } else {
      (index, grid) = try onlyGrid()
    }
    grid.name = sheets[index].name
    let others = sheets.indices.filter { $0 != index }
    if !others.isEmpty {
      let remark = Grid.Remark.sheet(
        sheets[index].name, others: others.filter { !sheets[$0].isHidden }.map { sheets[$0].name },
        hidden: others.filter { sheets[$0].isHidden }.map { sheets[$0].name })
      grid.remarks.insert(remark, at: 0)
    }
    return grid
  }

  /// Each sheet with its cells, in their order; an empty one has none.
  ///
  /// - Complexity: O(bytes of all sheets).
  package func grids() throws(OfficeFault) -> [(sheet: Sheet, grid: Grid)] {
    var all: [(sheet: Sheet, grid: Grid)] = []
    for index in sheets.indices { all.append((sheets[index], try grid(at: index))) }
    return all
  }

  private func index(of name: String) throws(OfficeFault) -> Int {
    let exact = sheets.firstIndex { $0.name == name }
    guard let found = exact ?? sheets.firstIndex(where: { $0.name.folded == name.folded }) else {
      throw .unknownSheet(name, known: sheets.map(\.name))
    }
    return found
  }

  private func onlyGrid() throws(OfficeFault) -> (index: Int, grid: Grid) {
    var found: [(index: Int, grid: Grid)] = []
    for index in sheets.indices where !sheets[index].isHidden {
      let grid = try self.grid(at: index)
      if !grid.rows.isEmpty { found.append((index, grid)) }
    }
    guard let first = found.first else { throw .empty }
    guard found.count == 1 else { throw .severalSheets(found.map { sheets[$0.index].name }) }
    return first
  }

  private func grid(at index: Int) throws(OfficeFault) -> Grid {
    switch source {
    case .excel(let reader): try reader.grid(at: index)
    case .openDocument(let reader): reader.grids[index]
    }
  }
}
