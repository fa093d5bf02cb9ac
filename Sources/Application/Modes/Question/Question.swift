import DPES
import TerminalUI

/// A question of one line, and what its answer is for.
struct Question: Modal {
  var tables: [ActionTable] { [.question] }
  var hasField: Bool { true }
  var takesText: Bool { true }
  var takesPaste: Bool { true }
  var pastedLines: Int? { field.holdsPaste ? 1 : nil }
  var onWall: OnWall { subject.onWall }
  var wallPage: (any WallPage.Type)? { onWall == .never ? nil : QuestionPage.self }

  let subject: any QuestionSubject
  let title: String
  /// What the field held when it was opened.
  let original: String
  var field: TextField

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let below = subject.below(state).map {
      TextWidth.wrap($0, width: max(1, area.width - 2), maxLines: 2)
    }
    FieldPanel.draw(title, field, below: below ?? [], in: area, on: &canvas)
  }

  static func answer(_ state: inout State) -> [Effect] {
    guard let question = state.modes.last as? Question else { return [] }
    let text = question.field.text.trimmed
    guard !text.isEmpty || question.subject.takesNothing else {
      return state.decline("Il faut une réponse ; Échap renonce.")
    }
    if let reason = question.subject.refusal(of: text, state) { return state.decline(reason) }
    state.modes.removeLast()
    return question.subject.take(text, in: &state)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    changed(in: &state) { $0.field.handle(key) }
  }

  func paste(_ text: String, in state: inout State) {
    var question = self
    if !question.field.paste(text) { state.refuse("La réponse tient en 500 caractères.") }
    state.replaceMode(question)
  }

  var begun: Begun? {
    guard let subject = subject as? any KeptQuestion, !field.text.isBlank, field.text != original
    else { return nil }
    return Begun(
      .question, subject.words, title: title,
      fields: [
        Begun.Field(id: "", label: "", text: field.text, before: original, isProse: true)
      ])
  }

  func keepAtEnd(_ state: inout State) -> [Effect] {
    subject.isTakenAtEnd && !field.text.isBlank && !field.holdsPaste ? Question.answer(&state) : []
  }
}

extension ActionTable {
  /// What is heard while answering.
  static let question = ActionTable(
    "question",
    Action(
      "question.repondre", [.enter], "Répondre", short: "répondre", weight: 100,
      help: "Donne la réponse.", perform: { Question.answer(&$0) }),
    .leave("question.renoncer", "Renoncer", help: "Rien ne change."))
}
