import DPES
import TerminalUI

extension Action {
  /// What can be done on the screen « à faire ».
  static let aFaire: [Action] =
    [
      Action(
        "a-faire.aller", [.enter], "Y aller", short: "y aller", weight: 100,
        help: "Va à la case, au palier ou à la promesse de la ligne choisie.",
        impossible: AFaireEcran.whyNothingToDo, perform: { AFaireEcran.goToSelected(&$0) }),
      Action(
        "a-faire.personne", [.character("p")], "Par personne, ou par urgence",
        short: "par personne", weight: 80,
        help: "Range ce qui est à faire sous les personnes, ou sous ce qui presse.",
        impossible: AFaireEcran.whyNothingToDo, perform: { AFaireEcran.group(&$0) }),
    ] + [
      move("haut", .up, "Ligne précédente", "Monte d’une ligne.") { AFaireEcran.move(&$0, by: -1) },
      move("bas", .down, "Ligne suivante", "Descend d’une ligne.") { AFaireEcran.move(&$0, by: 1) },
      move("page-haut", .pageUp, "Page précédente", "Remonte d’une page.") {
        AFaireEcran.move(&$0, pages: -1)
      },
      move("page-bas", .pageDown, "Page suivante", "Descend d’une page.") {
        AFaireEcran.move(&$0, pages: 1)
      },
      move("debut", .home, "Première ligne", "Va au début de la liste.") {
        AFaireEcran.move(&$0, by: -$0.aFaire.rows.selectable.count)
      },
      move("fin", .end, "Dernière ligne", "Va à la fin de la liste.") {
        AFaireEcran.move(&$0, by: $0.aFaire.rows.selectable.count)
      },
    ]

  private static func move(
    _ id: String, _ key: Key, _ title: String, _ help: String,
    _ perform: @escaping @Sendable (inout State) -> [Effect]
  ) -> Action {
    Action("a-faire.\(id)", [key], title, help: help, perform: perform)
  }
}

extension ActionTable {
  static let aFaire = ActionTable("aFaire", Action.aFaire)
}
