import DPES

/// What the forms of the état des lieux are about.
enum EtatForm: FormSubject {
  case nouveauParticipant
  /// By the id.
  case participant(String)
  case seance(String)
  /// In the séance of this id.
  case nouvellePromesse(String)
  case promesse(String)
  case fiche(Fiche)
  /// Of the map; nil for a new one.
  case acteur(String?)

  var place: Screen { EtatEcran.place }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    switch self {
    case .nouveauParticipant:
      return FormCard(self, "Nouvelle personne", FormCard.fields(Participant()), base: demarche)
    case .participant(let id):
      guard let one = demarche.participants.first(where: { $0.id == id }) else { return nil }
      return FormCard(
        self, one.initiales ?? "Participant", FormCard.fields(one), base: demarche)
    case .seance(let id):
      guard let seance = demarche.seances.first(where: { $0.id == id }) else { return nil }
      let title = seance.date.map { "Séance du \($0.french)" } ?? "Séance"
      return FormCard(self, title, FormCard.fields(seance, demarche), base: demarche)
    case .nouvellePromesse:
      return FormCard(
        self, "Nouvelle promesse", FormCard.fields(Seance.Promesse(), demarche), base: demarche)
    case .promesse(let id):
      guard let place = demarche.lieu(dePromesse: id) else { return nil }
      return FormCard(
        self, "Promesse",
        FormCard.fields(demarche.seances[place.seance].promesses[place.index], demarche),
        base: demarche)
    case .fiche(let fiche):
      return FormCard(
        self, fiche.titre, EtatEcran.fields(state, fiche, of: demarche), base: demarche)
    case .acteur(nil):
      return FormCard(self, "Nouvel acteur", FormCard.fields(Acteur()), base: demarche)
    case .acteur(let id?):
      guard let acteur = demarche.acteurs.first(where: { $0.id == id }) else { return nil }
      return FormCard(self, acteur.nom ?? "Acteur", FormCard.fields(acteur), base: demarche)
    }
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    switch self {
    case .nouveauParticipant: EtatEcran.confirmParticipant(&state, card, nil)
    case .participant(let id): EtatEcran.confirmParticipant(&state, card, id)
    case .seance(let id): EtatEcran.confirmSeance(&state, card, id)
    case .nouvellePromesse(let seance):
      EtatEcran.confirmPromise(&state, card, nil, ofSeance: seance)
    case .promesse(let id): EtatEcran.confirmPromise(&state, card, id, ofSeance: nil)
    case .fiche(let fiche): EtatEcran.confirmFiche(&state, card, fiche)
    case .acteur(let id): EtatEcran.confirmActeur(&state, card, id)
    }
  }
}
