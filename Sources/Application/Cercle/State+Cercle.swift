import DPES
import TerminalUI

// The gestures of the cercle.
extension State {
  /// Why the selected observation can't be changed; nil when it can.
  func cercleRefusal() -> String? {
    if let reason = readOnlyReason { return reason }
    if cercle.comparedID != nil { return "Une comparaison ne se modifie pas. Échap la quitte." }
    guard let image = derived.image?.cercle, cercle.selected(in: derived) != nil else {
      return "Aucune observation n’est sélectionnée."
    }
    guard image.figee else { return nil }
    return image.date == environment.today
      ? "L’image d’aujourd’hui est figée. La touche n la rouvre, ou en ouvre une autre."
      : "L’image du \(image.date.french) est figée. La touche n ouvre l’image du jour."
  }

  /// Lines that a page of the shown list holds.
  var cerclePage: Int {
    guard let pane = panes.first(where: { $0.screen == .cercle }) else { return 1 }
    let list = CercleLayout(in: pane.area, isListAlone: cercle.isListAlone).list(of: cercle.axe)
    return max(1, AxisList.lines(in: list).height - 1)
  }

  mutating func moveOnCercle(by steps: Int) {
    cercle.select(cercle.index + steps, in: derived)
    chainFromCercle()
  }

  mutating func stepAxis(by steps: Int) {
    cercle.stepAxis(by: steps, in: derived)
    chainFromCercle()
  }

  mutating func setStatut(_ statut: Statut) -> [Effect] {
    changeSelected { $0.statut = statut }
  }

  mutating func togglePriorite() -> [Effect] {
    let effects = changeSelected { $0.priorite.toggle() }
    if let isPriority = cercle.selected(in: derived)?.priorite {
      say(isPriority ? "Marquée priorité." : "N’est plus une priorité.")
    }
    return effects
  }

  mutating func deleteObservation() -> [Effect] {
    guard let id = cercle.selectedID else { return [] }
    let signature = signature
    let effects = change { demarche, _ in demarche.supprimerObservation(id, signature) }
    guard !effects.isEmpty else { return [] }
    say("Observation supprimée. \(modes.isEmpty ? "u" : "F9") la fait revenir.")
    settleEntry()
    return effects
  }

  /// Changes the selected observation as one step of undo.
  private mutating func changeSelected(_ edit: (inout Observation) -> Void) -> [Effect] {
    guard let id = cercle.selectedID else { return [] }
    let signature = signature
    return change { demarche, _ in demarche.modifierObservation(id, signature, edit) }
  }

  /// Scrolls the list so that its selection can be seen.
  mutating func followCercle(in area: Rect) {
    let list = CercleLayout(in: area, isListAlone: cercle.isListAlone).list(of: cercle.axe)
    cercle.show(rows: max(1, AxisList.lines(in: list).height), in: derived)
  }

  mutating func pointCercle(_ mouse: Event.Mouse, in area: Rect) -> [Effect] {
    let grip = cercle.grip
    cercle.grip = nil
    switch mouse.gesture {
    case .wheelUp: moveOnCercle(by: -1)
    case .wheelDown: moveOnCercle(by: 1)
    case .press:
      guard clickCercle(at: mouse.position, in: area), let id = cercle.selectedID else { break }
      cercle.grip = Grip(id: id, position: mouse.position)
    case .release:
      if let grip { return drop(grip, at: mouse.position, in: area) }
    }
    return []
  }

  /// Selects what is at a position; whether there was something.
  private mutating func clickCercle(at position: Position, in area: Rect) -> Bool {
    let layout = CercleLayout(in: area, isListAlone: cercle.isListAlone)
    if layout.circle.contains(position) {
      let inside = Position(
        column: position.column - layout.circle.column, row: position.row - layout.circle.row)
      guard let mark = derived.placement?.mark(at: inside), let first = mark.members.first else {
        return false
      }
      // A click on the cluster that holds the selection goes on to the next one in it.
      let here = mark.axe == cercle.axe ? mark.members.firstIndex(of: cercle.index) : nil
      cercle.axe = mark.axe
      cercle.select(
        here.map { mark.members[($0 + 1) % mark.members.count] } ?? first, in: derived)
      chainFromCercle()
      return true
    }
    let axes = layout.arrangement == .around ? Axe.allCases.map(Optional.some) : [cercle.axe]
    for axe in axes {
      let lines = AxisList.lines(in: layout.list(of: axe))
      guard lines.contains(position) else { continue }
      let count = derived.image?[axe].observations.count ?? 0
      let list = axe == cercle.axe ? cercle.list : ListView()
      guard let row = list.row(at: position, in: lines, of: count) else { return false }
      cercle.axe = axe
      cercle.select(row, in: derived)
      chainFromCercle()
      return true
    }
    return false
  }

  /// The list of the axis over the whole width, or the circle beside it again.
  mutating func toggleListAlone() {
    cercle.isListAlone.toggle()
  }
}
