extension Canvas {
  /// Writes one symbol of the interface.
  package mutating func put(
    _ symbol: Symbol, at column: Int, _ row: Int, _ style: Style = .line
  ) {
    put(symbols[symbol], at: column, row, style)
  }

  /// Draws a line of `length` columns to the right.
  package mutating func drawHorizontal(
    _ symbol: Symbol = .horizontal, at column: Int, _ row: Int, length: Int, _ style: Style = .line
  ) {
    fill(Rect(column: column, row: row, width: length, height: 1), symbols[symbol], style)
  }

  /// Draws a line of `length` rows down.
  package mutating func drawVertical(
    _ symbol: Symbol = .vertical, at column: Int, _ row: Int, length: Int, _ style: Style = .line
  ) {
    fill(Rect(column: column, row: row, width: 1, height: length), symbols[symbol], style)
  }

  /// Draws a round-cornered frame along the edge of an area, and returns the area inside.
  ///
  /// An area without room for an inside is left as it is, and so returned.
  @discardableResult
  package mutating func drawFrame(_ area: Rect, _ style: Style = .line) -> Rect {
    guard area.width > 2, area.height > 2 else { return area }
    let (right, bottom) = (area.endColumn - 1, area.endRow - 1)
    drawHorizontal(at: area.column + 1, area.row, length: area.width - 2, style)
    drawHorizontal(at: area.column + 1, bottom, length: area.width - 2, style)
    drawVertical(at: area.column, area.row + 1, length: area.height - 2, style)
    drawVertical(at: right, area.row + 1, length: area.height - 2, style)
    put(.roundTopLeft, at: area.column, area.row, style)
    put(.roundTopRight, at: right, area.row, style)
    put(.roundBottomLeft, at: area.column, bottom, style)
    put(.roundBottomRight, at: right, bottom, style)
    return area.inset(columns: 1, rows: 1)
  }

  /// Draws where a window of `visible` rows stands among `total`, as a thumb on a one-column track.
  ///
  /// Draws nothing when everything is visible.
  package mutating func drawScrollbar(
    _ area: Rect, first: Int, visible: Int, total: Int, on ground: Style.Ground = .base
  ) {
    guard area.height > 0, visible > 0, total > visible else { return }
    let length = max(1, area.height * visible / total)
    let lastFirst = total - visible
    let start = (area.height - length) * min(max(first, 0), lastFirst) / lastFirst
    drawVertical(
      .scrollTrack, at: area.column, area.row, length: area.height, Style(.line, on: ground))
    drawVertical(
      .scrollThumb, at: area.column, area.row + start, length: length, Style(.faint, on: ground))
  }
}
