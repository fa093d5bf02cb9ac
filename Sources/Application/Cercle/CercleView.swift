import TerminalUI

/// The cercle de qualité, drawn.
enum CercleView {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}
}

extension Action {
  static let cercle: [Action] = []
}

extension State {
  mutating func followCercle(in area: Rect) {}
  mutating func pointCercle(_ mouse: Event.Mouse, in area: Rect) {}
}
