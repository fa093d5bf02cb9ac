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
      let row = rest.takeBottom(1)
      _ = rest.takeBottom(1)
      canvas.draw(
        WallText.line(
          "G réunit à «\u{A0}\(lookalike.texte)\u{A0}», qui lui ressemble", width: row.width),
        at: row.column, row.row, .title, upTo: row.endColumn)
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
