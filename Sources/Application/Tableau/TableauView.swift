import TerminalUI

/// The tableau de bord, drawn.
enum TableauView {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}
}

extension State {
  /// Scrolls the tableau so that its selection can be seen.
  mutating func followTableau(in area: Rect) {}

  mutating func pointTableau(_ mouse: Event.Mouse, in area: Rect) {}
}
