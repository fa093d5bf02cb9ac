import DPES
import TerminalUI

/// A question of one line, and what its answer is for.
struct Question: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    /// Why an indicator is « non concerné » in a period.
    case motif(indicateur: String, mois: Int)
    /// Why a closed period is corrected, to a status or to nothing.
    case correction(indicateur: String, mois: Int, Realise.Statut?)
    /// Whose indicators the tableau de bord lists.
    case filtre
    /// A text of the answer to a point of the grille, by its code.
    case reponse(String, Champ)
    /// Something of a box of the profil stratégique, in the place of what it said; nil when new.
    case element(ProfilStrategique.Cle, ancien: String?)
    /// The structure whose démarche begins.
    case raisonSociale
    /// The file that the démarche is saved in from now on.
    case ailleurs
    /// The file that a document is written in.
    case destination
  }

  /// Which text of an answer.
  enum Champ: Hashable, Sendable {
    case existante, aIntegrer
    /// Why a point is « non concerné »: it becomes so with its reason.
    case nonConcerne
  }

  let purpose: Purpose
  let title: String
  var field = TextField(limit: 500)

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var below: [String] = []
    if case .element(let cle, nil) = purpose, let question = state.profilQuestion(for: cle) {
      below = TextWidth.wrap(question.texte, width: max(1, area.width - 2), maxLines: 2)
    }
    FieldPanel.draw(title, field, below: below, in: area, on: &canvas)
  }
}

extension State {
  /// Asks a question, with a text to begin with.
  mutating func ask(_ title: String, for purpose: Question.Purpose, _ text: String = "") {
    let field = TextField(text, limit: 500)
    modes.append(.question(Question(purpose: purpose, title: title, field: field)))
  }

  mutating func press(_ key: Key, in question: Question) -> [Effect] {
    if let action = Action.action(for: key, in: [.question, fieldScope]) {
      return action.performed(in: &self)
    }
    var question = question
    if question.field.handle(key) { replaceMode(.question(question)) }
    return []
  }

  mutating func paste(_ text: String, in question: Question) {
    var question = question
    if !question.field.insert(text) { refuse("La réponse tient en 500 caractères.") }
    replaceMode(.question(question))
  }

  mutating func answer() -> [Effect] {
    guard case .question(let question) = modes.last else { return [] }
    let text = question.field.text.trimmed
    guard !text.isEmpty else {
      refuse("Il faut une réponse ; Échap renonce.")
      return []
    }
    if let reason = refusal(question) {
      refuse(reason)
      return []
    }
    modes.removeLast()
    switch question.purpose {
    case .motif(let indicateur, let mois):
      return setNonConcerne(indicateur: indicateur, mois: mois, motif: text)
    case .correction(let indicateur, let mois, let statut):
      return correct(indicateur: indicateur, mois: mois, statut, motif: text)
    case .filtre:
      return demarche?.personne(text, parmi: []).map { filter(by: $0) } ?? []
    case .reponse(let code, let champ):
      return setTexte(text, champ, of: code)
    case .element(let cle, let ancien):
      return takeElement(text, cle, ancien: ancien)
    case .raisonSociale:
      return [.create(raisonSociale: text)]
    case .ailleurs:
      document?.triedPath = text
      guard let document else { return [] }
      return [.saveElsewhere(document.demarche, path: text, revision: document.revision)]
    case .destination:
      return export(to: text)
    }
  }

  /// Why an answer can't be taken: somebody unknown, or what another person did meanwhile.
  private func refusal(_ question: Question) -> String? {
    guard let demarche else { return nil }
    switch question.purpose {
    case .motif(let indicateur, let mois):
      return refusal(indicateur, in: demarche)
        ?? (demarche.estClose(mois)
          ? "Cette période a été close sur un autre poste. Échap renonce." : nil)
    case .correction(let indicateur, _, _): return refusal(indicateur, in: demarche)
    case .filtre:
      let text = question.field.text.trimmed
      return demarche.personne(text, parmi: []) == nil ? FormCard.unknown(text, demarche) : nil
    case .reponse, .element, .raisonSociale, .ailleurs, .destination: return nil
    }
  }

  private func refusal(_ indicateur: String, in demarche: Demarche) -> String? {
    demarche.lieu(deIndicateur: indicateur) == nil
      ? "Cet indicateur a été supprimé sur un autre poste. Échap renonce." : nil
  }

  /// Échap: nothing is answered.
  mutating func leaveMode() -> [Effect] {
    modes.removeLast()
    return []
  }
}

extension Action {
  /// What is heard while answering.
  static let question = [
    Action(
      "question.repondre", .question, [.enter], "Répondre", short: "répondre", weight: 100,
      help: "Donne la réponse.", perform: { $0.answer() }),
    Action(
      "question.renoncer", .question, [.escape, .control("c")], "Renoncer", short: "renoncer",
      weight: 90, help: "Rien ne change.", perform: { $0.leaveMode() }),
  ]
}
