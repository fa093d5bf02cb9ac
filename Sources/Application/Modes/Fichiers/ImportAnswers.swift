/// What was answered about tables, kept while a démarche is open in this window.
///
/// A file that is corrected and brought in again is asked nothing twice, nor, once it came in, is one of
/// the same columns under another name; another window, or the next day, asks anew: a word may mean something
/// else there.
struct ImportAnswers: Sendable {
  private struct Kept: Sendable {
    let row: ImportPreview.Row
    let table: ImportedTable
    /// Whether the table came in with it: what was given up serves the same file alone.
    let isConfirmed: Bool
  }

  private var kept: [Kept] = []

  /// None, or those about the table that a new démarche is made for.
  init(of card: ImportPreview? = nil) {
    guard let card, card.goal != .open else { return }
    keep(card, isConfirmed: true)
  }

  /// What was answered about the file of this name, and about tables of the same columns.
  ///
  /// Of a sheet as a whole, what was given up is proposed again, and not taken.
  func rows(of table: ImportedTable) -> [ImportPreview.Row] {
    kept.filter { Self.isAbout($0, table) }.map { kept in
      var row = kept.row
      row.isKept = true
      row.isTaken = kept.isConfirmed || !row.asked.isOfSheet
      return row
    }
  }

  /// Keeps the answers that were given in a preview.
  mutating func keep(_ card: ImportPreview, isConfirmed: Bool = false) {
    let here = Set(card.rows.map(\.asked.id))
    kept.removeAll {
      here.contains($0.row.asked.id) && Self.isAbout($0, card.table)
    }
    kept += card.rows.filter(\.isTaken).map {
      Kept(row: $0, table: card.table, isConfirmed: isConfirmed)
    }
  }

  private static func isAbout(_ kept: Kept, _ other: ImportedTable) -> Bool {
    let one = kept.table
    guard one.kind == other.kind else { return false }
    let isSameFile = one.source.lastPathPart == other.source.lastPathPart
    if kept.row.asked.isOfSheet { return isSameFile && one.sheet == other.sheet }
    return isSameFile || kept.isConfirmed && !one.headings.isEmpty && one.headings == other.headings
  }
}
