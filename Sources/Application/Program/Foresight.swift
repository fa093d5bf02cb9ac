package import DPES
package import TerminalUI

/// What the next key may make of a state, worked out while nobody waits for it.
///
/// Moving through a list, typing French and setting réalisés are most of what a person does while
/// others watch; after each frame the likeliest keys are worked out, the likeliest first, so that the
/// one that comes finds its answer ready. States are values and the update is pure: a foreseen answer
/// is the answer, or is never taken.
package struct Foresight: Sendable {
  private struct Answer: Sendable {
    let message: Message
    var state: State
    let canvas: Canvas
    /// It changes the démarche, which is then to be saved.
    let isChange: Bool
  }

  /// Moves, the next screen, a filter: what looks around and changes nothing.
  private static let moves: [Key] = [
    .down, .up, .right, .left, .pageDown, .pageUp, .tab, .character("f"),
  ]
  /// What French is written with, the commonest first; the rarest wait for nobody.
  private static let letters = " esaitnrulodcmp\u{E9}v'qfbghjx".map(Key.character)

  /// What is said of a cell of the tableau.
  private static let realises = "apxvwc".map(Key.character)

  private let origin: State
  /// What is left to work out, the next last.
  private var keys: [Key]
  private var answers: [Answer] = []

  /// Begins with a state and what it shows; nothing without a démarche.
  package init(from state: State, showing canvas: Canvas) {
    origin = state
    let isTyping = canvas.cursor != nil
    let changes = state.screen == .tableau && state.modes.isEmpty ? Self.realises : []
    let likely = isTyping ? Self.letters + Self.moves.prefix(2) : Self.moves + changes
    keys = state.isOpen ? likely.reversed() : []
  }

  /// Works out one key more, and returns what it would show; nil when there is none.
  ///
  /// - Complexity: one key's worth of work.
  package mutating func next() -> Canvas? {
    while let key = keys.popLast() {
      var next = origin
      let message = Message.event(.key(key))
      // What asks something else of the world than to save is never done for nothing.
      let effects = next.update(message)
      guard effects.allSatisfy(\.isSave) else { continue }
      let canvas = next.view
      answers.append(
        Answer(message: message, state: next, canvas: canvas, isChange: !effects.isEmpty))
      return canvas
    }
    return nil
  }

  /// Puts the state after a message in the place of the one it was worked out from, and returns its
  /// view with what it asks of the world; nil when it was not foreseen.
  ///
  /// What it adds to the historique bears the time of the key, `now`. The state before is kept in its
  /// place: it costs time to let go of, when the frame is out.
  package mutating func answer(
    to message: Message, from state: inout State, at now: Instant
  ) -> (canvas: Canvas, effects: [Effect])? {
    // By their places: an answer that is looked at whole is copied, with its state.
    guard let place = answers.indices.first(where: { answers[$0].message == message }) else {
      return nil
    }
    swap(&state, &answers[place].state)
    state.environment.now = now
    guard answers[place].isChange else { return (answers[place].canvas, []) }
    state.document?.stamp(since: origin.document?.demarche.historique.count ?? 0, at: now)
    return (answers[place].canvas, state.save)
  }
}

extension Effect {
  fileprivate var isSave: Bool { if case .save = self { true } else { false } }
}

extension Document {
  /// Dates what was added to the historique since it had so many lines.
  fileprivate mutating func stamp(since count: Int, at now: Instant) {
    for index in demarche.historique.indices.dropFirst(count) {
      demarche.historique[index].quand = now
    }
  }
}
