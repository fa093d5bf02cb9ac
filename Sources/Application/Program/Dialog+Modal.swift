import TerminalUI

/// A card that is only read.
extension Dialog: Modal {
  var scopes: [Action.Scope] { [.dialog] }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    draw(on: &canvas, in: area)
  }
}
