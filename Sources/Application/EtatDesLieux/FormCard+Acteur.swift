import DPES
import TerminalUI

extension FormCard {
  static func fields(_ acteur: Acteur) -> [Form.Field] {
    [
      Form.Field(
        text: acteur.nom ?? "", id: "nom", label: "Acteur",
        hint: "Une organisation, un groupe\u{A0}: pas le nom d’une personne.", limit: 200),
      Form.Field(
        choice: Form.Choice(
          Acteur.Nature.allCases.map { Form.Choice.Option($0.key, $0.nom) },
          selection: acteur.nature.flatMap(Acteur.Nature.allCases.firstIndex)),
        id: "nature", label: "Relation", hint: "Ce qui domine\u{A0}: une lettre ou ← →."),
      Form.Field(
        text: acteur.objet ?? "", id: "objet", label: "Objet",
        hint: "Ce sur quoi porte la relation.", limit: 1_000, lines: 4),
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

extension State {
  var whyNoActeur: String? {
    readOnlyReason
      ?? (etat.acteur(in: derived) == nil ? "Aucun acteur encore\u{A0}: n en ajoute." : nil)
  }

  var whyNoMoreActeurs: String? {
    readOnlyReason
      ?? (derived.etat.acteurs.count < Acteur.maximum
        ? nil
        : "Une carte se lit jusqu’à \(Acteur.maximum) acteurs\u{A0}: gardez les plus importants.")
  }

  mutating func confirmActeur(_ card: FormCard, _ known: String?) -> [Effect] {
    guard let nom = card.value("nom") else {
      return fail(card, "nom", "Il faut dire de qui il s’agit.")
    }
    func fill(_ acteur: inout Acteur) {
      acteur.nom = nom
      acteur.nature = card.form.selection("nature").map { Acteur.Nature.allCases[$0] }
      acteur.objet = card.value("objet")
    }
    var id = known
    let effects = commit(card) { demarche, ids in
      if let known { return demarche.acteurs.modifier(known, fill) }
      var acteur = Acteur()
      fill(&acteur)
      id = demarche.acteurs.ajouter(acteur, ids: &ids)
      return true
    }
    guard !effects.isEmpty, let id else { return effects }
    _ = etat.select(id, in: derived)
    say("\(TextWidth.truncated(nom, to: 30))\u{A0}: sur la carte.")
    return effects
  }

  mutating func removeActeur() -> [Effect] {
    guard let acteur = etat.acteur(in: derived) else { return [] }
    let effects = change { demarche, _ in demarche.acteurs.supprimer(acteur.id) }
    if !effects.isEmpty { say("Ôté de la carte. u l’y remet.") }
    return effects
  }
}

extension Action {
  /// What can be done with the map of the actors.
  static let acteurs: [Action] = [
    Action(
      "acteur.nouveau", .section(.acteurs), [.character("n")], "Nouvel acteur",
      short: "nouvel acteur",
      weight: 90, help: "Ajoute un acteur autour de la structure\u{A0}: douze au plus.",
      impossible: \.whyNoMoreActeurs, perform: { $0.openForm(.acteur(nil)) }),
    Action(
      "acteur.modifier", .section(.acteurs), [.enter], "Modifier l’acteur", short: "modifier",
      weight: 70, help: "Ouvre la fiche de l’acteur choisi\u{A0}: la relation et son objet.",
      impossible: \.whyNoActeur
    ) { state in
      state.etat.acteur(in: state.derived).map { state.openForm(.acteur($0.id)) } ?? []
    },
    Action(
      "acteur.retirer", .section(.acteurs), [.delete, .control("d")], "Ôter l’acteur",
      short: "ôter", weight: 20, help: "Ôte de la carte l’acteur choisi.",
      impossible: \.whyNoActeur, perform: { $0.removeActeur() }),
  ]
}
