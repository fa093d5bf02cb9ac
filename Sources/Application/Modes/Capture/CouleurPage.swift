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
    WallLegend(state, rows: area.height, saysDistance: false)
      .draw(state, from: area.row, on: &canvas)
  }

  static func keys(_ state: State) -> [String] { SaisiePage.keys(state) }
}
