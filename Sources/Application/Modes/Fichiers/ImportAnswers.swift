/// What was answered about tables, kept while a démarche is open in this window.
///
/// A file that is corrected and brought in again is asked nothing twice; another window, or the next
/// day, asks anew: a word may mean something else there.
struct ImportAnswers: Sendable {
  private struct Subject: Hashable, Sendable {
    let name: String
    let kind: ImportedTable.Kind
  }

  private var kept: [Subject: [ImportPreview.Row]] = [:]

  /// None, or those about the table that a new démarche is made for.
  init(of card: ImportPreview? = nil) {
    guard let card, card.goal != .open else { return }
    keep(card)
  }

  /// What was answered about the file of this name.
  subscript(table: ImportedTable) -> [ImportPreview.Row] { kept[Self.subject(table)] ?? [] }

  /// Keeps the answers that were given in a preview.
  mutating func keep(_ card: ImportPreview) {
    kept[Self.subject(card.table)] = card.rows.filter(\.isTaken)
  }

  private static func subject(_ table: ImportedTable) -> Subject {
    Subject(name: table.source.lastPathPart, kind: table.kind)
  }
}
