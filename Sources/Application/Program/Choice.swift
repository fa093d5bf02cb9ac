import TerminalUI

/// A list that is filtered by typing, for one of its rows.
protocol Choice: ListModal {
  var field: TextField { get set }

  /// What is typed changed: lists what fits it.
  mutating func filter()
  /// Does what it is for with the selected row.
  func take(in state: inout State) -> [Effect]
}

extension Choice {
  /// Rows of a list that takes the whole content of a window of a size, with its field.
  static func rows(in size: Size) -> Int { max(1, WindowLayout(size).content.height - 4) }

  var takesPaste: Bool { true }
  var pastedLines: Int? { field.holdsPaste ? 1 : nil }

  mutating func filter() { list = ListView() }

  func heard(_ state: State) -> [ActionTable] { tables + [.choiceHelp] }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    let (count, height) = extent(state)
    return changed(in: &state) { choice in
      if choice.list.handle(key, of: count, height: height) { return true }
      guard choice.field.handle(key) else { return false }
      choice.filter()
      return true
    }
  }

  func paste(_ text: String, in state: inout State) {
    var choice = self
    choice.field.paste(text)
    choice.filter()
    state.replaceMode(choice)
  }
}

extension ActionTable {
  /// What is heard in a list filtered by typing.
  static let choice = ActionTable(
    "choice",
    Action(
      "choix.prendre", [.enter], "Choisir", short: "choisir", weight: 100,
      help: "Fait ce qui est sélectionné, ou y va."
    ) { state in (state.modes.last as? any Choice)?.take(in: &state) ?? [] },
    .leave("choix.fermer", help: "Ferme la liste."))
}
