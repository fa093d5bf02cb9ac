import DPES
import TerminalUI

/// A question of one line, and what its answer is for.
struct Question: Modal {
  var tables: [ActionTable] { [.question] }
  var hasField: Bool { true }
  var takesText: Bool { true }

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
    if case .element(let cle, nil) = purpose,
      let question = EtatEcran.profilQuestion(state, for: cle)
    {
      below = TextWidth.wrap(question.texte, width: max(1, area.width - 2), maxLines: 2)
    }
    FieldPanel.draw(title, field, below: below, in: area, on: &canvas)
  }
}

extension Question {
  /// Asks a question, with a text to begin with.
  static func ask(
    _ state: inout State, _ title: String, for purpose: Question.Purpose, _ text: String = ""
  ) {
    let field = TextField(text, limit: 500)
    state.modes.append(Question(purpose: purpose, title: title, field: field))
  }

  static func answer(_ state: inout State) -> [Effect] {
    guard let question = state.modes.last as? Question else { return [] }
    let text = question.field.text.trimmed
    guard !text.isEmpty else {
      state.refuse("Il faut une réponse ; Échap renonce.")
      return []
    }
    if let reason = refusal(state, question) {
      state.refuse(reason)
      return []
    }
    state.modes.removeLast()
    switch question.purpose {
    case .motif(let indicateur, let mois):
      return TableauEcran.setNonConcerne(&state, indicateur: indicateur, mois: mois, motif: text)
    case .correction(let indicateur, let mois, let statut):
      return TableauEcran.correct(&state, indicateur: indicateur, mois: mois, statut, motif: text)
    case .filtre:
      return state.demarche?.personne(text, parmi: []).map { FilterQuestion.filter(&state, by: $0) }
        ?? []
    case .reponse(let code, let champ):
      return GrilleEcran.setTexte(&state, text, champ, of: code)
    case .element(let cle, let ancien):
      return EtatEcran.takeElement(&state, text, cle, ancien: ancien)
    case .raisonSociale:
      return [.create(raisonSociale: text)]
    case .ailleurs:
      state.document?.triedPath = text
      guard let document = state.document else { return [] }
      return [.saveElsewhere(document.demarche, path: text, revision: document.revision)]
    case .destination:
      return ExportCard.export(&state, to: text)
    }
  }

  /// Why an answer can't be taken: somebody unknown, or what another person did meanwhile.
  private static func refusal(_ state: State, _ question: Question) -> String? {
    guard let demarche = state.demarche else { return nil }
    switch question.purpose {
    case .motif(let indicateur, let mois):
      return refusal(state, indicateur, in: demarche)
        ?? (demarche.estClose(mois)
          ? "Cette période a été close sur un autre poste. Échap renonce." : nil)
    case .correction(let indicateur, _, _): return refusal(state, indicateur, in: demarche)
    case .filtre:
      let text = question.field.text.trimmed
      return demarche.personne(text, parmi: []) == nil ? FormCard.unknown(text, demarche) : nil
    case .reponse, .element, .raisonSociale, .ailleurs, .destination: return nil
    }
  }

  private static func refusal(_ state: State, _ indicateur: String, in demarche: Demarche)
    -> String?
  {
    demarche.lieu(deIndicateur: indicateur) == nil
      ? "Cet indicateur a été supprimé sur un autre poste. Échap renonce." : nil
  }
}

extension Action {
  /// What is heard while answering.
  static let question = [
    Action(
      "question.repondre", [.enter], "Répondre", short: "répondre", weight: 100,
      help: "Donne la réponse.", perform: { Question.answer(&$0) }),
    Action(
      "question.renoncer", [.escape, .control("c")], "Renoncer", short: "renoncer",
      weight: 90, help: "Rien ne change.", perform: { $0.leaveMode() }),
  ]
}

extension Question {
  func press(_ key: Key, in state: inout State) -> [Effect] {
    if let action = ActionTable.action(for: key, in: [.question, state.fieldScope]) {
      return action.performed(in: &state)
    }
    var question = self
    if question.field.handle(key) { state.replaceMode(question) }
    return []
  }
}

extension Question {
  func paste(_ text: String, in state: inout State) {
    var question = self
    if !question.field.insert(text) { state.refuse("La réponse tient en 500 caractères.") }
    state.replaceMode(question)
  }
}

extension State {
  /// Échap: nothing is answered.
  mutating func leaveMode() -> [Effect] {
    modes.removeLast()
    return []
  }
}

extension ActionTable {
  static let question = ActionTable("question", Action.question)
}
