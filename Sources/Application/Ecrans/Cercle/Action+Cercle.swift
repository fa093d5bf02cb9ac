import DPES
import TerminalUI

extension Action {
  /// What can be done on the cercle de qualité.
  static let cercle: [Action] =
    [
      Action(
        "cercle.nouvelle", [.character("n")], "Nouvelle observation",
        short: "nouvelle", weight: 100,
        help: "Ouvre la saisie\u{A0}: le texte, Entrée, l’axe (u p d t), la couleur (r o v).",
        opensText: true, impossible: \.readOnlyReason,
        perform: { state in
          Capture.begin(&state)
          return []
        }),
      Action(
        "cercle.ouvrir", [.enter], "Corriger le texte", short: "corriger",
        weight: 50, help: "Ouvre le texte de l’observation sélectionnée pour le corriger.",
        opensText: true, impossible: CercleEcran.refusal, perform: { TextEdit.open(&$0, .texte) }),
    ] + [Statut.rouge, .orange, .vert].map(statutAction) + [
      Action(
        "cercle.priorite", [.character("!"), .character("*")], "Priorité", short: "priorité",
        weight: 40, help: "Marque l’observation comme priorité du groupe, ou retire la marque.",
        impossible: CercleEcran.refusal, perform: { CercleEcran.togglePriorite(&$0) }),
      Action(
        "cercle.deplacer", [.character("m"), .character("x")], "Déplacer vers un axe",
        short: "déplacer", weight: 45,
        help:
          "Place l’observation\u{A0}: m ou x, puis u p d t, ou a pour la remettre «\u{A0}à placer\u{A0}»\u{A0}; au mur, x.",
        impossible: CercleEcran.refusal, perform: { Move.begin(&$0) }),
      Action(
        "cercle.arguments", [.character("a")], "Arguments",
        short: "arguments", weight: 35,
        help: "Montre ce qui a été dit pour et contre, et l’ajoute ou le corrige.",
        impossible: { state in
          state.cercle.selected(in: state.derived) == nil
            ? "Aucune observation n’est sélectionnée." : nil
        },
        perform: { ArgumentCard.open(&$0) }),
      Action(
        "cercle.desaccord", [.character("d")], "Désaccord du groupe",
        short: "désaccord", weight: 25,
        help:
          "Marque le désaccord et garde la phrase de la minorité\u{A0}; a permet de le retirer.",
        opensText: true, impossible: CercleEcran.refusal, perform: { TextEdit.open(&$0, .minorite) }
      ),
      Action(
        "cercle.regrouper", [.character("g")], "Regrouper avec une autre",
        short: "regrouper", weight: 28,
        help:
          "Réunit deux observations qui disent la même chose\u{A0}; les deux formulations restent.",
        impossible: CercleEcran.refusal, perform: { CercleEcran.beginGrouping(&$0) }),
      Action(
        "cercle.couper", [.character("c")], "Couper en deux", short: "couper", weight: 12,
        help: "Fait deux observations d’une seule, là où est le curseur.",
        opensText: true, impossible: CercleEcran.refusal, perform: { TextEdit.open(&$0, .scission) }
      ),
      Action(
        "cercle.supprimer", [.delete, .control("d")], "Supprimer l’observation",
        help: "Retire l’observation de l’image\u{A0}; u la fait revenir.",
        impossible: CercleEcran.refusal, perform: { CercleEcran.deleteObservation(&$0) }),
      Action(
        "cercle.palier", [.character("p")], "En faire un palier", short: "palier", weight: 30,
        help: "Ouvre la fiche d’un palier du schéma qui répond à la priorité choisie.",
        opensText: true, impossible: DraftedPalier.whyNot, perform: { DraftedPalier.open(&$0) }),
      Action(
        "cercle.retour", [.character("k")], "Répondre sans palier",
        short: "répondre", weight: 11,
        help: "Écrit pourquoi l’observation n’a pas de palier\u{A0}; aussi sur une image figée.",
        opensText: true, impossible: RetourForm.whyNot, perform: { RetourForm.open(&$0) }),
      Action(
        "cercle.reprendre", [.character("w")], "Reprendre ce que des pairs ont vu",
        short: "reprendre", weight: 1,
        help:
          "D’un regard de pairs, fait de l’observation une des vôtres, dont vous direz la couleur.",
        impossible: CercleEcran.reprisalRefusal, perform: { CercleEcran.takeUp(&$0) }),
      links(.cercle),
      Action(
        "cercle.votes", [.character("b")], "Votes", short: "votes", weight: 22,
        help: "Prépare un vote par gommettes, ou revoit ceux de l’image.",
        impossible: { $0.derived.image == nil ? "Il n’y a pas encore d’image." : nil },
        perform: { VoteList.open(&$0) }),
      Action(
        "cercle.mains", [.character("y")], "Mains levées sur la couleur",
        help: "Note combien de mains se lèvent pour chaque couleur, quand le groupe hésite.",
        impossible: CercleEcran.refusal, perform: { ShowOfHands.open(&$0) }),
      Action(
        "cercle.images", [.character("i")], "Images", short: "images",
        weight: 35,
        help: "Passe d’une image à l’autre, fige, ouvre la suivante, compare à celle d’avant.",
        impossible: {
          $0.isViewing ? "Une version d’avant est ouverte\u{A0}: F4 la restaure." : nil
        },
        perform: { ImageList.open(&$0) }),
      move(
        .cercle, "liste", [.character("z")], "Liste seule, ou cercle seul",
        help:
          "Donne toute la place à la liste de l’axe, ou, là où elle l’a déjà, au cercle\u{A0}; encore une fois, tout revient."
      ) { $0.cercle.isOther.toggle() },
      move(.cercle, "haut", [.up], "Observation précédente") { CercleEcran.move(&$0, by: -1) },
      move(.cercle, "bas", [.down], "Observation suivante") { CercleEcran.move(&$0, by: 1) },
      move(.cercle, "gauche", [.left], "Axe précédent") { CercleEcran.stepAxis(&$0, by: -1) },
      move(.cercle, "droite", [.right], "Axe suivant", short: "axe", lineKeys: "← →") {
        CercleEcran.stepAxis(&$0, by: 1)
      },
      move(.cercle, "page-haut", [.pageUp], "Page précédente") {
        CercleEcran.move(&$0, by: -CercleEcran.page($0))
      },
      move(.cercle, "page-bas", [.pageDown], "Page suivante") {
        CercleEcran.move(&$0, by: CercleEcran.page($0))
      },
      move(.cercle, "debut", [.home], "Première observation") {
        CercleEcran.move(&$0, by: -$0.cercle.index)
      },
      move(.cercle, "fin", [.end], "Dernière observation") {
        CercleEcran.move(&$0, by: $0.derived.image?[$0.cercle.axe].observations.count ?? 0)
      },
    ]

  private static func statutAction(_ statut: Statut) -> Action {
    let word = Marks(.unicode).mark(statut).word
    let isFirst = statut == .rouge
    return Action(
      "cercle.\(word)", [.character(Character(word.prefix(1).lowercased()))],
      "Statut \(word)", short: isFirst ? "couleur" : nil, lineKeys: isFirst ? "r o v" : nil,
      weight: isFirst ? 95 : 0, help: "\(word.capitalizedFirst) : \(statut.phrase)",
      impossible: CercleEcran.refusal, perform: { CercleEcran.setStatut(&$0, statut) })
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension ActionTable {
  static let cercle = ActionTable("cercle", Action.cercle)
}
