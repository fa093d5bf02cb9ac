import CNcurses
import TerminalUI

extension Key {
  /// The key that ncurses finds for a whole sequence, ESC and all; nil when it is none.
  init?(sequence: [UInt8]) {
    guard !sequence.contains(0) else { return nil }
    let text = sequence.map { CChar(bitPattern: $0) } + [0]
    let found = cn_find_key(text)
    switch cn_key(rawValue: found) {
    case CN_KEY_UP: self = .up
    case CN_KEY_DOWN: self = .down
    case CN_KEY_LEFT: self = .left
    case CN_KEY_RIGHT: self = .right
    case CN_KEY_SHIFT_UP: self = .shiftUp
    case CN_KEY_SHIFT_DOWN: self = .shiftDown
    case CN_KEY_SHIFT_LEFT: self = .shiftLeft
    case CN_KEY_SHIFT_RIGHT: self = .shiftRight
    case CN_KEY_WORD_LEFT: self = .wordLeft
    case CN_KEY_WORD_RIGHT: self = .wordRight
    case CN_KEY_HOME: self = .home
    case CN_KEY_END: self = .end
    case CN_KEY_PAGE_UP: self = .pageUp
    case CN_KEY_PAGE_DOWN: self = .pageDown
    case CN_KEY_ENTER: self = .enter
    case CN_KEY_BACK_TAB: self = .backTab
    case CN_KEY_BACKSPACE: self = .backspace
    case CN_KEY_DELETE: self = .delete
    case CN_KEY_INSERT: self = .insert
    default:
      let defined = Int(found - CN_KEY_DEFINED.rawValue)
      if KeySequence.all.indices.contains(defined) {
        self = KeySequence.all[defined].key
      } else if found > CN_KEY_F0.rawValue, defined < 0 {
        self = .function(Int(found - CN_KEY_F0.rawValue))
      } else {
        return nil
      }
    }
  }
}
