import DPES
import TerminalUI

/// The text of an observation being corrected, in letters as when it was typed.
enum CorrectionPage: WallPage {
  static let name = "correction"
  static let title = "la correction"

  static func bandeau(_ state: State) -> Bandeau {
    let edit = state.modes.last as? TextEdit
    let observation = edit.flatMap { state.derived.observation($0.place.id) }
    return Bandeau(
      ground: .banner, sign: state.marks.mark(observation?.statut).sign, word: "Corriger le texte",
      subject: observation?.axe.map { [$0.nomCourt, $0.motCourt] } ?? [],
      place: observation?.numero.map { "n°\u{A0}\($0)" } ?? "",
      lines: ["Est-ce bien ce qui a été dit\u{A0}?"])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let edit = state.modes.last as? TextEdit else { return }
    WallField.draw(edit.field, state, in: area, on: &canvas)
  }

  static func keys(_ state: State) -> [String] { WallField.keys(state, "garde") }
}
