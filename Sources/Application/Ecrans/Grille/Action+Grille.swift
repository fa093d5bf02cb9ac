import DPES
import TerminalUI

extension Action {
  /// What can be done in the grille.
  static let grille: [Action] =
    [
      answer(.oui, "o", "Oui", short: "réponse", lineKeys: "o p x c"),
      answer(.partielle, "p", "Partielle"),
      answer(.non, "x", "Non"),
      answer(.nonConcerne, "c", "Non concerné"),
      Action(
        "grille.a-integrer", [.character("i")], "À intégrer\u{A0}: oui, non, dans l’idéal",
        short: "à intégrer", weight: 90,
        help: "Passe de oui à non, à «\u{A0}dans l’idéal\u{A0}», puis à rien.",
        impossible: GrilleEcran.refusal, perform: { GrilleEcran.stepAIntegrer(&$0) }),
      Action(
        "grille.moins", [.character("<"), .shiftLeft], "Un an plus tôt", short: "un an",
        lineKeys: "< >", weight: 15,
        help: "Dans l’idéal, un an plus tôt.", impossible: GrilleEcran.idealRefusal,
        perform: { GrilleEcran.shiftIdeal(&$0, by: -1) }),
      Action(
        "grille.plus", [.character(">"), .shiftRight], "Un an plus tard",
        help: "Dans l’idéal, un an plus tard.", impossible: GrilleEcran.idealRefusal,
        perform: { GrilleEcran.shiftIdeal(&$0, by: 1) }),
      Action(
        "grille.texte", [.enter], "Dire comment, ou pourquoi", short: "comment", weight: 85,
        help: "Écrit ce qui existe, ou pourquoi ce n’est pas le cas.",
        opensText: true, impossible: GrilleEcran.refusal,
        perform: { GrilleEcran.askForTexte(&$0, .existante) }),
      Action(
        "grille.texte-a-integrer", [.character("j")], "Dire comment l’intégrer",
        help: "Écrit comment le point sera intégré.",
        opensText: true, impossible: GrilleEcran.refusal,
        perform: { GrilleEcran.askForTexte(&$0, .aIntegrer) }),
      Action(
        "grille.observation", [.character("n")], "En faire une observation", short: "observation",
        weight: 95,
        help:
          "Ouvre un texte sous la question\u{A0}: ce qui est dit devient une observation liée à ce point.",
        opensText: true, impossible: GrilleEcran.refusal, perform: { GrilleEcran.observePoint(&$0) }
      ),
      Action(
        "grille.effacer", [.delete, .control("d")], "Effacer la réponse",
        help: "Retire la réponse\u{A0}; u la fait revenir.",
        impossible: GrilleEcran.refusal, perform: { GrilleEcran.clearReponse(&$0) }),
      Action(
        "grille.date", [.character("d")], "Reprendre les réponses à la date du jour",
        short: "reprendre", weight: 20,
        help: "Ouvre les réponses du jour à partir des dernières, qui restent pour comparer.",
        impossible: \.readOnlyReason, perform: { GrilleEcran.beginDates(&$0) }),
      Action(
        "grille.dates", [.character("v")], "Voir deux dates côte à côte",
        short: "deux dates", weight: 22,
        help:
          "Compare les réponses de deux dates, point par point\u{A0}; f ne montre que les autres.",
        opensText: true, impossible: GrilleEcran.datesRefusal,
        perform: { $0.open(GrilleDatesForm()) }),
      Action(
        "grille.referentiels", [.character("r")], "Référentiels côte à côte",
        short: "référentiels", weight: 60,
        help: "Montre tous les référentiels, leurs points par axe, ceux que la démarche a ouverts.",
        impossible: {
          $0.referentiels?.isEmpty == false ? nil : "Aucun référentiel n’a été trouvé."
        },
        perform: { ReferentielList.open(&$0) }),
      links(.grille),
      move(
        .grille, "filtre", [.character("f")],
        "Seulement les points sans réponse, ou changés entre deux dates, ou tous", short: "filtrer"
      ) { GrilleEcran.toggleFilter(&$0) },
      move(.grille, "haut", [.up], "Point précédent") { $0.grille.step(by: -1) },
      move(.grille, "bas", [.down], "Point suivant") { $0.grille.step(by: 1) },
      move(.grille, "gauche", [.left], "Axe précédent") { GrilleEcran.stepAxis(&$0, by: -1) },
      move(.grille, "droite", [.right], "Axe suivant", short: "axe", lineKeys: "← →") {
        GrilleEcran.stepAxis(&$0, by: 1)
      },
      move(.grille, "page-haut", [.pageUp], "Page précédente") {
        $0.grille.step(by: -$0.grille.page)
      },
      move(.grille, "page-bas", [.pageDown], "Page suivante") {
        $0.grille.step(by: $0.grille.page)
      },
      move(.grille, "debut", [.home], "Premier point") { $0.grille.select(0) },
      move(.grille, "fin", [.end], "Dernier point") { $0.grille.select(Int.max) },
    ]

  private static func answer(
    _ existante: Reponse.Existante, _ key: Character, _ title: String, short: String? = nil,
    lineKeys: String? = nil
  ) -> Action {
    Action(
      "grille.\(existante.rawValue)", [.character(key)], title, short: short, lineKeys: lineKeys,
      weight: short == nil ? 0 : 100, help: "Dimension existante\u{A0}: \(existante.mot).",
      opensText: existante == .nonConcerne, impossible: GrilleEcran.refusal,
      perform: { GrilleEcran.answer(&$0, existante) })
  }
}

extension ActionTable {
  static let grille = ActionTable("grille", Action.grille)
}
