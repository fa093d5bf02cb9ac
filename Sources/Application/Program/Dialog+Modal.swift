import TerminalUI

/// A card that is only read.
extension Dialog: Modal {
  var tables: [ActionTable] { [.dialog] }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    draw(on: &canvas, in: area)
  }
}
