import DPES
import TerminalUI

// Moving an observation with the mouse: pressed on its mark or its line, released elsewhere.
extension CercleEcran {
  /// What the mouse took hold of: the observation pressed on, and where.
  struct Grip: Hashable, Sendable {
    let id: String
    let position: Position
  }

  /// Puts an observation where the mouse let go of it: at a cell of the circle, or on the axis whose
  /// list is there, where the program finds it a place.
  static func drop(
    _ state: inout State, _ grip: Grip, at position: Position, in area: Rect
  ) -> [Effect] {
    guard grip.position != position else { return [] }
    let layout = CercleLayout(in: area, isListAlone: state.cercle.isListAlone)
    if let inside = layout.cell(at: position) {
      let cell = CircleCell(inside, of: layout.circle.size)
      return cell.map { put(&state, grip.id, on: $0.axe, at: $0) } ?? []
    }
    guard layout.arrangement == .around,
      let axe = Axe.allCases.first(where: { layout.list(of: $0).contains(position) }),
      axe != state.cercle.axe
    else { return [] }
    return put(&state, grip.id, on: axe, at: nil)
  }

  /// Moves an observation as one step of undo; without a cell the program finds its place.
  static func put(
    _ state: inout State, _ id: String, on axe: Axe?, at cell: CircleCell?
  ) -> [Effect] {
    if let reason = refusal(state) {
      state.refuse(reason)
      return []
    }
    let signature = state.signature
    let number = state.cercle.selected(in: state.derived)?.numero.map { " \($0)" } ?? ""
    let effects = state.change { demarche, _ in
      demarche.placerObservation(id, sur: axe, en: cell.map { ($0.degrees, $0.percent) }, signature)
    }
    guard !effects.isEmpty else { return [] }
    accompany(&state)
    state.say("Observation\(number) : \(axe?.nomCourt ?? "à placer").")
    return effects
  }
}
