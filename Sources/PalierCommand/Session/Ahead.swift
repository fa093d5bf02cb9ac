import Application
import DPES
import Glibc
import TerminalUI

/// What is worked out ahead of keys, while nobody types: all that the loop knows of it.
///
/// It only makes answers come sooner: with it and without it, a session shows and writes the same.
struct Ahead {
  /// Whether anything is worked out ahead; `PALIER_SANS_AVANCE` in the environment says no, so that
  /// the direct path can be measured.
  static let isUsual = getenv("PALIER_SANS_AVANCE") == nil

  private let isOn: Bool
  /// The next moves, from the present state.
  private var foresight: Foresight?
  /// The view of the present state, where it is known already.
  private(set) var view: Canvas?

  init(isOn: Bool = isUsual) { self.isOn = isOn }

  /// Works out what the next keys make of a state and what they show, until something happens.
  mutating func prepare(for state: State, showing canvas: Canvas, on terminal: any Terminal) {
    guard isOn else { return }
    var foresight = Foresight(from: state, showing: canvas)
    terminal.foresee { foresight.next() }
    self.foresight = foresight
  }

  /// Puts the state after a message in the place of the one before, and returns what it asks of the
  /// world; nil when it was not worked out.
  mutating func answer(
    to message: Message, from state: inout State, at now: Instant
  ) -> [Effect]? {
    // One message is foreseen, not the one after it.
    guard view == nil, let answer = foresight?.answer(to: message, from: &state, at: now) else {
      return nil
    }
    view = answer.canvas
    return answer.effects
  }

  /// Forgets all of it, before the state changes otherwise: what it shares with the states worked
  /// out would be copied.
  mutating func forget() { (view, foresight) = (nil, nil) }
}
