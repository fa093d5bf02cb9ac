import DPES
import TerminalUI

extension Action {
  /// What can be done on the tableau de bord.
  static let tableau: [Action] =
    Saisie.statuts.map { realise($0.statut, $0.key, $0.weight, $0.help) } + [
      Action(
        "tableau.vider", [.delete, .control("d")], "Vider la case",
        short: "vider", weight: 20,
        help: "Efface le réalisé de la case, avec sa valeur, son commentaire et sa pièce.",
        impossible: {
          TableauEcran.whyNoRealise($0)
            ?? ($0.tableau.cell?.realise == nil ? "Cette case est déjà vide." : nil)
        },
        perform: { TableauEcran.emptyCell(&$0) }),
      Action(
        "tableau.fiche", [.enter], "Ouvrir la fiche", short: "fiche", weight: 85,
        help:
          "Ouvre la fiche de la case\u{A0}: valeur, commentaire, pièce, qui, objectif. Déplie ce qui est replié.",
        opensText: true, impossible: TableauEcran.whyNoCard, perform: { TableauEcran.openCell(&$0) }
      ),
      .depart("tableau", weight: 8), links(.tableau),
    ] + listing + moves

  /// What the tableau lists, and closing a period.
  private static let listing: [Action] = [
    Action(
      "tableau.filtrer", [.character("f")], "Filtrer", short: "filtrer",
      weight: 40, help: "Ne montre que les indicateurs dus, en retard, perdus, ou d’une personne.",
      impossible: { $0.isOpen ? nil : "Aucune démarche n’est ouverte." },
      perform: { $0.open(TableauEcran.filterQuestion) }),
    Action(
      "tableau.axe", [.character("z")], "Un seul axe", short: "un axe",
      weight: 30, help: "Ne montre que l’axe de la ligne choisie, ou de nouveau les quatre.",
      perform: { TableauEcran.zoom(&$0) }),
    Action(
      "tableau.tout", [.escape], "Tout montrer",
      help: "Retire le filtre.",
      impossible: { $0.tableau.filtre.isEmpty ? "Tout est déjà montré." : nil },
      perform: { TableauEcran.filter(&$0) { $0 = TableauFiltre() } }),
    Action(
      "tableau.replier", [.character(" ")], "Replier le palier, l’axe",
      short: "replier", weight: 25,
      help: "Replie le palier en une ligne, puis son axe, puis déplie tout l’axe.",
      impossible: TableauEcran.whyNoFold, perform: { TableauEcran.fold(&$0) }),
    Action(
      "tableau.replier-tout", [.character("g")], "Replier tout le tableau",
      short: "tout replier", weight: 12,
      help: "Replie tout en paliers, puis en axes, puis déplie tout.",
      impossible: TableauEcran.whyNoFold, perform: { TableauEcran.foldWhole(&$0) }),
    Action(
      "tableau.clore", [.character("k")], "Clore la période", short: "clore",
      weight: 22,
      help:
        "Mène aux cases vides de la période choisie, une à une, puis la clôt\u{A0}; ensuite une case se corrige, avec un motif.",
      impossible: TableauEcran.whyNotClosed, perform: { TableauEcran.closePeriod(&$0) }),
    Action(
      "tableau.clore-ainsi", [.character("K")], "Clore avec les cases vides",
      help: "Après k, clôt la période telle qu’elle est\u{A0}: ce qui est vide le reste.",
      impossible: TableauEcran.whyNotClosed, perform: { TableauEcran.closeAsItStands(&$0) }),
  ]

  private static let moves: [Action] = [
    move(.tableau, "haut", [.up], "Indicateur précédent", help: "Passe à l’indicateur au-dessus.") {
      TableauEcran.move(&$0, rows: -1)
    },
    move(.tableau, "bas", [.down], "Indicateur suivant", help: "Passe à l’indicateur au-dessous.") {
      TableauEcran.move(&$0, rows: 1)
    },
    move(.tableau, "gauche", [.left], "Période précédente", help: "Passe six mois plus tôt.") {
      TableauEcran.move(&$0, periods: -1)
    },
    move(.tableau, "droite", [.right], "Période suivante", help: "Passe six mois plus tard.") {
      TableauEcran.move(&$0, periods: 1)
    },
    move(.tableau, "page-haut", [.pageUp], "Page précédente", help: "Remonte d’une page.") {
      TableauEcran.move(&$0, pages: -1)
    },
    move(.tableau, "page-bas", [.pageDown], "Page suivante", help: "Descend d’une page.") {
      TableauEcran.move(&$0, pages: 1)
    },
    move(
      .tableau, "debut", [.home], "Premier indicateur", help: "Va au premier indicateur du tableau."
    ) {
      TableauEcran.move(&$0, rows: -$0.tableau.rows.count)
    },
    move(
      .tableau, "fin", [.end], "Dernier indicateur", help: "Va au dernier indicateur du tableau."
    ) {
      TableauEcran.move(&$0, rows: $0.tableau.rows.count)
    },
  ]

  private static func realise(
    _ statut: Realise.Statut, _ key: Character, _ weight: Int, _ help: String
  ) -> Action {
    Action(
      "tableau.\(statut.rawValue)", [.character(key)], statut.mot.capitalizedFirst,
      short: statut.mot, weight: weight, help: help,
      opensText: statut == .nonConcerne, impossible: TableauEcran.whyNoRealise,
      perform: { TableauEcran.setRealise(&$0, statut) })
  }
}

extension ActionTable {
  static let tableau = ActionTable("tableau", Action.tableau)
}
