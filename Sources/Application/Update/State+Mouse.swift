import TerminalUI

extension State {
  mutating func point(_ mouse: Event.Mouse) -> [Effect] {
    guard modes.isEmpty, document != nil else { return [] }
    if isInSalle {
      pointSalle(mouse)
      return []
    }
    if mouse.gesture == .press, let screen = TabLine(self).screen(at: mouse.position) {
      show(screen)
      return []
    }
    if mouse.gesture == .press, let action = KeyLine(self).action(at: mouse.position) {
      return action.performed(in: &self)
    }
    guard let pane = panes.first(where: { $0.area.contains(mouse.position) }) else { return [] }
    if pane.screen != screen, mouse.gesture == .press { show(pane.screen) }
    switch pane.screen {
    case .etat: pointEtat(mouse, in: pane.area)
    case .grille: pointGrille(mouse, in: pane.area)
    case .cercle: return pointCercle(mouse, in: pane.area)
    case .schema: pointSchema(mouse, in: pane.area)
    case .tableau: pointTableau(mouse, in: pane.area)
    case .aFaire: pointAFaire(mouse, in: pane.area)
    case .finances: pointFinances(mouse, in: pane.area)
    case .capitalisation: pointCapitalisation(mouse, in: pane.area)
    case .ca: pointPage(mouse, in: pane.area)
    }
    return []
  }
}
