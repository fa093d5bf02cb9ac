import DPES
import TerminalUI

extension ActionList {
  func lecture(_ state: State) -> Lecture? {
    lecture("Toutes les actions", state) { [actions] in actions[$0].title.asSentence }
  }
}
