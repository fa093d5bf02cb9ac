import TerminalUI

/// Typing a whole number: the first digit replaces it, the next ones follow.
struct NumberTyping: Hashable, Sendable {
  private var isOpen = false

  /// The largest number that is taken.
  static let most = 999

  /// Does what a key does to a number, nil when nothing is written, and returns whether it does
  /// anything: digits, Retour arrière, ← and → for one less and one more.
  mutating func handle(_ key: Key, _ value: inout Int?) -> Bool {
    switch key {
    case .left:
      value = max(0, (value ?? 0) - 1)
      isOpen = false
    case .right:
      value = min(Self.most, (value ?? 0) + 1)
      isOpen = false
    case .backspace, .delete:
      let rest = (value ?? 0) / 10
      value = key == .delete || value == nil || rest == 0 ? nil : rest
      isOpen = value != nil
    default:
      guard case .character(let sign) = key, sign.isASCII, let digit = sign.wholeNumberValue else {
        return false
      }
      let next = (isOpen ? value ?? 0 : 0) * 10 + digit
      value = next > Self.most ? digit : next
      isOpen = true
    }
    return true
  }
}
