import TerminalUI

extension Action {
  /// Up and down a list, one by one, by page, to its ends.
  static func moves(
    _ screen: Screen, _ perform: @escaping @Sendable (inout State, Key) -> [Effect]
  ) -> [Action] {
    let table: [(String, Key, String, String)] = [
      ("haut", .up, "Ligne précédente", "Monte d’une ligne."),
      ("bas", .down, "Ligne suivante", "Descend d’une ligne."),
      ("page-haut", .pageUp, "Page précédente", "Remonte d’une page."),
      ("page-bas", .pageDown, "Page suivante", "Descend d’une page."),
      ("debut", .home, "Première ligne", "Va au début de la liste."),
      ("fin", .end, "Dernière ligne", "Va à la fin de la liste."),
    ]
    return table.map { id, key, title, help in
      Action("\(screen.name).\(id)", [key], title, help: help) { perform(&$0, key) }
    }
  }

  /// Closing the mode on top without an answer.
  static func leave(
    _ id: String, _ title: String = "Fermer", also keys: [Key] = [], short: String? = nil,
    weight: Int = 90, help: String
  ) -> Action {
    Action(
      id, [.escape, .control("c")] + keys, title, short: short ?? title.lowercased(),
      weight: weight, help: help, perform: { $0.leaveMode() })
  }

  /// Going back on the last change, from a mode.
  static func undo(
    in place: String, _ keys: [Key] = [.character("u")], short: String? = nil,
    help: String = "Revient sur le dernier changement."
  ) -> Action {
    Action(
      "\(place).annuler", keys, "Annuler", short: short, weight: short == nil ? 0 : 60, help: help,
      impossible: \.whyNothingToUndo, perform: { $0.undo() })
  }

  /// A move around a screen, which asks nothing of the world; the weight is that of the bottom line,
  /// for one that stands there.
  static func move(
    _ screen: Screen, _ id: String, _ keys: [Key], _ title: String, help: String? = nil,
    short: String? = nil, lineKeys: String? = nil, weight: Int = 70,
    _ go: @escaping @Sendable (inout State) -> Void
  ) -> Action {
    Action(
      "\(screen.name).\(id)", keys, title, short: short, lineKeys: lineKeys,
      weight: short == nil ? 0 : weight, help: help ?? "\(title)."
    ) { state in
      go(&state)
      return []
    }
  }
}
