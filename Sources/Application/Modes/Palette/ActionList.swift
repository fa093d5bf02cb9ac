import DPES
import TerminalUI

/// The actions of the present place, with their keys, filtered by typing: the palette.
struct ActionList: Choice {
  var tables: [ActionTable] { [.choice] }
  var onWall: OnWall { .comes }

  /// Those of the place where it was opened.
  let listed: [ActionTable]
  var field = TextField(limit: 100)
  var list = ListView()

  init(in state: State) { listed = KeyLine.tables(for: state) }

  var actions: [Action] { Action.matching(field.text, in: listed) }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (actions.count, max(1, WindowLayout(state.size).content.height - 2 - Self.otherRows))
  }

  /// Does the selected action, where the list was opened.
  func take(in state: inout State) -> [Effect] {
    let actions = actions
    guard let row = list.selectedRow(of: actions.count) else { return [] }
    state.modes.removeLast()
    return actions[row].performed(in: &state)
  }

  func paste(_ text: String, in state: inout State) {
    var list = self
    list.field.insert(text)
    state.replaceMode(list)
  }
}

extension Action {
  /// The actions of some places whose title or key has every word typed.
  static func matching(_ typed: String, in tables: [ActionTable]) -> [Action] {
    let words = typed.folded.split(separator: " ")
    return tables.flatMap(\.actions).filter { action in
      let text = "\(action.title) \(action.keys.map(\.label).joined(separator: " "))".folded
      return words.allSatisfy { text.contains($0) }
    }
  }
}
