import DPES
import TerminalUI

// Moving an observation with the mouse: pressed on its mark or its line, released elsewhere.
extension State {
  /// What the mouse took hold of: the observation pressed on, and where.
  struct Grip: Hashable, Sendable {
    let id: String
    let position: Position
  }

  /// Puts an observation where the mouse let go of it: at a cell of the circle, or on the axis whose
  /// list is there, where the program finds it a place.
  mutating func drop(_ grip: Grip, at position: Position, in area: Rect) -> [Effect] {
    guard grip.position != position else { return [] }
    let layout = CercleLayout(in: area, isListAlone: cercle.isListAlone)
    if layout.circle.contains(position) {
      let inside = Position(
        column: position.column - layout.circle.column, row: position.row - layout.circle.row)
      guard let cell = CircleCell(inside, of: layout.circle.size) else { return [] }
      return put(grip.id, on: cell.axe, at: cell)
    }
    guard layout.arrangement == .around,
      let axe = Axe.allCases.first(where: { layout.list(of: $0).contains(position) }),
      axe != cercle.axe
    else { return [] }
    return put(grip.id, on: axe, at: nil)
  }

  /// Moves an observation as one step of undo; without a cell the program finds its place.
  mutating func put(_ id: String, on axe: Axe?, at cell: CircleCell?) -> [Effect] {
    if let reason = cercleRefusal() {
      refuse(reason)
      return []
    }
    let signature = signature
    let number = cercle.selected(in: derived)?.numero.map { " \($0)" } ?? ""
    let effects = change { demarche, _ in
      demarche.placerObservation(
        id, sur: axe, en: cell.map { ($0.degrees, $0.percent) }, signature)
    }
    guard !effects.isEmpty else { return [] }
    chainFromCercle()
    say("Observation\(number) : \(axe?.nomCourt ?? "à placer").")
    return effects
  }
}
