package import TerminalUI

/// What the next key may make of a state, worked out while nobody waits for it.
///
/// Moving through a list is most of what a person does while others watch; after each frame the move
/// down and the move up are worked out, so that the key finds its answer ready. States are values and
/// the update is pure: a foreseen answer is the answer, or is never taken.
package struct Foresight: Sendable {
  private struct Answer: Sendable {
    let message: Message
    var state: State
    let canvas: Canvas
  }

  private var answers: [Answer] = []

  /// Works out the moves of a state; none while something is typed or asked.
  ///
  /// - Complexity: two keys' worth of work.
  package init(from state: State) {
    guard state.isOpen, state.modes.isEmpty else { return }
    for key in [Key.down, .up] {
      var next = state
      let message = Message.event(.key(key))
      // What asks something of the world is never done for nothing.
      guard next.update(message).isEmpty else { continue }
      answers.append(Answer(message: message, state: next, canvas: next.view))
    }
  }

  /// What the foreseen messages would show.
  package var canvases: [Canvas] { answers.map(\.canvas) }

  /// Puts the state after a message in the place of the one it was worked out from, and returns its
  /// view; nil when it was not foreseen.
  ///
  /// The state before is kept in its place: it costs time to let go of, when the frame is out.
  package mutating func answer(to message: Message, from state: inout State) -> Canvas? {
    guard let place = answers.firstIndex(where: { $0.message == message }) else { return nil }
    swap(&state, &answers[place].state)
    return answers[place].canvas
  }
}
