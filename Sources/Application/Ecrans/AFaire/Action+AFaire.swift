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
    ] + moves(.aFaire) { AFaireEcran.move(&$0, $1) }
}

extension ActionTable {
  static let aFaire = ActionTable("aFaire", Action.aFaire)
}
