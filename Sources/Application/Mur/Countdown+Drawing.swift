import TerminalUI

extension Countdown {
  /// Draws the time left, as large as the area allows, and what is to be known of it.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let text = text(at: state.environment.uptime)
    let words =
      switch phase {
      case .over: "Le temps est écoulé"
      case .running: ""
      case .waiting:
        state.salle?.isFollower == true ? "En attente" : "En attente\u{A0}: Entrée lance"
      }
    let style = Style(phase == .over ? .orange : .text, .bold)
    let figures = Figures(text, in: area.size, letters: state.letters, canvas.symbols)
    var rest = area
    _ = rest.takeTop((area.height - figures.size.height - 2) / 2)
    let top = rest.takeTop(figures.size.height)
    let column = area.column + max(0, area.width - figures.size.width) / 2
    figures.draw(at: column, top.row, style, on: &canvas)
    _ = rest.takeTop(1)
    canvas.draw(
      words, at: area.column + max(0, area.width - TextWidth.columns(of: words)) / 2, rest.row,
      phase == .over ? style : .faint, upTo: area.endColumn)
  }

  /// The figures, in the largest letters that there is room for, or plain.
  private struct Figures {
    let text: String
    let size: Size
    private let drawn: (letters: Letters, scale: Int)?

    init(_ text: String, in room: Size, letters: Letters?, _ symbols: SymbolSet) {
      self.text = text
      // ASCII has no quarters of a cell.
      let scales = symbols == .ascii ? [4, 2] : [4, 2, 1]
      if let letters, let columns = letters.columns(of: text),
        let scale = scales.first(where: {
          columns * $0 <= room.width && Letters.rows * $0 + 2 <= room.height
        })
      {
        drawn = (letters, scale)
        size = Size(columns * scale, Letters.rows * scale)
      } else {
        drawn = nil
        size = Size(TextWidth.columns(of: text), 1)
      }
    }

    func draw(at column: Int, _ row: Int, _ style: Style, on canvas: inout Canvas) {
      if let drawn {
        canvas.draw(text, in: drawn.letters, at: column, row, scale: drawn.scale, style)
      } else {
        canvas.draw(text, at: column, row, style)
      }
    }
  }
}
