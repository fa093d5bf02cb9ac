import TerminalUI

/// A part of a screen, and what is done there: how an action is reached from anywhere.
struct EcranPart: Sendable {
  /// nil for the screen itself.
  let title: String?
  let table: ActionTable
  /// Those of the table that mean something to who is elsewhere; nil for all.
  private let ids: Set<String>?
  /// Goes to the part, from its screen.
  let enter: @Sendable (inout State) -> [Effect]

  /// The screen itself.
  init(_ table: ActionTable) {
    (title, self.table, ids) = (nil, table, nil)
    enter = { _ in [] }
  }

  /// A part that has to be opened, with all of its actions, or only some.
  init(
    _ title: String, _ table: ActionTable, only ids: Set<String>? = nil,
    enter: @escaping @Sendable (inout State) -> [Effect]
  ) {
    (self.title, self.table, self.ids, self.enter) = (title, table, ids, enter)
  }

  /// What can be asked for from elsewhere: no moves, which mean nothing there, nor going back.
  var actions: [Action] {
    table.actions.filter { action in
      ids?.contains(action.id) ?? !action.keys.allSatisfy(\.isMoveOrBack)
    }
  }
}

extension Key {
  fileprivate var isMoveOrBack: Bool {
    switch self {
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .escape: true
    default: false
    }
  }
}
