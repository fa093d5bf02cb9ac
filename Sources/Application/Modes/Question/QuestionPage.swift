import TerminalUI

/// A question of one line that the room may see, and its answer in letters.
enum QuestionPage: WallPage {
  static let name = "question"
  static let title = "la question"

  static func bandeau(_ state: State) -> Bandeau {
    let question = state.modes.last as? Question
    return Bandeau(
      ground: .banner, word: question?.title ?? "",
      lines: question?.subject.below(state).map { [$0] } ?? [])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let question = state.modes.last as? Question else { return }
    WallField.draw(question.field, state, in: area, on: &canvas)
  }

  static func keys(_ state: State) -> [String] { WallField.keys(state, "répond") }
}
