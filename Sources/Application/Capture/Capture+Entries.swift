import DPES
import TerminalUI

// Going back to the last entries from the empty capture field, to correct them where they stand.
extension State {
  /// How many of the last entries can be reached.
  static let entryCount = 5

  /// The last observations of the image shown, the newest first.
  var lastEntries: [Observation] {
    guard let image = derived.image?.cercle else { return [] }
    return image.observations.suffix(State.entryCount).reversed()
  }

  private var entry: Int? {
    guard case .capture(let capture) = modes.last, case .entries(let index) = capture.step else {
      return nil
    }
    return index
  }

  private mutating func goToEntry(_ index: Int?) {
    guard case .capture(var capture) = modes.last else { return }
    capture.step = index.map(Capture.Step.entries) ?? .texte
    replaceMode(.capture(capture))
    if let index, lastEntries.indices.contains(index) {
      cercle.select(lastEntries[index].id, in: derived)
      chainFromCercle()
    }
  }

  /// ↑ in the empty field: on to the newest entry; from there to the one before.
  mutating func earlierEntry() -> [Effect] {
    guard case .capture(let capture) = modes.last else { return [] }
    if let entry {
      goToEntry(min(entry + 1, lastEntries.count - 1))
    } else if capture.field.isEmpty, !lastEntries.isEmpty {
      goToEntry(0)
    }
    return []
  }

  /// ↓ on an entry: to the next one, and from the newest back to the field.
  mutating func laterEntry() -> [Effect] {
    if let entry { goToEntry(entry > 0 ? entry - 1 : nil) }
    return []
  }

  /// After a deletion, the selection goes to the entry that took the place.
  mutating func settleEntry() {
    guard let entry else { return }
    goToEntry(lastEntries.isEmpty ? nil : min(entry, lastEntries.count - 1))
  }

  /// After a change from elsewhere, the same entry is selected, wherever it is among the last now.
  mutating func settleEntryAfterArrival() {
    guard let entry, case .capture(var capture) = modes.last,
      !lastEntries.indices.contains(entry) || lastEntries[entry].id != cercle.selectedID
    else { return }
    let place = lastEntries.firstIndex { $0.id == cercle.selectedID }
    capture.step = place.map(Capture.Step.entries) ?? .texte
    replaceMode(.capture(capture))
  }

  mutating func leaveEntries() -> [Effect] {
    goToEntry(nil)
    return []
  }

  /// Why the selected entry can't be corrected; nil when it can.
  static let entryRefusal: @Sendable (State) -> String? = { $0.cercleRefusal() }

  mutating func setAxe(_ axe: Axe) -> [Effect] {
    guard let id = cercle.selectedID else { return [] }
    let signature = signature
    return change { demarche, _ in demarche.modifierObservation(id, signature) { $0.axe = axe } }
  }
}
