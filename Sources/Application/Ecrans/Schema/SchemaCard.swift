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

  var words: [String] {
    switch self {
    case .nouveauPalier(let axe, let observation):
      ["nouveau-palier", axe.rawValue] + (observation.map { [$0] } ?? [])
    case .palier(let id): ["palier", id]
    case .nouvelIndicateur(let palier): ["nouvel-indicateur", palier]
    case .indicateur(let id): ["indicateur", id]
    case .nouvelEngagement(let palier): ["nouvel-engagement", palier]
    case .engagement(let id): ["engagement", id]
    }
  }

  init?(words: [String]) {
    guard words.count > 1 else { return nil }
    let id = words[1]
    switch words[0] {
    case "nouveau-palier":
      guard let axe = Axe(rawValue: id) else { return nil }
      self = .nouveauPalier(axe, observation: words.dropFirst(2).first)
    case "palier": self = .palier(id)
    case "nouvel-indicateur": self = .nouvelIndicateur(id)
    case "indicateur": self = .indicateur(id)
    case "nouvel-engagement": self = .nouvelEngagement(id)
    case "engagement": self = .engagement(id)
    default: return nil
    }
  }

  var place: Screen { SchemaEcran.place }
  /// One that is drafted from an observation stands alone.
  var repeats: Bool {
    if case .nouveauPalier(_, observation: nil) = self { true } else { false }
  }

  /// Keeps what a form of the schéma holds, or says what is wrong with it.
  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    do throws(FormCard.Fault) {
      return switch self {
      case .nouveauPalier, .palier: try confirmPalier(card, in: &state)
      case .nouvelIndicateur, .indicateur: try confirmIndicateur(card, in: &state)
      case .nouvelEngagement, .engagement: try confirmEngagement(card, in: &state)
      }
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
  }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    switch self {
    case .nouveauPalier(let axe, let observation):
      var palier = Palier()
      palier.axe = axe
      let place = observation.flatMap(demarche.lieu(deObservation:))
      palier.echeanceMois = demarche.schema.echeanceProposee(sur: axe)
      var form = card(
        "Nouveau palier, \(axe.nomCourt)",
        FormCard.fields(palier, isNew: true, hasStart: demarche.schema.debut != nil), state,
        demarche)
      // A palier is an answer: what is observed is read above, not taken over.
      form.heading = place.map {
        "Répond à\u{A0}: «\u{A0}\(demarche.cercles[$0.cercle].observations[$0.index].texte)\u{A0}»"
      }
      return form
    case .palier(let id):
      guard let palier = demarche.schema.paliers.first(where: { $0.id == id }) else { return nil }
      return card(
        "Palier\(palier.rang.map { " \($0)" } ?? ""), \(palier.axe.nomCourt)",
        FormCard.fields(palier, isNew: false, hasStart: demarche.schema.debut != nil), state,
        demarche)
    case .nouvelIndicateur(let palier):
      guard demarche.schema.paliers.contains(where: { $0.id == palier }) else { return nil }
      return card("Nouvel indicateur", FormCard.fields(Indicateur(), demarche), state, demarche)
    case .indicateur(let id):
      return demarche.indicateur(id).map {
        card("Indicateur", FormCard.fields($0, demarche), state, demarche)
      }
    case .nouvelEngagement(let palier):
      guard demarche.schema.paliers.contains(where: { $0.id == palier }) else { return nil }
      return card(
        "Nouvel engagement", FormCard.fields(Palier.Engagement(), demarche), state, demarche)
    case .engagement(let id):
      return demarche.engagement(id).map {
        card("Engagement", FormCard.fields($0, demarche), state, demarche)
      }
    }
  }

  private func card(
    _ title: String, _ fields: [Form.Field], _ state: State, _ demarche: Demarche
  ) -> FormCard {
    FormCard(self, title, fields, base: demarche, le: state.environment.today)
  }

  func asks(_ field: String, in card: FormCard) -> Bool { card.asksOfIndicateur(field) }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    switch field {
    case "echeance": _ = try card.echeance()
    case "cible" where !card.isUntouched(field): _ = try card.cible()
    case "cibles" where !card.isUntouched(field): _ = try card.targets()
    case "rythme": _ = try card.rythme(before: nil)
    case "avec" where !card.isUntouched(field): _ = try card.people(field, before: knownAvec(card))
    default: break
    }
  }

  /// Who followed the indicator beside its responsable when the form was opened.
  private func knownAvec(_ card: FormCard) -> [String] {
    guard case .indicateur(let id) = self else { return [] }
    return card.base.indicateur(id)?.avec ?? []
  }
}

extension SchemaDeProgres {
  /// A period after the axis' last deadline: what a new palier starts from, to be changed.
  fileprivate func echeanceProposee(sur axe: Axe) -> Int {
    let last = paliers.lazy.filter { $0.axe == axe }.compactMap(\.echeanceMois).max() ?? 0
    return min(max(last + Periode.duree, 1), max(dureeMois, last, Periode.duree))
  }
}
