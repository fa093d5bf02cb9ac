import DPES
import TerminalUI

/// The arbre of the four axes, drawn: on the screen and on the wall, with the names and levels of the
/// axes in the corners, and what the letters are.
enum ArbreView {
  static func draw(
    _ looks: [ArbreLook], _ state: State, _ avancement: Avancement, in area: Rect,
    on canvas: inout Canvas
  ) {
    var rest = area
    let top = rest.takeTop(1)
    let legend = Self.legend(looks, state.environment.symbols)
    let bottom = rest.takeBottom(1)
    let corners = Axe.allCases.map { axe in
      let name = Style(.accent, axe == state.schema.axe ? [.bold, .underline] : .bold)
      return [
        Span(axe.nomCourt, name),
        Span("  \(PalierWords.level(avancement[axe]))", .faint),
      ]
    }
    // Between the lower corners where there is room, else above them.
    let side = max(corners[2].columns, corners[3].columns)
    let shown = legend.first { $0.columns + 6 <= area.width - 2 * side }
    let row = shown == nil ? rest.takeBottom(1) : bottom
    let told = shown ?? legend[0]
    told.draw(
      at: row.column + (row.width - told.columns) / 2, row.row, upTo: row.endColumn, on: &canvas)
    ArbreFigure(looks, avancement, state, in: rest).draw(on: &canvas)
    for (index, spans) in corners.enumerated() {
      let row = index < 2 ? top : bottom
      let isLeft = index % 2 == 0
      let told = isLeft ? spans : [Span("\(spans[1].text.dropFirst(2))  ", .faint), spans[0]]
      told.draw(
        at: isLeft ? row.column : row.endColumn - told.columns, row.row, upTo: row.endColumn,
        on: &canvas)
    }
  }

  /// What the letters and the lines are: with the months, then without.
  private static func legend(_ looks: [ArbreLook], _ symbols: SymbolSet) -> [[Span]] {
    [true, false].map { isWhole in
      looks.enumerated().map { index, look in
        Span(
          (index == 0 ? "" : "   ") + "\(look.letter) \(look.line.sample(symbols)) \(look.name)"
            + (isWhole ? look.detail : ""), Style(look.ink, .bold))
      }
    }
  }
}
