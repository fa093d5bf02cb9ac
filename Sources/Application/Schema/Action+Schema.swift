import TerminalUI

extension Action {
  /// What can be done on the schéma de progrès.
  static let schema: [Action] = [
    shift(
      "plus-tot", [.character("<"), .shiftLeft], "Échéance un mois plus tôt", by: -1,
      lineKeys: "< >"),
    shift("plus-tard", [.character(">"), .shiftRight], "Échéance un mois plus tard", by: 1),
    move("haut", [.up], "Palier au-dessus", short: "palier", lineKeys: "↑ ↓") {
      $0.climb(by: 1)
    },
    move("bas", [.down], "Palier au-dessous") { $0.climb(by: -1) },
    move("axe-precedent", [.left], "Axe précédent", short: "axe", lineKeys: "← →") {
      $0.stepSchemaAxis(by: -1)
    },
    move("axe-suivant", [.right], "Axe suivant") { $0.stepSchemaAxis(by: 1) },
    move("page-haut", [.pageUp], "Plusieurs paliers plus haut") { $0.climbPage(1) },
    move("page-bas", [.pageDown], "Plusieurs paliers plus bas") { $0.climbPage(-1) },
    move("premier", [.home], "Premier palier de l’axe") { $0.selectRank(0) },
    move("dernier", [.end], "Dernier palier de l’axe") { $0.selectRank(Int.max) },
  ]

  private static func shift(
    _ id: String, _ keys: [Key], _ title: String, by delta: Int, lineKeys: String? = nil
  ) -> Action {
    Action(
      "schema.\(id)", .screen(.schema), keys, title, short: lineKeys == nil ? nil : "échéance",
      lineKeys: lineKeys, weight: lineKeys == nil ? 0 : 95,
      help: "\(title), sur le palier sélectionné\u{A0}; ses objectifs suivent.",
      impossible: { $0.echeanceRefusal(by: delta) },
      perform: { $0.shiftEcheance(by: delta) })
  }

  private static func move(
    _ id: String, _ keys: [Key], _ title: String, short: String? = nil, lineKeys: String? = nil,
    _ go: @escaping @Sendable (inout State) -> Void
  ) -> Action {
    Action(
      "schema.\(id)", .screen(.schema), keys, title, short: short, lineKeys: lineKeys,
      weight: short == nil ? 0 : 80, help: "\(title)."
    ) { state in
      go(&state)
      return []
    }
  }
}
