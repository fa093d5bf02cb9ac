import DPES
import TerminalUI

// What several screens do alike.
extension Ecran {
  /// Where the screen is shown; nil while it is not.
  static func area(_ state: State) -> Rect? { state.panes.first { $0.screen == place }?.area }

  /// Changes the démarche, and says so where something changed.
  static func change(
    _ state: inout State, saying sentence: String,
    _ edit: (inout Demarche, inout IDGenerator) -> Bool
  ) -> [Effect] {
    let effects = state.change(edit)
    if !effects.isEmpty { state.say(sentence) }
    return effects
  }
}

extension Array where Element: Equatable {
  /// The element so many places after one, going round; from the first where that one is not here.
  func around(_ element: Element, by steps: Int) -> Element {
    guard !isEmpty else { return element }
    let place = ((firstIndex(of: element) ?? 0) + steps) % count
    return self[place < 0 ? place + count : place]
  }
}

extension Canvas {
  /// Draws lines one below the other as far as there is room, and takes their rows from the top.
  mutating func draw(_ lines: [String], _ style: Style, fromTopOf rest: inout Rect) {
    for line in lines.prefix(rest.height) {
      let row = rest.takeTop(1)
      draw(line, at: row.column, row.row, style, upTo: row.endColumn)
    }
  }
}
