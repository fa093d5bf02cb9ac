import DPES
import TerminalUI

/// What is typed, growing in letters under the eyes of the room; under it what was said just before.
enum SaisiePage: WallPage {
  static let name = "saisie"
  static let title = "la saisie"

  static func bandeau(_ state: State) -> Bandeau {
    let capture = state.modes.last as? Capture
    let sign = state.marks.mark(Statut?.none).sign
    let question = capture?.subject?.question ?? "Que voyons-nous\u{A0}?"
    let newImage = Capture.newImageTold(state, fitting: state.size.width - 12)
    return Bandeau(
      ground: .banner, sign: sign, word: "Nouvelle observation",
      place: capture?.numero.map { "n°\u{A0}\($0)" } ?? "",
      lines: [question, newImage].compactMap(\.self))
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let capture = state.modes.last as? Capture else { return }
    var rest = area
    ObservationPage.drawBefore(
      Capture.lastEntries(state), alike: capture.lookalike, under: capture.field.text,
      most: state.wallScale == .small ? 2 : 3, state, in: &rest, on: &canvas)
    WallField.draw(capture.field, state, in: rest, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    (state.modes.last as? Capture)?.wallKeys(in: state.size) ?? []
  }
}
