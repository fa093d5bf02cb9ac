import CNcurses
import TerminalUI

/// One thing that the terminal sent, before bytes are put together into characters and pastes.
enum RawInput: Hashable, Sendable {
  case byte(UInt8)
  case key(Key)
  case pasteStart, pasteEnd
  /// A key that means nothing here.
  case other
}

extension RawInput {
  /// What ncurses read, or nil when nothing is waiting.
  init?(_ input: cn_input) {
    switch input.kind {
    case CN_NOTHING: return nil
    case CN_BYTE: self = .byte(UInt8(truncatingIfNeeded: input.value))
    case CN_KEY: self.init(key: cn_key(rawValue: input.value))
    default: self = .other
    }
  }

  private init(key: cn_key) {
    switch key {
    case CN_KEY_PASTE_START: self = .pasteStart
    case CN_KEY_PASTE_END: self = .pasteEnd
    default: self = Key(key).map(RawInput.key) ?? .other
    }
  }
}

extension Key {
  fileprivate init?(_ key: cn_key) {
    switch key {
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
      guard key.rawValue > CN_KEY_F0.rawValue else { return nil }
      self = .function(Int(key.rawValue - CN_KEY_F0.rawValue))
    }
  }
}
