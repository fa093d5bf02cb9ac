import DPES
import TerminalUI

/// What the forms of the état des lieux are about.
enum EtatForm: FormSubject {
  /// By the id; nil for a new one.
  case participant(String?)
  case seance(String)
  /// In the séance of this id.
  case nouvellePromesse(String)
  case promesse(String)
  case fiche(Fiche)
  /// Of the map; nil for a new one.
  case acteur(String?)

  var words: [String] {
    switch self {
    case .participant(let id): ["participant"] + (id.map { [$0] } ?? [])
    case .seance(let id): ["seance", id]
    case .nouvellePromesse(let seance): ["nouvelle-promesse", seance]
    case .promesse(let id): ["promesse", id]
    case .fiche(let fiche): ["fiche", fiche.rawValue]
    case .acteur(let id): ["acteur"] + (id.map { [$0] } ?? [])
    }
  }

  init?(words: [String]) {
    let id = words.dropFirst().first
    switch (words.first, id) {
    case ("participant", _): self = .participant(id)
    case ("acteur", _): self = .acteur(id)
    case ("seance", let id?): self = .seance(id)
    case ("nouvelle-promesse", let seance?): self = .nouvellePromesse(seance)
    case ("promesse", let id?): self = .promesse(id)
    case ("fiche", let name?):
      guard let fiche = Fiche(rawValue: name) else { return nil }
      self = .fiche(fiche)
    default: return nil
    }
  }

  var place: Screen { EtatEcran.place }
  var repeats: Bool {
    switch self {
    case .participant(nil), .acteur(nil), .nouvellePromesse: true
    case .participant, .acteur, .seance, .promesse, .fiche: false
    }
  }

  func canRepeat(_ state: State) -> Bool {
    self == .acteur(nil) ? EtatEcran.whyNoMoreActeurs(state) == nil : repeats
  }

  /// Who follows the cycle is asked where one is followed.
  func asks(_ field: String, in card: FormCard) -> Bool {
    field != "referent" || card.base.suitUnCycle
  }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    content(state, demarche).map {
      FormCard(self, $0.title, $0.fields, base: demarche, le: state.environment.today)
    }
  }

  private func content(
    _ state: State, _ demarche: Demarche
  ) -> (title: String, fields: [Form.Field])? {
    switch self {
    case .participant(nil): ("Nouvelles personnes", FormCard.fields(nil))
    case .participant(let id?):
      demarche.participants.first { $0.id == id }.map {
        ($0.initiales ?? "Participant", FormCard.fields($0))
      }
    case .seance(let id):
      demarche.seances.first { $0.id == id }.map { seance in
        let title = seance.date.map { "Séance du \($0.french)" } ?? "Séance"
        return (title, FormCard.fields(seance, demarche))
      }
    case .nouvellePromesse(let seance):
      demarche.seances.contains { $0.id == seance }
        ? ("Nouvelle promesse", FormCard.fields(Seance.Promesse(), demarche)) : nil
    case .promesse(let id):
      demarche.lieu(dePromesse: id).map { place in
        let promesse = demarche.seances[place.seance].promesses[place.index]
        return ("Promesse", FormCard.fields(promesse, demarche))
      }
    case .fiche(let fiche):
      (fiche.titre, FormCard.fields(fiche.rubriques, of: demarche, state.suggestions))
    case .acteur(nil): ("Nouvel acteur", FormCard.fields(Acteur()))
    case .acteur(let id?):
      demarche.acteurs.first { $0.id == id }.map { ($0.nom ?? "Acteur", FormCard.fields($0)) }
    }
  }

  var nommants: Set<String> {
    switch self {
    case .fiche(.charte): ["signataire", "qualite"]
    case .fiche(.pilotage): Set(Fiche.pilotage.rubriques.map(\.id))
    default: []
    }
  }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    switch self {
    case .fiche(let fiche): try card.check(field, of: fiche.rubriques, in: card.base)
    case .seance(let id) where field == "presents": _ = try EtatEcran.presents(card, id)
    default: break
    }
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    switch self {
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
