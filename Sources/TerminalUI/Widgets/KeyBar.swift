/// The keys that do something now, on one line: what matters less leaves first when it is narrow.
package struct KeyBar: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    /// As it is written on the keyboard: `n`, `Entrée`, `r o v`.
    package var key: String
    package var text: String
    /// The higher, the longer it stays.
    package var importance: Int

    package init(_ key: String, _ text: String, importance: Int = 0) {
      self.key = key
      self.text = text
      self.importance = importance
    }
  }

  package var items: [Item]
  /// Blank columns on each side.
  package var margin: Int

  package init(_ items: [Item], margin: Int = 1) {
    self.items = items
    self.margin = margin
  }

  /// The columns that all the items take.
  package var columns: Int { columns(of: items.map(width)) }

  /// The items that fit, from left to right, each with the columns it takes in the area.
  ///
  /// None is ever cut: among those of the least importance, the rightmost is left out.
  package func placedItems(in area: Rect) -> [(index: Int, columns: Range<Int>)] {
    let widths = items.map(width)
    var shown = Array(items.indices)
    var total = columns(of: widths)
    while total > area.width,
      let last = shown.indices.min(by: {
        (items[shown[$0]].importance, -$0) < (items[shown[$1]].importance, -$1)
      })
    {
      total -= widths[shown.remove(at: last)] + Self.gap
    }
    var next = area.column + margin
    return shown.map { index in
      defer { next += widths[index] + Self.gap }
      return (index, next..<next + widths[index])
    }
  }

  /// Draws the bar on the first row of an area.
  package func draw(on canvas: inout Canvas, in area: Rect, ground: Style.Ground = .bar) {
    var area = area
    let row = area.takeTop(1)
    canvas.fill(row, .space, Style(.text, on: ground))
    guard !row.isEmpty else { return }
    for (index, columns) in placedItems(in: row) {
      let text = canvas.draw(
        items[index].key, at: columns.lowerBound, row.row, Style(.accent, on: ground, .bold))
      canvas.draw(items[index].text, at: text + 1, row.row, Style(.text, on: ground))
    }
  }

  /// The item at a position of the area that the bar is drawn in.
  package func item(at position: Position, in area: Rect) -> Int? {
    guard position.row == area.row else { return nil }
    return placedItems(in: area).first { $0.columns.contains(position.column) }?.index
  }

  private func width(of item: Item) -> Int {
    TextWidth.columns(of: item.key) + 1 + TextWidth.columns(of: item.text)
  }

  private func columns(of widths: [Int]) -> Int {
    widths.reduce(2 * margin - Self.gap) { $0 + $1 + Self.gap }
  }

  private static let gap = 2
}
