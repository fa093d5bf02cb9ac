import DPES
import TerminalUI

/// What a form of the schéma is about.
enum SchemaCard: FormSubject {
  /// On an axis; it answers an observation, when it is drafted from it.
  case nouveauPalier(Axe, observation: String?)
  /// By the id.
  case palier(String)
  /// Of the palier of this id.
  case nouvelIndicateur(String)
  case indicateur(String)
  /// Of the palier of this id.
  case nouvelEngagement(String)
  case engagement(String)
}

extension SchemaCard {
  var place: Screen { SchemaEcran.place }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    SchemaCard.confirm(&state, card, self)
  }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    switch self {
    case .nouveauPalier(let axe, let observation):
      var palier = Palier()
      palier.axe = axe
      palier.intitule = observation.flatMap(demarche.texte(deObservation:)) ?? ""
      palier.echeanceMois = demarche.schema.echeanceProposee(sur: axe)
      return card(
        "Nouveau palier, \(axe.nomCourt)", FormCard.fields(palier, isNew: true), demarche)
    case .palier(let id):
      guard let palier = demarche.schema.paliers.first(where: { $0.id == id }) else { return nil }
      return card(
        "Palier\(palier.rang.map { " \($0)" } ?? ""), \(palier.axe.nomCourt)",
        FormCard.fields(palier, isNew: false), demarche)
    case .nouvelIndicateur(let palier):
      guard demarche.schema.paliers.contains(where: { $0.id == palier }) else { return nil }
      return card("Nouvel indicateur", FormCard.fields(Indicateur(), demarche), demarche)
    case .indicateur(let id):
      guard let place = demarche.lieu(deIndicateur: id) else { return nil }
      let indicateur = demarche.schema.paliers[place.palier].indicateurs[place.index]
      return card("Indicateur", FormCard.fields(indicateur, demarche), demarche)
    case .nouvelEngagement(let palier):
      guard demarche.schema.paliers.contains(where: { $0.id == palier }) else { return nil }
      return card("Nouvel engagement", FormCard.fields(Palier.Engagement(), demarche), demarche)
    case .engagement(let id):
      guard let place = demarche.lieu(deEngagement: id) else { return nil }
      let engagement = demarche.schema.paliers[place.palier].engagements[place.index]
      return card("Engagement", FormCard.fields(engagement, demarche), demarche)
    }
  }

  private func card(_ title: String, _ fields: [Form.Field], _ demarche: Demarche) -> FormCard {
    FormCard(self, title, fields, base: demarche)
  }
}

extension Demarche {
  fileprivate func texte(deObservation id: String) -> String? {
    lieu(deObservation: id).map { cercles[$0.cercle].observations[$0.index].texte }
  }
}

extension SchemaDeProgres {
  /// A period after the axis' last deadline: what a new palier starts from, to be changed.
  fileprivate func echeanceProposee(sur axe: Axe) -> Int {
    let last = paliers.lazy.filter { $0.axe == axe }.compactMap(\.echeanceMois).max() ?? 0
    return min(max(last + Periode.duree, 1), max(dureeMois, last, Periode.duree))
  }
}

extension SchemaCard {
  /// Keeps what a form of the schéma holds.
  static func confirm(_ state: inout State, _ card: FormCard, _ purpose: SchemaCard) -> [Effect] {
    switch purpose {
    case .nouveauPalier, .palier: confirmPalier(&state, card, purpose)
    case .nouvelIndicateur, .indicateur: confirmIndicateur(&state, card, purpose)
    case .nouvelEngagement, .engagement: confirmEngagement(&state, card, purpose)
    }
  }
}
