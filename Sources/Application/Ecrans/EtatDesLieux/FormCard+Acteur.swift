import DPES
import TerminalUI

extension FormCard {
  static func fields(_ acteur: Acteur) -> [Form.Field] {
    [
      .text(
        acteur.nom, id: "nom", label: "Acteur",
        hint: "Une organisation, un groupe\u{A0}: pas le nom d’une personne.", limit: 200),
      .choice(
        acteur.nature, id: "nature", label: "Relation",
        hint: "Ce qui domine\u{A0}: une lettre ou ← →."
      ) { Form.Choice.Option($0.key, $0.nom) },
      .text(
        acteur.objet, id: "objet", label: "Objet", hint: "Ce sur quoi porte la relation.",
        limit: 1_000, lines: 4),
    ]
  }
}

extension Acteur.Nature {
  /// The key that chooses it.
  var key: Character {
    switch self {
    case .alliance: "a"
    case .opposition: "o"
    case .negociation: "n"
    case .neutralite: "t"
    case .interdependance: "i"
    }
  }
}

extension EtatEcran {
  static func whyNoActeur(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.etat.acteur == nil ? "Aucun acteur encore\u{A0}: n en ajoute." : nil)
  }

  static func whyNoMoreActeurs(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.etat.rows.acteurs.count < Acteur.maximum
        ? nil
        : "Une carte se lit jusqu’à \(Acteur.maximum) acteurs\u{A0}: gardez les plus importants.")
  }

  static func confirmActeur(_ state: inout State, _ card: FormCard, _ known: String?) -> [Effect] {
    guard let nom = card.value("nom") else {
      return FormCard.fail(&state, card, "nom", "Il faut dire de qui il s’agit.")
    }
    let (effects, id) = FormCard.commit(&state, card, known, in: \.acteurs) { acteur in
      acteur.nom = nom
      acteur.nature = card.form.selection("nature").map { Acteur.Nature.allCases[$0] }
      acteur.objet = card.value("objet")
    }
    guard !effects.isEmpty, let id else { return effects }
    _ = state.etat.select(id)
    state.say("\(TextWidth.excerpt(nom, to: 30))\u{A0}: sur la carte.")
    return effects
  }

  static func removeActeur(_ state: inout State) -> [Effect] {
    guard let acteur = state.etat.acteur else { return [] }
    return change(&state, saying: "Ôté de la carte.") { demarche, _ in
      demarche.acteurs.supprimer(acteur.id)
    }
  }
}

extension Action {
  /// What can be done with the map of the actors.
  static let acteurs: [Action] = [
    Action(
      "acteur.nouveau", [.character("n")], "Nouvel acteur", short: "nouvel acteur", weight: 90,
      help: "Ajoute un acteur autour de la structure\u{A0}: douze au plus.",
      opensText: true, impossible: EtatEcran.whyNoMoreActeurs,
      perform: { $0.open(EtatForm.acteur(nil)) }),
    Action(
      "acteur.modifier", [.enter], "Modifier l’acteur", short: "modifier",
      weight: 70, help: "Ouvre la fiche de l’acteur choisi\u{A0}: la relation et son objet.",
      opensText: true, impossible: EtatEcran.whyNoActeur
    ) { state in
      state.etat.acteur.map { state.open(EtatForm.acteur($0.id)) } ?? []
    },
    Action(
      "acteur.retirer", [.delete, .control("d")], "Ôter l’acteur",
      short: "ôter", weight: 20, help: "Ôte de la carte l’acteur choisi.",
      impossible: EtatEcran.whyNoActeur, perform: { EtatEcran.removeActeur(&$0) }),
  ]
}
