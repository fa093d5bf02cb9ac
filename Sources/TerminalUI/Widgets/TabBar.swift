/// The screens on one line, the active one as a filled badge.
///
/// Where room lacks they stand closer, then titles become short, then only numbers but for the active
/// one, which is always there, and cut only when it is alone.
package struct TabBar: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    /// The key that leads to it.
    package var key: String
    package var title: String
    package var shortTitle: String

    package init(key: String, title: String, shortTitle: String) {
      self.key = key
      self.title = title
      self.shortTitle = shortTitle
    }
  }

  package var tabs: [Tab]
  package var active: Int

  package init(_ tabs: [Tab], active: Int) {
    self.tabs = tabs
    self.active = active
  }

  /// The tabs that fit, from left to right, each with its text and the columns it takes.
  package func placedTabs(in area: Rect) -> [(index: Int, text: String, columns: Range<Int>)] {
    guard tabs.indices.contains(active), area.width > 0 else { return [] }
    let tellings: [(Int) -> String] = [
      { tabs[$0].key + " " + tabs[$0].title },
      { tabs[$0].key + " " + tabs[$0].shortTitle },
      { $0 == active ? tabs[$0].key + " " + tabs[$0].shortTitle : tabs[$0].key },
    ]
    for telling in tellings {
      let texts = tabs.indices.map { (index: $0, text: " " + telling($0) + " ") }
      for gap in [Self.gap, 0] {
        let placed = place(texts, from: area.column + gap, gap: gap)
        if let last = placed.last, last.columns.upperBound <= area.endColumn { return placed }
      }
    }
    let alone = " " + tabs[active].key + " " + tabs[active].shortTitle + " "
    return place([(active, TextWidth.truncated(alone, to: area.width))], from: area.column, gap: 0)
  }

  private func place(
    _ texts: [(index: Int, text: String)], from start: Int, gap: Int
  ) -> [(index: Int, text: String, columns: Range<Int>)] {
    var next = start
    return texts.map { index, text in
      let start = next
      next += TextWidth.columns(of: text)
      defer { next += gap }
      return (index, text, start..<next)
    }
  }

  /// Draws the tabs on the first row of an area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    canvas.fill(Rect(column: area.column, row: area.row, width: area.width, height: 1))
    for tab in placedTabs(in: area) {
      let style: Style = tab.index == active ? .title.with(.reverse) : .faint
      canvas.draw(tab.text, at: tab.columns.lowerBound, area.row, style)
    }
  }

  /// The tab at a position of the area that the bar is drawn in.
  package func tab(at position: Position, in area: Rect) -> Int? {
    guard position.row == area.row else { return nil }
    return placedTabs(in: area).first { $0.columns.contains(position.column) }?.index
  }

  /// Columns before the first tab and between two, where there is room.
  private static let gap = 1
}
