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
        impossible: GrilleEcran.aIntegrerRefusal, perform: { GrilleEcran.stepAIntegrer(&$0) }),
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
        help:
          "Écrit ce qui existe, ou pourquoi ce n’est pas le cas\u{A0}; d’un outil, ouvre l’argument, les options ou les lignes.",
        opensText: true, impossible: GrilleEcran.refusal,
        perform: { GrilleEcran.openForme(&$0) }),
      Action(
        "grille.texte-a-integrer", [.character("j")], "Dire comment l’intégrer",
        help: "Écrit comment le point sera intégré\u{A0}; d’un choix, vers quoi cela va.",
        opensText: true, impossible: GrilleEcran.secondTextRefusal,
        perform: { GrilleEcran.askForTexte(&$0, .aIntegrer) }),
      Action(
        "grille.observation", [.character("n")], "En faire une observation", short: "observation",
        weight: 95,
        help:
          "Ouvre un texte sous la question\u{A0}: ce qui est dit devient une observation liée à ce point.",
        opensText: true, impossible: GrilleEcran.refusal, perform: { GrilleEcran.observePoint(&$0) }
      ),
      Action(
        "grille.boule", [.character("!"), .character("*")], "Boule pleine", short: "boule pleine",
        weight: 80,
        help: "D’un curseur\u{A0}: marque ce qui est prioritaire, ou d’un effet très fort.",
        impossible: GrilleEcran.curseurRefusal, perform: { GrilleEcran.togglePriorite(&$0) }),
      Action(
        "grille.arguments", [.character("a")], "Arguments du curseur", short: "arguments",
        weight: 78, help: "Montre ce qui a déplacé le curseur, à rediscuter.",
        impossible: GrilleEcran.curseurRefusal, perform: { ArgumentListe.open(&$0) }),
      Action(
        "grille.sujets", [.character("g")], "Fiches ou acteurs de l’outil", short: "fiches",
        weight: 92, help: "Montre les fiches d’un outil, ou les acteurs, et en change.",
        impossible: GrilleEcran.noSujets, perform: { SujetList.open(&$0) }),
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
        "grille.dates", [.character("v")], "Voir deux dates, ou deux fiches, côte à côte",
        short: "deux dates", weight: 22,
        help:
          "Compare les réponses de deux dates, point par point\u{A0}; f ne montre que les autres. D’un outil à fiches, met deux fiches côte à côte.",
        opensText: true, impossible: GrilleEcran.datesRefusal,
        perform: { GrilleEcran.openDates(&$0) }),
      Action(
        "grille.referentiels", [.character("r")], "Outils et référentiels",
        short: "référentiels", weight: 60,
        help:
          "Montre tous les outils et référentiels, leurs points par axe, ceux que la démarche a ouverts.",
        impossible: {
          $0.referentiels?.isEmpty == false ? nil : "Aucun référentiel n’a été trouvé."
        },
        perform: { ReferentielList.open(&$0) }),
      .ressourcesDuPoint,
      links(.grille),
      move(
        .grille, "filtre", [.character("f")],
        "Seulement les points sans réponse, ou changés entre deux dates, ou incontournables, ou tous",
        short: "filtrer"
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
      opensText: existante == .nonConcerne,
      impossible: { GrilleEcran.answerRefusal($0, existante) },
      perform: { GrilleEcran.answer(&$0, existante) })
  }
}

extension ActionTable {
  static let grille = ActionTable("grille", Action.grille)
}
