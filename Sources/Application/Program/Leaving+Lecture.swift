import DPES
import TerminalUI

extension Leaving {
  func lecture(_ state: State) -> Lecture? {
    let left = unfinished.map { Leaving.words(state, for: $0).asSentence }
    return Lecture(
      title: "Quitter\u{A0}? Ceci n’est pas confirmé\u{A0}: \(left.joined(separator: " "))",
      question: "Entrée y va, q quitte sans le garder, - reste.")
  }
}
