import DPES
import TerminalUI

extension Action {
  /// What can be done on the état des lieux, whatever the section.
  static let etat: [Action] =
    [
      Action(
        "etat.seance", [.character("o")], "Ouvrir la séance du jour", short: "séance du jour",
        weight: 75, help: "Ouvre la séance d’aujourd’hui, sur les promesses de la dernière.",
        impossible: \.readOnlyReason, perform: { EtatEcran.openSeance(&$0) }),
      move(
        .etat, "section-suivante", [.right], "Section suivante",
        help:
          "Passe à la section suivante\u{A0}; dans le profil, à la case de droite d’abord, et dans le cycle ouvre les journées.",
        short: "section", lineKeys: "← →", weight: 40
      ) { EtatEcran.stepBox(&$0, by: 1) },
      move(
        .etat, "section-precedente", [.left], "Section précédente",
        help: "Passe à la section précédente."
      ) { EtatEcran.stepBox(&$0, by: -1) },
    ] + moves(.etat) { EtatEcran.move(&$0, $1) }

  /// Everybody is there: in a séance, and at the tour de table.
  fileprivate static let allPresent = Action(
    "personne.presents", [.character("A")], "Tout le monde est présent", short: "tous présents",
    weight: 65,
    help: "Note présents à la séance du jour tous ceux du tour de table qui n’en sont pas partis.",
    impossible: EtatEcran.whyNobody, perform: { EtatEcran.noteAllPresent(&$0) })

  fileprivate static let participants: [Action] = [
    Action(
      "personne.nouvelle", [.character("n")], "Nouvelle personne", short: "nouvelle", weight: 90,
      help: "Ajoute une personne au tour de table\u{A0}; ses initiales suffisent.",
      opensText: true, impossible: \.readOnlyReason, perform: { $0.open(EtatForm.participant(nil)) }
    ),
    Action(
      "personne.modifier", [.enter], "Modifier la personne", short: "modifier", weight: 70,
      help: "Ouvre la fiche de la personne choisie.", opensText: true,
      impossible: EtatEcran.whyNoParticipant
    ) { state in
      state.etat.participant.map { state.open(EtatForm.participant($0.id)) } ?? []
    },
    Action(
      "personne.presence", [.character(" "), .character("p")],
      "Présente, ou absente", short: "présence", weight: 80,
      help: "Note que la personne est à la séance du jour, ou n’y est pas, et descend d’une ligne.",
      impossible: EtatEcran.whyNoParticipant, perform: { EtatEcran.togglePresence(&$0) }),
    allPresent,
    Action(
      "personne.ordre", [.character("c")], "Classer le tour de table", short: "classer", weight: 50,
      help: "Range par initiales, par collège, par implication, puis comme à la table.",
      perform: { EtatEcran.sortParticipants(&$0) }),
    Action(
      "personne.monter", [.shiftUp, .character("<")],
      "Avancer d’une place", short: "place", lineKeys: "< >", weight: 15,
      help: "Avance la personne d’une place autour de la table.",
      impossible: EtatEcran.whyNotMoved, perform: { EtatEcran.moveParticipant(&$0, by: -1) }),
    Action(
      "personne.descendre", [.shiftDown, .character(">")],
      "Reculer d’une place", help: "Recule la personne d’une place autour de la table.",
      impossible: EtatEcran.whyNotMoved, perform: { EtatEcran.moveParticipant(&$0, by: 1) }),
    Action(
      "personne.retirer", [.delete, .control("d")], "Retirer la personne",
      short: "retirer", weight: 20,
      help: "Retire la personne\u{A0}; si la démarche la nomme, elle est seulement notée partie.",
      impossible: EtatEcran.whyNoParticipant, perform: { EtatEcran.removeParticipant(&$0) }),
  ]

  /// What is heard in the section of the séances.
  static let seances: [Action] = [
    Action(
      "promesse.nouvelle", [.character("n")], "Nouvelle promesse", short: "promesse", weight: 90,
      help: "Ajoute une promesse à la séance choisie\u{A0}: quoi, qui, pour quand.",
      opensText: true, impossible: EtatEcran.whyNoSeance
    ) { state in
      state.etat.row.map {
        state.open(EtatForm.nouvellePromesse(state.etat.rows.seances[$0.seance].id))
      } ?? []
    },
    Action(
      "seance.modifier", [.enter], "Ouvrir la fiche", short: "ouvrir",
      weight: 70, help: "Ouvre la fiche de la séance, de la promesse ou de la demande choisie.",
      opensText: true, impossible: EtatEcran.whyNoSeance
    ) { state in
      state.etat.row.map { row in
        if row.demande != nil { return state.open(DemandeForm.demande(row.id)) }
        return state.open(
          row.promesse == nil ? EtatForm.seance(row.id) : EtatForm.promesse(row.id))
      } ?? []
    },
    Action(
      "demande.nouvelle", [.character("d")], "Demander au conseil", short: "demander", weight: 50,
      help:
        "Ajoute ce qui est demandé au conseil, au Comité ou à qui vient, à la séance choisie\u{A0}; d’un tour de table, au conseil qui vient.",
      opensText: true, impossible: EtatEcran.whyNoSeance,
      perform: { ConseilQuestion.ask(&$0) }),
    allPresent.heard(in: "seance", short: "tous présents", weight: 60),
    Action(
      "promesse.etat", [.character(" "), .character("p")],
      "Promesse tenue, abandonnée, ouverte", short: "tenue…", weight: 80,
      help: "Dit la promesse choisie tenue, puis abandonnée, puis de nouveau ouverte.",
      impossible: EtatEcran.whyNoPromise, perform: { EtatEcran.stepPromise(&$0) }),
    Action(
      "seance.supprimer", [.delete, .control("d")],
      "Supprimer la séance, la promesse ou la demande", short: "supprimer", weight: 20,
      help: "Supprime ce qui est choisi\u{A0}; une séance dont vient une image reste.",
      impossible: EtatEcran.whyNoSeance, perform: { EtatEcran.removeSeanceOrPromise(&$0) }),
  ]

  /// Turns told or not, on every screen and while typing.
  static let turns = Action(
    "tours", [.control("t")], "Tours de parole\u{A0}: montrer ou cacher",
    help: "Montre ou cache qui a parlé combien de fois, et à qui c’est le tour.",
    impossible: { $0.isOpen ? nil : "Aucune démarche n’est ouverte." },
    perform: { EtatEcran.toggleTurns(&$0) })
}

extension EtatEcran {
  /// What can be done on a section, before what its screen hears.
  static func table(of section: Section) -> ActionTable { sections[section] ?? .etat }

  private static let sections: [Section: ActionTable] = [
    .etapes: ActionTable("etapes", Action.etapes),
    .structure: ActionTable("structure", Action.structure),
    .pilotage: ActionTable("pilotage", Action.pilotage),
    .participants: ActionTable("participants", Action.participants),
    .acteurs: ActionTable("acteurs", Action.acteurs),
    .profilStrategique: ActionTable("profil", Action.profil),
    .seances: ActionTable("seances", Action.seances),
    .cycle: ActionTable("cycle", Action.cycle),
  ]
}

extension ActionTable {
  static let etat = ActionTable("etat", Action.etat)
}
