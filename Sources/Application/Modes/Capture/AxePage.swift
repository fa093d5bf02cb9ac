import DPES
import TerminalUI

/// Which axis? The four names, large.
enum AxePage: WallPage {
  static let name = "axe"
  static let title = "l’axe"

  static func bandeau(_ state: State) -> Bandeau {
    Bandeau(ground: .banner, word: "Quel axe ?", lines: [Capture.told(state)])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    if let lookalike = (state.modes.last as? Capture)?.lookalike {
      let told = "G réunit à «\u{A0}\(lookalike.texte)\u{A0}», qui lui ressemble"
      // What four names leave over.
      let free = max(1, 1 + (area.height - 2) % Axe.allCases.count)
      let lines = WallText.lines(told, width: area.width, maxLines: free)
      let rows = rest.takeBottom(lines.count)
      _ = rest.takeBottom(1)
      for (index, line) in lines.enumerated() {
        canvas.draw(line, at: rows.column, rows.row + index, .title, upTo: rows.endColumn)
      }
    }
    let letters = state.wallLetters
    let height = max(1, rest.height / 4)
    // All in letters of one size.
    let isWide = Axe.allCases.allSatisfy { axe in
      (letters?.columns(of: axe.nomCourt) ?? 0) * 2 + 16 <= area.width
    }
    for axe in Axe.allCases {
      let row = rest.takeTop(height)
      let isLarge = letters != nil && row.height >= Letters.rows
      let key = WallSentence(
        String(axe.lettre), in: Size(12, row.height), letters: isLarge ? letters : nil,
        largest: isWide ? 2 : 1)
      key.draw(in: row, letters: letters, Style(.accent), on: &canvas)
      var names = row
      // Under letters twice as large the keys are twice as wide.
      _ = names.takeLeft(isLarge ? 8 * key.letterRows / Letters.rows : 3)
      let name =
        [axe.nomCourt, axe.motCourt].first { name in
          (isLarge ? letters?.columns(of: name) : TextWidth.columns(of: name)) ?? 0 <= names.width
        } ?? axe.motCourt
      WallSentence(
        name, in: Size(names.width, row.height), letters: isLarge ? letters : nil,
        largest: key.letterRows / Letters.rows
      ).draw(in: names, letters: letters, .text, on: &canvas)
    }
  }

  static func keys(_ state: State) -> [String] { SaisiePage.keys(state) }
}
