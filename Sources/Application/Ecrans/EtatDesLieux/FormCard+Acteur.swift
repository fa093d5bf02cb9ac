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
      .choice(
        acteur.porteSur, id: "porteSur", label: "Porte sur",
        hint: "Les valeurs, les pratiques, les moyens, ou le tout\u{A0}: une lettre ou ← →."
      ) { Form.Choice.Option($0.key, $0.nom) },
      .choice(
        acteur.niveau, id: "niveau", label: "Niveau",
        hint: "Jusqu’où l’acteur agit\u{A0}: une lettre ou ← →."
      ) { Form.Choice.Option($0.key, $0.nom) },
      Form.Field(
        text: acteur.qualite ?? "", id: "qualite", label: "Qualité",
        hint: "Ce qu’est l’acteur\u{A0}; → propose, un autre s’écrit.", limit: 200,
        suggestions: Acteur.qualites),
      .text(
        acteur.mission, id: "mission", label: "Mission", hint: "Ce pour quoi il est là.",
        limit: 1_000, lines: 3),
      .day(
        acteur.departLe, id: "depart", label: "Parti le",
        hint: "Vide tant que l’acteur est sur la carte\u{A0}; sinon 12/03/2026, 28/02, hier."),
    ]
  }
}

extension Acteur {
  /// What is proposed for what an acteur is.
  fileprivate static let qualites = [
    "Collectivité", "État et ses services", "Organisme public", "Association",
    "Coopérative, mutuelle, fondation", "Entreprise", "Banque, financeur", "Collectif d’habitants",
  ]
}

extension Acteur.PorteSur {
  /// The key that chooses it.
  var key: Character { lettre }
}

extension Acteur.Niveau {
  /// The key that chooses it: its first letter.
  var key: Character { rawValue.first ?? "?" }
}

extension Acteur.Nature {
  /// The key that chooses it.
  var key: Character { lettre }
}

extension EtatEcran {
  static func whyNoActeur(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.etat.acteur == nil ? "Aucun acteur encore\u{A0}: n en ajoute." : nil)
  }

  static func whyNoMoreActeurs(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.etat.rows.carte.count < Acteur.maximum
        ? nil
        : "Une carte se lit jusqu’à \(Acteur.maximum) acteurs\u{A0}: gardez les plus importants.")
  }

  static func confirmActeur(_ state: inout State, _ card: FormCard, _ known: String?) -> [Effect] {
    guard let nom = card.value("nom") else {
      return FormCard.fail(&state, card, "nom", "Il faut dire de qui il s’agit.")
    }
    guard let depart = FormCard.day(&state, card, "depart") else { return [] }
    let (effects, id) = FormCard.commit(&state, card, known, in: \.acteurs) { acteur in
      acteur.nom = nom
      acteur.porteSur = card.form.selection("porteSur").map { Acteur.PorteSur.allCases[$0] }
      acteur.niveau = card.form.selection("niveau").map { Acteur.Niveau.allCases[$0] }
      acteur.qualite = card.value("qualite")
      acteur.mission = card.value("mission")
      acteur.departLe = depart
      acteur.nature = card.form.selection("nature").map { Acteur.Nature.allCases[$0] }
      acteur.objet = card.value("objet")
    }
    guard !effects.isEmpty, let id else { return effects }
    _ = state.etat.select(id)
    state.say("\(TextWidth.excerpt(nom, to: 30))\u{A0}: sur la carte.")
    return effects
  }

  /// Takes the selected acteur off the map; one that a dated map names stays, noted as gone.
  static func removeActeur(_ state: inout State) -> [Effect] {
    guard let acteur = state.etat.acteur else { return [] }
    let jour = state.environment.today
    var retrait: Demarche.RetraitDActeur?
    let answers = state.demarche?.reponses(sur: acteur.id) ?? 0
    let effects = state.change { demarche, _ in
      retrait = demarche.retirerActeur(acteur.id, le: jour)
      if case .dejaParti = retrait { return false }
      return retrait != nil
    }
    switch retrait {
    case .supprime:
      let with = answers == 0 ? "" : ", avec \(answers.counting("réponse")) qui en parlaient"
      state.say("Ôté de la carte\(with).")
    case .parti(let cartes):
      state.say("\(told(cartes))\u{A0}: noté parti aujourd’hui, sans être supprimé.")
    case .dejaParti(let cartes):
      state.refuse("\(told(cartes))\u{A0}: il ne peut être supprimé\u{A0}; noté parti déjà.")
    case nil: break
    }
    return effects
  }

  /// Asks for an observation that comes of the selected acteur.
  static func observeActeur(_ state: inout State) -> [Effect] {
    guard let acteur = state.etat.acteur else { return [] }
    let question = RelationQuestion(kind: .observation, paire: Paire(nil, acteur.id))
    state.ask("Observation du cercle", for: question, acteur.objet ?? "")
    return []
  }

  private static func told(_ cartes: Int) -> String {
    "\(cartes.counting("carte datée", "cartes datées")) \(cartes.agreeing("nomme", "nomment")) cet acteur"
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
      short: "ôter", weight: 20,
      help:
        "Ôte de la carte l’acteur choisi\u{A0}; si une carte datée le nomme, il est noté parti.",
      impossible: EtatEcran.whyNoActeur, perform: { EtatEcran.removeActeur(&$0) }),
    Action(
      "acteur.relations", [.character("r")], "Relations entre acteurs", short: "relations",
      weight: 80, help: "Ouvre les paires d’acteurs\u{A0}: ce qui les lie, dit lettre par lettre.",
      impossible: RelationsMode.whyNot, perform: { RelationsMode.open(&$0) }),
    Action(
      "acteur.dater", [.character("d")], "Dater la carte", short: "dater", weight: 40,
      help: "Garde toutes les relations comme elles sont dites aujourd’hui.",
      impossible: { $0.readOnlyReason }, perform: { RelationsMode.date(&$0) }),
    Action(
      "acteur.comparer", [.character("v")], "Deux dates de la carte", short: "deux dates",
      weight: 35,
      help: "Montre ce que chaque relation est devenue d’une carte datée à la suivante.",
      impossible: CartesComparees.whyNot, perform: { CartesComparees.open(&$0) }),
    Action(
      "acteur.observation", [.character("c")], "En faire une observation du cercle",
      short: "au cercle", weight: 30,
      help: "Écrit une observation à placer sur le cercle, qui vient de l’acteur choisi.",
      opensText: true, impossible: EtatEcran.whyNoActeur, perform: { EtatEcran.observeActeur(&$0) }),
  ]
}
