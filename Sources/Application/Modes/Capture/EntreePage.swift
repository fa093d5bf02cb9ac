import DPES
import TerminalUI

/// The last entry, just said or being corrected: the observation as ever, with the capture's keys.
enum EntreePage: WallPage {
  static let name = "entree"
  static let title = "la dernière entrée"
  static func bandeau(_ state: State) -> Bandeau { ObservationPage.bandeau(state) }
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    ObservationPage.draw(state, in: area, on: &canvas)
  }
  static func keys(_ state: State) -> [String] { SaisiePage.keys(state) }
}
