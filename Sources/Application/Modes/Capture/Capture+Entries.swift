import DPES
import TerminalUI

// Going back to the last entries from the empty capture field, to correct them where they stand.
extension Capture {
  /// How many of the last entries can be reached.
  static let entryCount = 5

  /// The last observations of the image shown, the newest first.
  static func lastEntries(_ state: State) -> [Observation] {
    (state.derived.image?.cercle.observations ?? []).suffix(entryCount).reversed()
  }

  private static func entry(_ state: State) -> Int? {
    if case .entries(let index) = (state.modes.last as? Capture)?.step { index } else { nil }
  }

  private static func goToEntry(_ state: inout State, _ index: Int?) {
    guard state.modes.last is Capture else { return }
    _ = turn(&state, to: index.map(Step.entries) ?? .texte)
    if let index, lastEntries(state).indices.contains(index) {
      state.cercle.select(lastEntries(state)[index].id, in: state.derived)
      CercleEcran.accompany(&state)
    }
  }

  /// ↑ in the empty field: on to the newest entry; from there to the one before.
  static func earlierEntry(_ state: inout State) -> [Effect] {
    guard let capture = state.modes.last as? Capture else { return [] }
    if let entry = Self.entry(state) {
      goToEntry(&state, min(entry + 1, lastEntries(state).count - 1))
    } else if capture.field.isEmpty, !lastEntries(state).isEmpty {
      goToEntry(&state, 0)
    }
    return []
  }

  /// ↓ on an entry: to the next one, and from the newest back to the field.
  static func laterEntry(_ state: inout State) -> [Effect] {
    if let entry = Self.entry(state) { goToEntry(&state, entry > 0 ? entry - 1 : nil) }
    return []
  }

  /// After a deletion, the selection goes to the entry that took the place.
  static func settleEntry(_ state: inout State) {
    guard let entry = Self.entry(state) else { return }
    goToEntry(&state, lastEntries(state).isEmpty ? nil : min(entry, lastEntries(state).count - 1))
  }

  /// After a change from elsewhere, the same entry is selected, wherever it is among the last now.
  static func settleEntryAfterArrival(_ state: inout State) {
    guard let entry = Self.entry(state),
      !lastEntries(state).indices.contains(entry)
        || lastEntries(state)[entry].id != state.cercle.selectedID
    else { return }
    let place = lastEntries(state).firstIndex { $0.id == state.cercle.selectedID }
    _ = turn(&state, to: place.map(Step.entries) ?? .texte)
  }

  static func setAxe(_ state: inout State, _ axe: Axe) -> [Effect] {
    guard let id = state.cercle.selectedID else { return [] }
    let signature = state.signature
    return state.change { demarche, _ in
      demarche.modifierObservation(id, signature) { $0.axe = axe }
    }
  }
}
