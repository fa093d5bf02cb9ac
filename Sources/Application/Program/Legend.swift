import TerminalUI

/// What the signs of a screen mean, in words.
enum Legend {
  typealias Line = [Marks.Mark]

  /// Draws the marks that fit, none cut.
  static func draw(
    _ line: Line, in row: Rect, ink: Style.Ink = .text, ground: Style.Ground = .card,
    on canvas: inout Canvas
  ) {
    var column = row.column
    for mark in line {
      let width = TextWidth.columns(of: mark.word) + 2
      guard column + width <= row.endColumn else { return }
      canvas.draw(mark.sign, at: column, row.row, Style(mark.ink, on: ground, .bold))
      column = canvas.draw(mark.word, at: column + 2, row.row, Style(ink, on: ground)) + 3
    }
  }
}
