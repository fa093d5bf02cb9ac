import DPES
import TerminalUI

// What helps with a point: sheets, courses, networks, of the suggestions of this machine.
extension GrilleEcran {
  /// b: what helps the selected point, then its référentiel, then its axis; Entrée puts one in the dossier.
  static func openRessources(_ state: inout State) -> [Effect] {
    guard let point = state.grille.selected?.point, let referentiel = referentiel(state) else {
      return []
    }
    let axe = referentiel.point(point.code)?.axe ?? state.grille.axe
    return RessourceList.open(
      &state,
      pour: ["\(referentiel.id):\(point.code)", referentiel.id] + (axe.map { [$0.rawValue] } ?? []),
      point.intitule)
  }
}

extension Action {
  static let ressourcesDuPoint = Action(
    "grille.ressources", [.character("b")], "Ce qui aide sur ce point", short: "ressources",
    weight: 18,
    help: "Montre des ressources pour ce point\u{A0}; Entrée en met une au dossier Ressources.",
    opensText: true, impossible: { $0.grille.selected == nil ? "Aucun point n’est choisi." : nil },
    perform: { GrilleEcran.openRessources(&$0) })
}
