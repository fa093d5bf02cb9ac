import DPES
import TerminalUI

extension Question {
  var takesLine: Bool { true }

  func lecture(_ state: State) -> Lecture? {
    let below = subject.below(state).map { " \($0.asSentence)" } ?? ""
    let proposed = field.text.isBlank ? "" : " Entrée seule\u{A0}: \(field.text)."
    let none = field.text.isBlank && subject.takesNothing ? " Entrée seule\u{A0}: rien." : ""
    return Lecture(
      title: title + below, question: "La réponse, ou - pour renoncer.\(proposed)\(none)")
  }

  func dictate(_ text: String?, in state: inout State) -> [Effect] {
    if let text {
      guard let typed = field.dictated(text) else {
        return Lineaire.refuse(&state, text, of: field)
      }
      var question = self
      question.field = typed
      state.replaceMode(question)
    }
    return state.hear(.enter)
  }
}
