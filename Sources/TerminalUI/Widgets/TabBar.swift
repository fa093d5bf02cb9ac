/// The screens on one line, the active one as a filled badge.
///
/// Titles are whole from the active one outwards as far as there is room, else short. Where short ones
/// lack room, tabs stand closer, then only their keys stand there but for the active one, which is
/// cut only when it is alone.
package struct TabBar: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    /// The key that leads to it.
    package var key: String
    package var title: String
    package var shortTitle: String
    /// Whether a line stands before it, where there is room.
    package var opensGroup: Bool

    package init(key: String, title: String, shortTitle: String, opensGroup: Bool = false) {
      self.key = key
      self.title = title
      self.shortTitle = shortTitle
      self.opensGroup = opensGroup
    }
  }

  package var tabs: [Tab]
  package var active: Int

  package init(_ tabs: [Tab], active: Int) {
    self.tabs = tabs
    self.active = active
  }

  /// How close tabs stand.
  private enum Spacing {
    /// A blank on both sides of each, and lines between groups.
    case wide
    /// A blank between two, and before the first.
    case close
    /// None before the first.
    case closer
    /// None after the badge either, which is seen by its ground; before it when it is the last.
    case closest
  }

  /// A tab in the line, with its text and the columns it takes.
  package struct Placed: Hashable, Sendable {
    package let index: Int
    package let text: String
    package let columns: Range<Int>
  }

  /// The tabs that fit, from left to right.
  package func placedTabs(in area: Rect) -> [Placed] {
    guard tabs.indices.contains(active), area.width > 0 else { return [] }
    for spacing in [Spacing.wide, .close, .closer, .closest] {
      var texts = tabs.map { "\($0.key) \($0.shortTitle)" }
      guard fits(texts, spacing, in: area) else { continue }
      for index in tabs.indices.sorted(by: { abs($0 - active) < abs($1 - active) }) {
        var longer = texts
        longer[index] = "\(tabs[index].key) \(tabs[index].title)"
        if fits(longer, spacing, in: area) { texts = longer }
      }
      return place(texts, spacing, in: area)
    }
    for spacing in [Spacing.wide, .closer] {
      for title in [tabs[active].title, tabs[active].shortTitle] {
        var texts = tabs.map(\.key)
        texts[active] += " \(title)"
        if fits(texts, spacing, in: area) { return place(texts, spacing, in: area) }
      }
    }
    let alone = " \(tabs[active].key) \(tabs[active].shortTitle) "
    let text = TextWidth.truncated(alone, to: area.width)
    let end = area.column + TextWidth.columns(of: text)
    return [Placed(index: active, text: text, columns: area.column..<end)]
  }

  private func fits(_ texts: [String], _ spacing: Spacing, in area: Rect) -> Bool {
    (place(texts, spacing, in: area).last?.columns.upperBound ?? 0) <= area.endColumn
  }

  private func place(_ texts: [String], _ spacing: Spacing, in area: Rect) -> [Placed] {
    var next = area.column + (spacing == .close ? 1 : 0)
    return texts.enumerated().map { index, text in
      if spacing == .wide, tabs[index].opensGroup { next += Self.groupGap }
      let text = spacing == .wide ? " \(text) " : text
      let start = next
      let end = start + TextWidth.columns(of: text)
      let isTight = spacing == .closest && index == min(active, tabs.count - 2)
      next = end + (spacing == .wide || isTight ? 0 : 1)
      return Placed(index: index, text: text, columns: start..<end)
    }
  }

  /// Draws the tabs on the first row of an area.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    canvas.fill(Rect(column: area.column, row: area.row, width: area.width, height: 1))
    let placed = placedTabs(in: area)
    for (before, tab) in zip(placed, placed.dropFirst())
    where tabs[tab.index].opensGroup && tab.columns.lowerBound == before.columns.upperBound + 2 {
      canvas.put(.vertical, at: tab.columns.lowerBound - 1, area.row, .faint)
    }
    for tab in placed {
      let style: Style = tab.index == active ? .title.with(.reverse) : .faint
      canvas.draw(tab.text, at: tab.columns.lowerBound, area.row, style)
    }
  }

  /// The tab at a position of the area that the bar is drawn in.
  package func tab(at position: Position, in area: Rect) -> Int? {
    guard position.row == area.row else { return nil }
    return placedTabs(in: area).first { $0.columns.contains(position.column) }?.index
  }

  /// Columns between two groups: a blank and a line.
  private static let groupGap = 2
}
