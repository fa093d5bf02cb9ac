import DPES
import TerminalUI

/// Which colour? The three aplats, each with its sentence.
enum CouleurPage: WallPage {
  static let name = "couleur"
  static let title = "la couleur"

  static func bandeau(_ state: State) -> Bandeau {
    var subject: [String] = []
    if case .statut(let axe) = (state.modes.last as? Capture)?.step {
      subject = [axe.nomCourt, axe.motCourt]
    }
    return Bandeau(
      ground: .banner, word: "De quelle couleur ?", subject: subject, lines: [Capture.told(state)])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = Rect(column: 0, row: area.row, width: state.size.width, height: area.height)
    let gap = area.height >= 17 ? 1 : 0
    let height = max(1, (area.height - 2 * gap) / 3)
    for (index, statut) in [Statut.rouge, .orange, .vert].enumerated() {
      // The longest sentence has the rows that a third leaves.
      let spare = statut == .orange ? area.height - 2 * gap - 3 * height : 0
      draw(statut, state, in: rest.takeTop(height + max(0, spare)), on: &canvas)
      if index < 2 { _ = rest.takeTop(gap) }
    }
  }

  static func keys(_ state: State) -> [String] { SaisiePage.keys(state) }

  private static func draw(
    _ statut: Statut, _ state: State, in box: Rect, on canvas: inout Canvas
  ) {
    let mark = state.marks.mark(statut)
    let ground = Statut?.some(statut).bandeauGround
    canvas.lay(box, on: ground)
    var column = box.column + 3
    if box.height >= WallSign.rows, let sign = WallSign(mark.sign) {
      let top = box.row + (box.height - WallSign.rows) / 2
      canvas.draw(sign, at: column, top, Style(.text, on: ground))
      column += WallSign.columns + 2
      if box.height >= Letters.rows, state.size.width >= 80, let letters = state.wallLetters {
        canvas.draw(
          String(statut.lettre), in: letters, at: column, box.row + (box.height - Letters.rows) / 2,
          Style(.text, on: ground))
        column += 7
      }
    } else {
      column =
        canvas.draw(
          "\(mark.sign) \(statut.lettre)", at: column, box.row, Style(.text, on: ground, .bold)) + 2
    }
    let isTight = box.height < 3
    let room = max(1, box.endColumn - 2 - column)
    let lines = TextWidth.wrap(statut.phrase, width: room, maxLines: max(1, box.height - 1))
    let told = isTight ? [] : lines
    let top = box.row + max(0, (box.height - told.count - 1) / 2)
    canvas.draw(
      isTight ? "\(mark.word.uppercased())\u{A0}: \(statut.resume)" : mark.word.uppercased(),
      at: column, top, Style(.text, on: ground, .bold), upTo: box.endColumn - 1)
    for (row, line) in told.enumerated() {
      canvas.draw(
        line, at: column, top + 1 + row, Style(.text, on: ground, .bold), upTo: box.endColumn - 1)
    }
  }
}
