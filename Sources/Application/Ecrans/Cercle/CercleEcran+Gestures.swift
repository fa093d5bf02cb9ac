import DPES
import TerminalUI

extension CercleEcran {
  /// Why the selected observation can't be changed; nil when it can.
  static func refusal(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    if state.shown.comparedID != nil {
      return "Une comparaison ne se modifie pas. Échap la quitte."
    }
    guard let image = state.derived.image?.cercle, state.cercle.selected(in: state.derived) != nil
    else { return "Aucune observation n’est sélectionnée." }
    guard image.figee else { return nil }
    if image.regard != nil {
      return "\(image.nom(.initial)) est figé\u{A0}: w reprend l’observation dans votre image."
    }
    return image.date == state.environment.today
      ? "L’image d’aujourd’hui est figée. La touche n la rouvre, ou en ouvre une autre."
      : "L’image du \(image.date.french) est figée. La touche n ouvre l’image du jour."
  }

  /// Lines that a page of the shown list holds.
  static func page(_ state: State) -> Int {
    area(state).map { max(1, rows(state, in: $0) - 1) } ?? 1
  }

  /// Lines that the shown list has room for, in the area of the screen.
  private static func rows(_ state: State, in area: Rect) -> Int {
    let layout = layout(state, in: area)
    return AxisList.lines(in: layout.list(of: state.cercle.axe)).height
  }

  static func move(_ state: inout State, by steps: Int) {
    state.cercle.select(state.cercle.index + steps, in: state.derived)
    accompany(&state)
  }

  static func stepAxis(_ state: inout State, by steps: Int) {
    state.cercle.stepAxis(by: steps, in: state.derived)
    accompany(&state)
  }

  static func setStatut(_ state: inout State, _ statut: Statut) -> [Effect] {
    changeSelected(&state) { $0.statut = statut }
  }

  static func togglePriorite(_ state: inout State) -> [Effect] {
    let effects = changeSelected(&state) { $0.priorite.toggle() }
    if let isPriority = state.cercle.selected(in: state.derived)?.priorite {
      state.say(isPriority ? "Marquée priorité." : "N’est plus une priorité.")
    }
    return effects
  }

  /// Why what peers saw can't be taken up; nil when it can.
  static func reprisalRefusal(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    guard let image = state.derived.image?.cercle, image.regard != nil else {
      return "w reprend ce que des pairs ont vu\u{A0}: i, puis leur regard, le montre."
    }
    guard let observation = state.cercle.selected(in: state.derived) else {
      return "Aucune observation n’est sélectionnée."
    }
    guard image.figee else { return "Ce regard est ouvert\u{A0}: i puis f le fige d’abord." }
    if let own = state.demarche?.imageALaSuite(de: observation.id) {
      return "Elle est déjà dans votre image du \(own.date.french)\u{A0}: i la montre."
    }
    let demarche = state.demarche
    let last = demarche?.imageOuverte == nil ? demarche?.imagesParDate.last : nil
    guard let last, demarche?.cercles[last].date == state.environment.today else { return nil }
    return "Votre image d’aujourd’hui est figée\u{A0}: i puis f la rouvre, ou n en ouvre une autre."
  }

  /// Takes up what peers saw as an observation of the group's, whose colour is still to be said.
  static func takeUp(_ state: inout State) -> [Effect] {
    guard let id = state.cercle.selectedID else { return [] }
    let signature = state.signature
    var taken: String?
    let effects = state.change { demarche, ids in
      taken = demarche.reprendre(id, signature, ids: &ids)
      return taken != nil
    }
    guard let taken, !effects.isEmpty, let demarche = state.demarche,
      let place = demarche.lieu(deObservation: taken)
    else { return effects }
    let image = demarche.cercles[place.cercle].date.french
    state.say("Reprise dans votre image du \(image)\u{A0}: sa couleur est à dire.")
    return effects
  }

  static func deleteObservation(_ state: inout State) -> [Effect] {
    guard let id = state.cercle.selectedID else { return [] }
    let signature = state.signature
    let effects = state.change { demarche, _ in demarche.supprimerObservation(id, signature) }
    guard !effects.isEmpty else { return [] }
    state.say("Observation supprimée.")
    return effects
  }

  /// Changes the selected observation as one step of undo.
  private static func changeSelected(
    _ state: inout State, _ edit: (inout Observation) -> Void
  ) -> [Effect] {
    guard let id = state.cercle.selectedID else { return [] }
    let signature = state.signature
    return state.change { demarche, _ in demarche.modifierObservation(id, signature, edit) }
  }

  /// Scrolls the list so that its selection can be seen.
  static func follow(_ state: inout State, in area: Rect) {
    arrange(&state, in: area)
    state.cercle.show(rows: max(1, rows(state, in: area)), in: state.derived)
  }

  static func scroll(_ state: inout State, by rows: Int) { move(&state, by: rows) }

  static func point(_ state: inout State, _ mouse: Event.Mouse, in area: Rect) -> [Effect] {
    let grip = state.cercle.grip
    state.cercle.grip = nil
    switch mouse.gesture {
    case .wheelUp: move(&state, by: -1)
    case .wheelDown: move(&state, by: 1)
    case .press:
      guard clickCercle(&state, at: mouse.position, in: area), let id = state.cercle.selectedID
      else { break }
      state.cercle.grip = Grip(id: id, position: mouse.position)
    case .release:
      if let grip { return drop(&state, grip, at: mouse.position, in: area) }
    }
    return []
  }

  /// Selects what is at a position; whether there was something.
  private static func clickCercle(
    _ state: inout State, at position: Position, in area: Rect
  ) -> Bool {
    let layout = layout(state, in: area)
    if let inside = layout.cell(at: position) {
      guard let mark = state.cercle.placement?.mark(at: inside), let first = mark.members.first
      else { return false }
      // A click on the cluster that holds the selection goes on to the next one in it.
      let here =
        mark.axe == state.cercle.axe ? mark.members.firstIndex(of: state.cercle.index) : nil
      state.cercle.axe = mark.axe
      state.cercle.select(
        here.map { mark.members[($0 + 1) % mark.members.count] } ?? first, in: state.derived)
      accompany(&state)
      return true
    }
    let axes = layout.arrangement == .around ? Axe.allCases.map(Optional.some) : [state.cercle.axe]
    for axe in axes {
      let area = layout.list(of: axe)
      guard AxisList.lines(in: area).contains(position), let group = state.derived.image?[axe]
      else { continue }
      let rows = AxisList.rows(of: group, state, isShown: axe == state.cercle.axe, in: area)
      guard let row = rows.item(at: position) else { return false }
      state.cercle.axe = axe
      state.cercle.select(row, in: state.derived)
      accompany(&state)
      return true
    }
    return false
  }

  // Moving an observation with the mouse: pressed on its mark or its line, released elsewhere.

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
    let layout = layout(state, in: area)
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
