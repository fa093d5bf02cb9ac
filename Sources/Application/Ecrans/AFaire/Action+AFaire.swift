import DPES
import TerminalUI

extension Action {
  /// What can be done on the screen « à faire ».
  static let aFaire: [Action] =
    Saisie.statuts.map { realise($0.statut, $0.key, $0.weight) } + [
      Action(
        "a-faire.fiche", [.enter], "Ouvrir la fiche", short: "fiche", weight: 100,
        help:
          "Ouvre la fiche de la ligne choisie\u{A0}: valeur, pièce, date\u{A0}; Échap revient à la ligne.",
        opensText: true, impossible: AFaireEcran.whyNothingToDo,
        perform: { AFaireEcran.openSelected(&$0) }),
      Action(
        "a-faire.aller", [.right], "Y aller", short: "y aller", weight: 60,
        help: "Va à la case, au palier ou à la promesse de la ligne choisie, sur son écran.",
        impossible: AFaireEcran.whyNowhere, perform: { AFaireEcran.goToSelected(&$0) }),
      Action(
        "a-faire.clore", [.character("k")], "Clore la période", short: "clore", weight: 40,
        help: "Mène aux cases vides de la période choisie, une à une, puis la clôt.",
        impossible: AFaireEcran.whyNotClosed, perform: { AFaireEcran.close(&$0) }),
      Action(
        "a-faire.filtrer", [.character("f")], "Filtrer", short: "filtrer", weight: 50,
        help: "Ne montre que ce qui est à une personne, ou d’un axe.",
        impossible: { $0.isOpen ? nil : "Aucune démarche n’est ouverte." },
        perform: { $0.open(AFaireEcran.filterQuestion) }),
      Action(
        "a-faire.personne", [.character("g")], "Grouper par personne, ou par urgence",
        short: "par personne", weight: 45,
        help: "Range ce qui est à faire sous les personnes, ou sous ce qui presse.",
        impossible: AFaireEcran.whyNothingToDo, perform: { AFaireEcran.group(&$0) }),
      Action(
        "a-faire.tout", [.escape], "Tout montrer", help: "Retire le filtre.",
        impossible: { $0.aFaire.filtre.isEmpty ? "Tout est déjà montré." : nil },
        perform: { AFaireEcran.filter(&$0) { $0 = AFaireFiltre() } }),
      links(.aFaire),
    ] + moves(.aFaire) { AFaireEcran.move(&$0, $1) }

  private static func realise(
    _ statut: Realise.Statut, _ key: Character, _ weight: Int
  ) -> Action {
    let isFirst = statut == Saisie.statuts.first?.statut
    return Action(
      "a-faire.\(statut.rawValue)", [.character(key)], statut.mot.capitalizedFirst,
      short: isFirst ? "statut" : nil, lineKeys: isFirst ? "a p x v w c" : nil, weight: weight,
      help: "Dit la ligne choisie «\u{A0}\(statut.mot)\u{A0}», et passe à la suivante.",
      opensText: statut == .nonConcerne, impossible: { AFaireEcran.whyNoStatut($0, statut) },
      perform: { AFaireEcran.set(&$0, statut) })
  }
}

extension ActionTable {
  static let aFaire = ActionTable("aFaire", Action.aFaire)
}
