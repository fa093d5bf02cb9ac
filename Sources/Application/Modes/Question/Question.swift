import DPES
import TerminalUI

/// A question of one line, and what its answer is for.
struct Question: Modal {
  var tables: [ActionTable] { [.question] }
  var hasField: Bool { true }
  var takesText: Bool { true }
  var onWall: OnWall { subject.onWall }

  let subject: any QuestionSubject
  let title: String
  var field = TextField(limit: 500)

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let below = subject.below(state).map {
      TextWidth.wrap($0, width: max(1, area.width - 2), maxLines: 2)
    }
    FieldPanel.draw(title, field, below: below ?? [], in: area, on: &canvas)
  }
}

extension Question {
  /// Asks a question, with a text to begin with.
  static func ask(
    _ state: inout State, _ title: String, for subject: any QuestionSubject, _ text: String = ""
  ) {
    let field = TextField(text, limit: 500)
    state.modes.append(Question(subject: subject, title: title, field: field))
  }

  static func answer(_ state: inout State) -> [Effect] {
    guard let question = state.modes.last as? Question else { return [] }
    let text = question.field.text.trimmed
    guard !text.isEmpty else {
      state.refuse("Il faut une réponse ; Échap renonce.")
      return []
    }
    if let reason = question.subject.refusal(of: text, state) {
      state.refuse(reason)
      return []
    }
    state.modes.removeLast()
    return question.subject.take(text, in: &state)
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
  func type(_ key: Key, in state: inout State) -> [Effect] {
    var question = self
    if question.field.handle(key) { state.replaceMode(question) }
    return []
  }

  func paste(_ text: String, in state: inout State) {
    var question = self
    if !question.field.insert(text) { state.refuse("La réponse tient en 500 caractères.") }
    state.replaceMode(question)
  }
}

extension ActionTable {
  static let question = ActionTable("question", Action.question)
}

extension Question {
  func keepAtEnd(_ state: inout State) -> [Effect] {
    subject.isTakenAtEnd && !field.text.isBlank ? Question.answer(&state) : []
  }
}
