import DPES
import TerminalUI

extension State {
  /// Whether nothing can be written where the person is, whatever is selected.
  var takesNoText: Bool {
    readOnlyReason != nil || screen == .cercle && derived.image?.cercle.figee == true
  }
}

extension State {
  /// Refuses a letter that means nothing where it may begin a text.
  ///
  /// On the wall any may, for who looks at the room: neither it nor what follows is an order. Off the wall
  /// that is so of `n`, which begins something nearly everywhere.
  mutating func refuseText(_ key: Key) -> [Effect] {
    if isOnWall, key.isCharacter {
      return decline("«\u{A0}\(key.label)\u{A0}» ne fait rien ici\u{A0}: rien n’est écrit.")
    }
    if key.lowercased == .character("n") {
      RefusedText.hold(
        &self,
        "«\u{A0}n\u{A0}» n’ajoute rien ici\u{A0}: rien n’est écrit. Échap continue.")
    }
    return []
  }
}

extension Key {
  /// Whether it types a character.
  var isCharacter: Bool { if case .character = self { true } else { false } }
}

/// A text that could not be begun.
///
/// Whoever looks at the group and not at the screen types it all the same: its letters are no orders
/// to what is open. Échap goes on, and so does any key that types nothing.
struct RefusedText: Hashable, Sendable {
  /// Why, as it was told.
  let reason: String
  /// The modes that were open: what opens since hears its own keys.
  private let depth: Int
  /// What was told of a change before, and how it is taken back: told again once the person goes on.
  private let said: Said?

  /// Performs what a key asks for where a text may follow, and remembers why where it is refused.
  static func told(
    _ state: inout State, _ perform: (inout State) -> [Effect]
  ) -> [Effect] {
    let before = (notice: state.notice, depth: state.modes.count)
    state.notice = nil
    let effects = perform(&state)
    if state.refusedText != nil { return effects }
    guard let notice = state.notice else {
      state.notice = before.notice
      return effects
    }
    // A field that is open takes the text, and what holds back takes its letters itself.
    guard notice.kind == .refused, state.modes.count <= before.depth,
      state.modes.last?.hasField != true, state.modes.last?.holdsLetters != true
    else { return effects }
    hold(&state, notice.text + " Échap continue.")
    return effects
  }

  /// Whether letters are taken now: little else is heard.
  static func isHeld(_ state: State) -> Bool {
    state.refusedText.map { $0.depth == state.modes.count } ?? false
  }

  /// Goes on: keys are orders again.
  fileprivate static func release(_ state: inout State) {
    let said = state.refusedText?.said
    if let said { state.said = said }
    state.refusedText = nil
    // The wall has no row for what was said before.
    state.notice = state.isOnWall ? said?.notice : nil
  }

  /// Says why, and takes what is typed next.
  static func hold(_ state: inout State, _ reason: String) {
    let said = state.said.flatMap { $0.way == nil ? nil : $0 }
    state.refusedText = RefusedText(reason: reason, depth: state.modes.count, said: said)
    state.refuse(reason)
  }

  /// Takes a key that would have gone into the text; false where it means what it always does.
  static func takes(_ key: Key, in state: inout State) -> Bool {
    guard let refused = state.refusedText else { return false }
    guard isHeld(state) else {
      state.refusedText = nil
      return false
    }
    switch key {
    case .character, .enter, .backspace, .delete:
      state.refuse(refused.reason)
      return true
    case .escape:
      release(&state)
      return true
    default:
      state.refusedText = nil
      return false
    }
  }
}

extension ActionTable {
  /// What is heard, before all else, while letters are held.
  static let refusedText = ActionTable(
    "refusedText",
    Action(
      "refus.continuer", [.escape], "Continuer", short: "continue", weight: Action.always,
      help: "Les touches agissent de nouveau.",
      perform: { state in
        RefusedText.release(&state)
        return []
      }))
}
