/// Something that a person or the terminal did.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Characters that came together, too many to be typed: a paste on a terminal that marks none, or
  /// what was typed while the program was busy. Entrée is a newline in it, Tab a tab.
  case burst(String)
  /// The Escape told last was the beginning of the key that follows: what it did is taken back.
  case escapeTakenBack
  /// Text between the marks of a bracketed paste, newlines and all.
  case paste(String)
  /// A whole line that was typed, where lines are read and not keys.
  case line(String)
  case mouse(Mouse)
  /// The terminal has another size.
  case resize(Size)
  /// Back from suspension: everything has to be drawn again.
  case resumed
  /// The terminal is gone, or the process was told to end: save and leave.
  case closed

  package struct Mouse: Hashable, Sendable {
    package enum Gesture: Hashable, Sendable {
      case press, release, wheelUp, wheelDown
    }
    package var gesture: Gesture
    package var position: Position

    package init(_ gesture: Gesture, at position: Position) {
      self.gesture = gesture
      self.position = position
    }
  }
}
