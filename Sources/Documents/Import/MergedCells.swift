// Cells that are one down several rows: each of these rows says what the first does.
extension Grid {
  /// Columns of which one cell may be several rows'; what says who or what a row is stays its own.
  private static let shared: Set = [
    "axe", "statut", "auteur", "priorite", "college", "organisme", "implication", "palier",
    "echeance", "indicateur", "nature", "cible", "unite", "responsable", "periode", "valeur",
    "commentaire", "date", "piece", "motif",
  ]

  /// What a cell says whose formula was never worked out, where a row is known by it.
  static let missingResult = "#FORMULE!"
  /// Columns whose cells are otherwise those of the row above, or another's.
  private static let knowing: Set = ["axe", "palier", "indicateur", "texte", "initiales", "nom"]

  /// Writes where a formula has no result that it has none, so that another row's is not taken.
  private func markMissing(in rows: inout [Row], _ headers: Headers) {
    for cell in missing {
      let (number, place) = (cell.rows.lowerBound, cell.columns.lowerBound)
      guard let column = headers.column(at: place), Self.knowing.contains(column) else { continue }
      let index = rows.partition(before: number)
      // A row of nothing else is none.
      guard index < rows.count, rows[index].number == number else { continue }
      while rows[index].fields.count <= place { rows[index].fields.append("") }
      rows[index].fields[place] = Self.missingResult
    }
  }

  /// Its rows below the titles, each with what the cells say that are one with one above, and which of
  /// them have their axis so.
  ///
  /// - Complexity: O(rows + merged cells × log rows + cells that they cover).
  func rowsBelow(_ index: Int, _ headers: Headers) -> (rows: [Row], givenAxes: Set<Int>) {
    var rows = Array(rows.dropFirst(index + 1))
    markMissing(in: &rows, headers)
    var givenAxes: Set<Int> = []
    guard let first = rows.first?.number, !merged.isEmpty else { return (rows, givenAxes) }
    var left = GridBuilder.placeLimit
    for area in merged where area.rows.lowerBound >= first {
      let place = area.columns.lowerBound
      guard let column = headers.column(at: place), Self.shared.contains(column) else { continue }
      let top = rows.partition(before: area.rows.lowerBound)
      guard top < rows.count, rows[top].number == area.rows.lowerBound,
        rows[top].isFilled(at: place)
      else { continue }
      var below = top + 1
      while below < rows.count, rows[below].number <= area.rows.upperBound, left > 0 {
        if !rows[below].isFilled(at: place) {
          while rows[below].fields.count <= place { rows[below].fields.append("") }
          rows[below].fields[place] = rows[top].fields[place]
          if column == "axe" { givenAxes.insert(rows[below].number) }
        }
        (below, left) = (below + 1, left - 1)
      }
    }
    return (rows, givenAxes)
  }
}
