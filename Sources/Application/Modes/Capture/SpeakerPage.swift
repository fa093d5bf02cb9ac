import TerminalUI

/// Who speaks, asked under the eyes of the room: initials are typed, and a dot stands for each.
enum SpeakerPage: WallPage {
  static let name = "parole"
  static let title = "qui parle"

  static func bandeau(_ state: State) -> Bandeau {
    Bandeau(
      ground: .banner, word: list(state)?.title ?? "",
      lines: ["Des initiales, que personne ne voit. Sans rien\u{A0}: personne."])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let list = list(state) else { return }
    WallField.draw(list.dots(state.environment.symbols), state, in: area, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    let isTurn = list(state)?.said == nil
    let telling =
      isTurn
      ? ["Entrée donne la parole", "F6 la garde", "Échap laisse"]
      : ["Entrée le note", "Échap laisse"]
    return state.size.width < 60 ? [isTurn ? "Entrée donne" : telling[0], "Échap"] : telling
  }

  private static func list(_ state: State) -> SpeakerList? { state.modes.last as? SpeakerList }
}
