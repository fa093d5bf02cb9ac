import DPES
import TerminalUI

/// What takes the whole wall for a while.
enum WallCard: Modal {
  /// The three sentences of the method.
  case legend
  case countdown
  case legibility(LegibilityCard)
  /// A vote under way, of which the room knows nothing else.
  case vote(Wall.Vote)
  case results(VoteResult)

  var onWall: OnWall { .comes }

  var wall: Wall.Vote? {
    switch self {
    case .vote(let vote): vote
    case .results(let result): result.wall
    case .legend, .countdown, .legibility: nil
    }
  }

  /// Whose keys are heard.
  var tables: [ActionTable] {
    switch self {
    case .legend, .legibility, .results: [.reading, .card]
    // Who counts presses Entrée after each figure.
    case .vote: [.card]
    case .countdown: [.countdown, .card]
    }
  }

  /// What heads a card that is a page of its own.
  var bandeau: Bandeau? {
    guard case .vote(let vote) = self else { return nil }
    return Bandeau(
      ground: .banner, word: vote.head, lines: ["Rien n’en est dit avant la révélation."])
  }

  /// Draws the card over the whole of an area.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area)
    switch self {
    case .legend:
      if let told = state.wallPage?.legend(state) {
        WallSentence(told, in: area.size, letters: state.wallLetters)
          .drawInMiddle(of: area, letters: state.wallLetters, .text, on: &canvas)
      } else {
        WallLegend(state, rows: area.height).draw(state, from: area.row, on: &canvas)
      }
    case .countdown: state.countdown.draw(state, in: area, on: &canvas)
    case .legibility(let card): card.draw(state, in: area, on: &canvas)
    case .vote(let vote):
      let letters = state.hasLetters ? state.letters : nil
      WallSentence(vote.count ?? vote.head, in: area.size, letters: letters)
        .drawInMiddle(of: area, letters: letters, .text, on: &canvas)
    case .results(let result): result.draw(state, in: area, on: &canvas)
    }
  }

  func leave(_ state: inout State) {
    state.modes.removeLast()
    if case .countdown = self { state.leftCountdown = false }
    guard case .vote = self, state.heldVote != nil else { return }
    state.say("Le vote attend\u{A0}: s, puis b et Entrée le reprennent.")
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    switch self {
    case .legibility(let card) where LegibilityCard.takes(key): card.press(key, in: &state)
    case .vote where key == .enter || key.isCharacter:
      RefusedText.hold(&state, "Les voix se saisissent à l’écran\u{A0}: F8 y revient, Échap reste.")
    case .legend, .legibility, .vote, .results, .countdown: return state.refuseText(key)
    }
    return []
  }
}
