import DPES
import TerminalUI

/// The actions of the present place, with their keys, filtered by typing: the palette.
struct ActionList: Hashable, Sendable {
  let scopes: [Action.Scope]
  var field = TextField(limit: 100)
  var list = ListView()

  init(in state: State) { scopes = KeyLine.scopes(for: state) }

  var actions: [Action] { Action.matching(field.text, in: scopes) }
}

extension Action {
  /// The actions of some places whose title or key has every word typed.
  static func matching(_ typed: String, in scopes: [Scope]) -> [Action] {
    let words = typed.folded.split(separator: " ")
    return scopes.flatMap(actions).filter { action in
      let text = "\(action.title) \(action.keys.map(\.label).joined(separator: " "))".folded
      return words.allSatisfy { text.contains($0) }
    }
  }
}

extension State {
  mutating func press(_ key: Key, in list: ActionList) -> [Effect] {
    if let action = Action.action(for: key, in: [.choice]) {
      return action.performed(in: &self)
    }
    var list = list
    if list.list.handle(key, of: list.actions.count, height: ActionList.height(in: size)) {
      replaceMode(.actions(list))
    } else if list.field.handle(key) {
      list.list = ListView()
      replaceMode(.actions(list))
    }
    return []
  }

  mutating func paste(_ text: String, in list: ActionList) {
    var list = list
    list.field.insert(text)
    replaceMode(.actions(list))
  }

  /// Does the selected action, where the list was opened.
  mutating func perform(in list: ActionList) -> [Effect] {
    let actions = list.actions
    guard let row = list.list.selectedRow(of: actions.count) else { return [] }
    modes.removeLast()
    return actions[row].performed(in: &self)
  }
}

extension Action {
  /// What is heard in a list filtered by typing.
  static let choice = [
    Action(
      "choix.prendre", .choice, [.enter], "Choisir", short: "choisir", weight: 100,
      help: "Fait ce qui est sélectionné, ou y va."
    ) { state in
      switch state.modes.last {
      case .actions(let list): return state.perform(in: list)
      case .search(let search): return state.take(search)
      case .speakers(let list): return state.letSpeak(list)
      default: return []
      }
    },
    Action(
      "choix.fermer", .choice, [.escape, .control("c")], "Fermer", short: "fermer", weight: 90,
      help: "Ferme la liste.", perform: { $0.leaveMode() }),
  ]
}
