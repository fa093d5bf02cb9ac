import DPES

// Rows that leave their palier to a row above, which stands on another axis.
extension Importation {
  /// Under which answers about the palier of such a row are kept, by its indicator.
  package static let emptyPalier = "palier-vide"

  /// The rows, those that leave their palier to one of another axis with what was said of it; the others of
  /// these are refused where they are taken.
  mutating func sayingPaliers(_ rows: [ImportRow]) -> [ImportRow] {
    guard let first = rows.first else { return rows }
    let place = (rows.map(\.width).max() ?? 0).advanced(by: first.width)
    var (axe, last, ended) = (Axe?.none, String?.none, String?.none)
    return rows.map { row in
      let own = Self.readAxe(row)
      if let own, let before = axe, own != before { (ended, last) = (last ?? ended, nil) }
      axe = own ?? axe
      if let name = row.title("palier") {
        (last, ended) = (name, nil)
        return row
      }
      guard last == nil, let above = ended, let axe, let title = row.title("indicateur") else {
        return row
      }
      if let known = row.word("id").flatMap(paliers.place(ofID:)) {
        return row.giving("palier", demarche.schema.paliers[known].intitule, at: place)
      }
      guard row.choices.explains(title, in: Self.emptyPalier) else {
        orphans[row.number] = .emptyPalier(title, above: above, axe)
        return row
      }
      let said = row.choices.meaning(of: title, in: Self.emptyPalier)
      if said.isEmpty { return row }
      last = said
      return row.giving("palier", said, at: place)
    }
  }

  /// Whether a row was said to be of no palier; it is left aside.
  ///
  /// - Throws: Where nobody said of which it is.
  mutating func isOrphan(_ row: ImportRow) throws(Reason) -> Bool {
    if let reason = orphans[row.number] { throw reason }
    guard row.title("palier") == nil, let title = row.title("indicateur"),
      row.choices.explains(title, in: Self.emptyPalier),
      row.choices.meaning(of: title, in: Self.emptyPalier).isEmpty
    else { return false }
    leftOut.append(row.number)
    return true
  }

  /// The axis of a row; nil where it says none, or one that is not read.
  static func readAxe(_ row: ImportRow) -> Axe? {
    do throws(Reason) { return try row.axe() } catch { return nil }
  }
}

extension ImportRow {
  /// Whether its axis was said to be none, so that it is of nothing here.
  var isLeftByAxis: Bool {
    word("axe").map { choices.explains($0, in: "axe") } ?? false
  }
}
