import TerminalUI

extension State {
  mutating func point(_ mouse: Event.Mouse) -> [Effect] {
    guard modes.isEmpty, document != nil else { return [] }
    if isInSalle {
      Salle.point(&self, mouse)
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
    return pane.screen.ecran.point(&self, mouse, in: pane.area)
  }
}
