import DPES

// Rows of one cell, which a table has among others: notes, titles of several actions, totals.
extension Importation {
  /// Under which answers about a title that stands alone are kept: empty to leave its row aside.
  package static let loneTitle = "ligne-seule"

  /// Whether a row of one cell is not one of the table's: it was said to be left aside, or its axis is of
  /// the rows below.
  ///
  /// - Throws: Where nobody said what it is.
  mutating func isAlone(_ row: ImportRow) throws(Reason) -> Bool {
    if let text = row.loneText("axe") { return try isAlone(row, axe: text) }
    guard bareTitles.contains(row.number), let name = row.title("palier") else { return false }
    guard row.choices.explains(name, in: Self.loneTitle) else { throw .bareTitle(name) }
    guard row.choices.meaning(of: name, in: Self.loneTitle).isEmpty else { return false }
    leave(row)
    return true
  }

  private mutating func isAlone(_ row: ImportRow, axe text: String) throws(Reason) -> Bool {
    let axe: Axe?
    do throws(Reason) { axe = try row.axe() } catch { throw .loneWord(text) }
    guard row.choices.explains(text, in: "axe") else { return false }
    guard let axe else {
      leave(row)
      return true
    }
    (lastAxe, lastPalier) = (axe, nil)
    return kind == .indicateurs
  }

  private mutating func leave(_ row: ImportRow) {
    leftOut.append(row.number)
    lastPalier = nil
  }

  /// Finds rows that say a palier's title alone, where others say more: those that look like something
  /// else are asked about, the others are told.
  mutating func findBareTitles(_ rows: [ImportRow]) {
    var (bare, others): ([(row: Int, title: String)], Bool) = ([], false)
    for (place, row) in rows.enumerated() {
      guard let title = row.title("palier") else { continue }
      let next = place + 1 < rows.count ? rows[place + 1] : nil
      // Its indicators stand below it.
      let isAbove = next.map { $0["palier"] == nil && $0["indicateur"] != nil } ?? false
      if row.loneText("palier") == nil || isAbove {
        others = others || row.filled.count > 1
      } else if paliers.places(of: title.foldedTitle).isEmpty {
        bare.append((row.number, title))
      }
    }
    guard others, let words = rows.first?.words else { return }
    let aside = bare.filter { words.isAside($0.title) }
    bareTitles = Set(aside.map(\.row))
    let told = bare.filter { !bareTitles.contains($0.row) }
    if !told.isEmpty { notices.append(.bareTitles(rows: told.map(\.row), told.map(\.title))) }
  }
}

extension ImportRow {
  /// What the cell of a column says where it is the only one of its row.
  func loneText(_ column: String) -> String? {
    let own = ownFilled
    guard own.count == 1, own.first == place(of: column) else { return nil }
    return word(column)
  }
}
