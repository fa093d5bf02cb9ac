import TerminalUI

/// The schéma de progrès, drawn.
enum SchemaView {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}
}

extension State {
  /// Scrolls the schéma so that its selection can be seen.
  mutating func followSchema(in area: Rect) {}

  mutating func pointSchema(_ mouse: Event.Mouse, in area: Rect) {}
}
