import TerminalUI

/// A short list on a card, for one of its rows.
protocol Pick: ListModal {
  func take(in state: inout State) -> [Effect]
}

extension ActionTable {
  /// What is heard over it, beside moving.
  static let pick = ActionTable(
    "pick",
    Action(
      "liste.prendre", [.enter], "Choisir", short: "choisir", weight: 100,
      help: "Prend ce qui est sélectionné."
    ) { state in (state.modes.last as? any Pick)?.take(in: &state) ?? [] },
    .leave("liste.fermer", "Renoncer", help: "Rien n’est fait."))
}
