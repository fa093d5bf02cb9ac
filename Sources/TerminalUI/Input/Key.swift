/// A key, as the terminal decoded it.
package enum Key: Hashable, Sendable {
  /// A character typed; combining marks come joined to their base.
  case character(Character)
  /// A letter held with Ctrl, in lower case.
  case control(Character)
  case function(Int)
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  /// Ctrl-← and Ctrl-→: one word at a time.
  case wordLeft, wordRight
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
}

extension Key {
  /// The key of a character of ``Event/burst(_:)``.
  package init(typed character: Character) {
    switch character {
    case "\n": self = .enter
    case "\t": self = .tab
    default: self = .character(character)
    }
  }
}
