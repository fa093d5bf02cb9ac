// Rows that say the same.
extension TableRows {
  /// Keeps the first of rows whose understood cells are the same, below the same palier and axis.
  mutating func joinRepeated() {
    // By the hash of what a row says: to keep what ten thousand say would take as much as the table.
    var places: [Int: Int] = [:]
    var numbers: [[Int]] = []
    var kept: [(row: ImportRow, above: [String])] = []
    var above = ["", ""]
    let own = own
    for row in rows {
      if kind == .indicateurs {
        above[0] = row.word("axe")?.headerName ?? above[0]
        above[1] =
          row.word("palier")?.headerName ?? (row["indicateur"] == nil ? "" : above[1])
      }
      let said = said(row, own, above)
      var slot = said.hashValue
      var isRepeated = false
      while !isRepeated, let place = places[slot] {
        isRepeated = self.said(kept[place].row, own, kept[place].above) == said
        if isRepeated, own.contains(where: { row.word($0) != nil }) {
          numbers[place].append(row.number)
        } else {
          isRepeated = false
          slot &+= 1
        }
      }
      if isRepeated { continue }
      places[slot] = numbers.count
      numbers.append([row.number])
      kept.append((row, above))
    }
    rows = kept.map(\.row)
    repeated = numbers.filter { $0.count > 1 }
  }

  /// The columns that a row says by itself: what a merged cell leaves to the row above is said there.
  private var own: [String] {
    kind.columns.map(\.name).filter { kind != .indicateurs || !["axe", "palier"].contains($0) }
  }

  private func said(_ row: ImportRow, _ own: [String], _ above: [String]) -> [String] {
    above + own.map { row.word($0)?.headerName ?? "" }
  }
}
