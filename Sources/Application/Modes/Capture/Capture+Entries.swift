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

  /// After a change from elsewhere, the same entry is selected, wherever it is among the last now.
  static func settleEntryAfterArrival(_ state: inout State) {
    guard let entry = Self.entry(state),
      !lastEntries(state).indices.contains(entry)
        || lastEntries(state)[entry].id != state.cercle.selectedID
    else { return }
    let place = lastEntries(state).firstIndex { $0.id == state.cercle.selectedID }
    _ = turn(&state, to: place.map(Step.entries) ?? .texte)
  }

  /// A key on one of the last entries.
  ///
  /// Once it was corrected the field is back, but for its axis, as people say « Démocratie, orange » in
  /// one breath: letters correct only what the person has just gone to. A capital, or a letter that
  /// corrects nothing, begins the next text.
  func pressOnEntry(_ key: Key, in state: inout State) -> [Effect] {
    let action = ActionTable.action(for: key, in: heard(state))
    if case .character(let letter) = key, letter.isUppercase || action == nil {
      Self.goToEntry(&state, nil)
      return (state.modes.last as? Capture)?.type(key, in: &state) ?? []
    }
    let (revision, before) = (state.document?.revision, state.cercle.selected(in: state.derived))
    let place = state.modes.count - 1
    let effects = action?.performed(in: &state) ?? type(key, in: &state)
    let now = state.cercle.selected(in: state.derived)
    let isPlaced = now?.id == before?.id && now?.axe != before?.axe
    guard state.document?.revision != revision && !isPlaced || state.modes.count > place + 1,
      state.modes.indices.contains(place),
      var capture = state.modes[place] as? Capture, case .entries = capture.step
    else { return effects }
    capture.step = .texte
    state.modes[place] = capture
    return effects
  }

  static func setAxe(_ state: inout State, _ axe: Axe) -> [Effect] {
    correct(&state, saying: axe.nomCourt) { $0.axe = axe }
  }

  static func setStatut(_ state: inout State, _ statut: Statut) -> [Effect] {
    let mark = state.marks.mark(statut)
    return correct(&state, saying: "\(mark.sign) \(mark.word)") { $0.statut = statut }
  }

  private static func correct(
    _ state: inout State, saying what: String, _ edit: (inout Observation) -> Void
  ) -> [Effect] {
    guard let id = state.cercle.selectedID else { return [] }
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.modifierObservation(id, signature, edit)
    }
    guard !effects.isEmpty else { return [] }
    let number = state.derived.observation(id)?.numero.map { "n°\u{A0}\($0)\u{A0}: " } ?? ""
    state.say("\(number)\(what).")
    return effects
  }
}
