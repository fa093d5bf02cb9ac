extension Canvas {
  /// Draws a card in the middle of an area, with room for a content of a size, and returns the
  /// area of that content.
  ///
  /// The card has a frame with its title, as far as the area allows; in a small area it takes all
  /// of it, in a tiny one it has no frame, and the title no more than the first row.
  package mutating func drawCard(title: String, content: Size, in area: Rect) -> Rect {
    let isFramed = area.width >= 12 && area.height >= 5
    guard isFramed else { return drawBareCard(title: title, in: area) }
    let minimum = min(TextWidth.columns(of: title) + 6, area.width)
    let width = min(max(content.width + 4, minimum), area.width)
    let height = min(max(content.height, 1) + 2, area.height)
    let card = Rect(
      column: area.column + (area.width - width) / 2, row: area.row + (area.height - height) / 2,
      width: width, height: height)
    fill(card, .space, Style(.text, on: .card))
    let inside = drawFrame(card, Style(.line, on: .card))
    if !title.isEmpty {
      draw(
        " " + TextWidth.truncated(title, to: width - 6) + " ", at: card.column + 2, card.row,
        Style(.accent, on: .card, .bold))
    }
    // Until something in it is selected.
    selection = Position(column: card.column + (title.isEmpty ? 0 : 3), row: card.row)
    return inside.inset(columns: 1)
  }

  /// Says on the frame of a card, of which the content's area is known, that more of it lies above
  /// and below: `↓ 3 champs`.
  package mutating func drawBeyond(
    above: String, below: String, of content: Rect, in area: Rect
  ) {
    for (text, symbol, row) in [
      (above, Symbol.arrowUp, content.row - 1), (below, .arrowDown, content.endRow),
    ] where !text.isEmpty && row > area.row - 1 && row < area.endRow {
      let end = content.endColumn
      let start = max(content.column, end - TextWidth.columns(of: text) - 4)
      let style = Style(.accent, on: .card, .bold)
      draw(" ", at: start, row, style, upTo: end)
      put(symbol, at: start + 1, row, style)
      draw(" \(text) ", at: start + 2, row, style, upTo: end)
    }
  }

  private mutating func drawBareCard(title: String, in area: Rect) -> Rect {
    fill(area, .space, Style(.text, on: .card))
    var content = area
    guard !title.isEmpty, area.height > 1 else { return content }
    let heading = content.takeTop(1)
    draw(
      title, at: heading.column, heading.row, Style(.accent, on: .card, .bold),
      upTo: heading.endColumn)
    point(at: heading)
    return content
  }
}
