import DPES
import TerminalUI

extension Search {
  func lecture(_ state: State) -> Lecture? {
    lecture("Chercher", state) { [index, results, marks = state.marks] place in
      let entry = index[results[place]]
      let statut = entry.numero == nil ? "" : "\(marks.mark(entry.statut).word)\u{A0}: "
      return "\(statut)\(entry.text.asSentence) \(entry.whereabouts.capitalizedFirst)."
    }
  }
}
