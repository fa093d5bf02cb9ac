import DPES
import TerminalUI

extension Action {
  /// What can be done on the cercle de qualité.
  static let cercle: [Action] =
    [
      Action(
        "cercle.nouvelle", .screen(.cercle), [.character("n")], "Nouvelle observation",
        short: "nouvelle", weight: 100,
        help: "Ouvre la saisie\u{A0}: le texte, Entrée, l’axe (u p d t), la couleur (r o v).",
        impossible: { $0.readOnlyReason },
        perform: { state in
          state.beginCapture()
          return []
        }),
      Action(
        "cercle.ouvrir", .screen(.cercle), [.enter], "Corriger le texte", short: "corriger",
        weight: 50, help: "Ouvre le texte de l’observation sélectionnée pour le corriger.",
        impossible: { $0.cercleRefusal() },
        perform: { $0.openText(.texte) }),
    ] + [Statut.rouge, .orange, .vert].map(statutAction) + [
      Action(
        "cercle.priorite", .screen(.cercle), [.character("!")], "Priorité", short: "priorité",
        weight: 40, help: "Marque l’observation comme priorité du groupe, ou retire la marque.",
        impossible: { $0.cercleRefusal() },
        perform: { $0.togglePriorite() }),
      Action(
        "cercle.deplacer", .screen(.cercle), [.character("m")], "Déplacer vers un axe",
        short: "déplacer", weight: 45,
        help:
          "Place l’observation\u{A0}: m, puis u p d t, ou a pour la remettre «\u{A0}à placer\u{A0}».",
        impossible: { $0.cercleRefusal() }, perform: { $0.beginMove() }),
      Action(
        "cercle.arguments", .screen(.cercle), [.character("a")], "Arguments",
        short: "arguments", weight: 35,
        help: "Montre ce qui a été dit pour et contre, et l’ajoute ou le corrige.",
        impossible: { state in
          state.cercle.selected(in: state.derived) == nil
            ? "Aucune observation n’est sélectionnée." : nil
        },
        perform: { $0.openArguments() }),
      Action(
        "cercle.desaccord", .screen(.cercle), [.character("d")], "Désaccord du groupe",
        short: "désaccord", weight: 25,
        help:
          "Marque le désaccord et garde la phrase de la minorité\u{A0}; a permet de le retirer.",
        impossible: { $0.cercleRefusal() }, perform: { $0.openText(.minorite) }),
      Action(
        "cercle.regrouper", .screen(.cercle), [.character("g")], "Regrouper avec une autre",
        short: "regrouper", weight: 28,
        help:
          "Réunit deux observations qui disent la même chose\u{A0}; les deux formulations restent.",
        impossible: { $0.cercleRefusal() }, perform: { $0.beginGrouping() }),
      Action(
        "cercle.couper", .screen(.cercle), [.character("c")], "Couper en deux",
        help: "Fait deux observations d’une seule, là où est le curseur.",
        impossible: { $0.cercleRefusal() }, perform: { $0.openText(.scission) }),
      Action(
        "cercle.supprimer", .screen(.cercle), [.delete, .control("d")], "Supprimer l’observation",
        help: "Retire l’observation de l’image\u{A0}; u la fait revenir.",
        impossible: { $0.cercleRefusal() },
        perform: { $0.deleteObservation() }),
      Action(
        "cercle.palier", .screen(.cercle), [.character("p")], "En faire un palier",
        short: "palier", weight: 30,
        help: "Ouvre la fiche d’un palier du schéma qui répond à la priorité choisie.",
        impossible: \.whyNoDraft, perform: { $0.draftPalier() }),
      links(.cercle),
      Action(
        "cercle.votes", .screen(.cercle), [.character("b")], "Votes", short: "votes",
        weight: 22,
        help: "Prépare un vote par gommettes, ou revoit ceux de l’image.",
        impossible: { $0.derived.image == nil ? "Il n’y a pas encore d’image." : nil },
        perform: { $0.openVotes() }),
      Action(
        "cercle.mains", .screen(.cercle), [.character("y")], "Mains levées sur la couleur",
        help: "Note combien de mains se lèvent pour chaque couleur, quand le groupe hésite.",
        impossible: { $0.cercleRefusal() }, perform: { $0.openHands() }),
      Action(
        "cercle.images", .screen(.cercle), [.character("i")], "Images", short: "images",
        weight: 35,
        help: "Passe d’une image à l’autre, fige, ouvre la suivante, compare à celle d’avant.",
        impossible: {
          $0.isViewing ? "Une version d’avant est ouverte\u{A0}: F4 la restaure." : nil
        },
        perform: { $0.openImages() }),
      Action(
        "cercle.liste", .screen(.cercle), [.character("z")], "Liste seule, ou cercle et liste",
        help: "Donne toute la largeur à la liste de l’axe ; encore une fois, le cercle revient.",
        perform: { state in
          state.toggleListAlone()
          return []
        }),
      move("haut", [.up], "Observation précédente") { $0.moveOnCercle(by: -1) },
      move("bas", [.down], "Observation suivante") { $0.moveOnCercle(by: 1) },
      move("gauche", [.left], "Axe précédent") { $0.stepAxis(by: -1) },
      move("droite", [.right], "Axe suivant", short: "axe", lineKeys: "← →") { $0.stepAxis(by: 1) },
      move("page-haut", [.pageUp], "Page précédente") {
        $0.moveOnCercle(by: -$0.cerclePage)
      },
      move("page-bas", [.pageDown], "Page suivante") {
        $0.moveOnCercle(by: $0.cerclePage)
      },
      move("debut", [.home], "Première observation") {
        $0.moveOnCercle(by: -$0.cercle.index)
      },
      move("fin", [.end], "Dernière observation") {
        $0.moveOnCercle(by: $0.derived.image?[$0.cercle.axe].observations.count ?? 0)
      },
    ]

  private static func statutAction(_ statut: Statut) -> Action {
    let word = Marks(.unicode).mark(statut).word
    let isFirst = statut == .rouge
    return Action(
      "cercle.\(word)", .screen(.cercle), [.character(Character(word.prefix(1).lowercased()))],
      "Statut \(word)", short: isFirst ? "statut" : nil, lineKeys: isFirst ? "r o v" : nil,
      weight: isFirst ? 95 : 0, help: "\(word.capitalizedFirst) : \(statut.phrase)",
      impossible: { $0.cercleRefusal() },
      perform: { $0.setStatut(statut) })
  }

  private static func move(
    _ id: String, _ keys: [Key], _ title: String, short: String? = nil, lineKeys: String? = nil,
    _ go: @escaping @Sendable (inout State) -> Void
  ) -> Action {
    Action(
      "cercle.\(id)", .screen(.cercle), keys, title, short: short, lineKeys: lineKeys,
      weight: short == nil ? 0 : 70, help: "\(title)."
    ) { state in
      go(&state)
      return []
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
