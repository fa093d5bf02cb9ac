import DPES
import TerminalUI

// What says about the same is put together before the room votes on it.
extension VoteSetup {
  /// Looks for the pairs anew.
  mutating func renewPairs(_ state: inout State) {
    take(pairs: state.derived.lookalikes().map { [$0.id, $1.id] })
  }

  private static func renewPairs(_ state: inout State) {
    guard var setup = state.modes.last as? VoteSetup else { return }
    setup.renewPairs(&state)
    state.replaceMode(setup)
  }

  /// The two observations shown; nil where there are none any more.
  func shownPair(_ state: State) -> (Observation, Observation)? {
    guard pairs.indices.contains(pair), let one = state.derived.observation(pairs[pair][0]),
      let other = state.derived.observation(pairs[pair][1])
    else { return nil }
    return (one, other)
  }

  static func whyNoPair(_ state: State) -> String? {
    (state.modes.last as? VoteSetup)?.shownPair(state) == nil
      ? "Palier n’en trouve pas deux qui se ressemblent\u{A0}: le groupe en voit peut-être." : nil
  }

  /// `g`: first to the pair, so that both texts are read; then the two are one.
  static func joinPair(_ state: inout State) -> [Effect] {
    guard var setup = state.modes.last as? VoteSetup, let (one, other) = setup.shownPair(state)
    else { return [] }
    guard setup.list.selectedRow(of: setup.rows.count) == 0 else {
      setup.list.select(0, of: setup.rows.count, height: height(in: state.size))
      return state.replaceMode(setup)
    }
    let effects = CercleEcran.group(&state, one.id, with: other.id)
    if !effects.isEmpty { renewPairs(&state) }
    return effects
  }

  static func undo(_ state: inout State) -> [Effect] {
    let effects = state.undo()
    renewPairs(&state)
    return effects
  }
}
