import DPES
import TerminalUI

extension FormCard {
  /// The palier that a field names by its letter and rank, by its id; nil where it says nothing.
  ///
  /// - Throws: what is wrong with it.
  func palier(_ id: String) throws(Fault) -> String? {
    guard let text = value(id) else { return nil }
    guard let palier = base.palier(nomme: text) else {
      throw Fault(
        id: id,
        text: "«\u{A0}\(TextWidth.truncated(text, to: 12))\u{A0}» ne nomme aucun palier\u{A0}: "
          + "U2 est le deuxième de l’axe U.")
    }
    return palier
  }
}
