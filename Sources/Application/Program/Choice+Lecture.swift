import DPES
import TerminalUI

// A list filtered by what is typed, in words: a line looks, a number takes.
extension Choice {
  var takesLine: Bool { true }

  func dictate(_ text: String?, in state: inout State) -> [Effect] {
    guard let text else { return state.hear(.enter) }
    guard let typed = field.dictated(text) else { return Lineaire.refuse(&state, text, of: field) }
    var choice = self
    choice.field = typed
    choice.filter()
    return state.replaceMode(choice)
  }

  /// What is heard of it, by its name and the words of its rows.
  func lecture(
    _ name: String, _ state: State, row: @escaping (Int) -> String
  ) -> Lecture {
    let count = extent(state).count
    let looked = field.text.isBlank ? "" : " «\u{A0}\(field.text)\u{A0}»"
    return Lecture(
      title: "\(name)\(looked)\u{A0}: \(count == 0 ? "rien" : count.counting("réponse")).",
      count: count, selection: list.selectedRow(of: count),
      row: row,
      question: count == 0
        ? "D’autres mots, ou - pour fermer."
        : "Un numéro y va, Entrée au \((list.selectedRow(of: count) ?? 0) + 1), des mots cherchent, - ferme.",
      numberAnswers: true)
  }
}
